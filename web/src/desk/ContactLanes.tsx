import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { cut } from '../pictures/names.js'
import { AXIS_HEIGHT, TimeAxis } from '../pictures/TimeAxis.js'
import { momentOf, timeScale } from '../pictures/time.js'
import type { TimeScale } from '../pictures/time.js'
import { counted } from '../words/phrases.js'
import { doorOf, happeningWords, standingOf } from './happenings.js'
import { placed } from './lanes.js'
import type { Lane, Placed } from './lanes.js'
import { StandingMark } from './StandingMark.js'
import type { TimeWindow } from './time-window.js'

interface LanesProps {
  readonly lanes: readonly Lane[]
  readonly window: TimeWindow
  readonly width: number
  readonly name: string
  /** ISO day */
  readonly today: string
  readonly doorTo: (lane: Lane) => string
}

const TOP = 20
const MARK = 12
const LEAST_LANE = 30
const NAME_WIDTH = 146

/** One lane a partner, time from left to right. */
export function ContactLanes({ lanes, window, width, name, today, doorTo }: LanesProps) {
  const isWide = width >= 640
  const left = isWide ? NAME_WIDTH + 12 : 8
  const scale = timeScale(window.first, window.last, left, width - 8)
  let top = TOP
  const rows = lanes.map((lane) => {
    const marks = placed(lane.happenings, scale, MARK)
    const levels = Math.max(...marks.map(({ level }) => level + 1))
    // Where there is no room beside a lane, its name stands above it.
    const height = Math.max(LEAST_LANE, levels * MARK + 12) + (isWide ? 0 : 18)
    const row = { lane, marks, top, height }
    top += height
    return row
  })
  return (
    <Drawing
      width={width}
      height={top + AXIS_HEIGHT}
      words={`Contacts of ${name} by partner and time.`}
    >
      <TimeAxis scale={scale} top={TOP} bottom={top} today={today} />
      {rows.map((row) => (
        <g key={row.lane.partner.id} transform={`translate(0 ${row.top})`}>
          <line className="lane-rule" x1={0} x2={width} y1={row.height} y2={row.height} />
          <LaneName
            to={doorTo(row.lane)}
            lane={row.lane}
            isWide={isWide}
            width={width}
            height={row.height}
          />
          <LaneMarks marks={row.marks} scale={scale} y={row.height - MARK / 2 - 6} />
        </g>
      ))}
    </Drawing>
  )
}

interface NameProps {
  readonly to: string
  readonly lane: Lane
  readonly isWide: boolean
  readonly width: number
  readonly height: number
}

function LaneName({ to, lane, isWide, width, height }: NameProps) {
  const count = ` · ${lane.happenings.length}`
  const place = isWide
    ? { x: NAME_WIDTH, y: Math.max(height / 2 + 4, 15), textAnchor: 'end' as const }
    : { x: 0, y: 15 }
  return (
    <Mark to={to} words={`${lane.partner.name}: ${counted(lane.happenings.length, 'contact')}`}>
      <text className="name" {...place}>
        {cut(lane.partner.name, (isWide ? NAME_WIDTH : width) - count.length * 8)}
        {count}
      </text>
    </Mark>
  )
}

interface MarksProps {
  readonly marks: readonly Placed[]
  readonly scale: TimeScale
  readonly y: number
}

/** Times shorter than this, in pixels, are drawn as the mark alone. */
const POINT = 10

function LaneMarks({ marks, scale, y }: MarksProps) {
  const [left, right] = scale.range() as [number, number]
  return marks.map(({ happening, x, level }) => {
    const start = Math.max(left, scale(momentOf(happening.days.start)))
    const end = Math.min(right, scale(momentOf(happening.days.end)))
    return (
      <Mark key={happening.id} to={doorOf(happening)} words={happeningWords(happening)}>
        <g transform={`translate(0 ${y - level * MARK})`}>
          {end - start > POINT && <line className="span" x1={start} x2={end} />}
          <g transform={`translate(${x} 0)`}>
            {/* Easier to hit than the shape alone. */}
            <circle className="hit" r={MARK / 2 + 2} />
            <StandingMark standing={standingOf(happening)} level={happening.level} />
          </g>
        </g>
      </Mark>
    )
  })
}
