import { z } from 'zod'
import type { Codebook } from '../../codebook/index.js'
import type { FigureRecord, PartyRef } from '../../core/index.js'
import data from './figure-measures.json' with { type: 'json' }
import { recordsOf, type FindingGround, type FindingSetting } from '../ground.js'
import { notesOn, onceFor } from '../notes.js'
import { sidesIn, type Sides } from '../sides.js'
import { valueRangeOf, type ValueRange } from './written-values.js'

/** What a figure measures, so that two of them can be set against each other. */

/** `figure-measures.json`, whose opening says what the fields mean. */
const MeasureData = z.object({
  measures: z.array(
    z.object({
      indicator: z.string(),
      sides: z.enum(['pair', 'directed', 'share', 'subject']),
      mirrors: z.string().optional(),
      units: z.array(z.string()),
      period: z.enum(['any', 'stated', 'lasting']),
      rate: z.boolean().default(false),
      phrase: z.string(),
      either: z.string().optional(),
      whole: z.string().optional(),
      parts: z.string().optional(),
      items: z.boolean(),
      variants: z
        .array(z.object({ variant: z.string(), words: z.array(z.string()) }))
        .transform((all) =>
          all.map(({ variant, words }) => ({ variant, pattern: wordsPattern(words) })),
        ),
    }),
  ),
  wholeWords: z.array(z.string()),
  itemLeads: z.array(z.string()),
  notItems: z.array(z.string()),
  aimWords: z.array(z.string()),
})
type FigureMeasure = z.infer<typeof MeasureData>['measures'][number]

/** A figure with what it measures. */
export interface MeasuredFigure {
  readonly record: FigureRecord
  readonly measure: FigureMeasure
  /** Same for figures of one thing: measure, unit, good and sides, whatever the period. */
  readonly thing: string
  readonly subject: PartyRef
  /** Null for a figure of one side alone, or with the whole world. */
  readonly partner: PartyRef | null
  /** The period measured, as `start/end`; `lasting` where it holds at any time; null when not stated. */
  readonly period: string | null
  readonly range: ValueRange
  /** The good that it is narrowed to ("wheat"); null for all. */
  readonly item: string | null
  /** What narrows it, by its words: "goods", "gross". Sorted. */
  readonly variants: readonly string[]
  /** Other indicators that the same words state the same number of: "40 % of trade and investment". */
  readonly together: readonly string[]
  /** Counted by the partner's side: an import for an export. */
  readonly mirrored: boolean
}

const DATA = MeasureData.parse(data)
const MEASURES = new Map(DATA.measures.map((measure) => [measure.indicator, measure]))
const NOT_ITEMS = new Set(DATA.notItems)
// Names are no goods, so the lead may open a sentence but the good is in lower case.
const ITEM_LEADS = DATA.itemLeads.map((lead) => `${lead.slice(0, 1).toUpperCase()}${lead.slice(1)}`)
const ITEM = new RegExp(
  `\\b(?:${[...DATA.itemLeads, ...ITEM_LEADS].join('|')})\\s+(?<item>\\p{Ll}[\\p{Ll}-]+)`,
  'u',
)
const WHOLE = wordsPattern(DATA.wholeWords)
const AIM = wordsPattern(DATA.aimWords)

/** The measure of an indicator; undefined when its figures are not compared. */
export function measureOf(indicator: string | null): FigureMeasure | undefined {
  return indicator === null ? undefined : MEASURES.get(indicator)
}

/**
 * The figures of a ground that can be set against others, in its order. Left out: indicators without a measure; what is
 * planned, possible or denied; mere changes; figures whose sides are not known (nothing is guessed); a figure of one
 * side where its measure lies between two, unless its words say that it is the total.
 */
export function measureFigures(
  ground: FindingGround,
  { codebook }: Pick<FindingSetting, 'codebook'>,
): readonly MeasuredFigure[] {
  return measuredOf(ground, codebook)
}

/** Conflicts and sums ask for the same figures. */
const measuredOf = onceFor((ground, codebook): readonly MeasuredFigure[] => {
  const figures = recordsOf(ground, 'figure')
  const sides = sidesIn(ground)
  const together = indicatorsByWords(figures)
  const known = MEASURED(ground, codebook)
  return figures.flatMap((record) => {
    const measured = known(record, () => measuredAlone(record, ground, sides, codebook))
    if (!measured) return []
    const others = [...(together.get(wordsKey(record)) ?? [])]
    return { ...measured, together: others.filter((i) => i !== record.indicator) }
  })
})

type MeasuredAlone = Omit<MeasuredFigure, 'together'>

const MEASURED = notesOn<MeasuredAlone | null>()

function measuredAlone(
  record: FigureRecord,
  ground: FindingGround,
  sides: Sides,
  codebook: Codebook,
): MeasuredAlone | null {
  const measure = measureOf(record.indicator)
  if (!measure || !isLevel(record) || !hasUnit(record, measure, codebook)) return null
  const placed = placeOf(record, measure, ground, sides)
  if (!placed) return null
  return {
    record,
    measure,
    ...placed,
    period: periodOf(record, measure),
    range: valueRangeOf(record, codebook.scales),
    variants: variantsOf(record, measure),
  }
}

/** Does the figure tell a level that is or was so: no plan, no hope, no mere change? */
export function isLevel(record: FigureRecord): boolean {
  if (record.factuality !== 'actual' && record.factuality !== 'ongoing') return false
  if (record.evidence.some(({ text }) => AIM.test(text.toLowerCase()))) return false
  const { change, value, unit } = record
  const isRate = measureOf(record.indicator)?.rate === true
  return isRate || change === null || change.value !== value || change.unit !== unit
}

/** Was the report of a figure copied from one that is in the ledger too? */
export function isCopied(ground: FindingGround, record: FigureRecord): boolean {
  const original = ground.documents.get(record.document)?.duplicateOf ?? null
  return original !== null && ground.documents.has(original)
}

/** The good that the words narrow a figure of goods to ("exports of wheat"), in lower case; null for all goods. */
export function itemOf(record: FigureRecord): string | null {
  if (!measureOf(record.indicator)?.items) return null
  for (const { text } of record.evidence) {
    const item = ITEM.exec(text)?.groups?.item
    if (item !== undefined && !NOT_ITEMS.has(item)) return item
  }
  return null
}

/** The period that a figure states, as `start/end`; null for none. A day is no period of what flows through a year. */
export function statedPeriod(record: FigureRecord): string | null {
  const { time } = record
  return time === null || time.granularity === 'day' ? null : `${time.start}/${time.end}`
}

/** Do the words say that the figure is of everything, with everybody? */
export function isWhole(record: FigureRecord): boolean {
  return record.evidence.some(({ text }) => WHOLE.test(text.toLowerCase()))
}

type Placed = Pick<MeasuredFigure, 'thing' | 'subject' | 'partner' | 'item' | 'mirrored'>

function placeOf(
  record: FigureRecord,
  measure: FigureMeasure,
  ground: FindingGround,
  sides: Sides,
): Placed | null {
  const between = betweenOf(record, measure, ground, sides)
  if (!between) return null
  const { subject, partner } = between
  const mirrored = partner !== null && measure.mirrors !== undefined
  const [from, to] = mirrored ? [partner, subject] : [subject, partner]
  const ids = [from.id, to?.id ?? '']
  const named = measure.sides === 'pair' || measure.sides === 'share' ? ids.sort() : ids
  const indicator = mirrored ? measure.mirrors : measure.indicator
  const item = itemOf(record)
  const thing = JSON.stringify([indicator, record.unit, item, named])
  return { thing, subject, partner, item, mirrored }
}

/** Whose figure it is and with whom; null where that is not known for sure. */
function betweenOf(
  record: FigureRecord,
  measure: FigureMeasure,
  ground: FindingGround,
  sides: Sides,
): Pick<Placed, 'subject' | 'partner'> | null {
  const subjects = sides.sidesOf(record.subject)
  const partners = sides.sidesOf(record.partner)
  const all = [...new Map([...subjects, ...partners].map((side) => [side.id, side])).values()]
  if (!all.every((side) => canHold(ground, side))) return null
  const [first, second] = all
  if (!first) return null
  if (measure.sides === 'subject')
    return subjects.length === 1 ? { subject: first, partner: null } : null
  if (measure.sides === 'pair' && second && all.length === 2)
    return { subject: first, partner: second }
  if (subjects.length === 1 && partners.length === 1 && second)
    return { subject: first, partner: second }
  const isTotal = measure.whole !== undefined && record.partner.length === 0 && isWhole(record)
  return isTotal && all.length === 1 ? { subject: first, partner: null } : null
}

/** States and bodies hold figures of foreign relations; of a person whose state is unknown nothing follows. */
function canHold(ground: FindingGround, side: PartyRef): boolean {
  const type = ground.parties.get(side.id)?.type
  return type === 'country' || type === 'igo' || type === 'group'
}

function periodOf(record: FigureRecord, measure: FigureMeasure): string | null {
  return measure.period === 'lasting' ? 'lasting' : statedPeriod(record)
}

function hasUnit(record: FigureRecord, measure: FigureMeasure, codebook: Codebook): boolean {
  const kind = codebook.units.get(record.unit)?.kind
  return kind !== undefined && measure.units.includes(kind)
}

function variantsOf(record: FigureRecord, measure: FigureMeasure): readonly string[] {
  const words = record.evidence.map(({ text }) => text.toLowerCase()).join('\n')
  return measure.variants.filter(({ pattern }) => pattern.test(words)).map(({ variant }) => variant)
}

const wordsKey = (record: FigureRecord): string => {
  const places = record.evidence.map(({ start, end }) => [start, end])
  return JSON.stringify([record.document, places, record.value, record.unit])
}

/** Indicators by the words that state them: one number of two things stands twice in the ledger. */
function indicatorsByWords(
  figures: readonly FigureRecord[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const figure of figures) {
    if (figure.indicator === null || !isLevel(figure)) continue
    const key = wordsKey(figure)
    const indicators = found.get(key) ?? new Set()
    found.set(key, indicators.add(figure.indicator))
  }
  return found
}

function wordsPattern(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'u')
}
