import type { PartyRecord, PartyRef } from '../core/index.js'
import type { FindingGround } from './ground.js'

/** Which state or body a party stands for: a minister, a ministry and a capital stand for their state. */

/** Parties that are sides of their own even where the ledger knows a country for them. */
const OWN_SIDE: ReadonlySet<PartyRecord['type']> = new Set([
  'igo',
  'ngo',
  'company',
  'media',
  'group',
])

/** Finds the state of a party of the ledger. Made once for a ground. */
export interface Sides {
  /** The party that a reference stands for: its state, where it acts for one; else itself. Null when unknown. */
  readonly sideOf: (ref: PartyRef) => PartyRef | null
  /** Each side once, in order. */
  readonly sidesOf: (refs: readonly PartyRef[]) => readonly PartyRef[]
}

/** The sides of a ground's parties. */
export function sidesIn(ground: Pick<FindingGround, 'parties'>): Sides {
  const states = new Map<string, PartyRef>()
  for (const party of ground.parties.values())
    if (party.type === 'country' && party.country !== null)
      states.set(party.country, { id: party.id, name: party.name })
  const sideOf = (ref: PartyRef): PartyRef | null => {
    const party = ground.parties.get(ref.id)
    if (!party) return null
    const own = { id: party.id, name: party.name }
    if (OWN_SIDE.has(party.type) || party.country === null) return own
    return states.get(party.country) ?? own
  }
  const sidesOf = (refs: readonly PartyRef[]): readonly PartyRef[] => {
    const found = refs.flatMap((ref) => sideOf(ref) ?? [])
    return [...new Map(found.map((side) => [side.id, side])).values()]
  }
  return { sideOf, sidesOf }
}
