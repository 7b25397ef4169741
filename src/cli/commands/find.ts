import { Argument, Command, InvalidArgumentError } from 'commander'
import { loadCodebook } from '../../codebook/index.js'
import { loadConfig } from '../../config/config.js'
import type { FindingRecord } from '../../core/index.js'
import { findAll, FINDERS, loadGround } from '../../findings/index.js'
import type { FindingGround } from '../../findings/index.js'
import { closeLedger, readDoor } from '../../ledger/index.js'
import { POSITIONS, printPositions } from './find-positions.js'
import { BALANCE, printBalance, printVectors, VECTORS } from './find-vectors.js'
import { isoDate } from '../isoDate.js'
import { openKnownLedger } from '../openKnownLedger.js'
import { counted, plain, printLine, printNote } from '../print.js'
import { today } from '../today.js'

interface Options {
  ledger?: string
  party?: string
  matter?: string
  asOf?: string
  least: number
  json?: boolean
}

/** Questions whose answers are no findings, with what prints them. */
const OTHERS: Readonly<Record<string, typeof printPositions>> = {
  [POSITIONS]: printPositions,
  [VECTORS]: printVectors,
  [BALANCE]: printBalance,
}

/** `chancery find`: what follows from the records taken together. */
export function findCommand(): Command {
  return new Command('find')
    .description('Find what follows from the records: conflicts, denials, sums, the same event …')
    .addArgument(
      new Argument('[name]', 'one question; all findings when absent').choices([
        ...Object.keys(FINDERS),
        ...Object.keys(OTHERS),
      ]),
    )
    .option('--ledger <place>', 'folder, or postgres:// address (default: ./ledger)')
    .option('--party <name>', 'only what is about this state or body, by name or id')
    .option('--matter <id>', `of ${POSITIONS}: only those on this matter of the codebook`)
    .option(
      '--as-of <date>',
      'day of asking: what was announced for an earlier day is past (default: today)',
      isoDate,
    )
    .option('--least <strength>', 'weakest finding to show, 0 to 1', strength, 0)
    .option('--json', 'print finding records (positions, vectors, balance), one JSON object a line')
    .addHelpText(
      'after',
      [
        '\nExamples:',
        '  $ chancery find conflicts --party Kazakhstan --ledger ./ledger',
        '  $ chancery find positions --matter sanctions --ledger ./ledger',
        '  $ chancery find vectors --party Kazakhstan --ledger ./ledger',
      ].join('\n'),
    )
    .action(runFind)
}

async function runFind(name: string | undefined, options: Options): Promise<void> {
  const ledger = await openKnownLedger(loadConfig(options, process.env).ledger)
  try {
    const ground = await loadGround(readDoor(ledger))
    const setting = { codebook: loadCodebook().value, asOf: options.asOf ?? today() }
    const other = name === undefined ? undefined : OTHERS[name]
    if (other) return await other(ground, setting, options)
    const finder = (name === undefined ? undefined : FINDERS[name]) ?? findAll
    const found = finder(ground, setting).value.filter(
      (one) => one.strength >= options.least && isAbout(one, options.party),
    )
    for (const finding of found)
      await printLine(options.json ? JSON.stringify(finding) : plain(textOf(ground, finding)))
    if (!options.json) printNote(counted(found.length, 'finding'))
  } finally {
    await closeLedger(ledger)
  }
}

function isAbout({ parties }: FindingRecord, named: string | undefined): boolean {
  if (named === undefined) return true
  const wanted = named.toLowerCase()
  return parties.some(({ id, name }) => id === named || name.toLowerCase() === wanted)
}

/** A finding with the words of its records, each with its report. */
function textOf(ground: FindingGround, finding: FindingRecord): string {
  const byId = new Map(ground.records.map((record) => [record.id, record]))
  const lines = finding.records.flatMap((id) => {
    const record = byId.get(id)
    if (!record) return []
    const head = ground.documents.get(record.document)
    const from = [head?.publisher, head?.published].filter(Boolean).join(', ')
    return [`    ${id}  “${record.evidence[0]?.text ?? ''}”${from ? ` (${from})` : ''}`]
  })
  const sort = finding.sort === null ? '' : `, ${finding.sort}`
  return [
    `${finding.finding}${sort} (${finding.strength.toFixed(2)})  ${finding.why}`,
    ...lines,
    '',
  ].join('\n')
}

function strength(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('A number from 0 to 1.')
  return number
}
