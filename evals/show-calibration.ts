/**
 * Measures how well confidence is calibrated, and shows it in docs/calibration.md (between its two marks) and
 * docs/images/calibration.svg.
 *
 *   npx tsx evals/show-calibration.ts DIR OTHER…
 *
 * The records of DIR's reports are judged, each by weights fitted on other reports: those of OTHER and of the other parts
 * of DIR, never its own. `npm run calibrate` fits first. The measures are those of `chancery eval calibration`; here with
 * intervals.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadConfig } from '../src/config/config.js'
import type { RecordKind } from '../src/core/index.js'
import { RECORD_KINDS } from '../src/core/index.js'
import { RESAMPLING, bootstrap, drawFrom } from '../src/findings/balance/chance.js'
import type { CalibrationBin, JudgedRecord } from '../src/pipeline/scoring/calibration.js'
import { calibrationOf } from '../src/pipeline/scoring/calibration.js'
import { messageOf } from '../src/pipeline/scoring/eval-files.js'
import { loadManifest } from '../src/reader/index.js'
import { reliabilityPlot } from './calibration-plot.js'
import { judgedByOthers, judgedItemsOf } from './judged-items.js'

const PAGE = new URL('../docs/calibration.md', import.meta.url)
const PLOT = new URL('../docs/images/calibration.svg', import.meta.url)
const MARKS = /(<!-- measured -->\n)[\s\S]*(<!-- end -->)/
const SHOWN: readonly RecordKind[] = ['event', 'statement', 'figure']

const three = (value: number): string => value.toFixed(3)
const share = (right: number, of: number): string => (of === 0 ? '–' : (right / of).toFixed(2))

/** 95 % interval of the expected calibration error, reports drawn with replacement. */
function intervalOf(judged: readonly JudgedRecord[], kind: string): string {
  const reports = [...new Set(judged.map((one) => one.report))]
  const held = reports.map((report) => judged.filter((one) => one.report === report))
  const draw = drawFrom(RESAMPLING.seed, kind, 'interval')
  const estimate = (times: Readonly<Uint32Array>): number =>
    calibrationOf(
      held.flatMap((records, at) => Array.from({ length: times[at] ?? 0 }, () => records).flat()),
    ).ece
  const interval = bootstrap(held.length, estimate, RESAMPLING.samples, draw)
  return interval ? `${three(interval.low)} to ${three(interval.high)}` : '–'
}

const FINENESS = 1e6

/** The error that as many records would show on average if their confidence were exactly right. */
function errorByChance(judged: readonly JudgedRecord[], kind: string): number {
  const draw = drawFrom(RESAMPLING.seed, kind, 'chance')
  let sum = 0
  for (let sample = 0; sample < RESAMPLING.samples; sample++)
    sum += calibrationOf(
      judged.map((one) => ({ ...one, isRight: draw(FINENESS) < one.confidence * FINENESS })),
    ).ece
  return sum / RESAMPLING.samples
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

function rowOf(kind: RecordKind, judged: readonly JudgedRecord[]): string {
  const one = calibrationOf(judged)
  return line([
    kind,
    one.records,
    share(one.right, one.records),
    one.confidence.toFixed(2),
    three(one.ece),
    intervalOf(judged, kind),
    three(errorByChance(judged, kind)),
    three(one.eceEqualCount),
    three(one.brier),
    one.sure.records,
    share(one.sure.right, one.sure.records),
  ])
}

function binRow(kind: RecordKind, bin: CalibrationBin): string {
  const { from, to, records, right, confidence } = bin
  const range = `${from.toFixed(1)}–${to.toFixed(1)}`
  return line([kind, range, records, confidence.toFixed(2), share(right, records)])
}

const HEAD = [
  'kind',
  'records',
  'right',
  'mean confidence',
  'ECE',
  '95 % interval',
  'by chance alone',
  'ECE, equal counts',
  'Brier',
  'at 0.8 and above',
  'of these right',
]
const BIN_HEAD = ['kind', 'confidence', 'records', 'mean confidence', 'right']
const rule = (head: readonly string[]): string => line(head.map(() => '---'))

async function main(folder: string | undefined, others: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('usage: npx tsx evals/show-calibration.ts DIR OTHER…')
    return 2
  }
  const day = new Date().toISOString().slice(0, 10)
  const own = await judgedItemsOf([folder])
  const all = [...own, ...(await judgedItemsOf(others))]
  const measured = new Set(own.map((item) => item.report))
  const byKind = new Map(
    RECORD_KINDS.map((kind) => [
      kind,
      judgedByOthers(kind, all).filter(({ report }) => measured.has(report)),
    ]),
  )
  const judged = (kind: RecordKind): JudgedRecord[] => byKind.get(kind) ?? []
  const reader = loadManifest(loadConfig({}, process.env).modelFolder).version
  const text = [
    `Measured on ${day}, on the ${measured.size} reports of \`${folder}\`; reader ${reader}.`,
    '',
    ...[line(HEAD), rule(HEAD), ...RECORD_KINDS.map((kind) => rowOf(kind, judged(kind)))],
    '',
    ...[line(BIN_HEAD), rule(BIN_HEAD)],
    ...SHOWN.flatMap((kind) => calibrationOf(judged(kind)).bins.map((bin) => binRow(kind, bin))),
    '',
  ].join('\n')
  console.log(text)
  const page = readFileSync(PAGE, 'utf8')
  if (!MARKS.test(page)) throw new Error('docs/calibration.md lacks its two marks')
  writeFileSync(
    PAGE,
    page.replace(MARKS, (_, open: string, end: string) => `${open}${text}${end}`),
  )
  const panels = SHOWN.map((kind) => ({
    name: `${kind}s`,
    calibration: calibrationOf(judged(kind)),
  }))
  writeFileSync(PLOT, reliabilityPlot(panels))
  return 0
}

process.exitCode = await main(process.argv[2], process.argv.slice(3)).catch((error: unknown) => {
  console.error(`show-calibration: ${messageOf(error)}`)
  return 2
})
