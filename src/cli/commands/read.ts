import { Command, InvalidArgumentError } from 'commander'
import { loadConfig } from '../../config/config.js'
import { RECORD_KINDS } from '../../core/index.js'
import type { Issue } from '../../core/index.js'
import { openServices, readReports } from '../../pipeline/index.js'
import type { ReadSummary } from '../../pipeline/index.js'
import { EXIT } from '../exits.js'
import { counted, plain, printLine, printNote } from '../print.js'
import { startProgress } from '../progress.js'

interface Options {
  ledger?: string
  published?: string
  publisher?: string
  asOf?: string
  threads?: number
  json?: boolean
}

/** `chancery read`: files and folders of reports into the ledger. */
export function readCommand(): Command {
  return new Command('read')
    .description('Read reports into the ledger. Reading the same reports again adds nothing.')
    .argument('<paths...>', 'files, folders or globs of .txt .md .html .jsonl, or gzip of these')
    .option('--ledger <place>', 'folder, or postgres:// address (default: ./ledger)')
    .option(
      '--published <date>',
      'day of publication of reports that do not say it (YYYY-MM-DD)',
      isoDate,
    )
    .option('--publisher <name>', 'publisher of reports that do not say it')
    .option(
      '--as-of <date>',
      'day of reading; it only bounds inferred years (default: today)',
      isoDate,
    )
    .option('--threads <number>', 'reading threads (default: one a processor core)', threadCount)
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Example:
  $ chancery read reports/ "more/*.html" --publisher "The Daily" --ledger ./ledger

A JSON Lines object has "text" or "html", and may have "title", "url", "publisher", "published".
Exit codes: 0 every report was read; 1 some were not, each named; 2 wrong usage.`,
    )
    .action(runRead)
}

async function runRead(paths: string[], options: Options): Promise<void> {
  const config = loadConfig(options, process.env)
  const began = performance.now()
  const services = await openServices(config)
  const stop = new AbortController()
  const interrupt = (): void => {
    printNote(
      '\nStopping after the reports under way; what is read is kept. Press Ctrl-C again to stop at once.',
    )
    stop.abort()
    process.once('SIGINT', () => process.exit(130))
  }
  process.once('SIGINT', interrupt)
  const progress = startProgress(options.json ?? false)
  try {
    const summary = await readReports(
      paths,
      services,
      {
        asOf: options.asOf ?? today(),
        asOfGiven: options.asOf !== undefined,
        published: options.published ?? null,
        publisher: options.publisher ?? null,
      },
      { onProgress: progress.show, signal: stop.signal },
    )
    progress.stop()
    const seconds = (performance.now() - began) / 1000
    if (options.json)
      await printLine(JSON.stringify({ ...summary, ledger: services.ledger.where, seconds }))
    else await printSummary(summary, services.ledger.where, seconds)
    process.exitCode = summary.reports.failed > 0 || stop.signal.aborted ? EXIT.partly : EXIT.done
  } finally {
    progress.stop()
    process.removeListener('SIGINT', interrupt)
    await services.close()
  }
}

async function printSummary(summary: ReadSummary, where: string, seconds: number): Promise<void> {
  const { reports, records } = summary
  const speed =
    reports.read > 0
      ? ` (${Math.round(summary.tokens / seconds).toLocaleString('en')} words a second)`
      : ''
  const known = reports.known > 0 ? `, ${reports.known} known already` : ''
  await printLine(
    `Read ${counted(reports.read, 'report')}${known} in ${seconds.toFixed(1)} s${speed} into ${where}`,
  )
  if (reports.read > 0) {
    const kinds = RECORD_KINDS.map(
      (kind) => `  ${`${kind}s`.padEnd(11)}${String(summary.kinds[kind]).padStart(7)}`,
    )
    await printLine(kinds.join('\n'))
    await printLine(`  ${'parties'.padEnd(11)}${String(summary.parties.added).padStart(7)} new`)
  }
  if (records.added === 0 && reports.failed === 0)
    await printLine('Nothing new: the ledger held all of it.')
  await printIssues(summary)
}

async function printIssues(summary: ReadSummary): Promise<void> {
  const errors = summary.errors.length
  const doubts = Object.entries(summary.issueCounts).filter(
    ([code]) => !summary.errors.some((e) => e.code === code),
  )
  if (doubts.length > 0) {
    await printLine(
      `Notes: ${doubts.map(([code, count]) => `${count} ${code}`).join(', ')} (--json shows them)`,
    )
  }
  if (errors === 0) return
  printNote(`Not read: ${counted(summary.reports.failed, 'report')}`)
  for (const issue of summary.errors) printNote(lineOf(issue))
}

function lineOf(issue: Issue): string {
  const advice = issue.advice ? `\n      ${issue.advice}` : ''
  return `  ${plain(issue.where)}: ${plain(issue.message)} [${issue.code}]${advice}`
}

/** The only reading of the clock: the default day of reading. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function isoDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`)
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(value)
  )
    throw new InvalidArgumentError('A day of the calendar as YYYY-MM-DD, such as 2023-06-20.')
  return value
}

function threadCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new InvalidArgumentError('A whole number from 1 to 64.')
  return count
}
