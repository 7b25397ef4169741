import type { DocumentHead, RecordView } from '../../../src/api/types.js'
import type { PartyMention } from './parties.js'

/** Values of records, said in words. */

type RecordTime = NonNullable<RecordView['time']>

const FACTUALITIES: Readonly<Record<RecordView['factuality'], string>> = {
  actual: 'happened, or is the case',
  ongoing: 'under way',
  planned: 'announced or intended',
  possible: 'possible, conditional or supposed',
  denied: 'said not to have happened, or not to be the case',
}

const REVIEWS: Readonly<Record<RecordView['review'], string>> = {
  unreviewed: 'Not reviewed by a person yet',
  accepted: 'Accepted by a person',
  corrected: 'Corrected by a person',
  withdrawn: 'Withdrawn by a person, or not found when read again: it no longer counts',
}

const BASES: Readonly<Record<NonNullable<DocumentHead['publishedBasis']>, string>> = {
  metadata: 'as the file says',
  dateline: 'from the dateline',
  inferred: 'year inferred',
}

export const factualityWords = (record: RecordView) => FACTUALITIES[record.factuality]
export const reviewWords = (record: RecordView) => REVIEWS[record.review]
export const basisWords = (document: Pick<DocumentHead, 'publishedBasis'>) =>
  document.publishedBasis && BASES[document.publishedBasis]

/** How far a calibrated confidence (0 to 1) can be relied on. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return 'very likely right'
  if (confidence >= 0.75) return 'likely right'
  if (confidence >= 0.5) return 'more likely right than wrong'
  if (confidence >= 0.25) return 'doubtful'
  return 'very doubtful'
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** An ISO date as "16 May 2023"; as it is, when it is no date. */
export function dayWords(isoDate: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? isoDate : dayFormat.format(day)
}

/** A record's time by its granularity: "16 May 2023", "November 2023", "2nd quarter of 2023", "2022", "1990s". */
export function timeWords({ start, end, granularity }: RecordTime): string {
  const year = start.slice(0, 4)
  switch (granularity) {
    case 'day':
      return dayWords(start)
    case 'month':
      return monthFormat.format(new Date(`${start}T00:00:00Z`))
    case 'quarter':
      return `${['1st', '2nd', '3rd', '4th'][Math.floor((Number(start.slice(5, 7)) - 1) / 3)]} quarter of ${year}`
    case 'year':
      return year
    case 'decade':
      return `${year}s`
    case 'interval':
      return `${dayWords(start)} to ${dayWords(end)}`
  }
}

const numberFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** A number as news writes it: "5.4 billion", "193", "7,600". */
export function numberWords(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size)
  return scale ? `${numberFormat.format(value / scale[0])} ${scale[1]}` : numberFormat.format(value)
}

const COMPARATORS: Readonly<Record<string, string>> = {
  '=': '',
  '~': 'about ',
  '>': 'more than ',
  '<': 'less than ',
  '>=': 'at least ',
  '<=': 'at most ',
}

/** A figure's value with its unit: "about 40 %", "5.4 billion USD". */
export function valueWords(figure: { comparator: string; value: number; unit: string }): string {
  const unit = figure.value === 1 ? figure.unit : unitWords(figure.unit)
  return `${COMPARATORS[figure.comparator] ?? ''}${numberWords(figure.value)} ${unit}`
}

const ONE_OF_TIME = /^(hour|day|week|month|year)$/

/** A unit as it stands after a number: those of time are kept in the singular. */
export function unitWords(unit: string): string {
  return unit.replace(ONE_OF_TIME, '$1s')
}

/** A code of the codebook as words: "strategic-partner" is "strategic partner". */
export function plain(code: string): string {
  return code.replace(/[-_]/g, ' ')
}

/** What tells the record's type, in words; null for statements and roles. */
export function typeWords(record: RecordView): string | null {
  switch (record.kind) {
    case 'event':
      return record.mode ? `${record.event} · ${plain(record.mode)}` : record.event
    case 'figure':
      return record.indicator && plain(record.indicator)
    case 'agreement':
      return record.status ? `${plain(record.form)} · ${plain(record.status)}` : plain(record.form)
    case 'relation':
      return plain(record.label)
    case 'statement':
    case 'role':
      return null
  }
}

/** The name to show for a mention of a party. */
export type NameOf = (mention: PartyMention) => string

/** A record in one line, as lists show it. Parties are named as written unless `nameOf` knows better. */
export function headlineOf(record: RecordView, nameOf: NameOf = ({ name }) => name): string {
  const namesOf = (parties: readonly PartyMention[]) => parties.map(nameOf).join(', ')
  switch (record.kind) {
    case 'event':
      return (
        [record.actor, record.recipient]
          .filter((parties) => parties.length > 0)
          .map(namesOf)
          .join(' → ') || 'no party named'
      )
    case 'statement':
      return `${nameOf(record.speaker)}: “${record.content}”`
    case 'figure': {
      const parties = [...record.subject, ...record.partner]
      return `${valueWords(record)}${parties.length > 0 ? `, ${namesOf(parties)}` : ''}`
    }
    case 'agreement':
      return record.name
    case 'relation':
      return `${nameOf(record.a)} – ${nameOf(record.b)}`
    case 'role':
      return `${nameOf(record.person)}, ${record.office}`
  }
}

/** "1 record", "24 records". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberFormat.format(count)} ${count === 1 ? one : many}`
}
