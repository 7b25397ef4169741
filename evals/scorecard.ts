/**
 * The scorecard: every benchmark on a folder of annotated data, as one Markdown table.
 *
 *   npm run scorecard -- --data DIR [--only TASK,…] [--write]
 *
 * DIR holds the folders that evals/README.md lists; what is not there is left out and named. `--only` measures these
 * tasks alone. `--write` saves the table as docs/scorecard.md. Exit codes: 0 measured; 1 nothing could be measured;
 * 2 wrong usage, or data of another form. What is measured is the shipped model, by the same code as `chancery eval`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadCodebook } from '../src/codebook/index.js'
import { CODER_VERSION } from '../src/coder/index.js'
import { loadConfig } from '../src/config/config.js'
import type { Config } from '../src/config/config.js'
import { EVAL_TASKS } from '../src/pipeline/scoring/tasks/index.js'
import type { EvalInput } from '../src/pipeline/scoring/tasks/index.js'
import { loadManifest, loadModel } from '../src/reader/index.js'
import { messageOf } from '../src/pipeline/scoring/eval-files.js'

const Benchmark = z.object({
  /** What is measured, and on what. */
  part: z.string(),
  set: z.string(),
  task: z.string(),
  /** Path below the data folder; of the project's own sets, below this repository's root. */
  data: z.string(),
  own: z.boolean().default(false),
  keptBack: z.boolean().default(false),
  /** Scores shown, by their path in the task's result, with the name they are shown under. */
  figures: z.record(z.string(), z.string()),
  /** The best published figure known, and on what; null where none is known. */
  best: z.string().nullable(),
})
type Benchmark = z.infer<typeof Benchmark>

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const BENCHMARKS_FILE = new URL('./benchmarks.json', import.meta.url)
const SCORECARD_FILE = new URL('../docs/scorecard.md', import.meta.url)

interface Run {
  readonly folder: string
  readonly config: Config
  readonly loadReader: EvalInput['loadReader']
  readonly day: string
}

async function measure(benchmark: Benchmark, run: Run): Promise<string> {
  const task = EVAL_TASKS.find((one) => one.name === benchmark.task)
  if (!task) throw new Error(`benchmarks.json names a task that is none: ${benchmark.task}`)
  const { scores, items } = await task.run({
    path: pathOf(benchmark, run.folder),
    config: run.config,
    loadReader: run.loadReader,
    asOf: run.day,
    keptBackOnly: benchmark.keptBack,
    onPrediction: () => undefined,
    onProgress: () => undefined,
  })
  if (items === 0) throw new Error(`${benchmark.data}: nothing was read`)
  return Object.entries(benchmark.figures)
    .map(([path, name]) => `${name} **${figureAt(scores, path)}**`)
    .join(', ')
}

/** A score with one decimal, by its path ("source.f1"). */
function figureAt(scores: Readonly<Record<string, unknown>>, path: string): string {
  let value: unknown = scores
  for (const name of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[name]
  if (typeof value !== 'number') throw new Error(`there is no score ${path}`)
  return value.toFixed(1)
}

const pathOf = ({ own, data }: Benchmark, folder: string): string => join(own ? ROOT : folder, data)

function commandOf({ task, data, own, keptBack }: Benchmark): string {
  const path = own ? data : `DIR/${data}`
  return `\`npx chancery eval ${task} --data ${path}${keptBack ? ' --kept-back' : ''}\``
}

const HEAD = ['Part', 'Data', 'Chancery', 'Best published', 'Command', 'Day', 'Versions']
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function scorecardOf(rows: readonly string[], left: readonly string[]): string {
  const missing = left.length > 0 ? `\nNot measured: ${left.join('; ')}.\n` : ''
  return `# Scorecard

How well the shipped model reads, as it runs in Node, beside the best figure that others have published. All scores are
percentages. Our figures are on development data and theirs mostly on test data, so a difference of a point or two says
little. \`npm run scorecard -- --data DIR\` measures all of it again; DIR is described in [evals](../evals/README.md).

${[line(HEAD), line(HEAD.map(() => '---')), ...rows].join('\n')}
${missing}`
}

function versionsOf(config: Config): string {
  const reader = loadManifest(config.modelFolder).version
  const codebook = loadCodebook().value.version
  const node = process.versions.node
  return `chancery ${config.version}, reader ${reader}, ${CODER_VERSION}, ${codebook}, Node ${node}`
}

async function runScorecard(
  folder: string,
  only: readonly string[],
  write: boolean,
): Promise<number> {
  const config = loadConfig({}, process.env)
  let reader: ReturnType<typeof loadModel> | null = null
  const run: Run = {
    folder,
    config,
    loadReader: () => (reader ??= loadModel(config.modelFolder)),
    day: new Date().toISOString().slice(0, 10),
  }
  const all = z.array(Benchmark).parse(JSON.parse(readFileSync(BENCHMARKS_FILE, 'utf8')))
  const wanted = all.filter(({ task }) => only.length === 0 || only.includes(task))
  const versions = versionsOf(config)
  const rows: string[] = []
  const left: string[] = []
  for (const benchmark of wanted) {
    const { part, set, data, best } = benchmark
    if (!existsSync(pathOf(benchmark, folder))) {
      left.push(`${part} on ${set} (no ${data} in the folder)`)
      continue
    }
    console.error(`${part}, ${set} …`)
    const scores = await measure(benchmark, run)
    rows.push(line([part, set, scores, best ?? '–', commandOf(benchmark), run.day, versions]))
  }
  const scorecard = scorecardOf(rows, left)
  console.log(scorecard)
  if (write && rows.length > 0) writeFileSync(SCORECARD_FILE, scorecard)
  return rows.length > 0 ? 0 : 1
}

const USAGE = 'usage: npm run scorecard -- --data DIR [--only TASK,…] [--write]'

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  })
  const only = values.only.split(',').filter(Boolean)
  const unknown = only.find((name) => !EVAL_TASKS.some((task) => task.name === name))
  if (values.data === undefined || unknown !== undefined) {
    console.error(unknown === undefined ? USAGE : `${unknown} is no task\n${USAGE}`)
    return 2
  }
  return runScorecard(values.data, only, values.write)
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`scorecard: ${messageOf(error)}`)
  return 2
})
