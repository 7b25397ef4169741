import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { cut } from '../pictures/names.js'
import { stacked } from '../pictures/stacked.js'
import type { Stacked } from '../pictures/stacked.js'
import { AXIS_HEIGHT, TimeAxis } from '../pictures/TimeAxis.js'
import { extentOf, momentOf, timeScale } from '../pictures/time.js'
import { counted } from '../words/phrases.js'
import { StanceMark } from './StanceMark.js'
import { datedIn, itemWords } from './stances.js'
import type { DatedItem, PositionRow } from './stances.js'

interface LanesProps {
  readonly rows: readonly PositionRow[]
  readonly width: number
  /** What it shows, in a sentence. */
  readonly words: string
}

const TOP = 8
const NAME_HEIGHT = 20
const MARK = 13
const EDGE = 10

/** One line a position, its name above, time from left to right. Null where no item has a known day. */
export function PositionLanes({ rows, width, words }: LanesProps) {
  const extent = extentOf(rows.flatMap(({ position }) => datedIn(position).map(({ date }) => date)))
  if (!extent) return null
  const scale = timeScale(...extent, EDGE, width - EDGE)
  let top = TOP
  const lanes = rows.map((row) => {
    const ends = scale.range() as [number, number]
    const marks = stacked(datedIn(row.position), ({ date }) => scale(momentOf(date)), ends, MARK)
    const levels = Math.max(1, ...marks.map(({ level }) => level + 1))
    const lane = { row, marks, top, height: NAME_HEIGHT + levels * MARK + 10 }
    top += lane.height
    return lane
  })
  return (
    <Drawing width={width} height={top + AXIS_HEIGHT} words={words}>
      <TimeAxis scale={scale} top={TOP} bottom={top} />
      {lanes.map((lane) => (
        <g key={lane.row.key} transform={`translate(0 ${lane.top})`}>
          <Lane {...lane} width={width} />
        </g>
      ))}
    </Drawing>
  )
}

interface LaneProps {
  readonly row: PositionRow
  readonly marks: readonly Stacked<DatedItem>[]
  readonly height: number
  readonly width: number
}

function Lane({ row, marks, height, width }: LaneProps) {
  const { name, to, position } = row
  const count = ` · ${position.items.length}`
  return (
    <>
      <line className="lane-rule" x1={0} x2={width} y1={height} y2={height} />
      <Mark to={to} words={`${name}: ${counted(position.items.length, 'record')}`}>
        <text className="name halo" x={0} y={15}>
          {cut(name, width - count.length * 8)}
          {count}
        </text>
      </Mark>
      {marks.map(({ item, x, level }) => (
        <Mark key={item.record} to={`/records/${item.record}`} words={itemWords(item)}>
          <g transform={`translate(${x} ${height - MARK / 2 - 5 - level * MARK})`}>
            <circle className="hit" r={MARK / 2 + 2} />
            <StanceMark stance={item.stance} changed={item.changed} />
          </g>
        </Mark>
      ))}
    </>
  )
}
