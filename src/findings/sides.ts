import type { PartyRecord, PartyRef } from '../core/index.js'
import type { FindingGround } from './ground.js'
import { personsIn, statesByCountry } from './persons.js'

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

const SIDES = new WeakMap<FindingGround, Sides>()

/**
 * The sides of a ground's parties, made once for it: every finder asks for those of every record. A person's roles tell
 * more of its side than its country does.
 */
export function sidesIn(ground: FindingGround): Sides {
  const known = SIDES.get(ground) ?? makeSides(ground)
  SIDES.set(ground, known)
  return known
}

function makeSides(ground: FindingGround): Sides {
  const states = statesByCountry(ground.parties)
  const persons = personsIn(ground)
  const refs = new Map<string, PartyRef>()
  const sides = new Map<string, PartyRef>()
  for (const { id, name, type, country } of ground.parties.values()) {
    const served = type === 'person' ? persons.stateOf(id) : null
    const state = served ?? (country === null ? undefined : states.get(country))
    const side = OWN_SIDE.has(type) || !state ? { id, name } : state
    // One object a side, so that sides are told apart by it.
    sides.set(id, refs.get(side.id) ?? side)
    refs.set(side.id, refs.get(side.id) ?? side)
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
