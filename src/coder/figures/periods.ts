import type { RecordTime } from '../../core/records.js'
import type { Span } from '../../core/spans.js'
import { resolveFound, type FoundTime, type TimeContext } from '../time/index.js'
import type { Quantity } from './quantity.js'

/** The period that a quantity measures, from the times of its sentence. */

export interface PeriodTime extends Span {
  readonly time: RecordTime
  /** "since May", not at the head of its sentence: a period only of what stands before it. */
  readonly isTail?: boolean
}

const PERIOD_GRANULARITIES = new Set(['month', 'quarter', 'year', 'interval', 'day', 'decade'])
const COMPARED =
  /\b(?:than\s+(?:in|the)?|from|compared\s+(?:with|to)(?:\s+in)?|against|versus|over|since|by|until|before|after)\s+(?:the\s+)?$/i

/** The sentence's times that may be a period; what follows "than in", "from", "compared with" is a base, "by 2030" a goal. */
export function periodsOf(
  text: string,
  sentence: Span,
  times: readonly FoundTime[],
  context: TimeContext,
): PeriodTime[] {
  const inside = times.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  return inside.flatMap((found, at) => {
    const lead = text.slice(Math.max(sentence.start, found.start - 40), found.start)
    const long = betweenTimes(text, lead, found, inside[at + 1], context)
    if (long) return [long]
    if (SINCE_LEAD.test(lead)) return sinceTime(lead, found, context)
    if (COMPARED.test(lead)) return []
    if (found.type === 'SET' || (found.sense.kind === 'shift' && found.sense.ago)) return []
    const { time } = resolveFound(found, context)
    if (!time || !PERIOD_GRANULARITIES.has(time.granularity)) return []
    return [{ start: found.start, end: found.end, time }]
  })
}

const SINCE_LEAD = /\bsince\s+(?:the\s+)?$/i

/** "between July and September": from the first day of the one to the last day of the other. */
function betweenTimes(
  text: string,
  lead: string,
  from: FoundTime,
  to: FoundTime | undefined,
  context: TimeContext,
): PeriodTime | null {
  if (!to || !/\bbetween\s+$/i.test(lead) || !/^\s+and\s+$/i.test(text.slice(from.end, to.start)))
    return null
  const last = resolveFound(to, context).time
  const first = resolveFound(from, context).time
  if (!first?.start || !last?.end || first.start > last.end) return null
  const words = text.slice(from.start, to.end)
  const time = { start: first.start, end: last.end, granularity: 'interval' as const, text: words }
  return { start: from.start, end: to.end, time }
}

/** "since May": from its first day to the day of the report; nothing where that day is not known. */
function sinceTime(lead: string, found: FoundTime, context: TimeContext): PeriodTime[] {
  const start = resolveFound(found, context).time?.start
  const end = context.published
  if (!start || !end || start > end) return []
  const time = { start, end, granularity: 'interval' as const, text: found.text }
  const isTail = lead.replace(SINCE_LEAD, '').trim() !== ''
  return [{ start: found.start, end: found.end, time, isTail }]
}

/** The nearest period before the quantity within its sentence, else the nearest after it in its own clause, else the first. */
export function periodOf(
  text: string,
  quantity: Quantity,
  periods: readonly PeriodTime[],
): RecordTime | null {
  const after = periods.find(
    (period) =>
      period.start >= quantity.end && !/[,;–—]/.test(text.slice(quantity.end, period.start)),
  )
  if (after) return after.time
  const own = periods.filter((period) => !period.isTail)
  const before = own.filter((period) => period.end <= quantity.start).at(-1)
  return (before ?? own[0])?.time ?? null
}
