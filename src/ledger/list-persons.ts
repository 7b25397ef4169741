import type { PartyRecord } from '../core/index.js'
import { IS_NAMED, PARTY_COLUMNS, partyOfRow } from './list-parties.js'
import type { Db } from './rows.js'

const PAGE_ROWS = 2000

/** See `LedgerReader.listPersons`. Read page by page by id: nothing is counted or joined. */
export async function* listPersons(db: Db): AsyncIterableIterator<PartyRecord> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('parties')
      .select(PARTY_COLUMNS)
      .where('type', '=', 'person')
      .where(IS_NAMED)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute()
    for (const row of rows) yield partyOfRow({ ...row, aliases: [] })
    if (rows.length < PAGE_ROWS) return
    last = rows.at(-1)?.id ?? last
  }
}
