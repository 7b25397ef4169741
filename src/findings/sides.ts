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

/** Finds the state of a party of the ledger. */
export interface Sides {
  /** The party that a reference stands for: its state, where it acts for one; else itself. Null when unknown. */
  readonly sideOf: (ref: PartyRef) => PartyRef | null
  /** Each side once, in order. */
  readonly sidesOf: (refs: readonly PartyRef[]) => readonly PartyRef[]
}

const SIDES = new WeakMap<FindingGround['parties'], Sides>()

/** The sides of a ground's parties, made once for them: every finder asks for those of every record. */
export function sidesIn({ parties }: Pick<FindingGround, 'parties'>): Sides {
  const known = SIDES.get(parties) ?? makeSides(parties)
  SIDES.set(parties, known)
  return known
}

function makeSides(parties: FindingGround['parties']): Sides {
  const states = new Map<string, PartyRef>()
  for (const party of parties.values())
    if (party.type === 'country' && party.country !== null)
      states.set(party.country, { id: party.id, name: party.name })
  const sides = new Map<string, PartyRef>()
  for (const { id, name, type, country } of parties.values()) {
    const state = OWN_SIDE.has(type) || country === null ? undefined : states.get(country)
    sides.set(id, state ?? { id, name })
  }
  const sideOf = (ref: PartyRef): PartyRef | null => sides.get(ref.id) ?? null
  const sidesOf = (refs: readonly PartyRef[]): readonly PartyRef[] => {
    const found: PartyRef[] = []
    for (const ref of refs) {
      const side = sideOf(ref)
      if (side && !found.includes(side)) found.push(side)
    }
    return found
  }
  return { sideOf, sidesOf }
}
