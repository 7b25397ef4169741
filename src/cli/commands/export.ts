import { createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { openKnownLedger } from '../openKnownLedger.js'
import { passagesOf, sentenceAround } from '../../api/passages.js'
import { loadCodebook } from '../../codebook/index.js'
import { loadConfig } from '../../config/config.js'
import type { Issue, Span } from '../../core/index.js'
import {
  calendarLines,
  csvLines,
  csvwOfEvents,
  csvwPathOf,
  EVENT_FORMATS,
  exportItems,
  gdeltLines,
  LICENCE_NOTE,
  newTally,
  polecatLines,
  saveTables,
  TABLE_FORMATS,
  TABLE_KINDS,
} from '../../exports/index.js'
import type { EventFormat, TableFormat, TableKind, Tally } from '../../exports/index.js'
import { findAll, loadGround } from '../../findings/index.js'
import { closeLedger, readDoor } from '../../ledger/index.js'
import type { LedgerReader } from '../../ledger/index.js'
import { EXIT, UsageError } from '../exits.js'
import { isoDate } from '../isoDate.js'
import { counted, printNote } from '../print.js'
import { today } from '../today.js'

const FORMATS = ['jsonl', ...TABLE_FORMATS, ...EVENT_FORMATS, 'ics'] as const
type Format = (typeof FORMATS)[number]

interface Options {
  format: Format
  kind?: TableKind
  out?: string
  ledger?: string
  asOf?: string
  findings: boolean
}

/** `chancery export`: the ledger in a format that other programs read, streamed. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write the ledger in a format that other programs read.')
    .addOption(new Option('--format <format>', 'file format').choices(FORMATS).default('jsonl'))
    .addOption(
      new Option('--kind <kind>', 'csv and parquet: the one kind to write').choices(TABLE_KINDS),
    )
    .option('--out <path>', 'file or folder to write (default: standard output)')
    .option('--ledger <place>', 'folder, or postgres:// address (default: ./ledger)')
    .option('--no-findings', 'jsonl: leave findings out; then nothing is kept in memory')
    .option('--as-of <date>', 'jsonl: day of asking, for findings (default: today)', isoDate)
    .addHelpText('after', HELP)
    .action(runExport)
}

const HELP = `
Formats:
  jsonl    everything: documents, parties, records, withdrawn ones too, then findings, one JSON object a line
  csv      a table a kind, with its schema beside it (FILE-metadata.json, CSVW): all kinds into a folder,
           or one kind (event, unless --kind says otherwise) to a file or standard output
  parquet  the same tables; --out must be given
  polecat  events that happened, in POLECAT's 40 tab-separated columns
  gdelt    events that happened, in GDELT 2.0's 61 tab-separated columns, without a header
  ics      visits and meetings that have a day, as a calendar

For csv and parquet, an --out that ends with / or has no extension is a folder.
All but jsonl leave withdrawn records out.
What fills each column: docs/exports.md.

Examples:
  $ chancery export --format jsonl --out ledger.jsonl --ledger ./ledger
  $ chancery export --format csv --out tables/
  $ chancery export --format csv --kind figure --out figures.csv
  $ chancery export --format ics --out visits.ics`

async function runExport(options: Options): Promise<void> {
  checkOptions(options)
  const ledger = await openKnownLedger(loadConfig(options, process.env).ledger)
  let damaged = 0
  const onIssue = (issue: Issue): void => {
    damaged += 1
    printNote(`left out: ${issue.where}: ${issue.message}`)
  }
  try {
    await writeExport(options, readDoor(ledger), onIssue)
    printNote(LICENCE_NOTE)
    process.exitCode = damaged > 0 ? EXIT.partly : EXIT.done
  } finally {
    await closeLedger(ledger)
  }
}

const isTable = (format: Format): format is TableFormat =>
  (TABLE_FORMATS as readonly string[]).includes(format)
const isEvents = (format: Format): format is EventFormat =>
  (EVENT_FORMATS as readonly string[]).includes(format)

/** Throws UsageError for options that do not go together. */
function checkOptions({ format, kind, out }: Options): void {
  if (kind !== undefined && !isTable(format))
    throw new UsageError(`--kind is for csv and parquet, not for ${format}`)
  if (format === 'parquet' && out === undefined)
    throw new UsageError(
      'parquet is not written to standard output\n  Name a file or a folder with --out: chancery export --format parquet --out tables/',
    )
}

type OnIssue = (issue: Issue) => void

async function writeExport(options: Options, door: LedgerReader, onIssue: OnIssue): Promise<void> {
  const { format, out } = options
  if (out !== undefined && isTable(format)) return writeTables(options, out, door, onIssue)
  const tally = newTally()
  const lines = linesOf(options, door, tally, onIssue)
  if (out === undefined) await pipeline(lines, process.stdout, { end: false })
  else {
    await saveLines(lines, out)
    if (isEvents(format)) await saveText(csvwPathOf(out), csvwOfEvents(format, basename(out)))
    printNote(`Wrote ${counted(tally.rows, WRITTEN[format])} to ${out}`)
  }
  for (const [why, count] of tally.leftOut)
    printNote(`Left out ${counted(count, 'record')}: ${why}`)
}

/** What the lines of a format are called. */
const WRITTEN: Readonly<Record<Format, string>> = {
  jsonl: 'line',
  csv: 'row',
  parquet: 'row',
  polecat: 'event',
  gdelt: 'row',
  ics: 'meeting',
}

function linesOf(
  options: Options,
  door: LedgerReader,
  tally: Tally,
  onIssue: OnIssue,
): AsyncGenerator<string> {
  const { format, kind } = options
  if (format === 'jsonl') return jsonLines(options, door, tally, onIssue)
  const items = exportItems(door, onIssue)
  if (format === 'polecat') return polecatLines(items, tally)
  if (format === 'gdelt') return gdeltLines(items, tally)
  if (format === 'csv') return csvLines(items, kind ?? 'event', tally)
  return calendarLines(items, tally, { sentenceOf, stampedOn: today() })
}

/** The ledger line by line; then its findings, for which its records, without the texts, are held in memory. */
async function* jsonLines(
  { findings, asOf }: Options,
  door: LedgerReader,
  tally: Tally,
  onIssue: OnIssue,
): AsyncGenerator<string> {
  for await (const record of door.exportRecords({ onIssue })) {
    tally.rows += 1
    yield `${JSON.stringify(record)}\n`
  }
  if (!findings) return
  const setting = { codebook: loadCodebook().value, asOf: asOf ?? today() }
  for (const finding of findAll(await loadGround(door), setting).value) {
    tally.rows += 1
    yield `${JSON.stringify(finding)}\n`
  }
}

function sentenceOf(text: string, span: Span): string {
  const { start, end } = sentenceAround(passagesOf(text), span, text)
  return text.slice(start, end).replace(/\s+/g, ' ')
}

/** Writes tables: every kind into a folder, or one kind into a file. */
async function writeTables(
  { format, kind }: Options,
  out: string,
  door: LedgerReader,
  onIssue: OnIssue,
): Promise<void> {
  if (!isTable(format)) return
  const paths = new Map<TableKind, string>()
  if (isFolder(out)) {
    makeFolder(out)
    for (const one of kind === undefined ? TABLE_KINDS : [kind])
      paths.set(one, join(out, `${one}.${format}`))
  } else paths.set(kind ?? 'event', out)
  const tallies = await saveTables(exportItems(door, onIssue), format, paths)
  for (const [one, { rows }] of tallies)
    printNote(`Wrote ${counted(rows, 'row')} to ${paths.get(one)}`)
}

function isFolder(out: string): boolean {
  if (/[/\\]$/.test(out)) return true
  return existsSync(out) ? statSync(out).isDirectory() : extname(out) === ''
}

/** Throws UsageError where the folder cannot be made. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Throws UsageError where the file cannot be written. */
async function saveText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** Throws UsageError where the file cannot be opened or written; what `lines` throws, as it is. */
async function saveLines(lines: AsyncGenerator<string>, path: string): Promise<void> {
  const file = createWriteStream(path)
  const failures: Error[] = []
  file.on('error', (error) => failures.push(error))
  try {
    await pipeline(lines, file)
  } catch (error) {
    const [failure] = failures
    if (failure && failure === error) throw unwritable(path, failure)
    throw error
  }
}

function unwritable(path: string, error: unknown): UsageError {
  const why = error instanceof Error ? error.message : String(error)
  return new UsageError(`${path} cannot be written: ${why}`)
}
