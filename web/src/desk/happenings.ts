import type { DaysView, HappeningView, PartyRefView } from '../../../src/api/types.js'
import type { PictureTable } from '../pictures/table.js'
import { LEVELS } from './levels.js'
import { dayWords, plain, timeWords } from '../words/phrases.js'

/** Happenings, said in words and as rows. */

/** How a happening stands, as marks show it. */
export type Standing = 'past' | 'planned' | 'possible' | 'off' | 'denied'

export const STANDINGS: Readonly<Record<Standing, string>> = {
  past: 'took place or under way',
  planned: 'announced',
  possible: 'possible only',
  off: 'put off or called off',
  denied: 'said not to have been',
}

const STANDING_OF: Readonly<Record<HappeningView['factuality'], Standing>> = {
  actual: 'past',
  ongoing: 'past',
  planned: 'planned',
  possible: 'possible',
  denied: 'denied',
}

/** Only visits, meetings and signings are put off as such; of other acts `calledOff` says what they are about. */
export function standingOf({ calledOff, type, factuality }: HappeningView): Standing {
  const isContact = type === 'CONSULT' || type === 'AGREE'
  return calledOff !== null && isContact ? 'off' : STANDING_OF[factuality]
}

/** "CONSULT · visit". */
export function actWords({ type, mode }: HappeningView): string {
  return mode ? `${type} · ${plain(mode)}` : type
}

/** "16 May 2023", "May 2023", "2023", "reported 16 May 2023". */
export function daysWords(days: DaysView | null): string {
  if (!days) return 'day not known'
  const words = spanWords(days)
  return days.basis === 'published' ? `reported ${words}` : words
}

function spanWords({ start, end }: DaysView): string {
  if (start === end) return dayWords(start)
  const span = { start, end, text: '' }
  if (start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`)
    return timeWords({ ...span, granularity: 'year' })
  return isMonth(start, end)
    ? timeWords({ ...span, granularity: 'month' })
    : timeWords({ ...span, granularity: 'interval' })
}

function isMonth(start: string, end: string): boolean {
  const next = new Date(`${end}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return start.endsWith('-01') && start.slice(0, 7) === end.slice(0, 7) && next.getUTCDate() === 1
}

/** All of it in a line: "CONSULT · visit: Kazakhstan, France; 16 May 2023; announced; told by 2 reports". */
export function happeningWords(happening: HappeningView): string {
  const standing = standingOf(happening)
  return [
    `${actWords(happening)}: ${happening.sides.map(({ name }) => name).join(', ')}`,
    daysWords(happening.days),
    ...(happening.place ? [happening.place] : []),
    ...(happening.level ? [`highest rank: ${LEVELS[happening.level]}`] : []),
    ...(standing === 'past' ? [] : [happening.calledOff ?? STANDINGS[standing]]),
    ...(happening.originals.length > 1 ? [`told by ${happening.originals.length} reports`] : []),
  ].join('; ')
}

/** Where a happening's words are: its first record. */
export function doorOf({ records }: Pick<HappeningView, 'records'>): string {
  return `/records/${records[0] ?? ''}`
}

/** The other sides of a happening, as seen from one of them. */
export function partnersIn({ sides }: HappeningView, state: string): PartyRefView[] {
  return sides.filter(({ id }) => id !== state)
}

const COLUMNS = [
  'act',
  'first day',
  'last day',
  'day is of',
  'standing',
  'sides',
  'place',
  'highest rank',
  'quad',
  'intensity',
  'confidence',
  'reports',
  'records',
] as const

/** Happenings as rows, in their order. */
export function tableOf(happenings: readonly HappeningView[]): PictureTable {
  return {
    columns: COLUMNS,
    rows: happenings.map((one) => [
      actWords(one),
      one.days?.start ?? null,
      one.days?.end ?? null,
      one.days && (one.days.basis === 'stated' ? 'the act' : 'the report'),
      one.calledOff ?? STANDINGS[standingOf(one)],
      one.sides.map(({ name }) => name).join('; '),
      one.place,
      one.level && LEVELS[one.level],
      plain(one.quad),
      one.intensity,
      one.confidence,
      one.originals.length,
      one.records.join(' '),
    ]),
  }
}
