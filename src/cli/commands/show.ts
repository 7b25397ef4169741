import { Command } from 'commander'
import { openKnownLedger } from '../openKnownLedger.js'
import { loadConfig } from '../../config/config.js'
import { REASONS } from '../../core/index.js'
import type { CodedRecord, NewsDocument, Outcome, PartyRef } from '../../core/index.js'
import { closeLedger, readDoor } from '../../ledger/index.js'
import type { LedgerReader } from '../../ledger/index.js'
import { EXIT } from '../exits.js'
import { lineOfIssue, plain, printLine, printNote } from '../print.js'
import { quoteInSentence } from '../sentence.js'

interface Options {
  ledger?: string
  json?: boolean
}

/** `chancery show`: one record, document or party, with the words it rests on. */
export function showCommand(): Command {
  return new Command('show')
    .description('Show a record with its words in their sentence, its document and its reason.')
    .argument('<id>', 'id of a record, a document or a party')
    .option('--ledger <place>', 'folder, or postgres:// address (default: ./ledger)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ chancery show event:0f3c9a51d2e84b7706aa --ledger ./ledger',
    )
    .action(runShow)
}

async function runShow(id: string, options: Options): Promise<void> {
  const ledger = await openKnownLedger(loadConfig(options, process.env).ledger)
  try {
    const { value: found, issues } = await findById(readDoor(ledger), id)
    for (const issue of issues) printNote(lineOfIssue(issue))
    if (found !== null)
      await printLine(options.json ? JSON.stringify(found.value, null, 2) : plain(found.text))
    else {
      process.exitCode = EXIT.partly
      if (issues.length === 0)
        printNote(
          `chancery: nothing in ${ledger.where} has the id ${id}; ids stand in the page and in the export`,
        )
    }
  } finally {
    await closeLedger(ledger)
  }
}

/** What is shown as JSON, and as text. */
interface Found {
  readonly value: unknown
  readonly text: string
}

async function findById(door: LedgerReader, id: string): Promise<Outcome<Found | null>> {
  if (id.startsWith('document:')) {
    const document = await door.getDocument(id)
    const found = document && { value: document, text: `${headOf(document)}\n\n${document.text}` }
    return { value: found, issues: [] }
  }
  if (id.startsWith('party:')) {
    const party = await door.getParty(id)
    return { value: party && { value: party, text: fieldsOf(party) }, issues: [] }
  }
  const { value: record, issues } = await door.getRecord(id)
  if (!record) return { value: null, issues }
  const document = await door.getDocument(record.document)
  const value = { ...record, in: document && headOf(document) }
  return { value: { value, text: describe(record, document) }, issues }
}

function describe(record: CodedRecord, document: NewsDocument | null): string {
  const {
    evidence,
    document: _document,
    reason,
    confidence,
    coder: _coder,
    codebook: _codebook,
    ...fields
  } = record
  const quotes = document
    ? evidence.map((one) => quoteInSentence(document.text, one))
    : evidence.map((one) => one.text)
  return [
    fieldsOf(fields),
    '',
    ...quotes.map((quote) => `  ${quote}`),
    '',
    document ? headOf(document) : record.document,
    `reason      ${reason}: ${REASONS[reason]}`,
    `confidence  ${confidence.toFixed(2)}`,
  ].join('\n')
}

function headOf(document: NewsDocument): string {
  const facts = [document.publisher, document.published, document.source].filter(
    (fact) => fact !== null,
  )
  return `${document.title ?? document.id} (${facts.join(', ')})`
}

function fieldsOf(object: object): string {
  const lines = Object.entries(object)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name.padEnd(11)} ${wordsOf(value)}`)
  return lines.join('\n')
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('; ')
  if (typeof value !== 'object' || value === null) return String(value)
  if ('id' in value && 'name' in value) return (value as PartyRef).name
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0))
    .map(([name, inner]) => `${name} ${wordsOf(inner)}`)
    .join(', ')
}
