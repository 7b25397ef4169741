/**
 * Measures the coder's confidence on annotated reports that it was not fitted on, and shows it in docs/calibration.md
 * (between its two marks) and docs/images/calibration.svg.
 *
 *   npx tsx evals/show-calibration.ts DIR
 *
 * `npm run calibrate` fits first. The measures are those of `chancery eval calibration`; here with intervals.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadConfig } from '../src/config/config.js'
import type { RecordKind } from '../src/core/index.js'
import { RECORD_KINDS } from '../src/core/index.js'
import { RESAMPLING, bootstrap, drawFrom } from '../src/findings/balance/chance.js'
import type { CalibrationBin, JudgedRecord } from '../src/pipeline/scoring/calibration.js'
import { calibrationOf } from '../src/pipeline/scoring/calibration.js'
import { messageOf } from '../src/pipeline/scoring/eval-files.js'
import { readAnnotated } from '../src/pipeline/scoring/read-annotated.js'
import { judgedRecords } from '../src/pipeline/scoring/tasks/calibration.js'
import { loadManifest } from '../src/reader/index.js'
import { reliabilityPlot } from './calibration-plot.js'

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

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('usage: npx tsx evals/show-calibration.ts DIR')
    return 2
  }
  const day = new Date().toISOString().slice(0, 10)
  const config = loadConfig({}, process.env)
  const { golds, scores, notes } = await readAnnotated({
    path: folder,
    config,
    asOf: day,
    onProgress: (done, total) => console.error(`${folder}: ${done} of ${total} reports`),
  })
  notes.forEach((note) => console.error(`Note: ${note}`))
  const judged = (kind: RecordKind): JudgedRecord[] => judgedRecords(scores, kind)
  const reader = loadManifest(config.modelFolder).version
  const text = [
    `Measured on ${day}, on the ${golds.length} reports of \`${folder}\`; reader ${reader}.`,
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

process.exitCode = await main(process.argv[2]).catch((error: unknown) => {
  console.error(`show-calibration: ${messageOf(error)}`)
  return 2
})
