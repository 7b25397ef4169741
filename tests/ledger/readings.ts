import { documentIdOf, evidenceAt, partyIdOf, recordIdOf } from '../../src/core/index.js'
import type {
  CodedRecord,
  Evidence,
  NewsDocument,
  PartyRecord,
  PartyRef,
} from '../../src/core/index.js'
import type { ReadingToAppend } from '../../src/ledger/index.js'

/** Made-up readings for tests of the ledger: the same number always gives the same reading. */

const STATES = [
  ['Ruritania', 'RUR'],
  ['Freedonia', 'FRE'],
  ['Sylvania', 'SYL'],
  ['Grand Fenwick', 'GFE'],
  ['Elbonia', 'ELB'],
] as const
const VERBS = ['met', 'praised', 'accused', 'visited', 'urged'] as const
const EVENTS = ['CONSULT', 'SUPPORT', 'ACCUSE', 'CONSULT', 'REQUEST'] as const
const FACTUALITIES = ['actual', 'ongoing', 'planned', 'possible', 'denied'] as const
const PUBLISHERS = ['Agency One', 'Agency Two', null] as const

const SENTENCES = 7

/** A generator of whole numbers below a bound (mulberry32), so that readings vary without a clock. */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed >>> 0
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % bound
  }
}

function partyOf(index: number, alias: string | null): PartyRecord {
  const [name, country] = STATES[index % STATES.length] ?? STATES[0]
  const id = partyIdOf('country', country, name)
  const aliases = alias === null ? [name] : [name, alias]
  return {
    kind: 'party',
    id,
    name,
    type: 'country',
    country,
    cameo: `${country}GOV`,
    aliases,
    wikidata: null,
  }
}

/** The n-th reading: one document of some sentences, the parties in them, and about six records a sentence. */
export function makeReading(n: number): ReadingToAppend {
  const pick = numbersFrom(n + 1)
  const published =
    n % 7 === 0 ? null : `2023-${twoDigits(1 + (n % 12))}-${twoDigits(1 + (n % 28))}`
  const publisher = PUBLISHERS[n % PUBLISHERS.length] ?? null
  const scenes = Array.from({ length: SENTENCES }, (_, i) => sceneOf(n, i, pick))
  const text = scenes.map((scene) => scene.sentence).join(' ')
  const id = documentIdOf(text, publisher, published)
  const document: NewsDocument = {
    kind: 'document',
    id,
    source: `reports/${n}.txt`,
    title: `Report ${n} on ${scenes[0]?.a.name}`,
    publisher,
    url: n % 2 === 0 ? `https://news.example/${n}` : null,
    published,
    publishedBasis: published === null ? null : 'metadata',
    place: null,
    language: 'en',
    citedSources: n % 3 === 0 ? ['Agency Three', 'Agency Four'] : [],
    byline: null,
    text,
    duplicateOf: null,
  }
  let from = 0
  const records = scenes.flatMap((scene) => {
    const found = recordsOf(scene, document, from)
    from += scene.sentence.length + 1
    return found
  })
  const parties = scenes.flatMap((scene) => [scene.a, scene.b])
  const byId = new Map(parties.map((party) => [party.id, party]))
  return {
    document,
    parties: [...byId.values()],
    records,
    issues: [
      {
        code: 'date-inferred',
        severity: 'note',
        where: document.source,
        message: `year of report ${n}`,
        advice: null,
      },
    ],
    signature: { keys: [`a${n % 10}`, `b${n % 4}`, `c${n}`], sketch: [n, n + 1] },
    reportFingerprint: `fingerprint-${n}`,
  }
}

interface Scene {
  readonly sentence: string
  readonly a: PartyRecord
  readonly b: PartyRecord
  readonly verb: number
  readonly share: number
  readonly day: string
  readonly factuality: (typeof FACTUALITIES)[number]
  readonly confidence: number
}

/** A sentence with characters of one, two and four bytes, some of them two UTF-16 code units long. */
function sceneOf(n: number, i: number, pick: (bound: number) => number): Scene {
  const first = pick(STATES.length)
  const a = partyOf(first, pick(4) === 0 ? `the ${n % 5}th ally` : null)
  const b = partyOf(first + 1 + pick(STATES.length - 1), null)
  const verb = pick(VERBS.length)
  const share = 1 + pick(99)
  const day = `${2020 + pick(4)}-${twoDigits(1 + pick(12))}-${twoDigits(1 + pick(28))}`
  const mark = pick(3) === 0 ? ' 🕊️ naïve –' : ''
  const sentence = `${a.name}${mark} ${VERBS[verb]} ${b.name} on point ${i}, and “trade grew by ${share} percent”, it said.`
  const factuality = FACTUALITIES[pick(FACTUALITIES.length)] ?? 'actual'
  return { sentence, a, b, verb, share, day, factuality, confidence: pick(101) / 100 }
}

type Refs = readonly [PartyRef, PartyRef]

function recordsOf(scene: Scene, document: NewsDocument, from: number): CodedRecord[] {
  const refs: Refs = [
    { id: scene.a.id, name: scene.a.name },
    { id: scene.b.id, name: scene.b.name },
  ]
  const find = (words: string): Evidence => {
    const start = document.text.indexOf(words, from)
    return evidenceAt(document.text, { start, end: start + words.length })
  }
  const base = (kind: CodedRecord['kind'], words: string) =>
    sharedFields(kind, scene, document, find(words))
  return [...claims(scene, refs, base), ...ties(scene, refs, base)]
}

type Base = (kind: CodedRecord['kind'], words: string) => Omit<CodedRecord, 'kind' | 'reason'>

function sharedFields(
  kind: CodedRecord['kind'],
  scene: Scene,
  document: NewsDocument,
  evidence: Evidence,
): ReturnType<Base> {
  const { day } = scene
  const time = { start: day, end: day, granularity: 'day' as const, text: 'then' }
  const speaker = { id: scene.a.id, name: scene.a.name }
  return {
    id: recordIdOf(kind, document.id, [evidence], []),
    document: document.id,
    evidence: [evidence],
    attribution: kind === 'figure' ? { speaker, chain: ['Agency Four'] } : null,
    time: scene.share % 3 === 0 ? null : time,
    factuality: scene.factuality,
    confidence: scene.confidence,
    review: 'unreviewed',
    coder: 'coder 1',
    codebook: 'codebook 1',
  }
}

/** An event, a statement and a figure. */
function claims(scene: Scene, [a, b]: Refs, base: Base): CodedRecord[] {
  const claim = `trade grew by ${scene.share} percent`
  return [
    {
      kind: 'event',
      ...base('event', scene.sentence),
      reason: 'event-model',
      event: EVENTS[scene.verb] ?? 'CONSULT',
      mode: null,
      contexts: ['economic'],
      actor: [a],
      recipient: [b],
      place: null,
      quad: 'verbal-cooperation',
      intensity: 1.5,
    },
    {
      kind: 'statement',
      ...base('statement', claim),
      reason: 'statement-attribution',
      speaker: a,
      office: null,
      cue: 'said',
      content: claim,
      directness: 'direct',
      audience: null,
      about: [b],
    },
    {
      kind: 'figure',
      ...base('figure', claim),
      reason: 'figure-parse',
      indicator: 'growth',
      value: scene.share,
      unit: '%',
      comparator: '=',
      subject: [a],
      partner: [b],
      change: { value: scene.share, unit: '%', direction: 'up', since: null },
    },
  ]
}

/** An agreement, a relation and a role. */
function ties(scene: Scene, [a, b]: Refs, base: Base): CodedRecord[] {
  return [
    {
      kind: 'agreement',
      ...base('agreement', scene.sentence),
      reason: 'agreement-description',
      name: 'agreement on point',
      form: 'agreement',
      parties: [a, b],
      status: null,
      areas: ['trade'],
    },
    {
      kind: 'relation',
      ...base('relation', scene.sentence),
      reason: 'relation-cue',
      a,
      b,
      label: 'ally',
      since: null,
    },
    {
      kind: 'role',
      ...base('role', scene.a.name),
      reason: 'role-apposition',
      person: a,
      office: 'host',
      of: b,
    },
  ]
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** A ledger's whole export as JSON Lines. */
export async function exportText(lines: AsyncIterable<unknown>): Promise<string> {
  const texts: string[] = []
  for await (const line of lines) texts.push(JSON.stringify(line))
  return texts.join('\n')
}
