import type { PartyView, RecordView } from '../../../src/api/types.js'

export type PartyMention = { readonly id: string; readonly name: string }

/** The parties of a record under the names of their parts in it, in reading order; parts without a party left out. */
export function partsOf(record: RecordView): [label: string, parties: readonly PartyMention[]][] {
  return allParts(record).filter(([, parties]) => parties.length > 0)
}

function allParts(record: RecordView): [string, readonly PartyMention[]][] {
  switch (record.kind) {
    case 'event':
      return [
        ['Actor', record.actor],
        ['Recipient', record.recipient],
      ]
    case 'statement':
      return [
        ['Speaker', [record.speaker]],
        ['About', record.about],
      ]
    case 'figure':
      return [
        ['Subject', record.subject],
        ['Partner', record.partner],
      ]
    case 'agreement':
      return [['Parties', record.parties]]
    case 'relation':
      return [['Between', [record.a, record.b]]]
    case 'role':
      return [
        ['Person', [record.person]],
        ['Of', record.of ? [record.of] : []],
      ]
  }
}

/** Does the record name the party in any part, its attribution included? */
export function namesParty(record: RecordView, party: string): boolean {
  if (record.attribution?.speaker.id === party) return true
  return allParts(record).some(([, parties]) => parties.some(({ id }) => id === party))
}

/** Names parties as the ledger knows them, and as written where it does not. */
export function namesIn(parties: readonly PartyView[]): (mention: PartyMention) => string {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return ({ id, name }) => names.get(id) ?? name
}
