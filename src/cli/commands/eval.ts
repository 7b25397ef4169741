import { appendFileSync, closeSync, openSync } from 'node:fs'
import { Argument, Command } from 'commander'
import { loadConfig } from '../../config/config.js'
import type { Config } from '../../config/config.js'
import { EVAL_TASKS } from '../../pipeline/scoring/tasks/index.js'
import type { EvalInput, EvalResult, EvalTask } from '../../pipeline/scoring/tasks/index.js'
import { loadManifest, loadModel } from '../../reader/index.js'
import { EXIT, UsageError } from '../exits.js'
import { isoDate } from '../isoDate.js'
import { plain, printLine, printNote } from '../print.js'
import { startBar } from '../progress.js'

interface Options {
  readonly data: string
  readonly json?: boolean
  readonly predictions?: string
  readonly asOf?: string
  readonly keptBack?: boolean
}

/** `chancery eval`: how well this installation reads, on data that the caller has. */
export function evalCommand(): Command {
  const names = EVAL_TASKS.map((task) => task.name)
  return new Command('eval')
    .description('Measure the reader or the whole way to the ledger on annotated data of yours.')
    .addArgument(new Argument('<task>', 'what to measure').choices(names))
    .requiredOption('--data <path>', 'the annotated data, as the task reads it (below)')
    .option('--json', 'print the scores as one JSON object')
    .option('--predictions <file>', 'write gold and predicted answers, one JSON object an item')
    .option('--as-of <date>', 'ledger: the day of reading (default: today)', isoDate)
    .option('--kept-back', 'time: only the tenth of the files that training leaves out')
    .addHelpText('after', helpOfTasks())
    .action(runEval)
}

function helpOfTasks(): string {
  const tasks = EVAL_TASKS.map(
    ({ name, data, measure }) =>
      `  ${name}: --data is ${data}.\n${wrapped(`Measures ${measure}`, 6)}`,
  )
  return `
Scores are percentages from 0 to 100, with two decimals; counts (gold, found, words, …) are whole numbers.

Tasks:
${tasks.join('\n')}

Example:
  $ chancery eval parse --data dev.conllu --json
  $ chancery eval ledger --data answers/ --predictions misses.jsonl

Exit codes: 0 measured; 1 nothing was read; 2 wrong usage, or data of another form.`
}

const HELP_WIDTH = 96

/** A text in lines of at most HELP_WIDTH, each after so many blanks. */
function wrapped(text: string, indent: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (indent + line.length + word.length + 1 > HELP_WIDTH) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => ' '.repeat(indent) + line).join('\n')
}

async function runEval(name: string, options: Options): Promise<void> {
  const task = EVAL_TASKS.find((one) => one.name === name)
  if (!task) throw new UsageError(`${name} is no task`)
  if (options.keptBack && task.name !== 'time')
    throw new UsageError('--kept-back is for the task time: other data come in files of their own')
  const predictions = options.predictions === undefined ? null : openOutput(options.predictions)
  const config = loadConfig({}, process.env)
  const reader = readerVersion(config)
  const began = performance.now()
  try {
    const result = await runTask(task, options, config, predictions)
    const seconds = Math.round(performance.now() - began) / 1000
    await printResult(result, options, { task: task.name, data: options.data, reader, seconds })
    process.exitCode = result.items > 0 ? EXIT.done : EXIT.partly
  } finally {
    if (predictions !== null) closeSync(predictions)
  }
}

async function runTask(
  task: EvalTask,
  options: Options,
  config: Config,
  predictions: number | null,
): Promise<EvalResult> {
  const progress = startBar('{value}/{total}', options.json ?? false)
  let reader: ReturnType<typeof loadModel> | null = null
  const input: EvalInput = {
    path: options.data,
    config,
    loadReader: () => (reader ??= loadModel(config.modelFolder)),
    asOf: options.asOf ?? new Date().toISOString().slice(0, 10),
    keptBackOnly: options.keptBack ?? false,
    onPrediction: (item) => {
      if (predictions !== null) appendFileSync(predictions, `${JSON.stringify(item)}\n`)
    },
    onProgress: (done, total) => progress.show(done, total),
  }
  try {
    return await task.run(input)
  } finally {
    progress.stop()
  }
}

/** Version of the reader's weights; null where there are none, which some tasks do without. */
function readerVersion(config: Config): string | null {
  try {
    return loadManifest(config.modelFolder).version
  } catch {
    return null
  }
}

function openOutput(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`)
  }
}

async function printResult(
  { scores, items, notes }: EvalResult,
  options: Options,
  about: { task: string; data: string; reader: string | null; seconds: number },
): Promise<void> {
  if (items === 0) printNote(`chancery: nothing was read from ${plain(options.data)}`)
  for (const note of notes) printNote(`Note: ${plain(note)}`)
  if (options.json) await printLine(JSON.stringify({ ...scores, about: { ...about, items } }))
  else if (items > 0) {
    const { task, data, reader, seconds } = about
    await printLine(`${task} on ${plain(data)} (reader ${reader ?? '–'}, ${seconds.toFixed(1)} s)`)
    for (const line of scoreLines(scores, 1)) await printLine(line)
  }
}

type Scores = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Scores => typeof value === 'object' && value !== null

/** Scores as lines: numbers one a line, a group of numbers on one line, groups of groups below their name. */
function scoreLines(scores: Scores, depth: number): string[] {
  const indent = '  '.repeat(depth)
  return Object.entries(scores).flatMap(([name, value]) => {
    if (!isGroup(value)) return [`${indent}${name.padEnd(18)}${shown(value)}`]
    const inner = Object.entries(value)
    if (inner.length > 0 && inner.every(([, one]) => isGroup(one)))
      return [`${indent}${name}`, ...scoreLines(value, depth + 1)]
    const numbers = inner.flatMap(([key, one]) => (isGroup(one) ? [] : [`${key} ${shown(one)}`]))
    const groups = Object.fromEntries(inner.filter(([, one]) => isGroup(one)))
    return [
      `${indent}${name.padEnd(18)}${numbers.join('  ')}`,
      ...scoreLines(filled(groups), depth + 1),
    ]
  })
}

/** Groups that hold something. */
function filled(groups: Scores): Scores {
  return Object.fromEntries(
    Object.entries(groups).filter(([, one]) => isGroup(one) && Object.keys(one).length > 0),
  )
}

function shown(value: unknown): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '–'
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
