import type { FigureRecord } from '../../core/records.js'
import words from './figure-words.json' with { type: 'json' }
import { comparatorBefore } from './around.js'
import { anyOf } from './number-words.js'
import type { Quantity } from './quantity.js'

/** Rises and falls: which quantity is a change, and which level it belongs to. */

export type Change = NonNullable<FigureRecord['change']>

const MULTIPLES: Readonly<Record<string, number>> = words.multiples
const MULTIPLE = new RegExp(
  `(?<![\\p{L}-])(?<word>${anyOf(Object.keys(MULTIPLES).filter((word) => word !== 'double' && word !== 'twice' && word !== 'triple'))})(?![\\p{L}-])`,
  'giu',
)

/** "more than doubled", "tripled", "halved": quantities in words, unit `times`. */
export function findMultiples(text: string): Quantity[] {
  return [...text.matchAll(MULTIPLE)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    const value = MULTIPLES[match[0].toLowerCase()] ?? 2
    const before = comparatorBefore(text, span.start)
    return {
      start: before?.start ?? span.start,
      end: span.end,
      value: value < 1 ? 1 / value : value,
      high: null,
      unit: { unit: 'times', kind: 'multiple', text: match[0], per: null },
      comparator: before?.comparator ?? '=',
      direction: value < 1 ? 'down' : 'up',
      fromTo: false,
      age: false,
      duration: false,
      vague: false,
      number: span,
    }
  })
}

const SINCE =
  /^[^.;]{0,60}?\b(?:than|from|compared\s+(?:with|to)|against|versus|over|on)\s+(?:in\s+|the\s+)?(?<year>(?:19|20)\d\d|(?:the\s+)?(?:previous|last|same\s+period\s+(?:of\s+)?last)\s+year|a\s+year\s+(?:earlier|ago|before))/iu
const SINCE_EVENT = /\bsince\s+(?<event>[^,.;“”"]{3,60}?)(?=[,.;“”"]|$)/iu

/** What a change is counted from, as written ("2021", "a year earlier", "the beginning of the war"), or null. */
export function sinceOf(sentence: string, change: Quantity, offset: number): string | null {
  const after = SINCE.exec(sentence.slice(change.end - offset))?.groups?.year
  const year = after && !/^over\b/i.test(after) ? after : null
  return year ?? SINCE_EVENT.exec(sentence)?.groups?.event?.trim() ?? null
}

/** Is the quantity told as a change (31.4 % higher, rose by 2 billion, doubled) and not as a level? */
export function isChange(text: string, quantity: Quantity): boolean {
  if (quantity.direction === null || quantity.unit === null) return false
  if (quantity.unit.kind === 'multiple') return true
  const before = text.slice(Math.max(0, quantity.start - 12), quantity.start)
  if (/\bto\s+$/i.test(before)) return false
  if (quantity.unit.unit === '%' || quantity.unit.kind === 'share') return !quantity.fromTo
  return (
    /\bby\s+$/i.test(before) ||
    /^\s+(?:higher|more|lower|less|increase|rise|drop|fall|decline)\b/i.test(
      text.slice(quantity.end),
    )
  )
}

/** The change of a quantity that is one. */
export function changeOf(sentence: string, quantity: Quantity, offset: number): Change | null {
  if (quantity.unit === null || quantity.direction === null) return null
  return {
    value: quantity.value,
    unit: quantity.unit.unit,
    direction: quantity.direction,
    since: sinceOf(sentence, quantity, offset),
  }
}

/** "from 9.2 to 11.7 billion": the step between the two ends. */
export function stepOf(quantity: Quantity): Change | null {
  if (!quantity.fromTo || quantity.high === null || quantity.unit === null) return null
  const step = Number(Math.abs(quantity.high - quantity.value).toPrecision(12))
  const direction = quantity.high >= quantity.value ? 'up' : 'down'
  return { value: step, unit: quantity.unit.unit, direction, since: null }
}

const TO_LEVEL =
  /^(?:[^.;]{0,40}?\b(?:to|reaching|and\s+reached|totalling|totaling|amounting\s+to|hitting|at|and\s+amounted\s+to|and\s+totalled|and\s+totaled))\s+(?:a\s+record\s+)?$/i
const FROM_LEVEL = /^[^.;\d]{0,30}(?:(?:19|20)\d\d)?[^.;\d]{0,25}$/i

/** Does the change belong to the level: "by 10 % to 8 billion", "reaching 55 billion", "8 billion, up 10 %"? */
export function belongTogether(text: string, change: Quantity, level: Quantity): boolean {
  if (level.unit === null || level === change) return false
  if (change.end <= level.start) return TO_LEVEL.test(text.slice(change.end, level.start))
  const gap = text.slice(level.end, change.start)
  return FROM_LEVEL.test(gap) && !/\b(?:and|while|but)\b/i.test(gap)
}
