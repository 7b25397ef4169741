import type { PartyRef } from '../../core/records.js'
import { spanHolds, type Span } from '../../core/spans.js'
import type { QuantityUnit } from './quantity.js'
import shared from './shared-money.json' with { type: 'json' }
import type { PartyMention, PartyNear } from './sides.js'

/** Words and marks of money that several states share ("rials", "francs", "Rs"), told apart by the state spoken of. */

const SHARED: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(shared))
const SMALLEST_MARKED = 100

/** The code of the money that shared words mean at a place of the text; null where the text names no state of theirs. */
export type MoneyOf = (words: string, at: Span) => string | null

/** Marks before a number that are money only in a text about a state that uses them ("K30.9 billion"). */
export const SHARED_MARKS: readonly string[] = [...SHARED.keys()].filter((key) =>
  /^(?:\p{Lu}|kr)/u.test(key),
)

const codesOf = (words: string): readonly string[] | undefined =>
  SHARED.get(words) ?? SHARED.get(words.toLowerCase().replace(/\s+/g, ' ').replace(/s$/, ''))

/**
 * Tells shared money by the states of its sentence, the nearest before it first, else by the state that the text names
 * most. `currenciesOf`: the codes of a party's own money.
 */
export function moneyOfStates(
  text: string,
  sentences: readonly Span[],
  partyNear: PartyNear,
  currenciesOf: (party: PartyRef) => readonly string[],
): MoneyOf {
  let whole: readonly PartyMention[] | null = null
  return (words, at) => {
    const codes = codesOf(words)
    if (!codes) return null
    const codeOf = ({ party }: PartyMention) =>
      currenciesOf(party).find((code) => codes.includes(code)) ?? null
    const sentence = sentences.find((one) => spanHolds(one, at))
    const near = (sentence ? partyNear(sentence) : []).filter((mention) => codeOf(mention))
    const nearest = near.filter(({ start }) => start < at.end).at(-1) ?? near[0]
    if (nearest) return codeOf(nearest)
    whole ??= partyNear({ start: 0, end: text.length })
    return mostFrequent(whole.flatMap((mention) => codeOf(mention) ?? []))
  }
}

function mostFrequent(codes: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/**
 * A unit with shared money told by its state: "rials" in a sentence about Oman. Counted nouns that end in such a word
 * become money; a weight of "pounds of cocoa" stays one. Its words become the code, which no other table renames.
 */
export function inNationalMoney(
  text: string,
  { unit, end }: { readonly unit: QuantityUnit | null; readonly end: number },
  start: number,
  moneyOf: MoneyOf,
): QuantityUnit | null {
  if (!unit) return null
  const words = unit.kind === 'count' ? (unit.text.split(/\s+/).at(-1) ?? '') : unit.text
  if (unit.kind === 'mass' && /^\s+of\s+\p{Ll}/u.test(text.slice(end, end + 8))) return unit
  const code = codesOf(words) ? moneyOf(words, { start, end }) : null
  return code ? { ...unit, unit: code, kind: 'currency', text: code } : unit
}

/** A mark that no state of the text uses, or a lone letter before a small number ("P5"), is no money. */
export function isStrayMark(mark: string, unit: QuantityUnit, value: number): boolean {
  return SHARED_MARKS.includes(unit.unit) || (/^\p{L}$/u.test(mark) && value < SMALLEST_MARKED)
}
