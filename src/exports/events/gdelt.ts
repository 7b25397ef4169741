import type { ExportItem } from '../items.js'
import { leaveOut } from '../tally.js'
import type { Tally } from '../tally.js'
import type { ActorFacts } from './actors.js'
import { loadColumns, tabLine } from './columns.js'
import { eventFacts } from './facts.js'
import type { EventFacts } from './facts.js'

/** GDELT 2.0's event columns and what they are filled from. */
export const GDELT_COLUMNS = loadColumns(new URL('./gdelt.yaml', import.meta.url))

/** Rows that the number of an event leaves room for. */
const PAIRS_AN_EVENT = 512
/** Hexadecimal digits of the record's id in the number of a row: with the pairs, 53 bits, the most that a double holds. */
const ID_DIGITS = 11

/**
 * The events that happened in GDELT's columns: a line a pair of one actor and one recipient, no header, piece by piece.
 * An event without recipients gives a line an actor.
 */
export async function* gdeltLines(
  items: AsyncIterable<ExportItem>,
  tally: Tally,
): AsyncGenerator<string, undefined> {
  for await (const item of items) {
    if (item.kind !== 'records') continue
    for (const facts of eventFacts(item, tally))
      for (const [index, [actor1, actor2]] of pairsOf(facts, tally).entries()) {
        tally.rows += 1
        const number = rowNumber(facts.id, index)
        yield tabLine(GDELT_COLUMNS, { ...facts, number, actor1, actor2, one: 1 })
      }
  }
  return undefined
}

type Pair = readonly [ActorFacts | null, ActorFacts | null]

function pairsOf({ actors, recipients }: EventFacts, tally: Tally): Pair[] {
  const firsts = actors.length === 0 ? [null] : actors
  const seconds = recipients.length === 0 ? [null] : recipients
  const pairs = firsts.flatMap((first) => seconds.map((second): Pair => [first, second]))
  if (pairs.length > PAIRS_AN_EVENT) leaveOut(tally, `pairs beyond the first ${PAIRS_AN_EVENT}`)
  return pairs.slice(0, PAIRS_AN_EVENT)
}

/**
 * The number of a row: the first eleven hexadecimal digits of the record's id, times 512, plus the number of the pair
 * from 0. The record is found again by those digits.
 */
function rowNumber(id: string, pair: number): number {
  const digits = id.slice(id.indexOf(':') + 1).slice(0, ID_DIGITS)
  return parseInt(digits, 16) * PAIRS_AN_EVENT + pair
}
