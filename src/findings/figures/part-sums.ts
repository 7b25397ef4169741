import { findingOf, type FindingRecord, type PartyRef } from '../../core/index.js'
import { isCopied, measureFigures, type MeasuredFigure } from './figure-measures.js'
import type { FindingGround, FindingSetting } from '../ground.js'
import { groupedBy } from '../groups.js'
import {
  capitalised,
  sayFigure,
  sayList,
  sayParty,
  sayPeriod,
  saySource,
  sayValue,
} from '../say-figures.js'
import { isClosed, rangesMeet, sumOfRanges, type ValueRange } from './written-values.js'

/** What single partners account for, against the whole. */

const ALL: ValueRange = { low: 100, high: 100 }

/** Parts that states account for, each state once, and the total: a figure, or all of 100 %. */
interface PartCheck {
  readonly parts: readonly MeasuredFigure[]
  readonly total: MeasuredFigure | null
  readonly sum: ValueRange
  readonly stated: ValueRange
}

/**
 * Shares of one whole against 100 %, and what single states account for against what is stated for all partners. Only
 * states count as parts, for a union holds the states that are its members. Shares of one stated period may come from
 * several reports, with the lowest that any gives for a state; all else must stand in one report. Fewer than all parts
 * are told of as a rule: less than the total is no finding, more is one, and two parts or more that make exactly the
 * total are one that agrees.
 */
export function partSums(
  ground: FindingGround,
  setting: Pick<FindingSetting, 'codebook'>,
): readonly FindingRecord[] {
  const figures = measureFigures(ground, setting).filter(
    ({ record, partner, item }) =>
      item === null &&
      !isCopied(ground, record) &&
      (!partner || ground.parties.get(partner.id)?.type === 'country'),
  )
  const shares = figures.filter(({ measure }) => measure.sides === 'share')
  const amounts = figures.filter(({ measure }) => measure.whole !== undefined)
  const checks = [
    ...[...groupedBy(shares, wholeOf).values()].flatMap((parts) => checkOf(parts, null)),
    ...[...groupedBy(amounts, inOneReport).values()].flatMap(checksOfTotals),
  ]
  return checks.map((check) => findingOfCheck(ground, check))
}

/** What the shares are of; a period that is not stated is that of the report. */
const wholeOf = (figure: MeasuredFigure): string =>
  figure.period === null ? inOneReport(figure) : JSON.stringify(thingOf(figure))

const inOneReport = (figure: MeasuredFigure): string =>
  JSON.stringify([...thingOf(figure), figure.record.document])

const thingOf = ({ record, subject, period, variants }: MeasuredFigure) => [
  ...[record.indicator, record.unit, subject.id],
  ...[period, variants.join()],
]

function checksOfTotals(figures: readonly MeasuredFigure[]): readonly PartCheck[] {
  const parts = figures.filter(({ partner }) => partner !== null)
  return figures.filter(({ partner }) => partner === null).flatMap((total) => checkOf(parts, total))
}

function checkOf(figures: readonly MeasuredFigure[], total: MeasuredFigure | null): PartCheck[] {
  const parts = [...groupedBy(figures, ({ partner }) => partner?.id).values()].flatMap(
    (same) => [...same].sort((a, b) => a.range.low - b.range.low)[0] ?? [],
  )
  const [sum, stated] = [sumOfRanges(parts.map(({ range }) => range)), total?.range ?? ALL]
  const isOver = sum.low > stated.high && !rangesMeet(sum, stated)
  const isWhole = parts.length > 1 && isClosed(sum) && isClosed(stated) && rangesMeet(sum, stated)
  const isNews = isOver ? parts.length > (total ? 0 : 1) : isWhole
  return isNews ? [{ parts, total, sum, stated }] : []
}

function findingOfCheck(ground: FindingGround, check: PartCheck): FindingRecord {
  const figures = check.total ? [...check.parts, check.total] : check.parts
  const confidence = Math.min(...figures.map(({ record }) => record.confidence))
  const isDated = figures.every(({ period }) => period !== null)
  const sides = figures.flatMap(({ subject, partner }) =>
    partner ? [subject, partner] : [subject],
  )
  const parties: PartyRef[] = [...new Map(sides.map((side) => [side.id, side])).values()]
  return findingOf({
    finding: 'sum-check',
    sort: rangesMeet(check.sum, check.stated) ? 'agrees' : 'disagrees',
    records: figures.map(({ record }) => record.id),
    parties,
    why: sayCheck(ground, check),
    strength: Number((confidence * (isDated ? 1 : 0.85)).toFixed(3)),
  })
}

function sayCheck(ground: FindingGround, { parts, total, sum, stated }: PartCheck): string {
  const figures = total ? [...parts, total] : parts
  const value = parts.reduce((all, { record }) => all + record.value, 0)
  const [first] = parts
  if (!first) return ''
  const each = parts.map(
    ({ record, partner }) => `${sayFigure(record)} (${partner ? sayParty(partner) : ''})`,
  )
  const whole = total ? `the stated total of ${sayFigure(total.record)}` : '100 %'
  const verdict = rangesMeet(sum, stated) ? `which agrees with ${whole}` : `more than ${whole}`
  const period = first.period === null ? [] : [sayPeriod(first.period)]
  const sources = new Set(figures.map(({ record }) => saySource(ground, record)))
  const { measure, subject } = first
  const name = (total ? measure.whole : measure.parts) ?? measure.phrase
  const head = capitalised(name.replace('{subject}', sayParty(subject)))
  const made = sayValue(value, first.record.unit)
  const verb = parts.length === 1 ? 'is' : `make ${made},`
  return `${head}: ${sayList(each)} ${verb} ${verdict} (${[...period, ...sources].join('; ')}).`
}
