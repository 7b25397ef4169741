/**
 * Events on the project's own labelled passages: precision, recall and F1 of type, and of type with both sides.
 *
 *   npx tsx evals/passages-events.ts --model model [--data training/data] [--readings FILE] [--every N] [--misses TYPE|all]
 *
 * `--readings` keeps the readings in a file, so that the coder can be measured again without the reader.
 * The passages are part of what the reader is trained on: figures say how well the coder uses a reading, not how well
 * unseen text is read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadCodebook } from '../src/codebook/index.js'
import type { Codebook } from '../src/codebook/index.js'
import { findEvents } from '../src/coder/events/index.js'
import { campOf } from '../src/coder/events/borders.js'
import type { EventDraft } from '../src/coder/drafts.js'
import { PASSES } from '../src/coder/passes.js'
import { headOfRange, rangeOfSpan } from '../src/coder/parse.js'
import { extendScene, mentionAt, openScene } from '../src/coder/scene.js'
import type { Scene } from '../src/coder/scene.js'
import { partiesOfNominal } from '../src/coder/events/nominal-parties.js'
import { documentIdOf } from '../src/core/index.js'
import type { NewsDocument, ReadEvent, Reading, Span } from '../src/core/index.js'
import { readDocument } from '../src/reader/readDocument.js'
import { loadModel } from '../src/reader/session.js'

interface GoldEvent {
  type: string
  mode: string | null
  factuality: string
  predicate: string
  actor: string[]
  recipient?: string[]
}
interface Passage {
  id: string
  text: string
  events: GoldEvent[]
}

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'model' },
    data: { type: 'string', default: 'training/data' },
    readings: { type: 'string' },
    every: { type: 'string', default: '1' },
    misses: { type: 'string' },
    /** `model`: the reader's events; `none`: the codebook's cues alone; `gold`: the labelled predicates and types. */
    predicates: { type: 'string', default: 'model' },
    confidence: { type: 'boolean', default: false },
  },
})

function loadPassages(folder: string, every: number): Passage[] {
  const files = readdirSync(folder)
    .filter((file) => /^passages-.*\.jsonl$/.test(file))
    .sort()
  return files
    .flatMap((file) =>
      readFileSync(`${folder}/${file}`, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line, n) => ({
          id: `${file}:${n + 1}`,
          ...(JSON.parse(line) as Omit<Passage, 'id'>),
        })),
    )
    .filter((_, n) => n % every === 0)
}

function documentOf(text: string): NewsDocument {
  return {
    kind: 'document', id: documentIdOf(text, null, null), source: 'passage', title: null, publisher: null, url: null,
    published: null, publishedBasis: null, place: null, language: 'en', citedSources: [], byline: null, text, duplicateOf: null,
  } // prettier-ignore
}

async function readPassages(passages: readonly Passage[]): Promise<Map<string, Reading>> {
  const file = values.readings
  const known =
    file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const readings = new Map(known.map((line) => JSON.parse(line) as [string, Reading]))
  const missing = passages.filter((passage) => !readings.has(passage.id))
  if (missing.length === 0) return readings
  const model = await loadModel(values.model)
  for (const passage of missing)
    readings.set(passage.id, await readDocument(model, documentOf(passage.text)))
  if (file) writeFileSync(file, [...readings].map((pair) => JSON.stringify(pair)).join('\n'))
  return readings
}

/** The labelled events as a reader would give them, without arguments and without a word on factuality. */
function goldEvents(passage: Passage, reading: Reading): ReadEvent[] {
  return passage.events.flatMap((gold) => {
    const span = locate(passage.text, gold.predicate)
    const token = span ? reading.tokens.findLastIndex((one) => one.start < span.end) : -1
    return token < 0
      ? []
      : [{ token, type: gold.type, score: 1, factuality: {}, actors: [], recipients: [] }]
  })
}

function sceneOf(passage: Passage, read: Reading, codebook: Codebook): Scene {
  const given = { model: read.events, none: [], gold: goldEvents(passage, read) }
  const events = given[values.predicates as keyof typeof given]
  const reading = { ...read, events: [...events].sort((a, b) => a.token - b.token) }
  let scene = openScene(documentOf(passage.text), reading, codebook, [])
  for (const pass of PASSES) if (pass.name !== 'events') scene = extendScene(scene, pass.run(scene))
  const { found } = findEvents(scene)
  found.forEach((one) =>
    bases.set(one.draft, `${one.parties.actorBasis}/${one.parties.recipientBasis}`),
  )
  return { ...scene, drafts: found.map((one) => one.draft) }
}

/** How the sides of each event were found: actor's basis / recipient's. */
const bases = new Map<EventDraft, string>()

/** Where a quote stands; `quote@2` means its second occurrence. */
function locate(text: string, quote: string): Span | null {
  const numbered = /^(.+)@(\d+)$/s.exec(quote)
  const words = numbered?.[1] ?? quote
  let start = -1
  for (let n = Number(numbered?.[2] ?? 1); n > 0; n--) {
    start = text.indexOf(words, start + 1)
    if (start < 0) return null
  }
  return { start, end: start + words.length }
}

/** Camps (or ids) that a gold party means in this scene, and its words. */
function meaningsOf(scene: Scene, quote: string): Set<string> {
  const span = locate(scene.document.text, quote)
  const meanings = new Set([`"${quote.replace(/@\d+$/, '').toLowerCase()}"`])
  const range = span && rangeOfSpan(scene.parse, span)
  if (!range) return meanings
  const head = headOfRange(scene.parse, range)
  const mention = mentionAt(scene, head) ?? mentionAt(scene, range.last - 1)
  const refs = mention
    ? mention.parties.map((id) => ({ id, name: '' }))
    : partiesOfNominal(scene, head).refs
  for (const ref of refs) for (const one of [ref.id, campOf(scene, ref)]) if (one) meanings.add(one)
  return meanings
}

function predictedMeanings(scene: Scene, ref: { id: string; name: string }): Set<string> {
  return new Set([ref.id, campOf(scene, ref) ?? '', `"${ref.name.toLowerCase()}"`])
}

function setF1(gold: Set<string>[], found: Set<string>[]): number {
  if (gold.length === 0) return 1
  if (found.length === 0) return 0
  const meets = (a: Set<string>, b: Set<string>): boolean => [...a].some((one) => b.has(one))
  const recall = gold.filter((g) => found.some((f) => meets(g, f))).length / gold.length
  const precision = found.filter((f) => gold.some((g) => meets(g, f))).length / found.length
  return recall + precision ? (2 * recall * precision) / (recall + precision) : 0
}

function sidesFit(scene: Scene, gold: GoldEvent, found: EventDraft): boolean {
  const of = (quotes: string[]): Set<string>[] => quotes.map((quote) => meaningsOf(scene, quote))
  const refs = (list: readonly { id: string; name: string }[]): Set<string>[] =>
    list.map((ref) => predictedMeanings(scene, ref))
  const [ga, gr] = [of(gold.actor), of(gold.recipient ?? [])]
  const [fa, fr] = [refs(found.actor), refs(found.recipient)]
  const straight = Math.min(setF1(ga, fa), setF1(gr, fr))
  const isSymmetric = ['CONSULT', 'AGREE', 'COOPERATE'].includes(gold.type)
  return Math.max(straight, isSymmetric ? setF1([...ga, ...gr], [...fa, ...fr]) : 0) >= 0.5
}

/** May this gold event be recorded at all: do its sides resolve, and stand on different sides of a border? */
function isInScope(scene: Scene, gold: GoldEvent): boolean {
  const camps = (quotes: string[]): string[] =>
    quotes.flatMap((quote) =>
      [...meaningsOf(scene, quote)].filter((one) => /^([A-Z]{3}$|igo |group )/.test(one)),
    )
  const [a, b] = [camps(gold.actor), camps(gold.recipient ?? [])]
  return a.some((one) => b.some((other) => one !== other))
}

interface Tally {
  gold: number
  inScope: number
  found: number
  typed: number
  typedInScope: number
  right: number
  rightInScope: number
  factual: number
  moded: number
  modes: number
}
const newTally = (): Tally => ({
  gold: 0,
  inScope: 0,
  found: 0,
  typed: 0,
  typedInScope: 0,
  right: 0,
  rightInScope: 0,
  factual: 0,
  moded: 0,
  modes: 0,
})
const tallies = new Map<string, Tally>()
const tallyOf = (key: string): Tally => {
  const tally = tallies.get(key) ?? newTally()
  tallies.set(key, tally)
  return tally
}
const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, sum: 0 }))
const confusion = new Map<string, number>()

function show(event: GoldEvent | EventDraft): string {
  return 'kind' in event
    ? `${event.event}/${event.mode} ${event.actor.map((r) => r.name).join('+')} → ${event.recipient.map((r) => r.name).join('+')} (${event.factuality}, ${event.confidence}, ${event.reason}) “${event.spans.map((s) => `${s.start}-${s.end}`).join(' … ')}`
    : `${event.type}/${event.mode} [${event.predicate}] ${event.actor.join('+')} → ${(event.recipient ?? []).join('+')} (${event.factuality})`
}

function scorePassage(passage: Passage, scene: Scene): void {
  const found = scene.drafts.filter((draft): draft is EventDraft => draft.kind === 'event')
  const used = new Set<EventDraft>()
  const notes: string[] = []
  const wanted = values.misses
  const holds = (draft: EventDraft, gold: GoldEvent): boolean => {
    const span = locate(passage.text, gold.predicate)
    return span !== null && draft.spans.some((s) => s.start <= span.start && span.end <= s.end)
  }
  const pairs = passage.events.flatMap((gold) =>
    found
      .filter((draft) => holds(draft, gold))
      .map((draft) => {
        const typed = draft.event === gold.type
        return {
          gold,
          draft,
          typed,
          fits: sidesFit(scene, gold, draft),
          size: (draft.spans[0]?.end ?? 0) - (draft.spans[0]?.start ?? 0),
        }
      }),
  )
  pairs.sort(
    (a, b) =>
      Number(b.typed) - Number(a.typed) || Number(b.fits) - Number(a.fits) || a.size - b.size,
  )
  const matched = new Map<GoldEvent, (typeof pairs)[number]>()
  for (const pair of pairs) {
    if (matched.has(pair.gold) || used.has(pair.draft)) continue
    if (!pair.typed && !pair.fits) continue
    matched.set(pair.gold, pair)
    used.add(pair.draft)
  }
  for (const gold of passage.events) {
    const pair = matched.get(gold)
    const scope = isInScope(scene, gold)
    for (const key of ['all', gold.type]) {
      const tally = tallyOf(key)
      tally.gold++
      if (scope) tally.inScope++
      if (!pair?.typed) continue
      tally.typed++
      if (scope) tally.typedInScope++
      if (!pair.fits) continue
      tally.right++
      if (scope) tally.rightInScope++
      if (pair.draft.factuality === gold.factuality) tally.factual++
      else if (key === 'all')
        confusion.set(
          `${gold.factuality}→${pair.draft.factuality}`,
          (confusion.get(`${gold.factuality}→${pair.draft.factuality}`) ?? 0) + 1,
        )
      if (gold.mode) tally.modes++
      if (gold.mode && gold.mode === pair.draft.mode) tally.moded++
    }
    const isRight = pair?.typed && pair.fits
    if (wanted && (wanted === 'all' || wanted === gold.type)) {
      if (!isRight)
        notes.push(
          `  ${scope ? 'MISS ' : 'miss '} ${show(gold)}${pair ? `   <- ${show(pair.draft)}` : ''}`,
        )
      else if (pair.draft.factuality !== gold.factuality)
        notes.push(`  FACT  ${show(gold)}   <- ${pair.draft.factuality}`)
    }
  }
  for (const draft of found) {
    const pair = [...matched.values()].find((one) => one.draft === draft)
    const isRight = Boolean(pair?.typed && pair.fits)
    for (const key of [
      'all',
      draft.event,
      `reason ${draft.reason}`,
      `reason sides ${bases.get(draft)}`,
      ...(values.misses ? [`reason x ${draft.event} ${bases.get(draft)}`] : []),
    ]) {
      const tally = tallyOf(key)
      tally.found++
      if (key.startsWith('reason') && isRight) tally.right++
    }
    const bin = bins[Math.min(9, Math.floor(draft.confidence * 10))]
    if (bin) {
      bin.n++
      bin.sum += draft.confidence
      bin.right += isRight ? 1 : 0
    }
    if (wanted && !pair && (wanted === 'all' || wanted === draft.event))
      notes.push(
        `  EXTRA ${show(draft)} “${draft.spans.map((s) => passage.text.slice(s.start, s.end)).join(' … ')}”`,
      )
  }
  if (notes.length > 0) console.log(`${passage.id}  ${passage.text}\n${notes.join('\n')}\n`)
}

const percent = (part: number, whole: number): string =>
  (whole ? ((100 * part) / whole).toFixed(1) : '–').padStart(6)

function report(): void {
  console.log(
    'type          gold  scope  found | type: P      R     F1 | +sides: P     R     F1  R-scope | fact.   mode',
  )
  for (const [key, t] of [...tallies].sort()) {
    const f1 = (right: number): string => percent(2 * right, t.gold + t.found)
    if (key.startsWith('reason'))
      console.log(`${key.padEnd(34)} ${t.found} found, ${percent(t.right, t.found)} right`)
    else
      console.log(
        `${key.padEnd(12)} ${String(t.gold).padStart(5)} ${String(t.inScope).padStart(6)} ${String(t.found).padStart(6)} | ${percent(t.typed, t.found)} ${percent(t.typed, t.gold)} ${f1(t.typed)} | ${percent(t.right, t.found)} ${percent(t.right, t.gold)} ${f1(t.right)} ${percent(t.rightInScope, t.inScope)} | ${percent(t.factual, t.right)} ${percent(t.moded, t.modes)}`,
      )
  }
  console.log(
    [...confusion]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 12)
      .map(([k, n]) => `${k} ${n}`)
      .join(', '),
  )
  if (values.confidence)
    for (const [n, bin] of bins.entries())
      if (bin.n)
        console.log(
          `${(n / 10).toFixed(1)}: ${bin.n} events, mean ${(bin.sum / bin.n).toFixed(2)}, right ${percent(bin.right, bin.n)}`,
        )
}

const loaded = loadCodebook()
const passages = loadPassages(values.data, Number(values.every))
const readings = await readPassages(passages)
for (const passage of passages) {
  const reading = readings.get(passage.id)
  if (reading) scorePassage(passage, sceneOf(passage, reading, loaded.value))
}
report()
