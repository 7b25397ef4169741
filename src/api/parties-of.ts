import { partiesOfRecord } from '../core/index.js'
import type { CodedRecord, PartyRecord } from '../core/index.js'
import type { LedgerReader } from '../ledger/read-door.js'

/** The parties that records name, as the ledger knows them, each once and by name. Unknown ones are left out. */
export async function partiesOf(
  ledger: LedgerReader,
  records: readonly CodedRecord[],
): Promise<PartyRecord[]> {
  const ids = [...new Set(records.flatMap(partyIdsOf))]
  const parties = await Promise.all(ids.map((id) => ledger.getParty(id)))
  return parties
    .filter((party) => party !== null)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Ids of the parties that a record names in any role, the speaker of its attribution included. */
function partyIdsOf(record: CodedRecord): string[] {
  const speaker = record.attribution ? [record.attribution.speaker] : []
  return [...partiesOfRecord(record), ...speaker].map((ref) => ref.id)
}
