import type { Calibration, CalibrationBin } from '../src/pipeline/scoring/calibration.js'

/** The reliability plot: of records of like confidence, how many are right, beside the line where the two agree. */

const SIDE = 220
const BARS = 56
const LEFT = 46
const TOP = 34
const GAP = 56
const PANEL = SIDE + GAP
const HEIGHT = TOP + SIDE + BARS + 66
const Z = 1.96

/** What one panel shows: a kind's name and its measures. */
export interface Panel {
  readonly name: string
  readonly calibration: Calibration
}

/** An SVG with a panel a kind: points by bin with their 95 % intervals, and below them the records of each bin. */
export function reliabilityPlot(panels: readonly Panel[]): string {
  const width = LEFT + panels.length * PANEL
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" font-family="sans-serif" font-size="11" fill="#222">
<title>Reliability of confidence</title>
<rect width="100%" height="100%" fill="#fff"/>
${panels.map((panel, number) => `<g transform="translate(${LEFT + number * PANEL},${TOP})">\n${panelOf(panel)}\n</g>`).join('\n')}
</svg>
`
}

function panelOf({ name, calibration }: Panel): string {
  const { bins } = calibration
  const most = Math.max(1, ...bins.map((bin) => bin.records))
  return [
    `<text x="${SIDE / 2}" y="-14" text-anchor="middle" font-size="13" font-weight="bold">${name}: ${calibration.records} records</text>`,
    ...axes(),
    ...bins.map((bin) => pointOf(bin)),
    ...bins.map((bin) => barOf(bin, most)),
  ].join('\n')
}

const x = (share: number): string => (share * SIDE).toFixed(1)
const y = (share: number): string => ((1 - share) * SIDE).toFixed(1)

function axes(): string[] {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `<path d="M0 ${y(share)}H${SIDE}M${x(share)} 0V${SIDE}" stroke="#e4e4e4"/>` +
      `<text x="-6" y="${y(share)}" dy="4" text-anchor="end">${share}</text>` +
      `<text x="${x(share)}" y="${SIDE + 14}" text-anchor="middle">${share}</text>`,
  )
  return [
    ...ticks,
    `<rect width="${SIDE}" height="${SIDE}" fill="none" stroke="#888"/>`,
    `<path d="M0 ${SIDE}L${SIDE} 0" stroke="#888" stroke-dasharray="4 3"/>`,
    `<text transform="translate(-34,${SIDE / 2}) rotate(-90)" text-anchor="middle">share right</text>`,
    `<text x="${SIDE / 2}" y="${SIDE + BARS + 30}" text-anchor="middle">confidence; below, records in each bin</text>`,
  ]
}

function pointOf(bin: CalibrationBin): string {
  const { low, high } = wilson(bin.right, bin.records)
  const at = x(bin.confidence)
  return (
    `<path d="M${at} ${y(low)}V${y(high)}" stroke="#1f5fa8" stroke-width="1.5"/>` +
    `<circle cx="${at}" cy="${y(bin.right / bin.records)}" r="4.5" fill="#1f5fa8"/>`
  )
}

const BAR_SPACE = 18

function barOf(bin: CalibrationBin, most: number): string {
  const room = BARS - BAR_SPACE
  const height = (bin.records / most) * (room - 12)
  const top = SIDE + BAR_SPACE + room - height
  const middle = x((bin.from + bin.to) / 2)
  return (
    `<rect x="${x(bin.from)}" y="${top.toFixed(1)}" width="${x(bin.to - bin.from)}" height="${height.toFixed(1)}" fill="#b9cfe8" stroke="#fff"/>` +
    `<text x="${middle}" y="${(top - 2).toFixed(1)}" text-anchor="middle" font-size="10">${bin.records}</text>`
  )
}

/** 95 % interval of a share (Wilson 1927). */
export function wilson(right: number, of: number): { low: number; high: number } {
  const share = right / of
  const middle = share + Z ** 2 / (2 * of)
  const reach = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  const whole = 1 + Z ** 2 / of
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}
