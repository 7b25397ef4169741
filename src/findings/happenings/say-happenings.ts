import { isoOf, parseIso, partsOf, type CodedRecord } from '../../core/index.js'
import type { Days } from './dates.js'
import type { FindingGround } from '../ground.js'
import data from './happening-phrases.json' with { type: 'json' }
import type { Happening } from './happenings.js'
import { sayList, sayParty } from '../say-figures.js'

/** Words for happenings and their days, in the sentences of findings. */

interface HappeningPhrase {
  readonly name: string
  readonly before?: string
}

const PHRASES: Readonly<Record<string, HappeningPhrase | undefined>> = data.types
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

type Named = Pick<Happening, 'type' | 'mode' | 'actors' | 'recipients' | 'sides'>

/** What it was and between whom: `a visit between France and Kazakhstan`, `criticism of Ukraine by Russia`. */
export function sayHappening({ type, mode, actors, recipients, sides }: Named): string {
  const { name, before } = PHRASES[`${type}/${mode ?? ''}`] ?? PHRASES[type] ?? { name: 'an act' }
  const list = (refs: Named['sides']): string => sayList(refs.map(sayParty))
  if (before === undefined)
    return sides.length > 1 ? `${name} between ${list(sides)}` : `${name} of ${list(sides)}`
  const upon = recipients.length > 0 ? ` ${before} ${list(recipients)}` : ''
  return `${name}${upon}${actors.length > 0 ? ` by ${list(actors)}` : ''}`
}

/** What several reports say of a happening, in the plural: `tell of a visit between …`, `announce …`. */
export function sayTold(happening: Happening): string {
  const { calledOff, factuality } = happening
  const verb = calledOff ? data.calledOff[calledOff] : data.factuality[factuality]
  return `${verb} ${sayHappening(happening)}`
}

/** Days in words: `9 November 2023`, `October 2022`, `2022`, `14 to 16 September 2022`. ISO dates, inclusive. */
export function sayDays({ start, end }: Pick<Days, 'start' | 'end'>): string {
  const [from, to] = [parseIso(start), parseIso(end)]
  if (from === null || to === null) return `${start} to ${end}`
  if (from === to) return sayDay(start)
  const [first, next] = [partsOf(from), partsOf(to + 1)]
  if (first.day === 1 && next.day === 1) {
    const months = (next.year - first.year) * 12 + next.month - first.month
    if (months === 1) return MONTH.format(dateOf(from))
    if (months === 12 && first.month === 1) return String(first.year)
  }
  return `${sayDay(start)} to ${sayDay(end)}`
}

/** One ISO date in words: `9 November 2023`. */
export function sayDay(date: string): string {
  const day = parseIso(date)
  return day === null ? date : DAY.format(dateOf(day))
}

function dateOf(day: number): Date {
  return new Date(`${isoOf(day)}T00:00:00Z`)
}

const LONGEST_NAME = 60

/** A report in a sentence: its publisher, else its title or source, with its day where that is known. */
export function sayReport(ground: FindingGround, record: Pick<CodedRecord, 'document'>): string {
  const { name, day } = reportOf(ground, record.document)
  return day === null ? name : `${name} (${day})`
}

/** A report in brackets, after what it says: `Orient Feed, 5 September 2022`. */
export function sayReference(ground: FindingGround, record: Pick<CodedRecord, 'document'>): string {
  const { name, day } = reportOf(ground, record.document)
  return day === null ? name : `${name}, ${day}`
}

function reportOf(ground: FindingGround, id: string): { name: string; day: string | null } {
  const document = ground.documents.get(id)
  const title = document?.title ?? document?.source ?? id
  const short = title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME - 1)}…` : title
  const day = document?.published ? sayDay(document.published) : null
  return { name: document?.publisher ?? `“${short}”`, day }
}
