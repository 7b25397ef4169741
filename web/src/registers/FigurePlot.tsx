import { scaleLinear, scaleUtc } from 'd3-scale'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import type { NameOf } from '../words/phrases.js'
import { headlineOf, numberWords, timeWords } from '../words/phrases.js'
import type { FigureView } from './figure-groups.js'
import { YearTicks } from './YearTicks.js'

interface FigurePlotProps {
  readonly figures: readonly FigureView[]
  readonly unit: string
  readonly nameOf: NameOf
  /** Does the figure differ from another? Then it is ringed. */
  readonly differs: (record: string) => boolean
  /** In CSS pixels. */
  readonly width: number
}

const HEIGHT = 190
const LEFT = 84
const RIGHT = 18
const TOP = 14
const BOTTOM = 28
const TICKS = 4

/** Are there two figures at least that differ in time or value? Else there is nothing to see in a picture. */
export function isWorthDrawing(figures: readonly FigureView[]): boolean {
  const dated = figures.filter(({ time }) => time !== null)
  return new Set(dated.map(({ time, value }) => `${time?.start} ${value}`)).size > 1
}

/** Figures of one unit over time, each a door to its words; the table beside says the same. */
export function FigurePlot({ figures, unit, nameOf, differs, width }: FigurePlotProps) {
  const dated = figures.flatMap((figure) =>
    figure.time ? [{ figure, at: middleOf(figure.time) }] : [],
  )
  const x = scaleUtc(padded(dated.map(({ at }) => at)), [LEFT, width - RIGHT])
  const values = dated.map(({ figure }) => figure.value)
  const range = [HEIGHT - BOTTOM, TOP]
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], range).nice(TICKS)
  return (
    <Drawing width={width} height={HEIGHT} words={`${unit} over time, as the table below.`}>
      {y.ticks(TICKS).map((value) => (
        <g key={value} className="axis">
          <line className="grid" x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {numberWords(value)}
          </text>
        </g>
      ))}
      <YearTicks x={x} y={HEIGHT - 8} />
      {dated.map(({ figure, at }) => (
        <Mark key={figure.id} to={`/records/${figure.id}`} words={saidOf(figure, nameOf)}>
          <circle className="hit" cx={x(at)} cy={y(figure.value)} r={12} />
          {differs(figure.id) && (
            <circle className="plot-ring" cx={x(at)} cy={y(figure.value)} r={10} />
          )}
          <circle
            className="plot-dot"
            data-kind="figure"
            data-factuality={figure.factuality}
            cx={x(at)}
            cy={y(figure.value)}
            r={6}
          />
        </Mark>
      ))}
    </Drawing>
  )
}

function saidOf(figure: FigureView, nameOf: NameOf): string {
  const when = figure.time ? ` – ${timeWords(figure.time)}` : ''
  return `${headlineOf(figure, nameOf)}${when}`
}

function middleOf({ start, end }: { start: string; end: string }): number {
  return (Date.parse(start) + Date.parse(end)) / 2
}

const MONTH_MS = 30 * 24 * 3600 * 1000

/** First and last time with room beside them, so that no dot is cut and one year alone has a width. */
export function padded(times: readonly number[], least = MONTH_MS * 4): [Date, Date] {
  const first = times.length > 0 ? Math.min(...times) : 0
  const last = times.length > 0 ? Math.max(...times) : 0
  const room = Math.max((last - first) * 0.04, least)
  return [new Date(first - room), new Date(last + room)]
}
