import { scaleLinear } from 'd3-scale'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { AXIS_HEIGHT, TimeAxis } from '../pictures/TimeAxis.js'
import { extentOf, middleOf, momentOf, timeScale } from '../pictures/time.js'
import type { TimeScale } from '../pictures/time.js'
import { numberWords } from '../words/phrases.js'
import { figureWords } from './figures.js'
import type { DatedFigure } from './figures.js'

interface Panel {
  readonly name: string
  readonly figures: readonly DatedFigure[]
}

interface PanelsProps {
  readonly panels: readonly Panel[]
  readonly disputed: ReadonlySet<string>
  readonly width: number
  readonly words: string
}

const LEFT = 92
const HEIGHT = 96
const GAP = 34
const TOP = 26
/** Marks of the same value and time stand this far apart, in pixels. */
const APART = 11

/** One panel a measure under each other, on one axis of time. */
export function FigurePanels({ panels, disputed, width, words }: PanelsProps) {
  const days = panels.flatMap(({ figures }) =>
    figures.flatMap(({ time }) => [time.start, time.end]),
  )
  const extent = extentOf(days)
  if (!extent) return null
  const x = timeScale(...extent, LEFT, width - 12)
  const bottom = TOP + panels.length * (HEIGHT + GAP) - GAP
  return (
    <Drawing width={width} height={bottom + AXIS_HEIGHT} words={words}>
      <TimeAxis scale={x} top={TOP} bottom={bottom} />
      {panels.map((panel, at) => (
        <g key={panel.name} transform={`translate(0 ${TOP + at * (HEIGHT + GAP)})`}>
          <OnePanel panel={panel} disputed={disputed} x={x} width={width} />
        </g>
      ))}
    </Drawing>
  )
}

interface OnePanelProps {
  readonly panel: Panel
  readonly disputed: ReadonlySet<string>
  readonly x: TimeScale
  readonly width: number
}

function OnePanel({ panel: { name, figures }, disputed, x, width }: OnePanelProps) {
  const values = figures.map(({ value }) => value)
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [HEIGHT, 6]).nice(3)
  const seen = new Map<string, number>()
  return (
    <>
      <text className="name" x={0} y={-9}>
        {name}
      </text>
      {y.ticks(3).map((tick) => (
        <g key={tick} className="axis" transform={`translate(0 ${y(tick)})`} aria-hidden="true">
          <line className={tick === 0 ? 'zero' : 'grid'} x1={LEFT} x2={width} />
          <text x={LEFT - 8} y={4} textAnchor="end">
            {numberWords(tick)}
          </text>
        </g>
      ))}
      {figures.map((figure) => {
        const place = `${figure.value} ${figure.time.start} ${figure.time.end}`
        const before = seen.get(place) ?? 0
        seen.set(place, before + 1)
        return (
          <FigureMark
            key={figure.id}
            figure={figure}
            isDisputed={disputed.has(figure.id)}
            x={x}
            y={y(figure.value)}
            aside={before * APART}
          />
        )
      })}
    </>
  )
}

interface FigureMarkProps {
  readonly figure: DatedFigure
  readonly isDisputed: boolean
  readonly x: TimeScale
  readonly y: number
  readonly aside: number
}

function FigureMark({ figure, isDisputed, x, y, aside }: FigureMarkProps) {
  const { time, factuality } = figure
  return (
    <Mark to={`/records/${figure.id}`} words={figureWords(figure, isDisputed)}>
      <g transform={`translate(0 ${y})`}>
        <line className="figure-span" x1={x(momentOf(time.start))} x2={x(momentOf(time.end))} />
        <g transform={`translate(${x(middleOf(time)) + aside} 0)`}>
          <circle className="hit" r="9" />
          {isDisputed && <circle className="ring" r="9" />}
          <circle className="figure" data-standing={factuality} r="4.5" />
        </g>
      </g>
    </Mark>
  )
}
