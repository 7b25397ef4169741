import { momentOf } from './time.js'
import type { TimeScale } from './time.js'

interface AxisProps {
  readonly scale: TimeScale
  readonly top: number
  readonly bottom: number
  /** Marks this ISO day as "today", where it lies in the drawing. */
  readonly today?: string
}

const PIXELS_A_TICK = 72
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** Upright lines with the time below them: the year wherever a new one begins. */
export function TimeAxis({ scale, top, bottom, today }: AxisProps) {
  const [left, right] = scale.range() as [number, number]
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / PIXELS_A_TICK)))
  const isYearly = ticks.every(isJanuary)
  const now = today === undefined ? null : scale(momentOf(today))
  return (
    <g className="axis" aria-hidden="true">
      {ticks.map((tick, at) => (
        <g key={tick.getTime()} transform={`translate(${scale(tick)} 0)`}>
          <line className={isJanuary(tick) ? 'grid-year' : 'grid'} y1={top} y2={bottom} />
          <text y={bottom + 15} textAnchor="middle">
            {isYearly ? tick.getUTCFullYear() : wordsOf(tick)}
          </text>
          {!isYearly && yearOf(ticks[at - 1]) !== yearOf(tick) && (
            <text className="axis-year" y={bottom + 31} textAnchor="middle">
              {tick.getUTCFullYear()}
            </text>
          )}
        </g>
      ))}
      {now !== null && now >= left && now <= right && (
        <g transform={`translate(${now} 0)`}>
          <line className="today" y1={top} y2={bottom} />
          <text className="today-words" y={top - 5} textAnchor="middle">
            today
          </text>
        </g>
      )}
    </g>
  )
}

/** Pixels that the axis needs below `bottom`. */
export const AXIS_HEIGHT = 38

const yearOf = (tick: Date | undefined) => tick?.getUTCFullYear()
const isJanuary = (tick: Date) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1

function wordsOf(tick: Date): string {
  return tick.getUTCDate() === 1 ? monthFormat.format(tick) : dayFormat.format(tick)
}
