import { HAPPENING_LIMITS, HAPPENING_RULES, modesFit, SIDE_RULE } from './happening-rules.js'
import type { Bond, HappeningRule } from './happening-rules.js'
import { shareSubject } from './subjects.js'
import type { DaySpan, Telling } from './tellings.js'

/** Tellings of one happening as they are put together, and whether one more belongs to them. */
export interface JoinedTellings {
  /** The first is the most exact: the others were held against its sides. */
  readonly tellings: Telling[]
  readonly seed: Telling
  /** Days on which all that are dated agree; null when the seed's days tell nothing apart. */
  window: DaySpan | null
  readonly originals: Set<string>
  readonly persons: Map<string, Set<string>>
  readonly places: Set<string>
  readonly countries: Set<string>
  readonly modes: Set<string>
}

/** Starts a happening with its first telling. */
export function startWith(seed: Telling): JoinedTellings {
  const joined: JoinedTellings = {
    tellings: [],
    seed,
    window: windowOf(seed),
    originals: new Set(),
    persons: new Map(),
    places: new Set(),
    countries: new Set(),
    modes: new Set(),
  }
  addTelling(joined, seed)
  return joined
}

/** Adds a telling that belongs there; narrows the days to those on which it agrees. */
export function addTelling(joined: JoinedTellings, telling: Telling): void {
  joined.tellings.push(telling)
  joined.originals.add(telling.original)
  for (const [side, named] of telling.persons) {
    const known = joined.persons.get(side) ?? new Set()
    joined.persons.set(side, new Set([...known, ...named]))
  }
  for (const place of telling.places) joined.places.add(place)
  for (const country of telling.countries) joined.countries.add(country)
  if (telling.record.mode !== null) joined.modes.add(telling.record.mode)
  const window = windowOf(telling)
  if (!window || !joined.window || !overlap(joined.window, window)) return
  const { from, to } = joined.window
  joined.window = { from: Math.max(from, window.from), to: Math.min(to, window.to) }
}

/** The rule of a telling's event type. */
export function ruleOf(telling: Telling): HappeningRule {
  return HAPPENING_RULES[telling.record.event]
}

/**
 * Days that a telling leaves open for its happening: its stated time with the days of grace behind it (so that two
 * windows overlap exactly when the times are no further apart), or the days before its report. Null when the time is
 * too long to tell one happening from the next, or neither is known.
 */
export function windowOf(telling: Telling): DaySpan | null {
  const rule = ruleOf(telling)
  const { stated, published } = telling
  if (stated)
    return daysIn(stated) > rule.span ? null : { from: stated.from, to: stated.to + rule.days }
  return published === null ? null : { from: published - rule.delay, to: published }
}

/** Days that a span covers, both ends counted. */
export function daysIn({ from, to }: DaySpan): number {
  return to - from + 1
}

/** Have two spans a day in common? */
export function overlap(a: DaySpan, b: DaySpan): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** How well a telling belongs to a happening; higher is better, null for not at all. */
export function belonging(joined: JoinedTellings, telling: Telling): number | null {
  if (!fitsParts(joined, telling)) return null
  const within = joined.originals.has(telling.original)
  const days = daysFit(joined, telling)
  if (!days && !(within && dayOfDocumentFits(joined.seed, telling))) return null
  const shared = sharedOf(joined, telling)
  const needed = neededBond(joined, telling, within)
  if (needed === null || (needed.length > 0 && !needed.some((bond) => shared.has(bond))))
    return null
  return (
    (days ? 8 : 0) +
    (within ? 4 : 0) +
    (shared.has('person') ? 2 : 0) +
    (shared.has('words') ? 1 : 0)
  )
}

/** Do sides, persons, places and modes fit? The type and the class of factuality are the index's to keep apart. */
function fitsParts(joined: JoinedTellings, telling: Telling): boolean {
  const rule = ruleOf(telling)
  const modes = [...joined.modes]
  return (
    sidesFit(joined.seed, telling) &&
    personsFit(joined.persons, telling.persons) &&
    !clash(joined.countries, telling.countries) &&
    !(rule.place === 'same' && clash(joined.places, telling.places)) &&
    modes.every((mode) => modesFit(rule, mode, telling.record.mode))
  )
}

type HasSides = Pick<Telling, 'symmetric' | 'actors' | 'recipients' | 'sides'>

/** Are two tellings between the same sides, but for one of many? In any order where the act is symmetric. */
export function sidesFit(a: HasSides, b: HasSides): boolean {
  if (a.symmetric) return sameSides(a.sides, b.sides, 2)
  return sameSides(a.actors, b.actors, 1) && sameSides(a.recipients, b.recipients, 1)
}

function sameSides(
  a: readonly { id: string }[],
  b: readonly { id: string }[],
  least: number,
): boolean {
  const ids = new Set(a.map((side) => side.id))
  const shared = b.filter((side) => ids.has(side.id)).length
  const all = ids.size + b.length - shared
  if (all <= 1) return shared === all
  return shared >= least && shared / all >= SIDE_RULE.leastShare
}

type Persons = ReadonlyMap<string, ReadonlySet<string>>

/** May the persons be those of one happening? Not where both name persons of a side, and none in common. */
export function personsFit(a: Persons, b: Persons): boolean {
  for (const [side, named] of b) {
    const known = a.get(side)
    if (known && clash(known, named)) return false
  }
  return true
}

/** Do two happenings or tellings name a person in common? */
export function sharePerson(a: Persons, b: Persons): boolean {
  return [...b].some(([side, named]) => shareAny(a.get(side) ?? new Set(), named))
}

/** Do two sets contradict each other: is something in both, and nothing in common? */
export function clash(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !shareAny(a, b)
}

function shareAny(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}

function daysFit(joined: JoinedTellings, telling: Telling): boolean {
  const window = windowOf(telling)
  return window !== null && joined.window !== null && overlap(joined.window, window)
}

/** In one document, an act without a day may be the dated one, and two acts of one long time are one. */
function dayOfDocumentFits(seed: Telling, telling: Telling): boolean {
  if (telling.stated)
    return seed.stated?.from === telling.stated.from && seed.stated.to === telling.stated.to
  if (!seed.stated) return true
  if (windowOf(seed) === null || telling.published === null) return false
  if (telling.factualityClass === 'planned') return seed.stated.to >= telling.published
  const before = telling.published - seed.stated.to
  return before >= 0 && before <= HAPPENING_LIMITS.sameDocumentDays
}

function neededBond(
  joined: JoinedTellings,
  telling: Telling,
  within: boolean,
): readonly Bond[] | null {
  const { bond } = ruleOf(telling)
  if (within) return bond.within
  const dated = isFine(joined.seed) && isFine(telling)
  // What is under way is a state that reports mention for months, not what one of them brings as news.
  const states = [joined.seed, telling].some(({ record }) => record.factuality === 'ongoing')
  const needed = dated ? bond.dated : states ? null : bond.undated
  return needed?.length === 0 && telling.sides.length < 2 ? ['words'] : needed
}

function isFine({ stated }: Telling): boolean {
  return stated !== null && daysIn(stated) <= HAPPENING_LIMITS.fineDays
}

function sharedOf(joined: JoinedTellings, telling: Telling): ReadonlySet<Bond> {
  const shared = new Set<Bond>()
  const compared = joined.tellings.slice(0, HAPPENING_LIMITS.mostWordsCompared)
  if (sharePerson(joined.persons, telling.persons)) shared.add('person')
  if (shareAny(joined.places, telling.places)) shared.add('place')
  if (compared.some((one) => shareSubject(one.words, telling.words))) shared.add('words')
  return shared
}
