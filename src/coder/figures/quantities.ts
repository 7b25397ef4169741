import type { ReadToken } from '../../core/readings.js'
import { findTimes, type FoundTime } from '../time/index.js'
import { spansOverlap, type Span } from '../../core/spans.js'
import { comparatorAfter, comparatorBefore, directionAround } from './around.js'
import {
  codesOf,
  datesOf,
  isEmptyOne,
  isGlued,
  isModelNumber,
  isNameNumber,
  isNameWord,
} from './exclude.js'
import { inNationalMoney, isStrayMark, type MoneyOf } from './national-money.js'
import { nounAfter, nounAfterOf } from './nouns.js'
import { findNumbers, type FoundNumber } from './numbers.js'
import { isEmptyWord } from './lent-units.js'
import { joinRanges } from './ranges.js'
import type { Quantity, QuantityUnit } from './quantity.js'
import { unitAt, unitOf } from './units.js'

interface FoundUnit {
  readonly unit: QuantityUnit | null
  /** Where the quantity's words end, unit included. */
  readonly end: number
}

/** "$5.5 billion a year earlier": a time, not a rate. */
const COMPARED = /^\s*an?\s+\w+\s+(?:ago|earlier|before|later|after|prior|previously)\b/i
const PER = /^\s*(?:per|an?|each|every|\/)[\s-]*(?=\p{L})/iu

/** "per barrel", "a month", "/t" after a unit: what it is told per. */
function perAt(text: string, offset: number, money: boolean): FoundUnit | null {
  const lead = PER.exec(text.slice(offset, offset + 12))
  if (!lead || COMPARED.test(text.slice(offset))) return null
  const from = offset + lead[0].length
  const plain = lead[0].replace(/[\s-]+/g, '').toLowerCase()
  const known = unitAt(text, from, plain === '/')
  if (known) {
    if (!/^(?:per|\/)$/.test(plain) && known.unit.kind !== 'time' && !money) return null
    const words = text.slice(known.start, known.end)
    return { unit: { ...known.unit, text: words, per: null }, end: known.end }
  }
  if (plain !== 'per') return null
  const word = /^(?:capita|head|share|person|annum|\p{Ll}+)/u.exec(text.slice(from))?.[0]
  if (!word) return null
  return { unit: { unit: word, kind: 'count', text: word, per: null }, end: from + word.length }
}

/** "620,000 barrels of oil a day": what is measured stands between the unit and what it is told per. */
const STUFF =
  /^\s+of\s+(?:(?!(?:for|to|in|on|from|with|by|at|over)\s)\p{Ll}+\s+){1,2}?(?=(?:an?|per|each|every)\s+(?:day|week|month|year)\b)/u

function withPer(text: string, unit: QuantityUnit, end: number): FoundUnit {
  const isMeasured = unit.kind === 'volume' || unit.kind === 'mass' || unit.kind === 'energy'
  const stuff = isMeasured ? (STUFF.exec(text.slice(end, end + 60))?.[0].length ?? 0) : 0
  const per = perAt(text, end + (stuff && stuff - 1), unit.kind === 'currency')
  if (!per?.unit || unit.kind === 'share' || unit.kind === 'time') return { unit, end }
  return { unit: { ...unit, per: per.unit }, end: per.end }
}

/** Money marked before the number; "dollars" may follow all the same ("$60 U.S."). */
function moneyUnit(text: string, number: FoundNumber): FoundUnit | null {
  if (!number.currency) return null
  const again = unitAt(text, number.end, false)
  const end = again?.unit.kind === 'currency' ? again.end : number.end
  const us = /^\s*(?:U\.?S\.?)(?![\p{L}])/u.exec(text.slice(end))
  const mark = text.slice(number.start, number.numberStart).trim()
  const unit =
    again?.unit.kind === 'currency' && number.currency.unit === 'USD' ? again.unit : number.currency
  return withPer(text, { ...unit, text: mark, per: null }, end + (us?.[0].length ?? 0))
}

/** "25 % share": a share needs no noun. Known units first, then the noun that is counted. */
function unitAfter(
  text: string,
  number: FoundNumber,
  tokens: readonly ReadToken[] | null,
): FoundUnit {
  const money = moneyUnit(text, number)
  if (money) return money
  const known = unitAt(text, number.end, number.kind === 'digits')
  if (known) {
    const words = text.slice(known.start, known.end)
    return withPer(text, { ...known.unit, text: words, per: null }, known.end)
  }
  // "three-day-old", "a third of": fractions are shares of what follows.
  if (number.kind === 'fraction')
    return { unit: { unit: 'share', kind: 'share', text: '', per: null }, end: number.end }
  const span = { start: number.numberStart, end: number.end }
  const skipped =
    number.kind === 'vague' ? (/^\s+of\s+/i.exec(text.slice(number.end))?.[0].length ?? 0) : 0
  const vagueUnit = skipped ? unitAt(text, number.end + skipped - 1, false) : null
  if (vagueUnit) {
    const words = text.slice(vagueUnit.start, vagueUnit.end)
    return { unit: { ...vagueUnit.unit, text: words, per: null }, end: vagueUnit.end }
  }
  const noun =
    number.value === 1 && number.kind === 'words' && /^\s+of\s/i.test(text.slice(number.end))
      ? nounAfterOf(text, number.end)
      : nounAfter(text, { ...span, end: number.end + skipped }, number.value, tokens)
  if (!noun) return { unit: null, end: number.end }
  const words = text.slice(noun.start, noun.end)
  const measure = unitOf(words.split(/\s+/).at(-1) ?? '')
  if (measure?.kind === 'time')
    return { unit: { ...measure, text: words, per: null }, end: noun.end }
  return withPer(text, { unit: words, kind: 'count', text: words, per: null }, noun.end)
}

/** "under the age of 5 years", "aged 12". */
const isAge = (text: string, number: FoundNumber, unit: QuantityUnit | null) =>
  (unit === null || unit.unit === 'year') &&
  /\b(?:age of|aged?|ages)\s$/i.test(text.slice(Math.max(0, number.start - 10), number.start))

/** "the twenty-first session", "two-way trade", "zero tolerance": the number is part of another word. */
const ORDINAL_TAIL =
  /^(?:-(?:first|second|third|\p{L}+th|way|time|sided|pronged|sum)\b|\s+tolerance\b)/iu
const HYPHEN_DURATION = /^-(?:year|month|week|day|hour|minute|second|decade)s?(?!-old)/i

function quantityOf(
  text: string,
  number: FoundNumber,
  tokens: readonly ReadToken[] | null,
  moneyOf: MoneyOf,
): Quantity | null {
  const known =
    number.currency !== null || unitAt(text, number.end, number.kind === 'digits') !== null
  if (isGlued(text, number, known) || isNameNumber(text, number, known)) return null
  if (isEmptyOne(text, number) || isNameWord(text, number)) return null
  if (!known && isModelNumber(text, number)) return null
  if (number.kind === 'words' && ORDINAL_TAIL.test(text.slice(number.end))) return null
  // "a five-year plan", "the six-day war": a kind of thing.
  if (number.kind === 'words' && HYPHEN_DURATION.test(text.slice(number.end))) return null
  const found = unitAfter(text, number, tokens)
  const { end } = found
  const unit = inNationalMoney(text, found, number.start, moneyOf)
  const mark = text.slice(number.start, number.numberStart).trim()
  if (number.currency && unit && isStrayMark(mark, unit, number.value)) return null
  const before = comparatorBefore(text, number.start)
  const after = comparatorAfter(text, end)
  return {
    start: before?.start ?? number.start,
    end,
    value:
      number.kind === 'fraction'
        ? Number((number.value * 100).toPrecision(6))
        : Number((number.value * (unit?.factor ?? 1)).toPrecision(12)),
    high: number.high,
    unit:
      number.kind === 'fraction'
        ? { unit: '%', kind: 'share', text: text.slice(number.start, number.end), per: null }
        : unit,
    comparator: before?.comparator ?? after ?? '=',
    direction: directionAround(text, { start: before?.start ?? number.start, end }),
    fromTo: false,
    age: unit?.kind === 'age' || isAge(text, number, unit),
    duration: unit?.kind === 'time',
    vague: number.kind === 'vague',
    number: { start: number.start, end: number.end },
  }
}

/**
 * The quantities of a text: numbers with their units, ranges joined, dates, clock times, ordinals, telephone
 * numbers and numbers in names left out. `tokens` (the reader's) make counted nouns exact; without them they are
 * guessed from the words. `times`: the time expressions of the text, where they are known already. `moneyOf` tells shared
 * words of money ("rials") by their state. Never throws; offsets lie in the text; in text order.
 */
export function findQuantities(
  text: string,
  tokens: readonly ReadToken[] | null = null,
  times: readonly FoundTime[] = findTimes(text),
  moneyOf: MoneyOf = () => null,
): Quantity[] {
  return allQuantities(text, tokens, times, moneyOf).filter(
    (quantity) => !isEmptyWord(text, quantity),
  )
}

/** The same with small number words that nothing is counted by (yet): "the two agreed", "Oslo eight". */
export function allQuantities(
  text: string,
  tokens: readonly ReadToken[] | null,
  times: readonly FoundTime[],
  moneyOf: MoneyOf,
): Quantity[] {
  const closed: readonly Span[] = [...datesOf(times), ...codesOf(text)]
  const numbers = findNumbers(text).filter(
    (number) => !closed.some((span) => spansOverlap(span, number)),
  )
  const found: Quantity[] = []
  let refusedEnd = -1
  for (const number of numbers) {
    // "ISO 9999-3": what hangs on a refused number by a hyphen is refused too.
    const hangs = number.start - refusedEnd <= 1 && refusedEnd >= 0
    const quantity = hangs ? null : quantityOf(text, number, tokens, moneyOf)
    if (quantity) found.push(quantity)
    else refusedEnd = number.end
  }
  return joinRanges(text, found)
}
