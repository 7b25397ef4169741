import type { Quantity } from './quantity.js'

/** Joining two numbers that tell one range: "9.2 to 11.7 billion", "8-10 %", "between $41 and $47". */

const FROM = /\b(?:from|between)\s+(?:up to\s+|about\s+|around\s+|nearly\s+|a\s+)*$/i
const JOINS = /^\s*-?\s*(?:up\s+to|to|-|–|—|-to)\s*-?\s*$/i
const AND = /^\s*and\s*$/i
const OR = /^-?\s*(?:or|and)\s*$/i

const sameUnit = (a: Quantity, b: Quantity) =>
  a.unit !== null && b.unit !== null && a.unit.unit === b.unit.unit && a.unit.kind === b.unit.kind

/** The power of a thousand that a number was scaled by, told from its words. */
function scaleOf(text: string, quantity: Quantity): number {
  const words = text.slice(quantity.number.start, quantity.number.end)
  const plain = Number(words.replace(/[^\d.]/g, ''))
  return plain > 0 ? Math.round(quantity.value / plain) : 1
}

/** "9.2 to 11.7 billion": the first number takes the second's scale. */
function lentScale(text: string, first: Quantity, second: Quantity): number {
  const scale = scaleOf(text, second)
  if (scale <= 1 || scaleOf(text, first) > 1 || first.unit?.kind === 'share') return first.value
  // "$300 to $5 million" spans dollars to millions; "$9.2 to $11.7 billion" are both billions.
  const ratio = first.value / (second.value / scale)
  if (first.value >= 1000 || (first.unit?.kind === 'currency' && ratio >= 10)) return first.value
  return Number((first.value * scale).toPrecision(12))
}

/** Does the first number stand bare before the joining word, so that it shares the second's unit? */
const isBare = (text: string, first: Quantity, second: Quantity) =>
  first.unit === null ||
  first.end > second.number.start ||
  text.slice(first.number.end, first.end).trim() === ''

function rangeOf(text: string, first: Quantity, second: Quantity): Quantity | null {
  if (first.high !== null || second.high !== null || first.unit?.kind === 'age') return null
  const lead = text.slice(Math.max(0, first.start - 30), first.start)
  const cued = FROM.test(lead) || /^(?:from|between)\b/i.test(text.slice(first.start, first.end))
  const between = FROM.exec(lead)?.[0].toLowerCase().startsWith('between') ?? false
  const bare = isBare(text, first, second)
  const gapFrom = bare ? first.number.end : first.end
  const gap = text.slice(gapFrom, Math.max(gapFrom, second.start))
  const joins = between ? AND.test(gap) || JOINS.test(gap) : JOINS.test(gap)
  if (!joins) return null
  if (!bare && !sameUnit(first, second)) return null
  const dashed = /[-–—]/.test(gap)
  const shares = first.unit?.kind === 'share' && first.direction === null
  if (!bare && !cued && !dashed && !shares) return null
  if (bare && second.unit === null && !cued && first.value >= second.value) return null
  const value =
    bare || first.unit?.kind === 'currency' ? lentScale(text, first, second) : first.value
  const unit = first.unit?.per && sameUnit(first, second) ? first.unit : second.unit
  return {
    ...second,
    unit,
    start: first.start,
    value,
    high: second.value,
    comparator: first.comparator,
    fromTo: cued && !between,
    direction: first.direction ?? second.direction,
    number: { start: first.number.start, end: second.number.end },
  }
}

/** "six or seven euros", "1.5 and 2 million tonnes": a bare first number shares the unit, not the value. */
function sharedUnit(text: string, first: Quantity, second: Quantity): Quantity {
  const gap = text.slice(first.number.end, Math.max(first.number.end, second.start))
  if (!OR.test(gap) || second.unit === null) return first
  if (first.unit !== null && first.unit.kind !== 'count') return first
  return { ...first, unit: second.unit, end: first.number.end, duration: second.duration }
}

/** Ranges joined, units shared. Takes and gives quantities in text order. */
export function joinRanges(text: string, found: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = []
  for (const quantity of found) {
    const last = out.at(-1)
    const range = last ? rangeOf(text, last, quantity) : null
    if (range) out[out.length - 1] = range
    else {
      if (last) out[out.length - 1] = sharedUnit(text, last, quantity)
      out.push(quantity)
    }
  }
  return out
}
