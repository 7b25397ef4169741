import { scaleUtc } from 'd3-scale'
import type { ScaleTime } from 'd3-scale'
import type { RecordView } from '../../../src/api/types.js'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { changedParams, useAddress } from '../parts/use-address.js'
import { plain, timeWords } from '../words/phrases.js'
import { padded } from './FigurePlot.js'
import { YearTicks } from './YearTicks.js'

export type AgreementView = Extract<RecordView, { kind: 'agreement' }>

/** The lanes of the picture: steps of an agreement's life in their order, then those of unknown status. */
export const STATUS_ORDER = [
  'proposed',
  'negotiating',
  'signed',
  'ratified',
  'in-force',
  'ended',
  'not-stated',
] as const

/** The lane of an agreement. */
export function statusOf({ status }: AgreementView): (typeof STATUS_ORDER)[number] {
  return status ?? 'not-stated'
}

const LANE = 34
const LEFT = 118
const TOP = 8
const YEAR_MS = 365 * 24 * 3600 * 1000

interface AgreementPlotProps {
  readonly agreements: readonly AgreementView[]
  /** In CSS pixels. */
  readonly width: number
}

/** Agreements by status and day; those without a day stand at the right. A lane's name narrows the register to it. */
export function AgreementPlot({ agreements, width }: AgreementPlotProps) {
  const times = agreements.flatMap(({ time }) => (time ? [Date.parse(time.start)] : []))
  const lanes = STATUS_ORDER.filter((status) => agreements.some((one) => statusOf(one) === status))
  const undated = width < 500 ? 76 : 90
  const x = scaleUtc(padded(times, YEAR_MS / 2), [LEFT, width - undated])
  const height = TOP + lanes.length * LANE + 26
  return (
    <Drawing
      width={width}
      height={height}
      words="Agreements by status and day, as the table below."
    >
      {lanes.map((status, lane) => (
        <Lane
          key={status}
          status={status}
          y={TOP + (lane + 0.5) * LANE}
          agreements={agreements.filter((one) => statusOf(one) === status)}
          x={x}
          width={width}
        />
      ))}
      {times.length > 0 && <YearTicks x={x} y={height - 6} />}
      <g className="axis">
        <text x={width - undated / 2} y={height - 6} textAnchor="middle">
          no day
        </text>
      </g>
    </Drawing>
  )
}

interface LaneProps {
  readonly status: (typeof STATUS_ORDER)[number]
  readonly y: number
  readonly agreements: readonly AgreementView[]
  readonly x: ScaleTime<number, number>
  readonly width: number
}

function Lane({ status, y, agreements, x, width }: LaneProps) {
  const { params } = useAddress()
  const isChosen = params.get('status') === status
  const to = changedParams(params, { status: isChosen ? null : status })
  const undated = agreements.filter(({ time }) => !time)
  const end = x.range()[1] ?? 0
  const step = Math.min(14, (width - end - 24) / Math.max(1, undated.length))
  return (
    <g>
      <line className="lane-rule" x1={LEFT} x2={width} y1={y} y2={y} />
      <Mark
        to={`?${to}`}
        words={`${plain(status)}: ${agreements.length}. ${isChosen ? 'Show all' : 'Show only these'}`}
      >
        <rect
          className="row-ground"
          x={0}
          y={y - LANE / 2 + 3}
          width={LEFT - 6}
          height={LANE - 6}
        />
        <text className={isChosen ? 'strong' : ''} x={LEFT - 12} y={y} dy="0.32em" textAnchor="end">
          {plain(status)} ({agreements.length})
        </text>
      </Mark>
      {agreements.map((one) => {
        const beside = end + 20 + undated.indexOf(one) * step
        const at = one.time ? x(Date.parse(one.time.start)) : beside
        return (
          <Mark key={one.id} to={`/records/${one.id}`} words={saidOf(one)}>
            <circle className="hit" cx={at} cy={y} r={12} />
            <circle
              className="plot-dot"
              data-kind="agreement"
              data-factuality={one.factuality}
              cx={at}
              cy={y}
              r={6.5}
            />
          </Mark>
        )
      })}
    </g>
  )
}

function saidOf({ name, time, status }: AgreementView): string {
  return [name, status && plain(status), time && timeWords(time)].filter(Boolean).join(' – ')
}
