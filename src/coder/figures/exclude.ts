import type { FoundTime } from '../time/index.js'
import type { Span } from '../../core/spans.js'
import words from './figure-words.json' with { type: 'json' }
import { isPlural } from './nouns.js'
import type { FoundNumber } from './numbers.js'

/** Numbers that count nothing: dates, clock times, ordinals, telephone numbers, scores, and numbers in names. */

const NUMBERED = new Set(words.numberedThings)
const COMPARATOR_WORDS = new Set(
  [...Object.values(words.comparators).flat(), ...words.nounStops].flatMap((phrase) =>
    phrase.split(' '),
  ),
)
const TIME_KINDS = new Set([
  'day', 'days', 'month', 'months', 'year', 'years', 'quarter', 'half', 'season', 'decade', 'century', 'weekday',
  'clock', 'day-of-month', 'holiday', 'first-months', 'ambiguous', 'day-part',
]) // prettier-ignore

/** Spans of dates and clock times; lengths of time are not among them. */
export function datesOf(times: readonly FoundTime[]): Span[] {
  return times
    .filter(({ sense }) => TIME_KINDS.has(sense.kind))
    .map(({ start, end }) => ({ start, end }))
}

const PHONE =
  /(?<![\d.,])(?:\+\d[\d\s().-]{7,}\d|\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}|\d{3}-\d{4})(?![\d,])/g
const WEB = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+/g
const VERSION = /(?<![\d.])\d+(?:\.\d+){2,}|\b\d+\/\d+(?:\/\d+)?\b(?! (?:percent|inch))/g
const SCORE =
  /(?<![\d.$€£-])\d{1,2}[-–]\d{1,2}(?=(?:\s+(?:on aggregate|to|against|win|victory|defeat|loss|in|at|thanks|over|home|away|lead|draw|after|with|down|up)\b|[.,;)]|$))/g

/** Telephone numbers, addresses of the web, version numbers, fractions by slash and scores of games. */
export function codesOf(text: string): Span[] {
  return [PHONE, WEB, VERSION, SCORE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}

const LAST_WORD = /([\p{L}&.'’]+-?)[\s(]*$/u

/** Is this a number in a name ("Galaxy S23", "Resolution 2231", "Part 3", "S&P 500")? `hasUnit`: a known unit follows. */
export function isNameNumber(text: string, number: FoundNumber, hasUnit: boolean): boolean {
  if (number.kind !== 'digits' || number.currency || number.scale > 1) return false
  const before = text.slice(Math.max(0, number.start - 40), number.start)
  const word = LAST_WORD.exec(before)?.[1] ?? ''
  const lower = word.toLowerCase()
  if (/\b(?:group of|p\.o\. box)\s$/i.test(before)) return true
  if (hasUnit) return false
  if (NUMBERED.has(lower.replace(/\.$/, '')) || NUMBERED.has(lower))
    return !/\d[\s-]+$/.test(before)
  const digits = text.slice(number.numberStart, number.end)
  if (/[,.]/.test(digits)) return false
  const named = /^\p{Lu}|^\p{Ll}\p{Lu}/u.test(word) && !COMPARATOR_WORDS.has(lower)
  if (!named || /[.,;:)“”"]\s*$/.test(before)) return false
  // "In Germany 300 companies" counts; "Model 3 sedans", "Air Force 100 flights" do not.
  if (number.value < 100 || isSentenceName(before)) return true
  const next = /^\s+(\p{Ll}+)(?:\s(\p{Ll}+))?/u.exec(text.slice(number.end, number.end + 40))
  return !(isPlural(next?.[1] ?? '') || isPlural(next?.[2] ?? ''))
}

/** A number word inside a name: "the Lucky Seven tour", "Big Four". */
export function isNameWord(text: string, number: FoundNumber): boolean {
  if (number.kind !== 'words' || !/^\p{Lu}/u.test(text.charAt(number.start))) return false
  const before = text.slice(Math.max(0, number.start - 30), number.start)
  return (
    /\p{Lu}[\p{L}]*\s$/u.test(before) ||
    /^\s\p{Lu}\p{Ll}/u.test(text.slice(number.end, number.end + 3))
  )
}

/** "350 Neo", "737 MAX": a number before a name that it belongs to. */
export function isModelNumber(text: string, number: FoundNumber): boolean {
  if (number.kind !== 'digits' || number.currency || number.scale > 1) return false
  if (/[,.]/.test(text.slice(number.numberStart, number.end))) return false
  const after = /^\s(?<name>\p{Lu}[\p{L}\d]*)(?:\s(?<next>\p{L}+))?(?:\s(?<third>\p{L}+))?/u.exec(
    text.slice(number.end, number.end + 60),
  )?.groups
  if (!after) return false
  return ![after.name, after.next, after.third].some((word) => word && isPlural(word))
}

const isSentenceName = (before: string) => /\p{Lu}[\p{L}]+\s+\p{Lu}[\p{L}]*\s$/u.test(before)

/** Is the number glued to letters that are no unit ("737MAX", "S8", "96th", "5G")? */
export function isGlued(text: string, number: FoundNumber, hasUnit: boolean): boolean {
  const before = text.charAt(number.start - 1)
  const beforeTwo = text.slice(Math.max(0, number.start - 2), number.start)
  if (/\d-to-$|\sto-$/.test(text.slice(Math.max(0, number.start - 5), number.start))) return false
  if (/[\p{L}_#@/\\]/u.test(before) || /\p{L}[-–]$/u.test(beforeTwo)) {
    // "pre-2,000", "sub-$500": words and not names stand before the hyphen.
    return !number.currency || /[\p{L}_#@]/u.test(before)
  }
  if (/\d[.,:]$/.test(beforeTwo)) return true
  if (hasUnit || number.kind !== 'digits') return false
  const after = text.slice(number.end, number.end + 8)
  return /^(?:\p{L}|[-–](?!\d|to\b|\s(?:or|and|to)\s|year|\p{Ll}{3})|:\d|\/\d|['’]\d)/u.test(after)
}

const ONE_BEFORE =
  /\b(?:no|any|every|each|some|the|this|that|which|another|same|only|last|next|first|new|old|right|wrong|big|good|bad|other|day|-)\s$/i
const ONE_AFTER =
  /^(?:[.,;:!?)”"]|\s+(?:day|that|which|who|they|we|he|she|i|it|you|another|is|was|has|had|can|could|will|would|should|may|might|in|on|at|to|for|from|by|with|and|or|but|as|than|when|where|thing|way|side|hand|more|time|if|not|wants?|might|step)\b|-|$)/i

/** "one" that counts nothing: "the one who", "no one", "one day", "one they know". */
export function isEmptyOne(text: string, number: FoundNumber): boolean {
  if (!/^one$/i.test(text.slice(number.start, number.end))) return false
  const before = text.slice(Math.max(0, number.start - 12), number.start)
  const after = text.slice(number.end, number.end + 40)
  if (ONE_BEFORE.test(before)) return true
  return ONE_AFTER.test(after) && !/^\s+(?:in|or)\s+(?:\w+|two)\b/.test(after)
}
