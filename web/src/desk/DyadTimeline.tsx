import { scaleLinear } from 'd3-scale'
import type { HappeningPage, HappeningView, PartyRefView } from '../../../src/api/types.js'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { signed } from '../pictures/numbers.js'
import { Picture } from '../pictures/Picture.js'
import { AXIS_HEIGHT, TimeAxis } from '../pictures/TimeAxis.js'
import { dayOf, timeScale } from '../pictures/time.js'
import { fileOf } from './addresses.js'
import type { Period } from './addresses.js'
import { groupedBy } from './groups.js'
import { doorOf, happeningWords, standingOf, tableOf } from './happenings.js'
import { placed } from './lanes.js'
import { QuadLegend, QuadMark } from './QuadMark.js'
import { useTimeWindow } from './time-window.js'
import type { TimeWindow } from './time-window.js'
import { WindowNote } from './WindowNote.js'

interface TimelineProps {
  readonly state: PartyRefView
  readonly partner: PartyRefView
  readonly period: Period
  readonly page: HappeningPage
}

/** What happened between two, by time, intensity and quad. */
export function DyadTimeline({ state, partner, period, page }: TimelineProps) {
  const happenings = page.items
  const window = useTimeWindow(happenings, dayOf(Date.now()))
  return (
    <Picture
      id="happenings"
      title="Happenings"
      subject={`${state.name} and ${partner.name}`}
      about="Each act once, however many reports tell of it: higher is friendlier, by PLOVER’s intensity from −10 to 10. A mark opens its words."
      legend={<QuadLegend standings={happenings.map(standingOf)} />}
      note={<WindowNote window={window} cut={page.nextCursor !== null} />}
      table={tableOf(happenings)}
      doors={happenings.map(doorOf)}
      facts={{ state, partner, ...period }}
      file={fileOf(state.name, partner.name, 'happenings')}
    >
      {(width) =>
        window ? (
          <Intensities
            window={window}
            width={width}
            words={`Happenings between ${state.name} and ${partner.name} by time and intensity.`}
          />
        ) : (
          <p className="quiet">None has a known day: see the table.</p>
        )
      }
    </Picture>
  )
}

const LEFT = 34
const TOP = 22
const HEIGHT = 300
const MARK = 11
const LEVELS = [-10, -5, 0, 5, 10]

interface IntensitiesProps {
  readonly window: TimeWindow
  readonly width: number
  readonly words: string
}

function Intensities({ window, width, words }: IntensitiesProps) {
  const x = timeScale(window.first, window.last, LEFT, width - 8)
  const y = scaleLinear([-10, 10], [TOP + HEIGHT, TOP])
  const byIntensity = groupedBy(window.inside, ({ intensity }) => intensity)
  const marks = [...byIntensity.values()].flatMap((alike) => placed(alike, x, MARK))
  return (
    <Drawing width={width} height={TOP + HEIGHT + AXIS_HEIGHT} words={words}>
      <TimeAxis scale={x} top={TOP} bottom={TOP + HEIGHT} />
      <g className="axis" aria-hidden="true">
        {LEVELS.map((level) => (
          <g key={level} transform={`translate(0 ${y(level)})`}>
            <line className={level === 0 ? 'zero' : 'grid'} x1={LEFT} x2={width} />
            <text x={LEFT - 8} y={4} textAnchor="end">
              {signed(level)}
            </text>
          </g>
        ))}
      </g>
      {marks
        .toSorted((a, b) => a.x - b.x)
        .map(({ happening, x: at, level }) => (
          <HappeningMark
            key={happening.id}
            happening={happening}
            x={at}
            // Those that would lie on each other are set beside each other, up and down in turn.
            y={y(happening.intensity) + (level % 2 === 0 ? 1 : -1) * Math.ceil(level / 2) * 9}
          />
        ))}
    </Drawing>
  )
}

function HappeningMark({ happening, x, y }: { happening: HappeningView; x: number; y: number }) {
  const words = `${happeningWords(happening)}; intensity ${signed(happening.intensity)}`
  return (
    <Mark to={doorOf(happening)} words={words}>
      <g transform={`translate(${x} ${y})`}>
        <circle className="hit" r={MARK / 2 + 2.5} />
        <QuadMark quad={happening.quad} standing={standingOf(happening)} />
      </g>
    </Mark>
  )
}
