/**
 * The whole way from text to ledger, as a user runs it: `chancery read` over generated reports into a new embedded
 * ledger, in a process of its own whose memory is watched from outside.
 *
 *   npm run bench [-- REPORTS]                     (500 reports unless given; needs `npm run build`)
 *   npm run bench -- ledger [RECORDS] [FOLDER]     (the pages of a ledger of 100,000 records; see `views.ts`)
 *
 * Prints words a second (the reader's tokens over the time from start to finished ledger, with two reading threads), the
 * largest resident memory, memory after each tenth of the reports, and the time each stage took; then the export's time
 * and memory. Two runs: the second with twice the reports, to show that memory does not follow their number.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { saveReports } from './reports.js'
import { measureViews } from './views.js'

interface Measured {
  readonly summary: {
    tokens: number
    seconds: number
    stageMs: Record<string, number>
    reports: { read: number }
    records: { added: number }
  }
  readonly wallSeconds: number
  readonly memoryMiB: number[]
  readonly exported: Run
}

const SAMPLE_EVERY_MS = 250
const [what = '500', records = '100000', kept] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
try {
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model.trim()}; ${new Date().toISOString().slice(0, 10)}`,
  )
  if (what === 'ledger') await measureViews(Number(records), kept)
  else
    for (const reports of [Number(what), Number(what) * 2]) print(reports, await measure(reports))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(reports: number): Promise<Measured> {
  const source = join(folder, `reports-${reports}`)
  const ledger = join(folder, `ledger-${reports}`)
  saveReports(source, reports)
  const options = ['--as-of', '2026-01-01', '--threads', '2', '--json']
  const read = await run(['read', source, '--ledger', ledger, ...options])
  const exported = await run(['export', '--ledger', ledger, '--out', join(folder, 'out.jsonl')])
  return { ...read, summary: JSON.parse(read.out) as Measured['summary'], exported }
}

interface Run {
  readonly out: string
  readonly wallSeconds: number
  readonly memoryMiB: number[]
}

/** Runs `chancery` with its memory watched from outside. */
async function run(args: readonly string[]): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/cli/main.js', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memoryMiB: number[] = []
  const timer = setInterval(() => memoryMiB.push(residentMiB(child.pid)), SAMPLE_EVERY_MS)
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`chancery ${args[0]} ended with ${String(code)}`)
  const wallSeconds = (performance.now() - began) / 1000
  return { out, wallSeconds, memoryMiB: memoryMiB.filter((m) => m > 0) }
}

/** Resident memory of a process, from /proc (Linux); 0 where that is not to be had. */
function residentMiB(pid: number | undefined): number {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    )
  } catch {
    return 0
  }
}

function print(reports: number, measured: Measured): void {
  const { summary, wallSeconds, memoryMiB, exported } = measured
  const tenths = Array.from(
    { length: 10 },
    (_, i) => memoryMiB[Math.floor(((i + 1) * memoryMiB.length) / 10) - 1] ?? 0,
  )
  const stages = Object.entries(summary.stageMs).map(
    ([stage, ms]) => `${stage} ${(ms / 1000).toFixed(1)} s`,
  )
  console.log(`\n${reports} reports, ${summary.tokens} tokens, ${summary.records.added} records`)
  console.log(
    `  ${Math.round(summary.tokens / wallSeconds)} tokens a second over ${wallSeconds.toFixed(1)} s, start and ledger included`,
  )
  console.log(
    `  largest resident memory ${largest(memoryMiB)} MiB; by tenths ${tenths.map((m) => m.toFixed(0)).join(' ')}`,
  )
  console.log(`  stages: ${stages.join(', ')} (read: the reading threads' time together)`)
  console.log(
    `  export: ${exported.wallSeconds.toFixed(1)} s, largest resident memory ${largest(exported.memoryMiB)} MiB`,
  )
}

/** "unknown" where memory could not be watched (only Linux tells it). */
function largest(memoryMiB: readonly number[]): string {
  return memoryMiB.length > 0 ? Math.max(...memoryMiB).toFixed(0) : 'unknown'
}
