import { isReportDay } from './reportDay.js'

/** Dates as newspapers write them: "Wednesday, 1 November 2023", "June 20, 2023", "20.06.2023", "Jun 20". */

/** A date found in a text. `year` is null where it is not written; `weekday` (1 for Monday to 7) where none stands beside it. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly weekday: number | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const WEEKDAY =
  '(?:(?<weekday>sun(?:day)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?)\\b\\.?,?\\s+(?:the\\s+)?)?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:,?\\s+(?<year>(?:1[89]|20|21)\\d\\d)(?![\\d.,]\\d|[–-]\\d))?'

/** Each form as the source of a regular expression; the first of this list that matches at a place wins. */
const FORMS = [
  `\\b${WEEKDAY}${DAY}\\s+(?:of\\s+)?${MONTH}${YEAR}`,
  `\\b${WEEKDAY}${MONTH}\\s+${DAY}(?![\\d:])${YEAR}`,
  `\\b(?<day>\\d{1,2})[-/](?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}(?:[-/](?<year>(?:19|20)\\d\\d))?\\b`,
  '(?<!\\d)(?<year>\\d{4})[-/.](?<month>\\d{2})[-/.](?<day>\\d{2})(?!\\d)',
  '(?<![\\d.])(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})(?!\\d)',
  '(?<![\\d/-])(?<first>\\d{1,2})(?<mark>[/-])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4})(?!\\d)',
].map((source) => new RegExp(source, 'giu'))

/** All dates written in a text, in order, without overlaps. Days that no calendar has are left out. */
export function findWrittenDates(text: string): WrittenDate[] {
  // Every form has a day in figures.
  if (!/\d/.test(text)) return []
  const all = FORMS.flatMap((form) =>
    [...text.matchAll(form)].map(dateOfMatch).filter((date) => date !== null),
  )
  // The sort is stable: of two that begin at one place the earlier form comes first and is kept.
  all.sort((a, b) => a.start - b.start)
  let end = 0
  return all.filter((date) => {
    if (date.start < end) return false
    end = date.end
    return true
  })
}

function dateOfMatch(match: RegExpMatchArray): WrittenDate | null {
  const groups = match.groups ?? {}
  const [month, day] = groups['first'] ? monthAndDayOf(groups) : wordsOf(groups)
  const year = groups['year'] ? Number(groups['year']) : null
  // 2000 is a leap year: a date without a year may be 29 February.
  if (!isReportDay({ year: year ?? 2000, month, day })) return null
  const start = match.index ?? 0
  const name = groups['weekday']
  const weekday = name ? weekdayNamed(name) : null
  return { start, end: start + match[0].length, year, month, day, weekday }
}

/** Number of a weekday by its name, whole or short, as core's calendar numbers them. */
function weekdayNamed(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function wordsOf(groups: Record<string, string>): [number, number] {
  const name = groups['month'] ?? ''
  const month = /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return [month, Number(groups['day'])]
}

/** "20/06/2023" can only be 20 June; "05/06/2023" may be either and gives no date. */
function monthAndDayOf(groups: Record<string, string>): [number, number] {
  const first = Number(groups['first'])
  const second = Number(groups['second'])
  if (first > 12 || first === second) return [second, first]
  return second > 12 ? [first, second] : [0, 0]
}

/** Days of the week named in a text, in order: 1 for Monday to 7 for Sunday, with the offset of each. Only whole names count. */
export function findWeekdays(text: string): { weekday: number; start: number }[] {
  const names = /\b(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/gi
  return [...text.matchAll(names)].map((match) => ({
    weekday: weekdayNamed(match[0]),
    start: match.index,
  }))
}
