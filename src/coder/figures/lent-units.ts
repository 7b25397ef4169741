import words from './lent-words.json' with { type: 'json' }
import { nounAfterOf } from './nouns.js'
import { anyOf } from './number-words.js'
import type { Quantity, QuantityUnit } from './quantity.js'

/** Units that a number takes from another beside it. */

/** A bare number with what was read before it in the text. */
interface Bare {
  readonly text: string
  readonly quantity: Quantity
  /** The quantities before it, with the units lent to them, in text order. */
  readonly earlier: readonly Quantity[]
  readonly later: Quantity | undefined
  /** The words right before and right after it. */
  readonly lead: string
  readonly tail: string
}

const counted = (noun: string): QuantityUnit => ({
  unit: noun,
  kind: 'count',
  text: noun,
  per: null,
})

/** The one currency that a text tells all its money in, or null when there is none or more than one. */
function onlyCurrency(found: readonly Quantity[]): QuantityUnit | null {
  const units = found.flatMap(({ unit }) => (unit?.kind === 'currency' && !unit.per ? [unit] : []))
  return new Set(units.map(({ unit }) => unit)).size === 1 ? (units[0] ?? null) : null
}

const isBareMillions = ({ text, quantity }: Bare): boolean =>
  /(?:million|billion|trillion|bn|mn)$/i.test(
    text.slice(quantity.number.start, quantity.number.end),
  )

const MEASURES = new Set(['mass', 'volume', 'energy', 'area', 'length', 'currency'])
const FARTHEST_LENDER = 60
const FARTHEST_NOUN = 250
const FARTHEST_LIKE = 160
/** Numbers that count the same things are seldom more times apart than this. */
const WIDEST_RATIO = 300

/** "55.5 billion cubic metres for Egypt, 18.5 billion for Sudan": the measure told just before in the same clause list. */
function measureBefore({ text, quantity, earlier }: Bare) {
  const before = earlier.at(-1)
  if (!before?.unit || !MEASURES.has(before.unit.kind)) return null
  const gap = text.slice(before.end, quantity.start)
  return gap.length <= FARTHEST_LENDER && !/[.;!?\n]/.test(gap) ? before.unit : null
}

/** "Fourteen of the 15 members", "two of its soldiers": the part is counted in what the whole is. */
function countedWhole({ text, quantity, later }: Bare): QuantityUnit | null {
  const gap = later ? text.slice(quantity.end, later.start) : ''
  const isPart = /^\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?(?:[\p{L}-]+['’]s?\s+)?$/u.test(gap)
  if (isPart && later?.unit?.kind === 'count' && quantity.value < later.value) return later.unit
  const noun = quantity.value > 1 ? nounAfterOf(text, quantity.end) : null
  const words = noun ? text.slice(noun.start, noun.end) : null
  return words
    ? counted(/^(?:dead|wounded|injured|missing)$/i.test(words) ? 'people' : words)
    : null
}

/** The last counted noun before, within reach, that `accepts` takes. */
function nounBefore(
  { quantity, earlier }: Bare,
  accepts: (lender: Quantity) => boolean,
): QuantityUnit | null {
  const lender = earlier.findLast(({ unit }) => unit?.kind === 'count')
  return lender && quantity.start - lender.end <= FARTHEST_NOUN && accepts(lender)
    ? lender.unit
    : null
}

const sameSentence = ({ text, quantity }: Bare, lender: Quantity): boolean =>
  !/[.!?](?:\s|$)|\n/.test(text.slice(lender.end, quantity.start))

const OF_THEM = /^\s+of\s+(?:them|these|those|whom|which)\b/i
const HARMED = new RegExp(
  `^\\s+(?:were|was|are|have\\s+been|had\\s+been)\\s+(?:${anyOf(words.doneToPeople)})\\b`,
  'i',
)
const PERSONS = new RegExp(`(?:${anyOf(words.personEndings)})$`, 'i')

/** Nouns told by words beside the number: "41 of them", "2,500 strong", "87 were taken to hospital". */
function nounByWords(bare: Bare): QuantityUnit | null {
  const { quantity, tail } = bare
  if (/^\s+strong\b/i.test(tail)) return counted('people')
  if (OF_THEM.test(tail)) return nounBefore(bare, ({ value }) => value >= quantity.value)
  if (HARMED.test(tail)) {
    const isPerson = (lender: Quantity) =>
      sameSentence(bare, lender) && PERSONS.test(lender.unit?.unit ?? '')
    return nounBefore(bare, isPerson) ?? counted('people')
  }
  return voteOf(bare)
}

/** "143 votes to nine", "ten members in favour, five against", "voted seven to two". */
function voteOf(bare: Bare): QuantityUnit | null {
  const { lead, tail, earlier } = bare
  if (/^\s+(?:votes?\s+)?against\b/i.test(tail) || /\bvotes?\s+to\s+$/i.test(lead))
    return nounBefore(bare, (lender) => sameSentence(bare, lender))
  if (/\bvot(?:ed|es?|ing)\s(?:\p{Ll}+\s){0,2}$/u.test(lead) && /^\s+(?:votes\s+)?to\s/.test(tail))
    return counted('votes')
  const last = earlier.at(-1)
  const follows = last?.unit?.unit === 'votes' && last.unit.text === 'votes'
  return follows && bare.text.slice(last.end, bare.quantity.start).trim() === 'to'
    ? counted('votes')
    : null
}

const NUMBERED =
  /(?<noun>\p{Ll}{3,}s)(?:\s+(?:from|in|to)\s+\p{Lu}\p{L}+)?\s+numbered\s+(?:\p{Ll}+\s+){0,3}$/u
const NUMBER_OF =
  /\bnumber\s+of\s+(?:[\p{L}-]+\s+){0,3}?(?<noun>\p{Ll}{3,}s)\s[^.;,\d]{0,40}\b(?:of|to|at|reached|was|is)\s+$/u

/** "visitors numbered 392,000", "the number of firms has passed the mark of 40": the noun stands before. */
function nounInLead({ text, quantity }: Bare): QuantityUnit | null {
  const { start } = quantity.number
  const lead = text.slice(Math.max(0, start - 120), start)
  const noun = (NUMBERED.exec(lead) ?? NUMBER_OF.exec(lead))?.groups?.noun
  return noun ? counted(noun) : null
}

const NAME_BEFORE = /\p{Lu}[\p{L}.]*(?:['’]s)?\s+$/u
const ONLY = /\b(?:just|only)\s+$/i
const LIST_END = /^\s*(?:[.,;:)]|$|and\b)/

/** A small number word counts the things before only in a list ("Oslo eight;") or a part ("freed just four."). */
function smallWord(bare: Bare): QuantityUnit | null {
  const { quantity, lead, tail } = bare
  const listed = NAME_BEFORE.test(lead) && LIST_END.test(tail)
  const part = quantity.comparator !== '=' || ONLY.test(lead)
  if (!listed && !part) return null
  const accepts = (lender: Quantity) =>
    sameSentence(bare, lender) && (listed || lender.value > quantity.value)
  return nounBefore(bare, accepts)
}

/** Ages (", 45,"), clock times ("at 4."), years, numbers of things, rates and factors take no unit from before. */
function isOfNothing({ text, quantity, lead, tail }: Bare): boolean {
  const digits = text.slice(quantity.number.start, quantity.number.end)
  if (/^(?:1[89]|20|21)\d\d$/.test(digits)) return true
  if (quantity.value <= 24 && /\bat\s+$/i.test(lead)) return true
  if (quantity.value <= 110 && /\p{L}['’)”"]?,\s+$/u.test(lead) && /^\s*,/.test(tail)) return true
  if (/\baged?\s[^.;]{0,20}$/i.test(lead)) return true
  return /\b(?:number|factor\s+of)\s+$/i.test(lead) || /^\s+to\s+the\s+|^\s*[-/:–]/i.test(tail)
}

/** "Spain came second with 19", "Cuba 32,000": a bare number is told in the unit of the last figure of its size. */
function unitLike(bare: Bare): QuantityUnit | null {
  const { quantity, earlier } = bare
  if (isOfNothing(bare)) return null
  const lender = earlier.findLast(({ unit }) => unit !== null && unit.kind !== 'time')
  const kind = lender?.unit?.kind
  if (!lender || !kind || kind === 'multiple' || kind === 'age') return null
  const gap = quantity.start - lender.end
  if (gap < 0 || gap > FARTHEST_LIKE) return null
  if (kind === 'share')
    return lender.unit?.unit === '%' && quantity.value <= 100 ? lender.unit : null
  const ratio = quantity.value / lender.value
  if (ratio > WIDEST_RATIO || ratio < 1 / WIDEST_RATIO) return null
  if (kind === 'currency') return gap <= FARTHEST_LENDER ? lender.unit : null
  return lender.unit
}

const LARGE = 1e5

/** Millions and more: the measure just before, else a noun counted in as many, else money. */
function unitOfMillions(bare: Bare, money: QuantityUnit | null): QuantityUnit | null {
  const measure = measureBefore(bare)
  if (measure) return measure
  const last = bare.earlier.findLast(({ unit }) => unit !== null && unit.kind !== 'time')
  const isCount = last?.unit?.kind === 'count' && last.value >= LARGE
  if (isCount && (!money || sameSentence(bare, last))) return unitLike(bare)
  return (
    money ??
    bare.earlier.findLast(({ unit }) => unit?.kind === 'currency' && !unit.per)?.unit ??
    null
  )
}

function lentUnit(bare: Bare, money: QuantityUnit | null): QuantityUnit | null {
  const told = countedWhole(bare) ?? nounByWords(bare) ?? nounInLead(bare)
  if (told) return told
  if (isEmptyWord(bare.text, bare.quantity)) return smallWord(bare)
  return isBareMillions(bare) ? unitOfMillions(bare, money) : unitLike(bare)
}

/** The quantity with its lent unit; "of them" is among its words then. */
function lent(bare: Bare, money: QuantityUnit | null): Quantity {
  const { quantity, tail } = bare
  const unit = lentUnit(bare, money)
  const ofThem = unit ? (OF_THEM.exec(tail)?.[0].length ?? 0) : 0
  return { ...quantity, unit, end: quantity.end + ofThem }
}

/** Is it a small number word without anything counted ("the two agreed"), which says nothing? */
export const isEmptyWord = (text: string, quantity: Quantity): boolean =>
  quantity.unit === null &&
  quantity.high === null &&
  !/\d/.test(text.slice(quantity.start, quantity.end)) &&
  quantity.value <= 10

/**
 * The quantities with units for bare ones: a part takes what its whole counts; millions and more the measure told just
 * before them, else the text's one currency ("exports of 4.7 billion and imports of 6.8 billion") or its last; others
 * what the number before them counts ("100 men from Chad, 200 from Mali"), or people where a verb tells so. In text order.
 */
export function withLentUnits(text: string, found: readonly Quantity[]): Quantity[] {
  const money = onlyCurrency(found)
  const out: Quantity[] = []
  for (const [at, quantity] of found.entries()) {
    const isBare = quantity.unit === null && !quantity.vague && !quantity.age
    const lead = text.slice(Math.max(0, quantity.start - 120), quantity.start)
    const tail = text.slice(quantity.end, quantity.end + 60)
    const bare = { text, quantity, earlier: out, later: found[at + 1], lead, tail }
    out.push(isBare ? lent(bare, money) : quantity)
  }
  return out
}
