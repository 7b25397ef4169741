import type { Codebook } from '../../codebook/index.js'
import type { PartyRecord, PartyRef, StatementRecord } from '../../core/index.js'
import { recordsOf, type FindingGround } from '../ground.js'
import { saidOn } from '../linked-records.js'
import { officeOf } from '../offices.js'
import { personsIn, statesByCountry } from '../persons.js'
import { sidesIn } from '../sides.js'

/** Who speaks for a state, and what they said: the state, its bodies, and its officials, named with it or not. */

/** CAMEO's suffixes of a state's own: government, forces, legislature, courts, police, services. */
const OF_STATE = /^[A-Z]{3}(?:GOV|MIL|LEG|JUD|COP|SPY)$/u

/** Finds the state that a party speaks for: by its kind and country, or an office of that state; null for all others. */
export function voicesIn(
  ground: FindingGround,
  codebook: Codebook,
): (speaker: PartyRef) => PartyRef | null {
  const states = statesByCountry(ground.parties)
  const persons = personsIn(ground)
  const ofCountry = ({ country, cameo }: PartyRecord): PartyRef | null =>
    country !== null && cameo !== null && OF_STATE.test(cameo)
      ? (states.get(country) ?? null)
      : null
  const ofPerson = (person: PartyRecord): PartyRef | null => {
    const roles = persons.rolesOf(person.id)
    const isInOffice = roles.some(({ office }) => officeOf(codebook, office)?.government === true)
    if (isInOffice && persons.stateOf(person.id)) return persons.stateOf(person.id)
    return roles.length === 0 ? ofCountry(person) : null
  }
  return ({ id }) => {
    const party = ground.parties.get(id)
    if (party?.type === 'country') return { id: party.id, name: party.name }
    if (party?.type === 'government') return ofCountry(party)
    return party?.type === 'person' ? ofPerson(party) : null
  }
}

/** Which statements are wanted. */
export interface SaidFilter {
  /** Id of a state or body that they are about, itself or one of its own. */
  readonly about?: string
  /** ISO days on which they were said; undated ones are then left out. */
  readonly from?: string
  readonly to?: string
}

/** What was said for a party (its id), newest first, undated last: by itself, or by whoever speaks for the state. */
export function saidFor(
  ground: FindingGround,
  codebook: Codebook,
  party: string,
  { about, from, to }: SaidFilter = {},
): readonly StatementRecord[] {
  const stateOf = voicesIn(ground, codebook)
  const { sidesOf } = sidesIn(ground)
  const isFor = ({ speaker }: StatementRecord) =>
    speaker.id === party || stateOf(speaker)?.id === party
  const isAbout = (one: StatementRecord) =>
    about === undefined ||
    one.about.some(({ id }) => id === about) ||
    sidesOf(one.about).some(({ id }) => id === about)
  return recordsOf(ground, 'statement')
    .filter((one) => isFor(one) && isAbout(one))
    .map((one) => ({ one, day: saidOn(ground, one) }))
    .filter(
      ({ day }) =>
        (from === undefined || (day !== null && day >= from)) &&
        (to === undefined || (day !== null && day <= to)),
    )
    .sort((a, b) => inOrder(b.day ?? '', a.day ?? ''))
    .map(({ one }) => one)
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
