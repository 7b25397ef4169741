import type { PartyRecord } from '../../core/index.js'
import { plainLetters } from './variants.js'

/** The persons of a ledger, kept so that asking for one costs the same however many there are. */
export interface KnownPersons {
  /** By the plain letters of the name. */
  readonly byName: ReadonlyMap<string, readonly PartyRecord[]>
  /** By ISO 3166-1 alpha-3 code; persons without a country are left out. */
  readonly byCountry: ReadonlyMap<string, readonly PartyRecord[]>
}

/** An index that grows as reports are kept. */
export interface PersonIndex extends KnownPersons {
  /** Adds a person; one whose id is known stays as it was first given. Parties of other types are passed over. */
  readonly add: (party: PartyRecord) => void
}

/** An index of persons. */
export function indexPersons(parties: Iterable<PartyRecord> = []): PersonIndex {
  const ids = new Set<string>()
  const byName = new Map<string, PartyRecord[]>()
  const byCountry = new Map<string, PartyRecord[]>()
  const add = (party: PartyRecord): void => {
    if (party.type !== 'person' || ids.has(party.id)) return
    ids.add(party.id)
    addTo(byName, plainLetters(party.name), party)
    if (party.country !== null) addTo(byCountry, party.country, party)
  }
  for (const party of parties) add(party)
  return { byName, byCountry, add }
}

function addTo(map: Map<string, PartyRecord[]>, key: string, party: PartyRecord): void {
  const list = map.get(key)
  if (list) list.push(party)
  else map.set(key, [party])
}
