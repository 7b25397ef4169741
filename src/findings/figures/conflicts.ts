import { findingOf, type FindingRecord } from '../../core/index.js'
import { clusterFigures, isRecent, opposedFigures, seasonsOf } from './figure-clusters.js'
import { measureFigures, type MeasuredFigure } from './figure-measures.js'
import type { Finder, FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { FIGURE_SORTS, isTurned, sayConflict, type FigureSort } from './say-conflict.js'
import { upstreamOf } from './upstream.js'
import { rangesMeet, type ValueRange } from './written-values.js'

/**
 * Figures for one thing that differ beyond rounding, side by side, never averaged. Rounding is half a unit of the last
 * digit written ("32.3" is 32.25 to 32.35), wider with "about" ("about 30 %" is 28 to 32 %) and open to one side with
 * "more than" and "less than": `valueRangeOf` has the whole rule. One finding for each thing and period, with one record
 * for each value; `sort` says what may explain the difference:
 *
 * - `true-conflict`: same measure, sides and period, and no explanation;
 * - `period-unknown`: one or more state no period, and their reports appeared near enough to mean the same one;
 * - `same-source`: they go back to one source upstream, so that one of them was copied wrongly;
 * - `different-definition`: their words narrow what is counted in different ways (goods, gross, a number told of two
 *   things at once), or the two sides of one flow count it each for itself.
 *
 * With three values or more the first sort in this order that any two of them have.
 *
 * What explains a difference away is no finding, for it would drown the rest: other periods (every year differs from the
 * last), rounding, and what cannot be compared (currencies are not converted; values more than three times apart; more
 * than eight values). Also left out are a report that gives both values in its own voice (it means two things by them),
 * a figure without a period that agrees with one of a stated period, and figures whose sides are not known.
 *
 * `strength`: how sure it is that the records measure one thing in one period. The least confidence among them, times 0.8
 * unless all state the period, 0.85 where they disagree on which side is the whole, 0.85 for different definitions.
 */
export const findFigureConflicts: Finder = (ground, setting) => {
  const things = groupedBy(measureFigures(ground, setting), ({ thing }) => thing)
  const value = [...things.values()].flatMap((figures) => conflictsOfThing(ground, figures))
  return { value: withoutRepeats(ground, value), issues: [] }
}

function conflictsOfThing(
  ground: FindingGround,
  figures: readonly MeasuredFigure[],
): readonly FindingRecord[] {
  const periods = groupedBy(figures, ({ period }) => period)
  const undated = periods.get(null) ?? []
  periods.delete(null)
  const dated = [...periods.values()].map((ofPeriod) =>
    opposedFigures(ground, clusterFigures(ofPeriod)),
  )
  const isStated = figures[0]?.measure.period !== 'any'
  const mixed = isStated ? [] : undatedConflicts(ground, undated, periods as Periods)
  return [...dated, ...mixed].flatMap((opposed) => conflictOf(ground, opposed) ?? [])
}

type Periods = ReadonlyMap<string, readonly MeasuredFigure[]>

/** Figures without a period that agree with none of a stated one: each season's against each other and its latest period. */
function undatedConflicts(
  ground: FindingGround,
  undated: readonly MeasuredFigure[],
  periods: Periods,
): readonly (readonly MeasuredFigure[])[] {
  const isExplained = meetsAnyOf([...periods.values()].flat().map(({ range }) => range))
  const open = undated.filter(({ range }) => !isExplained(range))
  return seasonsOf(ground, open).map(({ figures, newest }) => {
    const recent = [...periods.keys()].filter((period) => isRecent(period, newest))
    const latest = recent.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).at(-1)
    const against = latest === undefined ? [] : (periods.get(latest) ?? [])
    return opposedFigures(
      ground,
      clusterFigures([...figures, ...against]),
      ({ period }) => period === null,
    )
  })
}

const endOf = (period: string): string => period.split('/')[1] ?? ''

function conflictOf(
  ground: FindingGround,
  opposed: readonly MeasuredFigure[],
): FindingRecord | null {
  const figures = [...opposed].sort((a, b) => a.record.value - b.record.value)
  const [first, second] = figures
  if (!first || !second) return null
  const sort = sortOf(ground, figures)
  const upstream = sort === 'same-source' ? upstreamOfPair(ground, first, second) : null
  return findingOf({
    finding: 'conflict',
    sort,
    records: figures.map(({ record }) => record.id),
    parties: first.partner ? [first.subject, first.partner] : [first.subject],
    why: sayConflict(ground, figures, upstream),
    strength: strengthOf(figures, sort),
  })
}

function sortOf(ground: FindingGround, figures: readonly MeasuredFigure[]): FigureSort {
  const sorts = figures.flatMap((a, index) =>
    figures.slice(index + 1).map((b) => sortOfPair(ground, a, b)),
  )
  return FIGURE_SORTS.find((sort) => sorts.includes(sort)) ?? 'true-conflict'
}

function sortOfPair(ground: FindingGround, a: MeasuredFigure, b: MeasuredFigure): FigureSort {
  const definition = (figure: MeasuredFigure) =>
    JSON.stringify([figure.variants, figure.together.length > 0, figure.mirrored])
  if (definition(a) !== definition(b)) return 'different-definition'
  if (upstreamOfPair(ground, a, b) !== null) return 'same-source'
  return a.period === null || b.period === null ? 'period-unknown' : 'true-conflict'
}

const upstreamOfPair = (ground: FindingGround, a: MeasuredFigure, b: MeasuredFigure) =>
  upstreamOf(ground, a.record, b.record, a.period !== null && a.period === b.period)

function strengthOf(figures: readonly MeasuredFigure[], sort: FigureSort): number {
  const confidence = Math.min(...figures.map(({ record }) => record.confidence))
  const period = figures.every((figure) => figure.period !== null) ? 1 : 0.8
  const [first] = figures
  const sides = first && figures.some((figure) => isTurned(figure, first)) ? 0.85 : 1
  const definition = sort === 'different-definition' ? 0.85 : 1
  return Number((confidence * period * sides * definition).toFixed(3))
}

/** Does a range meet any of these? Asked in the time of a binary search. */
function meetsAnyOf(ranges: readonly ValueRange[]): (range: ValueRange) => boolean {
  const byLow = [...ranges].sort((a, b) => a.low - b.low || 0)
  let reach = -Infinity
  const reaches = byLow.map(({ high }) => (reach = Math.max(reach, high)))
  return (range) => {
    let [from, to] = [0, byLow.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((byLow[middle]?.low ?? Infinity) <= range.high) from = middle + 1
      else to = middle
    }
    const high = reaches[from - 1]
    return high !== undefined && rangesMeet({ low: -Infinity, high }, range)
  }
}

/** One finding for the same words: a number told of two things at once stands twice in the ledger. */
function withoutRepeats(
  ground: FindingGround,
  findings: readonly FindingRecord[],
): readonly FindingRecord[] {
  const cited = new Set(findings.flatMap((finding) => finding.records))
  const records = new Map(
    ground.records.filter(({ id }) => cited.has(id)).map((record) => [record.id, record]),
  )
  const byWords = new Map<string, FindingRecord>()
  for (const finding of findings) {
    const words = finding.records.map((id) => {
      const record = records.get(id)
      return [record?.document, record?.evidence.map(({ start, end }) => [start, end])]
    })
    const key = JSON.stringify(words)
    if (!byWords.has(key)) byWords.set(key, finding)
  }
  return [...byWords.values()]
}
