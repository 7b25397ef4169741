import { Command, InvalidArgumentError } from 'commander'
import { loadConfig } from '../../config/config.js'
import { openServices, readReports } from '../../pipeline/index.js'
import type { ReadSummary } from '../../pipeline/index.js'
import { EXIT } from '../exits.js'
import { isoDate } from '../isoDate.js'
import { counted, lineOfIssue, printLine, printNote } from '../print.js'
import { startReadBar } from '../progress.js'
import { summaryLines } from '../readSummary.js'
import type { ReadRun } from '../readSummary.js'
import { today } from '../today.js'

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
  const progress = startReadBar(options.json ?? false)
  const interrupt = (): void => {
    printNote(
      '\nStopping after the reports under way; what is read is kept. Press Ctrl-C again to stop at once.',
    )
    stop.abort()
    process.once('SIGINT', () => {
      progress.stop()
      process.exit(130)
    })
  }
  process.once('SIGINT', interrupt)
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
    const interrupted = stop.signal.aborted
    await printSummary(summary, { where: services.ledger.where, seconds, interrupted }, options)
    process.exitCode = summary.reports.failed > 0 || interrupted ? EXIT.partly : EXIT.done
  } finally {
    progress.stop()
    process.removeListener('SIGINT', interrupt)
    await services.close()
  }
}

async function printSummary(summary: ReadSummary, run: ReadRun, options: Options): Promise<void> {
  if (options.json) {
    const { where: ledger, seconds, interrupted } = run
    return printLine(JSON.stringify({ ...summary, ledger, seconds, interrupted }))
  }
  for (const line of summaryLines(summary, run)) await printLine(line)
  if (summary.errors.length === 0) return
  printNote(`Not read: ${counted(summary.reports.failed, 'report')}`)
  for (const issue of summary.errors) printNote(lineOfIssue(issue))
}

function threadCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new InvalidArgumentError('A whole number from 1 to 64.')
  return count
}
