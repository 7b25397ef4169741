/**
 * How well the coder reads figures: the labelled ones of training/data/figures-*.jsonl against what it finds.
 *
 *   npx tsx evals/figures.ts [--misses]
 *
 * Value, and value with unit, are F1; counted nouns are compared in the singular, shares as exactly as they are
 * labelled. The other fields are shares of the figures whose value and unit are right. The
 * coder's rules may be improved looking at the odd lines (`--misses` lists what is wrong in them); of the even lines only
 * totals are looked at, and they are printed apart.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { loadCodebook } from '../src/codebook/index.js'
import { codeReading, indexPersons } from '../src/coder/index.js'
import type { FigureRecord } from '../src/core/index.js'
import { prepareDocument } from '../src/documents/index.js'
import type { GoldByKind } from '../src/pipeline/scoring/ledger-gold.js'
import type { Pairing } from '../src/pipeline/scoring/ledger-match.js'
import { KIND_RULES, pairBest } from '../src/pipeline/scoring/ledger-match.js'
import type { PartyWorld } from '../src/pipeline/scoring/ledger-parties.js'
import { partiesF1 } from '../src/pipeline/scoring/ledger-parties.js'
import { loadModel, readDocument } from '../src/reader/index.js'

type GoldFigure = GoldByKind['figure'] & { readonly partner?: readonly string[] }

interface LabelledText {
  readonly text: string
  readonly published: string
  readonly figures: readonly GoldFigure[]
}

interface Counts {
  gold: number
  found: number
  value: number
  unit: number
  readonly fields: Record<string, number>
}

const DATA = new URL('../training/data/', import.meta.url)
const AS_OF = '2026-01-01'
const codebook = loadCodebook().value
const model = await loadModel(new URL('../model', import.meta.url).pathname)
const ODD_SINGULARS: Readonly<Record<string, string>> = { people: 'person', children: 'child' }
const showsMisses = process.argv.includes('--misses')
const counts = { odd: emptyCounts(), even: emptyCounts() }

for (const file of readdirSync(DATA).filter((name) => /^figures-\d+\.jsonl$/.test(name)))
  for (const [at, line] of readFileSync(new URL(file, DATA), 'utf8').trim().split('\n').entries())
    await measure(
      JSON.parse(line) as LabelledText,
      `${file}:${at + 1}`,
      at % 2 === 0 ? 'odd' : 'even',
    )
for (const [name, one] of Object.entries(counts)) print(name, one)

function emptyCounts(): Counts {
  return { gold: 0, found: 0, value: 0, unit: 0, fields: {} }
}

async function measure(labelled: LabelledText, where: string, half: 'odd' | 'even'): Promise<void> {
  const { figures, world } = await figuresOf(labelled)
  const { fit, isRight, fields } = KIND_RULES.figure
  const pairs = pairBest(labelled.figures, figures, (gold, found) =>
    fit(comparable(gold), comparable(roundedLike(gold, found)), world),
  )
  const right = pairs.filter(isRight)
  const count = counts[half]
  count.gold += labelled.figures.length
  count.found += figures.length
  count.value += pairs.length
  count.unit += right.length
  const checks: Record<string, (gold: GoldFigure, found: FigureRecord) => boolean> = {
    ...fields,
    subject: (gold, found) => partiesF1(gold.subject, found.subject, world) === 1,
    partner: (gold, found) => partiesF1(gold.partner, found.partner, world) === 1,
  }
  for (const [name, agrees] of Object.entries(checks)) {
    const agreeing = right.filter(({ gold, found }) => agrees(gold, found)).length
    count.fields[name] = (count.fields[name] ?? 0) + agreeing
  }
  if (showsMisses && half === 'odd') printMisses(where, labelled, figures, pairs)
}

/** What the coder finds in a text, which is read as a report of its day. */
async function figuresOf({ text, published }: LabelledText): Promise<{
  figures: FigureRecord[]
  world: PartyWorld
}> {
  const report = {
    source: 'figures', format: 'text', body: text, title: null, publisher: null, url: null, published,
  } as const // prettier-ignore
  const document = prepareDocument(report, {
    asOf: AS_OF,
    defaults: { published, publisher: null },
  }).value
  if (!document) throw new Error(`nothing to read in “${text.slice(0, 60)}”`)
  const reading = await readDocument(model, document)
  const { parties, records } = codeReading(document, reading, codebook, indexPersons([])).value
  const gold = { parties: [] } as unknown as PartyWorld['gold']
  return {
    figures: records.filter((record): record is FigureRecord => record.kind === 'figure'),
    world: { gold, parties: new Map(parties.map((party) => [party.id, party])) },
  }
}

/** The same figure with its counted noun in the singular: labels count "company", the coder "companies". */
function comparable<T extends { readonly unit?: string | null }>(figure: T): T {
  return { ...figure, unit: singular(figure.unit ?? null) }
}

function singular(unit: string | null): string | null {
  const last = unit?.split(' ').at(-1) ?? ''
  const one =
    ODD_SINGULARS[last.toLowerCase()] ??
    last
      .replace(/men$/, 'man')
      .replace(/ies$/, 'y')
      .replace(/(?<=ss|x|z|ch|sh|bus)es$/, '')
      .replace(/(?<=[^s])s$/, '')
  return unit && unit.slice(0, unit.length - last.length) + one
}

/** "two-thirds" is labelled 66.7, 66.67 or 66.6: the coder's share is rounded as far as the label is. */
function roundedLike(gold: GoldFigure, found: FigureRecord): FigureRecord {
  const digits = String(gold.value ?? '').split('.')[1]?.length ?? 0
  if (found.unit !== '%' || digits === 0) return found
  return { ...found, value: Number(found.value.toFixed(digits)) }
}

function shown(one: FigureRecord | GoldFigure): string {
  return `${one.comparator} ${one.value} ${one.unit} (${one.indicator})`
}

function printMisses(
  where: string,
  { figures: golds }: LabelledText,
  figures: readonly FigureRecord[],
  pairs: readonly Pairing<GoldFigure, FigureRecord>[],
): void {
  for (const gold of golds.filter((one) => !pairs.some((pair) => pair.gold === one)))
    console.log(`${where} missed ${shown(gold)} “${gold.quote}”`)
  for (const one of figures.filter((found) => !pairs.some((pair) => pair.found === found)))
    console.log(`${where} unwanted ${shown(one)} “${one.evidence[0]?.text}”`)
  for (const { gold, found, fit } of pairs)
    if (!KIND_RULES.figure.isRight({ gold, found, fit }))
      console.log(`${where} unit ${gold.unit}, found ${found.unit} “${gold.quote}”`)
    else if (gold.indicator !== found.indicator)
      console.log(`${where} indicator ${gold.indicator}, found ${found.indicator} “${gold.quote}”`)
}

function print(name: string, { gold, found, value, unit, fields }: Counts): void {
  const f1 = (hits: number): string => ((200 * hits) / (gold + found)).toFixed(1)
  const shares = Object.entries(fields).map(
    ([field, right]) => `${field} ${((100 * right) / unit).toFixed(1)}`,
  )
  console.log(
    `${name} lines: ${gold} figures, ${found} found; value ${f1(value)}, with unit ${f1(unit)}; ${shares.join(', ')}`,
  )
}
