import words from './figure-words.json' with { type: 'json' }
import { anyOf } from './number-words.js'
import type { Quantity } from './quantity.js'

/** Numbers that point instead of measuring: "the two countries", "two years ago". */

const DEFINITE = /\b(?:the|both|these|those|our|their|your)\s+$/i
const SMALL_NUMBER = /^(?:two|three|four|five|six|seven|eight|nine|ten)$/i
const SIDES = new RegExp(`^(?:${anyOf(words.sides)})$`, 'i')

/** "the two countries", "both these leaders": a small number word with sides that the text has named before counts nothing. */
export function isNamedBefore(text: string, quantity: Quantity): boolean {
  if (quantity.unit?.kind !== 'count') return false
  const number = text.slice(quantity.number.start, quantity.number.end)
  const before = text.slice(Math.max(0, quantity.start - 12), quantity.start)
  if (!SMALL_NUMBER.test(number) || !DEFINITE.test(before)) return false
  return SIDES.test(quantity.unit.text.split(/\s+/).at(-1) ?? '')
}

const FAR_BEFORE =
  /\b(?:last|past|next|coming|previous|preceding|following|first|final|in|within|over|during|throughout|every|each|the|these|those)\s+$/i
const FAR_AFTER =
  /^[\s-]*(?:ago|earlier|later|before|after|afterwards|prior|previously|from now|hence|old|away|to go|since)\b/i

/** "the largest exchange for two years": since when there was none like it. */
const UNLIKE =
  /\b(?:first|only|last|\p{L}{3,}est|(?:most|least)\s\p{L}+)\b[^.,;:]{0,40}\b(?:for|in)\s+$/iu

/** Is a length of time how long something lasts ("for six days", "ten days of talks"), and not how far off it is? */
export function lasts(text: string, quantity: Quantity): boolean {
  const before = text.slice(Math.max(0, quantity.number.start - 70), quantity.number.start)
  return (
    !FAR_BEFORE.test(before) &&
    !UNLIKE.test(before) &&
    !FAR_AFTER.test(text.slice(quantity.end, quantity.end + 16))
  )
}

const COMPARED_TIMES =
  /^\s+(?:more|higher|larger|bigger|greater|less|lower|smaller|faster|as|the|that|what|its|their|over|longer|stronger)\b/i

/** "violated it 37 times": how often something happened, and not "three times the figure of 2014". */
export function isOccurrence(text: string, quantity: Quantity): boolean {
  if (quantity.unit?.text !== 'times' || quantity.direction !== null) return false
  return !COMPARED_TIMES.test(text.slice(quantity.end, quantity.end + 14))
}
