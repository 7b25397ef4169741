import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
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
  try {
    const out = options.out === undefined ? process.stdout : await openFile(options.out)
    let count = 0
    let damaged = 0
    const onIssue = (issue: { where: string; message: string }): void => {
      damaged += 1
      printNote(`left out: ${issue.where}: ${issue.message}`)
    }
    for await (const line of readDoor(ledger).exportRecords({ onIssue })) {
      if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
      count += 1
    }
    if (out !== process.stdout) {
      out.end()
      await once(out, 'finish')
      printNote(`Wrote ${counted(count, 'line')} to ${options.out}`)
    }
    process.exitCode = damaged > 0 ? EXIT.partly : EXIT.done
  } finally {
    await closeLedger(ledger)
  }
}

async function openFile(path: string): Promise<NodeJS.WritableStream> {
  const stream = createWriteStream(path)
  try {
    await once(stream, 'open')
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`)
  }
  return stream
}
