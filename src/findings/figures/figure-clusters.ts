import type { MeasuredFigure } from './figure-measures.js'
import type { FindingGround } from '../ground.js'
import { groupedBy } from '../groups.js'
import { daysBetween, publishedOf } from './upstream.js'
import { rangesMeet, sharedRange, type ValueRange } from './written-values.js'

/** Figures of one thing put together by value, and those of them that stand against each other. */

/** Figures that leave at least one value open together. */
export interface FigureCluster {
  readonly range: ValueRange
  readonly members: readonly MeasuredFigure[]
  readonly documents: ReadonlySet<string>
}

/** More values than this for one thing in one period mean that the figures are not of one thing. */
const MOST_VALUES = 8
/** Values further apart than this are not of one thing, or one was misread: no reader takes them for two accounts of it. */
const MOST_TIMES = 3
/** Two reports that state no period may speak of one when they appeared so near: a year later it is the next year's. */
const SAME_SEASON_DAYS = 300
/** A report without a period may speak of one that ended at most so long before it appeared. */
const RECENT_DAYS = 730

/**
 * Figures of one thing by value, each in the first cluster that it fits, exact ones first so that "more than 20" does not
 * join what it cannot tell apart. Empty where there are more than eight values: a mixed bag. Time: figures times eight.
 */
export function clusterFigures(figures: readonly MeasuredFigure[]): readonly FigureCluster[] {
  const clusters: { range: ValueRange; members: MeasuredFigure[]; documents: Set<string> }[] = []
  const width = ({ range }: MeasuredFigure) => range.high - range.low
  for (const figure of [...figures].sort((a, b) => compare(width(a), width(b)))) {
    const home = clusters.find((cluster) => rangesMeet(cluster.range, figure.range))
    if (home) {
      home.range = sharedRange(home.range, figure.range)
      home.members.push(figure)
      home.documents.add(figure.record.document)
    } else if (clusters.length === MOST_VALUES) return []
    else
      clusters.push({
        range: figure.range,
        members: [figure],
        documents: new Set([figure.record.document]),
      })
  }
  return clusters
}

// Both may be infinite, whose difference is no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

/**
 * One figure of each cluster, so that all of them stand against each other; fewer than two for none. Clusters for which
 * more documents speak come first, and before them those with a figure that `leads`; in a cluster its leaders, then the
 * surest records.
 */
export function opposedFigures(
  ground: FindingGround,
  clusters: readonly FigureCluster[],
  leads: (figure: MeasuredFigure) => boolean = () => false,
): readonly MeasuredFigure[] {
  const leading = (figure: MeasuredFigure) => Number(leads(figure))
  const hasLeader = ({ members }: FigureCluster) => Number(members.some(leads))
  const inOrder = [...clusters].sort(
    (a, b) => hasLeader(b) - hasLeader(a) || b.documents.size - a.documents.size,
  )
  const kept: { figure: MeasuredFigure; cluster: FigureCluster }[] = []
  for (const cluster of inOrder) {
    const best = [...cluster.members].sort(
      (a, b) => leading(b) - leading(a) || b.record.confidence - a.record.confidence,
    )
    const figure = best.find((one) =>
      kept.every((other) => standAgainst(ground, one, cluster, other.figure, other.cluster)),
    )
    if (figure) kept.push({ figure, cluster })
  }
  return kept.map(({ figure }) => figure)
}

function standAgainst(
  ground: FindingGround,
  a: MeasuredFigure,
  clusterOfA: FigureCluster,
  b: MeasuredFigure,
  clusterOfB: FigureCluster,
): boolean {
  if (rangesMeet(a.range, b.range) || !areComparable(a.record.value, b.record.value)) return false
  if (!speakOfOnePeriod(ground, a, b)) return false
  const [inA, inB] = [a.record.document, b.record.document]
  // A report that gives both values in its own voice means two things by them.
  if (inA !== inB) return !clusterOfA.documents.has(inB) && !clusterOfB.documents.has(inA)
  const [saysA, saysB] = [a, b].map(({ record }) => record.attribution?.speaker.id)
  return saysA !== undefined && saysB !== undefined && saysA !== saysB
}

function areComparable(a: number, b: number): boolean {
  const [small = 0, large = 0] = [Math.abs(a), Math.abs(b)].sort((x, y) => x - y)
  return a * b > 0 && large <= small * MOST_TIMES
}

/** Do two figures speak of one period, as far as is known? */
function speakOfOnePeriod(ground: FindingGround, a: MeasuredFigure, b: MeasuredFigure): boolean {
  if (a.period !== null && b.period !== null) return a.period === b.period
  const [publishedA, publishedB] = [a, b].map(({ record }) => publishedOf(ground, record))
  if (a.period !== null) return isRecent(a.period, publishedB ?? null)
  if (b.period !== null) return isRecent(b.period, publishedA ?? null)
  const days = daysBetween(publishedA ?? null, publishedB ?? null)
  return days === null || days <= SAME_SEASON_DAYS
}

/** May a report of this day mean this period (`start/end`) without naming it? One of unknown day may. */
export function isRecent(period: string, published: string | null): boolean {
  const [start = '', end = ''] = period.split('/')
  if (published === null) return true
  if (start > published) return false
  return end >= published || (daysBetween(end, published) ?? 0) <= RECENT_DAYS
}

/** Figures of reports that appeared near enough to the newest of them. */
export interface FigureSeason {
  readonly figures: readonly MeasuredFigure[]
  /** ISO date of the newest report; null when no day is known. */
  readonly newest: string | null
}

/** Figures by the season of their reports, newest first; those of unknown day are with the first. None for no figures. */
export function seasonsOf(
  ground: FindingGround,
  figures: readonly MeasuredFigure[],
): readonly FigureSeason[] {
  const days = groupedBy(figures, ({ record }) => publishedOf(ground, record))
  const seasons: { figures: MeasuredFigure[]; newest: string | null }[] = []
  const dates = [...days.keys()].flatMap((date) => date ?? [])
  for (const date of dates.sort().reverse()) {
    const open = seasons.at(-1)
    const far = open ? (daysBetween(open.newest, date) ?? 0) : Infinity
    const ofDate = days.get(date) ?? []
    if (open && far <= SAME_SEASON_DAYS) for (const figure of ofDate) open.figures.push(figure)
    else seasons.push({ figures: [...ofDate], newest: date })
  }
  const [first, ...rest] = seasons
  const undated = days.get(null) ?? []
  if (undated.length === 0) return seasons
  return [
    { figures: [...(first?.figures ?? []), ...undated], newest: first?.newest ?? null },
    ...rest,
  ]
}
