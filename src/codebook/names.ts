import { issueOf, type Issue, type Outcome } from '../core/index.js'
import type { CodebookEntries } from './files.js'
import { partiesOf, type CodebookParty, type NamedParty, type NameKind } from './parties.js'

/** One name of one party. `exactCase` names (abbreviations) count only as written. */
export interface NameUse {
  readonly written: string
  readonly kind: NameKind
  readonly exactCase: boolean
  readonly party: CodebookParty
}

export interface NameIndex {
  readonly parties: ReadonlyMap<string, CodebookParty>
  /** By `nameKey`; several uses where a name is ambiguous, the most usual first. */
  readonly names: ReadonlyMap<string, readonly NameUse[]>
  /** Words of the longest name, for whoever scans a text. */
  readonly longestNameWords: number
}

const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
}

/** Already in the form of a key but for capitals: most names, so worth a test of its own. */
const PLAIN = /^[A-Za-z0-9.-]+(?: [A-Za-z0-9.-]+)*$/

/** Key under which a name is looked up: lower case, no accents, straight apostrophes, single blanks, no final "'s". */
export function nameKey(written: string): string {
  if (PLAIN.test(written)) return written.toLowerCase()
  return written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıøłđßæ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’‘`ʼ]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/'s$/, '')
    .trim()
}

/** Capitals, digits, stops only, and short: "US", "U.K.", "G7", "C5+1". */
function isAbbreviation(written: string): boolean {
  return /^[A-Z0-9.&+/-]{2,8}$/.test(written) && /[A-Z]/.test(written)
}

function usesOf({ party, named }: NamedParty): NameUse[] {
  const seen = new Set<string>()
  const uses: NameUse[] = []
  for (const [kind, list] of named)
    for (const written of list) {
      const exactCase = kind === 'abbreviation' || isAbbreviation(written)
      const mark = exactCase ? `=${written}` : nameKey(written)
      // A capital named like its state, an adjective like the name: the first kind stands.
      const again = kind === 'adjective' || kind === 'people' ? `${mark}/${kind}` : mark
      if (seen.has(again)) continue
      seen.add(again)
      uses.push({ written, kind, exactCase, party })
    }
  return uses
}

function sharedBy(uses: readonly NameUse[]): string[] {
  return [...new Set(uses.map((use) => use.party.key))]
}

/** Uses of one key that could be meant by the same written form. */
function clashes(uses: readonly NameUse[]): NameUse[][] {
  const forms = new Map<string, NameUse[]>()
  const loose = uses.filter((use) => !use.exactCase)
  if (loose.length > 0) forms.set('', loose)
  for (const use of uses.filter((one) => one.exactCase))
    forms.set(use.written, [...(forms.get(use.written) ?? []), use])
  return [...forms.values()].filter((group) => sharedBy(group).length > 1)
}

function ambiguityIssues(
  names: ReadonlyMap<string, readonly NameUse[]>,
  allowed: ReadonlyMap<string, readonly string[]>,
): Issue[] {
  const issues: Issue[] = []
  for (const [key, uses] of names)
    for (const group of clashes(uses)) {
      const missing = sharedBy(group).filter((party) => !allowed.get(key)?.includes(party))
      if (missing.length === 0) continue
      const written = group[0]?.written ?? key
      const where = `ambiguous.yaml, entry ${written}`
      const message = `"${written}" is a name of ${sharedBy(group).join(' and of ')}`
      const advice = 'take it from one of them, or list it in ambiguous.yaml, the most usual first'
      issues.push(issueOf('codebook-invalid', 'error', where, message, advice))
    }
  return issues
}

function staleIssues(
  names: ReadonlyMap<string, readonly NameUse[]>,
  entries: CodebookEntries,
): Issue[] {
  return entries.ambiguous.flatMap((entry) => {
    const owners = sharedBy(names.get(nameKey(entry.name)) ?? [])
    const strangers = entry.entries.filter((key) => !owners.includes(key))
    if (strangers.length === 0) return []
    const where = `ambiguous.yaml, entry ${entry.name}`
    const message = `${strangers.join(', ')} has no such name`
    return [issueOf('codebook-invalid', 'error', where, message, 'take it out, or mend the key')]
  })
}

function sortUses(uses: NameUse[], order: readonly string[] | undefined): NameUse[] {
  if (!order) return uses
  const place = (use: NameUse): number => {
    const at = order.indexOf(use.party.key)
    return at < 0 ? order.length : at
  }
  return uses.sort((a, b) => place(a) - place(b))
}

/** Index every name of every party. Two parties of one key are an issue, and the second is left out. */
export function indexNames(entries: CodebookEntries): Outcome<NameIndex> {
  const parties = new Map<string, CodebookParty>()
  const names = new Map<string, NameUse[]>()
  const issues: Issue[] = []
  let longestNameWords = 1
  for (const one of partiesOf(entries)) {
    if (parties.has(one.party.key)) {
      const advice = 'rename one of them, or join them'
      const where = `countries.yaml, bodies.yaml or offices.yaml, entry ${one.party.key}`
      issues.push(issueOf('codebook-invalid', 'error', where, 'two entries have this name', advice))
      continue
    }
    parties.set(one.party.key, one.party)
    for (const use of usesOf(one)) {
      const key = nameKey(use.written)
      const uses = names.get(key)
      if (uses) uses.push(use)
      else names.set(key, [use])
      longestNameWords = Math.max(longestNameWords, key.split(' ').length)
    }
  }
  const order = orderOf(entries)
  for (const [key, uses] of names) if (uses.length > 1) sortUses(uses, order.get(key))
  return { value: { parties, names, longestNameWords }, issues }
}

function orderOf(entries: CodebookEntries): ReadonlyMap<string, readonly string[]> {
  return new Map(entries.ambiguous.map((entry) => [nameKey(entry.name), entry.entries]))
}

/** Names of two parties that `ambiguous.yaml` does not list, and what it lists without ground. */
export function nameIssues(index: NameIndex, entries: CodebookEntries): readonly Issue[] {
  return [...ambiguityIssues(index.names, orderOf(entries)), ...staleIssues(index.names, entries)]
}

function startsUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

/**
 * The parties that a stretch of text may name, the most usual first: abbreviations only in their own capitals, other
 * names only with a capital where the name has one ("Turkey", not "turkey"). A leading "the" does not matter.
 */
export function findNames(index: NameIndex, text: string): readonly NameUse[] {
  const fits = (use: NameUse, shown: string): boolean =>
    use.exactCase
      ? use.written === shown.replace(/['’]s$/, '')
      : !startsUpper(use.written) || startsUpper(shown)
  const found = (index.names.get(nameKey(text)) ?? []).filter((use) => fits(use, text))
  const rest = text.replace(/^the\s+/i, '')
  if (found.length > 0 || rest === text) return found
  return (index.names.get(nameKey(rest)) ?? []).filter((use) => fits(use, rest))
}
