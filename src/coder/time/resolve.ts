import { isoOf, parseIso } from '../../core/calendar.js'
import type { PublishedBasis } from '../../core/documents.js'
import { issueOf, type Issue } from '../../core/issues.js'
import type { TimexType } from '../../core/readings.js'
import { GRANULARITIES, type RecordTime } from '../../core/records.js'
import type { TenseHint } from './choose.js'
import { findTimes, type FoundTime } from './find.js'
import type { CalendarPeriod } from './periods.js'
import { placeSense } from './place.js'
import type { Placed } from './placed.js'
import type { TimeSense } from './senses.js'

/** What the meaning of a time expression depends on. Nothing else is read; there is no clock. */
export interface TimeContext {
  /** Day of publication, or null when it is not known. */
  readonly published: string | null
  readonly publishedBasis: PublishedBasis | null
  /** Tense of the verb the expression belongs to. */
  readonly tenseHint: TenseHint
  /** The coarsest granularity the caller can use; coarser times come back null. */
  readonly granularityHint?: RecordTime['granularity']
  /** The time named before in the same text, for "that year", "two days later". */
  readonly anchor?: RecordTime | null
}

export interface Timex {
  readonly type: TimexType
  /** TIMEX3 value (TimeML 1.2.1), X for what is not known. */
  readonly value: string
}

export interface ResolvedTime {
  readonly time: RecordTime | null
  readonly timex: Timex | null
  readonly issues: readonly Issue[]
}

const LEAD =
  /^\s*(?:(?:in|on|at|during|by|for|over|within|throughout|as of|as from|from|of|to|starting|beginning|about|around)\s+)+/i
const SINCE = /^\s*(?:ever\s+)?(?:since|starting from|beginning in)\s+/i
const UNTIL = /^\s*(?:until|till|up until|up to)\s+/i
const RANGE =
  /^\s*(?:(?:from|between)\s+)?(.+?)\s*(?:\s(?:to|and|until|till|through)\s|–|—|\s-\s)\s*(.+)$/i

/** The one time that covers an expression but for its leading words; type and sense. */
function senseOf(expression: string): { type: TimexType; sense: TimeSense } | null {
  const words = expression.trim().replace(/[\s.,;:'’]+$/, '')
  const whole = findTimes(words)
  const longest = longestOf(whole)
  if (longest && longest.end - longest.start >= words.length - leadLength(words)) return longest
  const bounded = boundedSense(words)
  if (bounded) return bounded
  return rangeSense(words) ?? longest
}

const longestOf = (found: readonly FoundTime[]) =>
  [...found].sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null

const leadLength = (words: string) => LEAD.exec(words)?.[0].length ?? 0

function boundedSense(words: string): { type: TimexType; sense: TimeSense } | null {
  const since = SINCE.exec(words)
  const until = UNTIL.exec(words)
  const lead = since ?? until
  if (!lead) return null
  const base = senseOf(words.slice(lead[0].length))
  if (!base || base.type === 'DURATION' || base.type === 'SET') return null
  return {
    type: 'DATE',
    sense: { kind: 'bounded', base: base.sense, side: since ? 'since' : 'until' },
  }
}

const PLACED_KINDS = new Set<TimeSense['kind']>([
  'day', 'month', 'year', 'quarter', 'half', 'season', 'decade', 'century', 'weekday', 'shift', 'holiday',
]) // prettier-ignore

function rangeSense(words: string): { type: TimexType; sense: TimeSense } | null {
  const parts = RANGE.exec(words)
  if (!parts) return null
  // "in" tells a bare "March" from the verb.
  const [from, to] = [parts[1], parts[2]].map((part) => longestOf(findTimes(`in ${part ?? ''}`)))
  if (!from || !to) return null
  if (!PLACED_KINDS.has(from.sense.kind) || !PLACED_KINDS.has(to.sense.kind)) return null
  return { type: 'DATE', sense: { kind: 'range', from: from.sense, to: to.sense } }
}

const periodOf = (time: RecordTime | null | undefined): CalendarPeriod | null => {
  const [start, end] = [parseIso(time?.start ?? ''), parseIso(time?.end ?? '')]
  if (!time || start === null || end === null) return null
  return { start, end, granularity: time.granularity, value: valueOf(time) }
}

/** TIMEX3 value of a record's time, as far as its granularity tells it. */
function valueOf(time: RecordTime): string {
  if (time.granularity === 'day') return time.start
  if (time.granularity === 'month') return time.start.slice(0, 7)
  if (time.granularity === 'year') return time.start.slice(0, 4)
  const quarter = Math.ceil(Number(time.start.slice(5, 7)) / 3)
  return time.granularity === 'quarter' ? `${time.start.slice(0, 4)}-Q${quarter}` : time.start
}

/** Is the first coarser than the second? Core lists them from fine to coarse. */
const isCoarser = (a: RecordTime['granularity'], b: RecordTime['granularity']) =>
  GRANULARITIES.indexOf(a) > GRANULARITIES.indexOf(b)

function recordTime(
  placed: Placed,
  text: string,
  coarsest: RecordTime['granularity'] | undefined,
): RecordTime | null {
  const { period } = placed
  if (!period || !placed.sure) return null
  if (coarsest && isCoarser(period.granularity, coarsest)) return null
  const [start, end] = [isoOf(period.start), isoOf(period.end)]
  return { start, end, granularity: period.granularity, text: text.trim() }
}

function unresolved(expression: string, context: TimeContext): Issue {
  const why =
    context.published === null
      ? 'the day of publication is not known'
      : 'nothing in the text settles it'
  return issueOf(
    'time-unresolved',
    'note',
    expression,
    `“${expression}” could not be placed in the calendar: ${why}`,
    context.published === null ? 'Give the day of publication with --published.' : null,
  )
}

function placeFound(
  expression: string,
  found: { type: TimexType; sense: TimeSense },
  context: TimeContext,
): ResolvedTime {
  const published = context.published === null ? null : parseIso(context.published)
  const anchor = periodOf(context.anchor)
  const placed = placeSense(found.sense, { published, tense: context.tenseHint, anchor })
  const time = recordTime(placed, expression, context.granularityHint)
  const timex = { type: found.type, value: placed.value }
  const issues = time || placed.timeless ? [] : [unresolved(expression.trim(), context)]
  return { time, timex, issues }
}

/**
 * Meaning of one time expression: `time` for the ledger (null where not known for sure, with an issue
 * `time-unresolved`), `timex` with its TIMEX3 type and value. Leading prepositions may stand in the
 * expression; "since", "until", "from … to" and "between … and" make intervals. Never throws.
 */
export function resolveTime(expression: string, context: TimeContext): ResolvedTime {
  const found = senseOf(expression.replace(/\s+/g, ' '))
  if (!found) return { time: null, timex: null, issues: [unresolved(expression.trim(), context)] }
  return placeFound(expression, found, context)
}

/**
 * The anchor for the next expression: the time just resolved, unless it was itself told from the anchor
 * ("a year earlier"), so that comparisons do not drift backwards through a text.
 */
export function nextAnchor(
  found: FoundTime,
  resolved: ResolvedTime,
  anchor: RecordTime | null,
): RecordTime | null {
  const { sense } = found
  const compared = sense.kind === 'shift' && (sense.origin === 'anchor' || sense.ago === true)
  return compared || sense.kind === 'latest' ? anchor : (resolved.time ?? anchor)
}

/** Meaning of a time that `findTimes` found: as `resolveTime`, without reading the words again. */
export function resolveFound(found: FoundTime, context: TimeContext): ResolvedTime {
  return placeFound(found.text, found, context)
}
