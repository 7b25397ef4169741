import type { CodedRecord, PartyRecord, PartyRef } from '../core/index.js'
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
  return [...namedIn(record), ...speaker].map((ref) => ref.id)
}

function namedIn(record: CodedRecord): PartyRef[] {
  switch (record.kind) {
    case 'event':
      return [...record.actor, ...record.recipient]
    case 'statement':
      return [record.speaker, ...record.about]
    case 'figure':
      return [...record.subject, ...record.partner]
    case 'agreement':
      return record.parties
    case 'relation':
      return [record.a, record.b]
    case 'role':
      return record.of ? [record.person, record.of] : [record.person]
  }
}
