import { placeOfLine } from './dateline.js'
import { looksLikeOutlet } from './outlets.js'
import { findWeekdays, findWrittenDates } from './writtenDates.js'

/** Lines that say who wrote, translated or edited a report. They are kept out of the text, in `byline`. */

export interface Byline {
  readonly names: string
  readonly place: string | null
}

const WORD = "\\p{Lu}[\\p{L}.’'-]*"
const PERSON = `${WORD}(?: (?:${WORD}|de|da|di|van|von|der|den|el|al|bin|ibn)){1,4}`
const PEOPLE = `${PERSON}(?:(?:,| and| &|, and) ${PERSON}){0,5}`

/** "By Jane Doe and John Roe in Nairobi", "By Jane Doe, Senior Correspondent" */
const BY = new RegExp(
  `^[Bb][Yy]:? (?<names>${PEOPLE}|[\\p{Lu} .’'-]{5,60})(?<role>[,|] ?(?:[\\p{L}/ .&-]{2,60}))?(?: [Ii][Nn] (?<place>${WORD}(?: ${WORD}){0,3}))?$`,
  'u',
)
/** "Jane Doe in Nairobi", right above a report */
const NAMED_IN = new RegExp(`^(?<names>${PEOPLE}) in (?<place>${WORD}(?: ${WORD}){0,3})$`, 'u')
const CREDIT =
  /^[([]?(?:(?:reporting|reported|additional reporting|writing|written|text|story|translation|translated|editing|edited|compiled|prepared|author|authors|reporter|correspondent|writer|translator|editor|our correspondent)s?(?:\s+(?:and (?:writing|editing|additional reporting)))?(?: (?:by|for .{2,40} by|from the \w+ by)\b:?|\s*:))\s*(?<names>\S.{2,160}?)[.)\]]*$/iu
const PERSON_ALONE = new RegExp(`^(?:[Bb]y )?${PERSON}$`, 'u')

/** What a line above a report says of its author, or null when the line is something else. */
export function parseHeadByline(line: string): Byline | null {
  if (line.length > 120 || /[.!?]$/.test(line) || findWrittenDates(line).length) return null
  const match = BY.exec(line) ?? NAMED_IN.exec(line)
  const names = match?.groups?.['names']
  if (!names || findWeekdays(names).length) return parseCredit(line)
  const place = match.groups?.['place'] ?? null
  return { names: names.trim(), place: place === null ? null : (placeOfLine(place) ?? place) }
}

/** "Translation by …", "(Reporting by …; Editing by …)", "Author: …": above or below a report. Null for other lines. */
export function parseCredit(line: string): Byline | null {
  if (line.length > 220) return null
  const match = CREDIT.exec(line)
  const names = match?.groups?.['names']
  if (!names || !/^\p{Lu}/u.test(names)) return null
  // A writer is named alone; a translator or an editor with what they did.
  const writer =
    /^[([]?(?:authors?|reporters?|writers?|correspondents?|text|story|written|by)\b/i.test(line)
  const whole = line.replace(/^[([]|[)\]]\.?$/g, '').replace(/(?<=\p{L}{3})\. .*$/u, '')
  return { names: writer ? names : whole, place: null }
}

/** Is a piece of a header line a person's name ("Selin Kaya | 10.05.2022")? */
export function isPersonName(text: string): boolean {
  return PERSON_ALONE.test(text) && !looksLikeOutlet(text)
}
