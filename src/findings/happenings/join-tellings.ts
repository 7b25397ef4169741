import { groupedBy } from '../groups.js'
import { HAPPENING_LIMITS, SIDE_RULE } from './happening-rules.js'
import {
  addTelling,
  belonging,
  daysIn,
  startWith,
  windowOf,
  type JoinedTellings,
} from './joined-tellings.js'
import type { Telling } from './tellings.js'

/** Happenings of one type and class between two sides, by where they may be met again. */
interface Shelf {
  readonly byDay: Map<number, JoinedTellings[]>
  readonly byOriginal: Map<string, JoinedTellings[]>
}

/**
 * Joins tellings into happenings, the most exactly dated first, so that what follows is held against the firmest ground.
 * A telling joins the happening that it fits best, if any; one without an exact day that fits two equally well joins
 * neither. Near-linear: a telling is compared only with happenings between two of its sides, of its type and class, on
 * its days or of its document.
 */
export function joinTellings(tellings: readonly Telling[]): readonly JoinedTellings[] {
  const shelves = new Map<string, Shelf>()
  const all: JoinedTellings[] = []
  for (const telling of tellings.toSorted(byExactness)) {
    const keys = keysOf(telling)
    const found = bestOf(candidatesFor(telling, keys, shelves), telling)
    if (found) addTelling(found, telling)
    const joined = found ?? startWith(telling)
    if (!found) all.push(joined)
    shelve(joined, telling, found ? null : windowDays(telling), shelves)
  }
  return all
}

/**
 * Tellings that can meet in a happening, each with all that it can meet: they share a shelf, or are joined by others that
 * do. Each of these lots is joined for itself; within a lot the order stays.
 */
export function meetingTellings(tellings: readonly Telling[]): readonly (readonly Telling[])[] {
  const above: number[] = tellings.map((_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    for (let next = above[root]; next !== undefined && next !== root; next = above[root])
      root = next
    above[place] = root
    return root
  }
  const firstOn = new Map<string, number>()
  tellings.forEach((telling, place) => {
    for (const key of keysOf(telling)) {
      const first = firstOn.get(key)
      if (first === undefined) firstOn.set(key, place)
      else above[rootOf(place)] = rootOf(first)
    }
  })
  const lots = groupedBy([...tellings.entries()], ([place]) => rootOf(place))
  return [...lots.values()].map((lot) => lot.map(([, telling]) => telling))
}

function byExactness(a: Telling, b: Telling): number {
  return (
    spanLength(a) - spanLength(b) ||
    (a.stated?.from ?? a.published ?? 0) - (b.stated?.from ?? b.published ?? 0) ||
    b.record.confidence - a.record.confidence ||
    (a.record.id < b.record.id ? -1 : 1)
  )
}

function spanLength({ stated }: Telling): number {
  return stated ? daysIn(stated) : Number.MAX_SAFE_INTEGER
}

const KEYS = new WeakMap<Telling, readonly string[]>()

/** Shelves of a telling: one for each two of its sides, since happenings that fit share two (or its only one). */
function keysOf(telling: Telling): readonly string[] {
  const known = KEYS.get(telling) ?? makeKeys(telling)
  KEYS.set(telling, known)
  return known
}

function makeKeys(telling: Telling): readonly string[] {
  const { record, factualityClass, calledOff } = telling
  const start = `${record.event}|${factualityClass}|${calledOff ?? ''}|`
  const few = (refs: readonly { id: string }[]): readonly string[] =>
    refs.slice(0, SIDE_RULE.most).map((side) => side.id)
  if (!telling.symmetric) {
    const recipients = telling.recipients.length > 0 ? few(telling.recipients) : ['']
    return few(telling.actors).flatMap((a) => recipients.map((b) => `${start}${a}|${b}`))
  }
  return pairsOf(few(telling.sides)).map((pair) => `${start}${pair}`)
}

/** Every two of some ids in their order, as one key; the id itself where there is one alone. */
export function pairsOf(ids: readonly string[]): readonly string[] {
  if (ids.length === 1) return ids
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => `${a}|${b}`))
}

function windowDays(telling: Telling): readonly number[] {
  const window = windowOf(telling)
  if (!window) return []
  return Array.from({ length: daysIn(window) }, (_, index) => window.from + index)
}

function candidatesFor(
  telling: Telling,
  keys: readonly string[],
  shelves: ReadonlyMap<string, Shelf>,
): ReadonlySet<JoinedTellings> {
  const found = new Set<JoinedTellings>()
  const days = windowDays(telling)
  for (const key of keys) {
    const shelf = shelves.get(key)
    if (!shelf) continue
    for (const one of shelf.byOriginal.get(telling.original) ?? []) found.add(one)
    for (const day of days)
      for (const one of shelf.byDay.get(day) ?? []) {
        if (found.size >= HAPPENING_LIMITS.mostHappeningsCompared) return found
        found.add(one)
      }
  }
  return found
}

function bestOf(candidates: ReadonlySet<JoinedTellings>, telling: Telling): JoinedTellings | null {
  let best: JoinedTellings | null = null
  let most = 0
  let tied = false
  for (const candidate of candidates) {
    const belongs = belonging(candidate, telling)
    if (belongs === null || belongs < most) continue
    tied = belongs === most
    // Candidates come in the order in which they were started: of two that fit alike the more exact one stays.
    if (tied) continue
    best = candidate
    most = belongs
  }
  const isExact = telling.stated !== null && daysIn(telling.stated) <= HAPPENING_LIMITS.fineDays
  return tied && !isExact ? null : best
}

function shelve(
  joined: JoinedTellings,
  telling: Telling,
  days: readonly number[] | null,
  shelves: Map<string, Shelf>,
): void {
  for (const key of keysOf(joined.seed)) {
    const shelf = shelves.get(key) ?? { byDay: new Map(), byOriginal: new Map() }
    shelves.set(key, shelf)
    for (const day of days ?? []) put(shelf.byDay, day, joined)
    put(shelf.byOriginal, telling.original, joined)
  }
}

function put<Key>(lists: Map<Key, JoinedTellings[]>, key: Key, joined: JoinedTellings): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [joined])
  else if (!list.includes(joined)) list.push(joined)
}
