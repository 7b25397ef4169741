import { isPersonName } from './bylines.js'
import { placeOfLine } from './dateline.js'
import { looksLikeOutlet } from './outlets.js'
import { wordCount } from './normalise.js'
import { findWrittenDates } from './writtenDates.js'
import type { WrittenDate } from './writtenDates.js'

/** Lines above a report that give its day: "Wednesday, 1 November 2023, 13:56", "Steel Weekly | Prices | 22 June 2023". */

export interface DateHeader {
  readonly date: WrittenDate
  readonly byline: string | null
  readonly publisher: string | null
  readonly place: string | null
}

const LONGEST_LENGTH = 200
const LONGEST_WORDS = 18
const CLOCK = /\b\d{1,2}(?:[:.]\d{2}){1,2}\b|\b\d{1,2}\s?[ap]\.?m\b\.?/gi
const FILLER =
  /\b(?:first|published|publication|updated|posted|created|modified|released|issued|last|date|dated|time|on|at|as|of|the|and|from|hours|hrs|local|gmt|utc|est|edt|cet|cest|eet|msk|ist|bst|jst|kst|sgt|pst|pdt|am|pm|a\.m|p\.m|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ago|min|mins|minutes|read)\b\.?/gi
const BARS = /\s*[|·•]\s*|\s+[–—/-]\s+/
const COMMAS = /\s*[|·•,]\s*/
const MARKS = /\s*[|·•,()]\s*|\s+[–—/-]\s+/
/** "Published on", "Source: KCNA  Editor: lm": words that only a header begins with. */
const LABELLED =
  /^(?:(?:first )?(?:published|posted|updated|issued|by)\b|(?:source|editor|author|reporter|edited by):)/i
const SENTENCE_END = /[.!?:]["”’]?$/

/** The day that a line above a report gives, with what stands beside it; null for a sentence or a title. */
export function parseDateHeader(line: string): DateHeader | null {
  if (line.length > LONGEST_LENGTH || wordCount(line) > LONGEST_WORDS) return null
  const dates = findWrittenDates(line)
  const date = chosenDate(line, dates)
  const parts = date ? headerParts(line, dates) : null
  if (!date || parts === null) return null
  // Words all in capitals are the header's own ("EVENING BULLETIN"), not a name.
  const names = parts.filter((part) => part !== part.toUpperCase() && placeOfLine(part) === null)
  const publisher = names.find(looksLikeOutlet) ?? agencyInBrackets(line)
  const byline = names.find((name) => name !== publisher && isPersonName(name))
  return {
    date,
    byline: byline?.replace(/^by /i, '') ?? null,
    publisher,
    place: parts.map(placeOfLine).find((place) => place !== null) ?? null,
  }
}

/** Of "Updated 3 May 2023, published 2 May 2023" the day of publication; else the first. */
function chosenDate(line: string, dates: readonly WrittenDate[]): WrittenDate | undefined {
  const published = dates.find((date) =>
    /\b(?:published|posted|issued|released)\b[^\d]{0,12}$/i.test(line.slice(0, date.start)),
  )
  return published ?? dates[0]
}

/** What stands beside the dates, in pieces; null when the line is no header. */
function headerParts(line: string, dates: readonly WrittenDate[]): string[] | null {
  const bars = otherParts(line, dates, BARS)
  if (bars.length === 0 || isBarLayout(line, bars)) return bars
  const commas = otherParts(line, dates, COMMAS)
  if (isNameAndDay(line, dates, commas)) return commas
  const marked = otherParts(line, dates, MARKS)
  return isImprint(line, dates, marked) ? marked : null
}

/**
 * "Erin Hale, Parliamentary Bureau — The Dominion Ledger — May 30, 2025", "COLOMBO (Serendib Markets) July 3, 2025": a
 * line that ends in a full date, with an outlet or a place among short names. "Elections in Chile – 4 May 2023" is a
 * title.
 */
function isImprint(line: string, dates: readonly WrittenDate[], parts: readonly string[]): boolean {
  const [date, more] = dates
  if (!date?.year || more || parts.length > 5 || SENTENCE_END.test(line)) return false
  const isLast = !/\p{L}{2}/u.test(line.slice(date.end).replace(CLOCK, '').replace(FILLER, ''))
  const isSigned = parts.some((part) => looksLikeOutlet(part) || placeOfLine(part) !== null)
  return isLast && isSigned && parts.every((part) => wordCount(part) <= 5)
}

/** Who stands in brackets behind the place: "COLOMBO (Serendib Markets) July 3, 2025". */
function agencyInBrackets(line: string): string | null {
  const match = /^(?<place>[^()]{2,40})\((?<agency>\p{Lu}[^()\d]{2,40})\)/u.exec(line)
  const { place = '', agency = '' } = match?.groups ?? {}
  return placeOfLine(place.trim()) === null || placeOfLine(agency) !== null ? null : agency
}

function otherParts(line: string, dates: readonly WrittenDate[], separator: RegExp): string[] {
  const plain = dates.reduceRight(
    (rest, date) => `${rest.slice(0, date.start)} | ${rest.slice(date.end)}`,
    line,
  )
  return plain
    .replace(CLOCK, ' ')
    .split(separator)
    .map((part) => (/[\p{L}\p{N}]{2,}/u.test(part.replace(FILLER, ' ')) ? part : ''))
    .map((part) => part.replace(/^[\s,;:()]+|[\s,;:()]+$/g, ''))
    .filter((part) => part !== '')
}

/** Bars or dots between short parts, or three dashes and more; "Elections in Chile – 4 May 2023" is a title. */
function isBarLayout(line: string, parts: readonly string[]): boolean {
  if (SENTENCE_END.test(line) || parts.some((part) => wordCount(part) > 6)) return false
  const bars = line.match(/[|·•]/g)?.length ?? 0
  const dashes = line.match(/\s[–—/-]\s/g)?.length ?? 0
  return bars > 0 || dashes >= 3 || LABELLED.test(line)
}

/**
 * "Inge Sorensen 20 October 2023", "Berlin, 29 September 2023, Katrin Vogel", "The Steppe Letter, Saturday, 20 May
 * 2023": names and a day with its year. "Joint Statement, 20 May 2023" is a title: it begins with no place, and has
 * neither a weekday nor a name that stands before the day without a comma.
 */
function isNameAndDay(
  line: string,
  dates: readonly WrittenDate[],
  parts: readonly string[],
): boolean {
  const [date, more] = dates
  const [first] = parts
  if (!date?.year || more || first === undefined || parts.length > 3 || SENTENCE_END.test(line))
    return false
  if (!parts.every((part) => placeOfLine(part) !== null || isPersonName(part))) return false
  const unpunctuated = parts.length === 1 && !line.includes(',') && date.start > 0
  return date.weekday !== null || placeOfLine(first) !== null || unpunctuated
}
