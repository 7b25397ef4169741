import type { PartyRecord, PartyRef, RoleRecord } from '../core/index.js'
import type { FindingGround } from './ground.js'
import { groupedBy } from './groups.js'

/** What the ledger's roles tell of its persons: the offices they hold, and the state they hold them in. */

export interface Persons {
  /** A person's roles; where there are none, those of the one state's official of the same full name. */
  readonly rolesOf: (id: string) => readonly RoleRecord[]
  /** The state whose offices a person holds by these roles; null where they tell none, or several. */
  readonly stateOf: (id: string) => PartyRef | null
}

const known = new WeakMap<FindingGround, Persons>()

/** The persons of a ground; worked out once for each. Time: linear in its records and parties. */
export function personsIn(ground: FindingGround): Persons {
  const made = known.get(ground) ?? readPersons(ground)
  known.set(ground, made)
  return made
}

function readPersons(ground: FindingGround): Persons {
  const told = ground.records.filter((record): record is RoleRecord => record.kind === 'role')
  const roles = groupedBy(told, ({ person }) => person.id)
  const states = statesByCountry(ground.parties)
  const stateIn = (held: readonly RoleRecord[]): PartyRef | null => {
    const found = held.flatMap(({ of }) => stateOfBody(ground.parties.get(of?.id ?? ''), states))
    const ids = new Set(found.map(({ id }) => id))
    return ids.size === 1 ? (found[0] ?? null) : null
  }
  const namesakes = groupedBy(
    [...roles].filter(([, held]) => stateIn(held) !== null),
    ([id]) => ground.parties.get(id)?.name ?? '',
  )
  const known = new Map<string, readonly RoleRecord[]>()
  const rolesOf = (id: string): readonly RoleRecord[] => {
    const held = known.get(id) ?? rolesFor(id)
    known.set(id, held)
    return held
  }
  const rolesFor = (id: string): readonly RoleRecord[] => {
    const own = roles.get(id) ?? []
    if (stateIn(own) !== null) return own
    const name = ground.parties.get(id)?.name ?? ''
    // One name may be that of many; a full name that one state's officials alone have in the ledger is taken to be theirs.
    const others = name.includes(' ') ? (namesakes.get(name) ?? []) : []
    const held = others.flatMap(([, of]) => of)
    return stateIn(held) === null ? own : held
  }
  const served = new Map<string, PartyRef | null>()
  const stateOf = (id: string): PartyRef | null => {
    const state = served.has(id) ? (served.get(id) ?? null) : stateIn(rolesOf(id))
    served.set(id, state)
    return state
  }
  return { rolesOf, stateOf }
}

/** States (parties of type `country`) by ISO 3166-1 alpha-3. */
export function statesByCountry(parties: FindingGround['parties']): ReadonlyMap<string, PartyRef> {
  const states = new Map<string, PartyRef>()
  for (const { id, name, type, country } of parties.values())
    if (type === 'country' && country !== null) states.set(country, { id, name })
  return states
}

function stateOfBody(
  body: PartyRecord | undefined,
  states: ReadonlyMap<string, PartyRef>,
): readonly PartyRef[] {
  if (!body || body.country === null) return []
  const state = states.get(body.country)
  return state && (body.type === 'country' || body.type === 'government') ? [state] : []
}

/** Do the persons of a ground serve the same states in another one? */
export function serveTheSame(ground: FindingGround, other: FindingGround): boolean {
  const [before, after] = [personsIn(ground), personsIn(other)]
  return [...ground.parties.values()].every(
    ({ id, type }) => type !== 'person' || before.stateOf(id)?.id === after.stateOf(id)?.id,
  )
}
