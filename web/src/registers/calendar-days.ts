import type { HappeningView } from '../../../src/api/types.js'

/** Contacts by month and day. Days are ISO dates; months are written "2023-11". */

/** A contact whose day is known to the month at least. */
export interface DatedContact {
  readonly contact: HappeningView
  readonly start: string
  readonly end: string
}

const LONGEST_DAYS = 31
const DAY_MS = 24 * 3600 * 1000

/** Splits contacts into those with days that fit in a month, oldest first, and those known to the year or less. */
export function splitByDays(contacts: readonly HappeningView[]) {
  const dated: DatedContact[] = []
  const vague: HappeningView[] = []
  for (const contact of contacts)
    if (contact.days && lengthOf(contact.days) <= LONGEST_DAYS)
      dated.push({ contact, start: contact.days.start, end: contact.days.end })
    else vague.push(contact)
  return { dated: dated.sort((a, b) => a.start.localeCompare(b.start)), vague }
}

function lengthOf({ start, end }: { start: string; end: string }): number {
  return (Date.parse(end) - Date.parse(start)) / DAY_MS + 1
}

/** The twelve months of a year. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
}

/** The weeks of a month, Monday first: seven days each, null outside the month. */
export function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
  const days = Array.from({ length }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`)
  const cells = [...Array<null>(before).fill(null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  )
}

/** The contacts on a day. A contact known to the month alone is on no day of it. */
export function contactsOn(dated: readonly DatedContact[], day: string): readonly DatedContact[] {
  return dated.filter(({ start, end }) => start <= day && day <= end && !isWholeMonth(start, end))
}

/** Is the month all that is known? */
export function isWholeMonth(start: string, end: string): boolean {
  return lengthOf({ start, end }) >= 28
}
