import type { RecordTime } from '../../core/records.js'
import type { Span } from '../../core/spans.js'
import { resolveFound, type FoundTime, type TimeContext } from '../time/index.js'
import type { Quantity } from './quantity.js'

/** The period that a quantity measures, from the times of its sentence. */

export interface PeriodTime extends Span {
  readonly time: RecordTime
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
  return times.flatMap((found) => {
    if (found.start < sentence.start || found.end > sentence.end) return []
    if (COMPARED.test(text.slice(Math.max(sentence.start, found.start - 40), found.start)))
      return []
    if (found.type === 'SET' || (found.sense.kind === 'shift' && found.sense.ago)) return []
    const { time } = resolveFound(found, context)
    if (!time || !PERIOD_GRANULARITIES.has(time.granularity)) return []
    return [{ start: found.start, end: found.end, time }]
  })
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
  const before = periods.filter((period) => period.end <= quantity.start).at(-1)
  return (before ?? periods[0])?.time ?? null
}
