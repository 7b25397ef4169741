import { nameKey, type Codebook } from '../codebook/index.js'
import type { PartyRef, RoleRecord } from '../core/index.js'
import type { FindingGround } from './ground.js'
import { groupedBy } from './groups.js'
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
  const holdingsOf = rememberedBy((id: string) =>
    holdingsIn(
      ground,
      persons.rolesOf(id).filter((role) => role.factuality === 'actual' && isPublic(role)),
    ),
  )
  const levelOfTitle = rememberedBy((title: string) => levelOf(officeOf(codebook, title)))
  return (person, { document, day }) => {
    const holdings = holdingsOf(person.id)
    const held = holdings.byReport.get(document) ?? heldOn(holdings, day)
    return held.map(({ office }) => levelOfTitle(office)).reduce((a, b) => higherOf(a, b), null)
  }
}

/** What a person's roles tell: some have thousands, and are asked for with each of their happenings. */
interface Holdings {
  readonly roles: readonly RoleRecord[]
  readonly byReport: ReadonlyMap<string, readonly RoleRecord[]>
  /** The roles told of on a day, by day. */
  readonly byDay: readonly { readonly on: string; readonly roles: readonly RoleRecord[] }[]
}

function holdingsIn(ground: FindingGround, roles: readonly RoleRecord[]): Holdings {
  const dated = roles.filter((role) => saidOn(ground, role) !== null)
  const days = groupedBy(dated, (role) => saidOn(ground, role) ?? '')
  return {
    roles,
    byReport: groupedBy(roles, ({ document }) => document),
    byDay: [...days]
      .map(([on, told]) => ({ on, roles: told }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

function heldOn({ roles, byDay }: Holdings, day: string | null): readonly RoleRecord[] {
  if (byDay.length === 0 || day === null) return roles.slice(0, 1)
  return (byDay.findLast(({ on }) => on <= day) ?? byDay[0])?.roles ?? []
}

function rememberedBy<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: make(key) }
    known.set(key, found)
    return found.value
  }
}
