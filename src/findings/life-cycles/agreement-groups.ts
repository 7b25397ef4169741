import type { AgreementTelling } from './agreement-tellings.js'
import { groupedBy } from '../groups.js'
import { pairsOf } from '../happenings/join-tellings.js'
import { sidesFit } from '../happenings/joined-tellings.js'
import data from './life-cycles.json' with { type: 'json' }

/** Which tellings are of one agreement. */

const RULE = data.agreements

/**
 * Tellings of one agreement together. A proper name is one agreement between the same sides; an abbreviation is the name
 * of which it has the letters, if there is one such. A description is one agreement where most of its words and its
 * sides are the same. Names of fewer than two words of their own are left out: too many agreements bear them.
 */
export function groupAgreements(
  tellings: readonly AgreementTelling[],
): readonly (readonly AgreementTelling[])[] {
  const named = tellings.filter(({ name }) => name.words.size >= RULE.leastWords)
  const proper = named.filter(({ name }) => name.isProper)
  const keys = groupedBy([...proper, ...spelledOut(tellings, proper)], ({ name }) => keyOf(name))
  return [
    ...[...keys.values()].flatMap(bySides),
    ...byWords(named.filter(({ name }) => !name.isProper)),
  ]
}

function keyOf({ words }: AgreementTelling['name']): string {
  return [...words].sort().join(' ')
}

/** Abbreviations, with the only name that they may stand for in place of their own. */
function spelledOut(
  tellings: readonly AgreementTelling[],
  proper: readonly AgreementTelling[],
): AgreementTelling[] {
  const byInitials = groupedBy(proper, ({ name }) => name.initials)
  return tellings
    .filter(({ name }) => name.isAbbreviation && name.words.size < RULE.leastWords)
    .flatMap((telling) => {
      const full = byInitials.get(telling.name.initials) ?? []
      const [only] = full
      const isOne = only && full.every(({ name }) => keyOf(name) === keyOf(only.name))
      return isOne ? [{ ...telling, name: only.name }] : []
    })
}

/** Splits tellings of one name by their sides; those that name fewer than two go with the rest if that is one group. */
function bySides(tellings: readonly AgreementTelling[]): AgreementTelling[][] {
  const groups: AgreementTelling[][] = []
  for (const telling of tellings.filter(({ sides }) => sides.length > 1)) {
    const home = groups.find(([first]) => first && sameSides(first, telling))
    if (home) home.push(telling)
    else groups.push([telling])
  }
  const rest = tellings.filter(({ sides }) => sides.length < 2)
  if (groups.length === 0) return rest.length > 0 ? [rest] : []
  const [only] = groups
  if (groups.length > 1 || !only) return groups
  const known = new Set(only.flatMap(({ sides }) => sides.map((side) => side.id)))
  only.push(...rest.filter(({ sides }) => sides.every((side) => known.has(side.id))))
  return groups
}

function sameSides(a: AgreementTelling, b: AgreementTelling): boolean {
  const sidesOnly = ({ sides }: AgreementTelling) => ({
    symmetric: true,
    actors: sides,
    recipients: [],
    sides,
  })
  return sidesFit(sidesOnly(a), sidesOnly(b))
}

/** Descriptions by their words: compared only with those that share two words. */
function byWords(tellings: readonly AgreementTelling[]): AgreementTelling[][] {
  const groups: AgreementTelling[][] = []
  const byPair = new Map<string, AgreementTelling[][]>()
  for (const telling of tellings.filter(({ sides }) => sides.length > 1)) {
    const pairs = pairsOf([...telling.name.words].sort())
    const home = nearBy(byPair, pairs).find(([first]) => first && sameName(first, telling))
    if (home) {
      home.push(telling)
      continue
    }
    const group = [telling]
    groups.push(group)
    for (const pair of pairs) {
      const there = byPair.get(pair)
      if (there) there.push(group)
      else byPair.set(pair, [group])
    }
  }
  return groups
}

function nearBy<Group>(
  byPair: ReadonlyMap<string, readonly Group[]>,
  pairs: readonly string[],
): Group[] {
  const near = new Set<Group>()
  for (const pair of pairs)
    for (const group of byPair.get(pair) ?? []) {
      if (near.size >= RULE.mostCompared) return [...near]
      near.add(group)
    }
  return [...near]
}

function sameName(a: AgreementTelling, b: AgreementTelling): boolean {
  const shared = [...a.name.words].filter((word) => b.name.words.has(word)).length
  const all = a.name.words.size + b.name.words.size - shared
  return shared >= RULE.leastWords && shared >= RULE.leastShare * all && sameSides(a, b)
}
