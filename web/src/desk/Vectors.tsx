import { scaleLinear } from 'd3-scale'
import type { DeskView, VectorView } from '../../../src/api/types.js'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { cut } from '../pictures/names.js'
import { percentWords, signed } from '../pictures/numbers.js'
import { Picture } from '../pictures/Picture.js'
import type { PictureTable } from '../pictures/table.js'
import { warmthOf, WARMTHS } from '../pictures/warmth.js'
import { counted } from '../words/phrases.js'
import { dyadAddress, fileOf } from './addresses.js'
import type { Period } from './addresses.js'
import { AllPartners, useShown } from './AllPartners.js'
import { trendWay, trendWords } from './trend.js'

interface VectorsProps {
  readonly desk: DeskView
  readonly period: Period
}

/** The partners of a state as bars: how much of its cooperation each has, how warm, and where that is going. */
export function Vectors({ desk, period }: VectorsProps) {
  const { shown, hidden } = useShown(desk.vectors)
  const doorTo = ({ partner }: VectorView) => dyadAddress(desk.party.id, partner.id, period)
  return (
    <Picture
      id="vectors"
      title="Vectors"
      subject={desk.party.name}
      about={
        <>
          How much of the cooperation of <bdi>{desk.party.name}</bdi> each partner has. The colour
          is warmth: the mean intensity of all their happenings. A bar opens what stands behind it.
        </>
      }
      legend={<WarmthLegend />}
      table={tableOf(desk.vectors)}
      doors={desk.vectors.map(doorTo)}
      facts={{ state: desk.party, ...period, asOf: desk.asOf }}
      file={fileOf(desk.party.name, 'vectors')}
      below={<AllPartners hidden={hidden} />}
    >
      {(width) => <Bars vectors={shown} width={width} name={desk.party.name} doorTo={doorTo} />}
    </Picture>
  )
}

function WarmthLegend() {
  return (
    <ul className="plain-list picture-legend" aria-label="Warmth">
      {WARMTHS.map(({ step, words }) => (
        <li key={step}>
          <svg width="14" height="14" aria-hidden="true">
            <rect className="warmth" data-warmth={step} width="14" height="14" rx="3" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}

interface BarsProps {
  readonly vectors: readonly VectorView[]
  readonly width: number
  readonly name: string
  readonly doorTo: (vector: VectorView) => string
}

const WIDE = { row: 46, bar: 20, left: 158, right: 288, top: 13 } as const
const NARROW = { row: 72, bar: 14, left: 0, right: 0, top: 24 } as const

function Bars({ vectors, width, name, doorTo }: BarsProps) {
  const isWide = width >= 640
  const form = isWide ? WIDE : NARROW
  const most = Math.max(...vectors.map(({ share }) => share ?? 0), 0.01)
  const lengthOf = scaleLinear([0, most], [0, width - form.left - form.right])
  return (
    <Drawing
      width={width}
      height={vectors.length * form.row}
      words={`Partners of ${name} by their share of its cooperation.`}
    >
      {vectors.map((vector, at) => (
        <g key={vector.partner.id} transform={`translate(0 ${at * form.row})`}>
          <Mark to={doorTo(vector)} words={vectorWords(vector)}>
            <rect className="row-ground" width={width} height={form.row} />
            <rect
              className="warmth"
              data-warmth={warmthOf(vector.warmth)}
              x={form.left}
              y={form.top}
              // Even the smallest share shows its colour.
              width={Math.max(4, lengthOf(vector.share ?? 0))}
              height={form.bar}
              rx="2"
            />
            {isWide ? (
              <WideWords vector={vector} width={width} />
            ) : (
              <NarrowWords vector={vector} width={width} />
            )}
          </Mark>
        </g>
      ))}
    </Drawing>
  )
}

interface WordsProps {
  readonly vector: VectorView
  readonly width: number
}

function WideWords({ vector, width }: WordsProps) {
  const left = width - WIDE.right + 14
  return (
    <>
      <text className="name" x={WIDE.left - 12} y={28} textAnchor="end">
        {cut(vector.partner.name, WIDE.left - 12)}
      </text>
      <text x={left} y={20}>
        <tspan className="strong">{shareWords(vector)}</tspan>
        {` · ${counted(vector.happenings, 'happening')}`}
      </text>
      <Trend vector={vector} x={left} y={37} />
    </>
  )
}

function NarrowWords({ vector, width }: WordsProps) {
  return (
    <>
      <text className="name" y={17}>
        {cut(vector.partner.name, width - 160)}
      </text>
      <text x={width} y={17} textAnchor="end">
        <tspan className="strong">{shareWords(vector)}</tspan>
        {` · ${counted(vector.happenings, 'happening')}`}
      </text>
      <Trend vector={vector} x={0} y={55} />
    </>
  )
}

const ARROWS = { up: -35, down: 35, unclear: 0 } as const

/** The arrow of a trend with its words; only the words where there is none. */
function Trend({ vector, x, y }: { vector: VectorView; x: number; y: number }) {
  const way = trendWay(vector.trend)
  return (
    <>
      {way && (
        <path
          className="trend"
          data-way={way}
          d="M-6 0H5M1 -4L5 0L1 4"
          transform={`translate(${x + 7} ${y - 4}) rotate(${ARROWS[way]})`}
        />
      )}
      <text className="small" x={way ? x + 20 : x} y={y}>
        {trendWords(vector.trend)}
      </text>
    </>
  )
}

const shareWords = ({ share }: VectorView) => (share === null ? '–' : percentWords(share))

function vectorWords(vector: VectorView): string {
  return [
    `${vector.partner.name}: ${shareWords(vector)} of cooperation`,
    counted(vector.happenings, 'happening'),
    `warmth ${signed(vector.warmth)}`,
    trendWords(vector.trend),
  ].join('; ')
}

function tableOf(vectors: readonly VectorView[]): PictureTable {
  return {
    columns: [
      'partner',
      'country',
      'share of cooperation',
      'happenings',
      'warmth',
      'trend a quarter',
      'trend low',
      'trend high',
      'verbal cooperation',
      'material cooperation',
      'verbal conflict',
      'material conflict',
      'first day',
      'last day',
      'partner id',
    ],
    rows: vectors.map(
      ({ partner, country, share, happenings, warmth, trend, quads, first, last }) => [
        partner.name,
        country,
        share,
        happenings,
        warmth,
        trend?.slope ?? null,
        trend?.low ?? null,
        trend?.high ?? null,
        quads['verbal-cooperation'],
        quads['material-cooperation'],
        quads['verbal-conflict'],
        quads['material-conflict'],
        first,
        last,
        partner.id,
      ],
    ),
  }
}
