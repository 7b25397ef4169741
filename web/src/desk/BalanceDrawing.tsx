import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { BalanceView } from '../../../src/api/types.js'
import { Drawing } from '../pictures/Drawing.js'
import { Mark } from '../pictures/Mark.js'
import { balanceWords } from './Balance.js'

interface DrawingProps {
  readonly quarters: readonly BalanceView[]
  readonly least: number
  readonly width: number
  readonly name: string
  readonly doorTo: (quarter: BalanceView) => string
}

type Scale = (value: number) => number
type Numbered = BalanceView & { readonly evenness: NonNullable<BalanceView['evenness']> }

const LEFT = 44
const BALANCE_HEIGHT = 190
const COUNT_HEIGHT = 76
const GAP = 34
/** Six years: older quarters are in the table. */
const MOST_QUARTERS = 24

/** The line of balance with its band, where there is one; below it how many happenings each quarter has. */
export function BalanceDrawing({ quarters, least, width, name, doorTo }: DrawingProps) {
  const numbers = quarters.map(({ quarter }) => numberOf(quarter))
  const last = Math.max(...numbers)
  const first = Math.max(Math.min(...numbers), last - MOST_QUARTERS + 1)
  const drawn = quarters.filter(({ quarter }) => numberOf(quarter) >= first)
  const step = (width - LEFT - 8) / (last - first + 1)
  const x = (quarter: string) => LEFT + (numberOf(quarter) - first + 0.5) * step
  const hasNumbers = drawn.some(({ evenness }) => evenness !== null)
  const countTop = hasNumbers ? BALANCE_HEIGHT + GAP : 20
  const form = { x, step, width, first, last }
  return (
    <Drawing
      width={width}
      height={countTop + COUNT_HEIGHT + 44}
      words={`Balance of the cooperation of ${name} by quarter.`}
    >
      {hasNumbers && <Evenness quarters={drawn} form={form} />}
      <Counts quarters={drawn} form={form} top={countTop} least={least} />
      <QuarterAxis form={form} y={countTop + COUNT_HEIGHT} />
      {drawn.map((quarter) => (
        <Mark key={quarter.quarter} to={doorTo(quarter)} words={balanceWords(quarter)}>
          <rect
            className="row-ground"
            x={x(quarter.quarter) - step / 2}
            y={0}
            width={step}
            height={countTop + COUNT_HEIGHT}
          />
        </Mark>
      ))}
    </Drawing>
  )
}

interface Form {
  readonly x: (quarter: string) => number
  readonly step: number
  readonly width: number
  readonly first: number
  readonly last: number
}

function Evenness({ quarters, form }: { quarters: readonly BalanceView[]; form: Form }) {
  const y = scaleLinear([0, 1], [BALANCE_HEIGHT, 14])
  const numbered = quarters.filter((one): one is Numbered => one.evenness !== null)
  return (
    <g>
      <Levels y={y} values={[0, 0.25, 0.5, 0.75, 1]} width={form.width} />
      {runsOf(numbered).map((run) => (
        <Run key={run[0]?.quarter} run={run} x={form.x} y={y} />
      ))}
      {numbered.map(({ quarter, evenness }) => (
        <g key={quarter}>
          <line
            className="whisker"
            x1={form.x(quarter)}
            x2={form.x(quarter)}
            y1={y(evenness.low)}
            y2={y(evenness.high)}
          />
          <circle className="point" cx={form.x(quarter)} cy={y(evenness.value)} r="4" />
        </g>
      ))}
    </g>
  )
}

/** Neighbouring quarters are joined; a line over a gap would say what nobody knows. */
function runsOf(numbered: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = []
  for (const one of numbered) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && numberOf(one.quarter) === numberOf(before.quarter) + 1) run.push(one)
    else runs.push([one])
  }
  return runs
}

function Run({ run, x, y }: { run: readonly Numbered[]; x: Form['x']; y: Scale }) {
  const band = area<Numbered>()
    .x(({ quarter }) => x(quarter))
    .y0(({ evenness }) => y(evenness.low))
    .y1(({ evenness }) => y(evenness.high))
  const middle = line<Numbered>()
    .x(({ quarter }) => x(quarter))
    .y(({ evenness }) => y(evenness.value))
  return (
    <>
      <path className="band" d={band([...run]) ?? undefined} />
      <path className="line" d={middle([...run]) ?? undefined} />
    </>
  )
}

interface CountsProps {
  readonly quarters: readonly BalanceView[]
  readonly form: Form
  readonly top: number
  readonly least: number
}

function Counts({ quarters, form, top, least }: CountsProps) {
  const most = Math.max(least, ...quarters.map(({ happenings }) => happenings))
  const y = scaleLinear([0, most], [top + COUNT_HEIGHT, top])
  const bar = Math.max(2, Math.min(26, form.step * 0.6))
  return (
    <g>
      <text className="small" x={0} y={top - 9}>
        cooperative happenings; a number needs {least}
      </text>
      <text className="small" x={LEFT - 8} y={y(least) + 4} textAnchor="end">
        {least}
      </text>
      <line className="least" x1={LEFT} x2={form.width} y1={y(least)} y2={y(least)} />
      {quarters.map(({ quarter, happenings, evenness }) => (
        <rect
          key={quarter}
          className={evenness ? 'count' : 'count count-few'}
          x={form.x(quarter) - bar / 2}
          y={y(happenings)}
          width={bar}
          height={top + COUNT_HEIGHT - y(happenings)}
        />
      ))}
    </g>
  )
}

interface LevelsProps {
  readonly y: Scale
  readonly values: readonly number[]
  readonly width: number
}

function Levels({ y, values, width }: LevelsProps) {
  return (
    <g className="axis" aria-hidden="true">
      {values.map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`}>
          <line className="grid" x1={LEFT} x2={width} />
          <text x={LEFT - 8} y={4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
    </g>
  )
}

function QuarterAxis({ form, y }: { form: Form; y: number }) {
  const all = Array.from({ length: form.last - form.first + 1 }, (_, at) => form.first + at)
  const isRoomy = form.step >= 24
  return (
    <g className="axis" aria-hidden="true">
      <line className="grid-year" x1={LEFT} x2={form.width} y1={y} y2={y} />
      {all.map((number, at) => {
        const [year, quarter] = [Math.floor(number / 4), (number % 4) + 1]
        const x = form.x(`${year}-Q${quarter}`)
        return (
          <g key={number} transform={`translate(${x} ${y})`} textAnchor="middle">
            {isRoomy && <text y={15}>Q{quarter}</text>}
            {(quarter === 1 || (at === 0 && (5 - quarter) * form.step > 40)) && (
              <text className="axis-year" y={isRoomy ? 31 : 15}>
                {year}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Number of a quarter in a row of all quarters: `2023-Q4` → 8095. */
function numberOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(-1)) - 1
}
