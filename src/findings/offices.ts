import { nameKey, type Codebook } from '../codebook/index.js'
import type { PartyRef, RoleRecord } from '../core/index.js'
import type { FindingGround } from './ground.js'
import { saidOn } from './linked-records.js'
import { personsIn } from './persons.js'

/** How high an office is, and which one a person holds. */

/** Levels of offices, highest first: of state and government, ministers, their deputies and envoys, other officials. */
export const OFFICE_LEVELS = ['head', 'minister', 'envoy', 'official'] as const
export type OfficeLevel = (typeof OFFICE_LEVELS)[number]

type OfficeEntry = Codebook['entries']['offices'][number]

/** The lowest `rank` of the codebook's offices that still belongs to a level. */
const LOWEST_RANKS: Readonly<Record<OfficeLevel, number>> = {
  head: 2,
  minister: 4,
  envoy: 6,
  official: 9,
}

/** The codebook's office of a title: of all its words, else of its longest ending, else of its longest beginning. */
export function officeOf(codebook: Codebook, title: string): OfficeEntry | null {
  const words = title.split(/\s+/u)
  const parts = [
    ...words.map((_, first) => words.slice(first)),
    ...words.map((_, left) => words.slice(0, words.length - left)),
  ]
  for (const part of parts) {
    const office = codebook.offices.get(nameKey(part.join(' ')))
    if (office) return office
  }
  return null
}

/** The level of an office of a state or an international organisation; null for all others, former ones among them. */
export function levelOf(office: OfficeEntry | null): OfficeLevel | null {
  if (!office || !(office.government || office.cameo === 'IGO')) return null
  return OFFICE_LEVELS.find((level) => office.rank <= LOWEST_RANKS[level]) ?? null
}

/** The higher of two levels; null only where neither is known. */
export function higherOf(a: OfficeLevel | null, b: OfficeLevel | null): OfficeLevel | null {
  return OFFICE_LEVELS.find((level) => level === a || level === b) ?? null
}

/** Finds the level of the office that a person held on a day. */
export type LevelFinder = (
  person: PartyRef,
  at: { readonly document: string; readonly day: string | null },
) => OfficeLevel | null

/** The level finder of a ground: by the roles that the same report tells, else the last told by that day, else the next. */
export function levelsIn(ground: FindingGround, codebook: Codebook): LevelFinder {
  const persons = personsIn(ground)
  const isPublic = ({ of }: RoleRecord): boolean =>
    of === null || ['country', 'government', 'igo'].includes(ground.parties.get(of.id)?.type ?? '')
  return (person, { document, day }) => {
    const roles = persons
      .rolesOf(person.id)
      .filter((role) => role.factuality === 'actual' && isPublic(role))
    const here = roles.filter((role) => role.document === document)
    const held = here.length > 0 ? here : heldOn(ground, roles, day)
    return held
      .map(({ office }) => levelOf(officeOf(codebook, office)))
      .reduce((a, b) => higherOf(a, b), null)
  }
}

function heldOn(
  ground: FindingGround,
  roles: readonly RoleRecord[],
  day: string | null,
): readonly RoleRecord[] {
  const told = roles
    .flatMap((role) => {
      const on = saidOn(ground, role)
      return on === null ? [] : [{ role, on }]
    })
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  if (told.length === 0 || day === null) return roles.slice(0, 1)
  const one = told.findLast(({ on }) => on <= day) ?? told[0]
  return told.filter(({ on }) => on === one?.on).map(({ role }) => role)
}
