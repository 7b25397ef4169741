import type { ExportItem } from '../items.js'
import type { Tally } from '../tally.js'
import { loadColumns, tabLine } from './columns.js'
import { eventFacts } from './facts.js'
import type { EventFacts } from './facts.js'

/** POLECAT's columns and what they are filled from. */
export const POLECAT_COLUMNS = loadColumns(new URL('./polecat.yaml', import.meta.url))

const OWN_MODES: ReadonlySet<string> = new Set(POLECAT_COLUMNS.ownModes)

/** The events that happened in POLECAT's columns: a header, then a line an event, piece by piece. */
export async function* polecatLines(
  items: AsyncIterable<ExportItem>,
  tally: Tally,
): AsyncGenerator<string, undefined> {
  yield `${POLECAT_COLUMNS.columns.map(({ column }) => column).join('\t')}\n`
  for await (const item of items) {
    if (item.kind !== 'records') continue
    for (const facts of eventFacts(item, tally)) {
      tally.rows += 1
      yield tabLine(POLECAT_COLUMNS, withPloverMode(facts))
    }
  }
  return undefined
}

function withPloverMode(facts: EventFacts): EventFacts {
  return OWN_MODES.has(`${facts.event}/${facts.mode}`) ? { ...facts, mode: null } : facts
}
