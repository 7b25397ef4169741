import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { openKnownLedger } from '../openKnownLedger.js'
import { loadConfig } from '../../config/config.js'
import { closeLedger, readDoor } from '../../ledger/index.js'
import { EXIT, UsageError } from '../exits.js'
import { counted, printNote } from '../print.js'

interface Options {
  ledger?: string
  out?: string
}

/** `chancery export`: the whole ledger as JSON Lines, streamed. */
export function exportCommand(): Command {
  return new Command('export')
    .description(
      'Write the whole ledger: documents, parties, then records, one JSON object a line.',
    )
    .addOption(new Option('--format <format>', 'file format').choices(['jsonl']).default('jsonl'))
    .option('--out <file>', 'file to write (default: standard output)')
    .option('--ledger <place>', 'folder, or postgres:// address (default: ./ledger)')
    .addHelpText(
      'after',
      '\nExample:\n  $ chancery export --format jsonl --out ledger.jsonl --ledger ./ledger',
    )
    .action(runExport)
}

async function runExport(options: Options): Promise<void> {
  const ledger = await openKnownLedger(loadConfig(options, process.env).ledger)
  let count = 0
  let damaged = 0
  const onIssue = (issue: { where: string; message: string }): void => {
    damaged += 1
    printNote(`left out: ${issue.where}: ${issue.message}`)
  }
  async function* lines(): AsyncGenerator<string> {
    for await (const record of readDoor(ledger).exportRecords({ onIssue })) {
      count += 1
      yield `${JSON.stringify(record)}\n`
    }
  }
  try {
    if (options.out === undefined) await pipeline(lines, process.stdout, { end: false })
    else {
      await saveLines(lines, options.out)
      printNote(`Wrote ${counted(count, 'line')} to ${options.out}`)
    }
    process.exitCode = damaged > 0 ? EXIT.partly : EXIT.done
  } finally {
    await closeLedger(ledger)
  }
}

/** Throws UsageError where the file cannot be opened or written; what `lines` throws, as it is. */
async function saveLines(lines: () => AsyncGenerator<string>, path: string): Promise<void> {
  const file = createWriteStream(path)
  const failures: Error[] = []
  file.on('error', (error) => failures.push(error))
  try {
    await pipeline(lines, file)
  } catch (error) {
    const [failure] = failures
    if (failure && failure === error)
      throw new UsageError(`${path} cannot be written: ${failure.message}`)
    throw error
  }
}
