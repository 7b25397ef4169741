import { listPositions, wordsOfRecord } from '../../findings/index.js'
import type { FindingGround, FindingSetting, PartyPosition } from '../../findings/index.js'
import { UsageError } from '../exits.js'
import { counted, plain, printLine, printNote } from '../print.js'

/** `chancery find positions`: what parties have said and done on the codebook's matters. */

/** The name of the question. It is no finding: nothing need contradict or bear out anything. */
export const POSITIONS = 'positions'

interface Options {
  readonly party?: string
  readonly matter?: string
  readonly json?: boolean
}

/** Prints the positions of a ground, by party and matter, oldest first. Throws for a matter that the codebook lacks. */
export async function printPositions(
  ground: FindingGround,
  setting: FindingSetting,
  { party, matter, json }: Options,
): Promise<void> {
  const known = setting.codebook.entries.matters.map(({ id }) => id)
  if (matter !== undefined && !known.includes(matter))
    throw new UsageError(
      `no matter “${matter}” is in the codebook\n  Choose one of ${known.join(', ')}; src/codebook/data/matters.yaml takes more`,
    )
  const found = listPositions(ground, setting, matter === undefined ? {} : { matter }).filter(
    (one) => party === undefined || isOf(one, party),
  )
  const textOf = textsOf(ground)
  for (const position of found)
    await printLine(json ? JSON.stringify(position) : plain(textOf(position)))
  if (!json) printNote(counted(found.length, 'position'))
}

function isOf({ party }: PartyPosition, named: string): boolean {
  return party.id === named || party.name.toLowerCase() === named.toLowerCase()
}

/** Writes a position: a line a record, with its day, stance and words. */
function textsOf(ground: FindingGround): (position: PartyPosition) => string {
  const records = new Map(ground.records.map((record) => [record.id, record]))
  return ({ party, name, items }) => {
    const lines = items.flatMap(({ record: id, date, stance, changed }) => {
      const record = records.get(id)
      if (!record) return []
      const publisher = ground.documents.get(record.document)?.publisher
      const from = publisher ? ` (${publisher})` : ''
      const mark = changed ? ', changed' : ''
      return [
        `    ${date ?? 'day not known'}  ${stance}${mark}  ${id}  “${wordsOfRecord(record)}”${from}`,
      ]
    })
    return [`${party.name} on ${name}`, ...lines, ''].join('\n')
  }
}
