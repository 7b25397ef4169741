import type { Codebook } from '../codebook/index.js'
import type { PartyRef, RoleRecord } from '../core/index.js'
import { recordsOf, type FindingGround } from './ground.js'
import { groupedBy } from './groups.js'
import { saidOn } from './linked-records.js'
import { levelOf, OFFICE_LEVELS, officeOf, type OfficeLevel } from './offices.js'
import { sidesIn } from './sides.js'

/** The offices of a state, and who is told to have held them when. */

/** One person in one office. */
export interface OfficeHolder {
  readonly person: PartyRef
  /** First and last ISO day on which a report gives the person this office; null where no report has a day. */
  readonly told: { readonly first: string; readonly last: string } | null
  /** Ids of the roles that say so, oldest first. */
  readonly records: readonly string[]
}

export interface HeldOffice {
  /** As written most often. */
  readonly office: string
  /** The state itself, or the body of it that the office is in. */
  readonly of: PartyRef
  readonly level: OfficeLevel | null
  /** Those last told of first. */
  readonly holders: readonly OfficeHolder[]
}

/** The offices of a state or body (its party's id) and of the state's own bodies: highest first, then most told first. */
export function officesHeld(
  ground: FindingGround,
  codebook: Codebook,
  state: string,
): readonly HeldOffice[] {
  const { sideOf } = sidesIn(ground)
  const isOwn = ({ of }: RoleRecord): boolean =>
    of !== null &&
    (of.id === state ||
      (ground.parties.get(of.id)?.type === 'government' && sideOf(of)?.id === state))
  const roles = recordsOf(ground, 'role').filter(
    (role) => isOwn(role) && (role.factuality === 'actual' || role.factuality === 'ongoing'),
  )
  const groups = groupedBy(roles, ({ office, of }) => `${of?.id} ${office.toLowerCase()}`)
  return [...groups.values()]
    .map((group) => ({ held: heldOffice(ground, codebook, group), told: group.length }))
    .sort((a, b) => place(a.held.level) - place(b.held.level) || b.told - a.told)
    .map(({ held }) => held)
}

const place = (level: OfficeLevel | null): number =>
  level === null ? OFFICE_LEVELS.length : OFFICE_LEVELS.indexOf(level)

function heldOffice(
  ground: FindingGround,
  codebook: Codebook,
  roles: readonly RoleRecord[],
): HeldOffice {
  const office = roles[0]?.office ?? ''
  const of = roles[0]?.of ?? { id: '', name: '' }
  const name = ground.parties.get(of.id)?.name ?? of.name
  const holders = [...groupedBy(roles, ({ person }) => person.id).values()]
    .map((held) => holderOf(ground, held))
    .sort((a, b) => inOrder(b.told?.last ?? '', a.told?.last ?? ''))
  return { office, of: { id: of.id, name }, level: levelOf(officeOf(codebook, office)), holders }
}

function holderOf(ground: FindingGround, roles: readonly RoleRecord[]): OfficeHolder {
  const dated = roles
    .map((role) => ({ id: role.id, day: saidOn(ground, role) }))
    .sort((a, b) => inOrder(a.day ?? '~', b.day ?? '~'))
  const days = dated.flatMap(({ day }) => day ?? [])
  const [first, last] = [days[0], days.at(-1)]
  const person = roles[0]?.person ?? { id: '', name: '' }
  const name = ground.parties.get(person.id)?.name ?? person.name
  const told = first === undefined || last === undefined ? null : { first, last }
  return { person: { id: person.id, name }, told, records: dated.map(({ id }) => id) }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
