import type { EventRecord } from '../../core/index.js'
import data from './happening-rules.json' with { type: 'json' }

/** The rules of `happening-rules.json`, typed. What the fields mean stands there. */

/** What two records may share that ties them to one happening. */
export type Bond = 'person' | 'words' | 'place'

export interface HappeningRule {
  readonly days: number
  readonly delay: number
  readonly span: number
  readonly place: 'country' | 'same'
  readonly bond: {
    readonly within: readonly Bond[]
    readonly dated: readonly Bond[]
    readonly undated: readonly Bond[] | null
  }
  readonly modes: readonly (readonly string[])[]
}

/** The rule of each event type. */
export const HAPPENING_RULES: Readonly<Record<EventRecord['event'], HappeningRule>> =
  data.types as Record<EventRecord['event'], HappeningRule>

export const HAPPENING_LIMITS = data.limits
export const SIDE_RULE = data.sides
export const WORD_RULE = data.words

/** Why a visit, a meeting or an agreement did not come as announced. */
export type CallOff = 'postponed' | 'cancelled'

/** A pattern for any phrase of a list with commas, as whole words. */
function phrases(list: string): RegExp {
  const words = list.split(',').map((phrase) => phrase.trim().replaceAll(' ', '\\s+'))
  return new RegExp(`\\b(?:${words.join('|')})\\b`, 'iu')
}

const { calledOff } = data
const POSTPONED = phrases(calledOff.postponed)
const CANCELLED = phrases(calledOff.cancelled)
const UNLESS = phrases(calledOff.unless)
const CONTACTS = phrases(calledOff.contacts)

/** Does an event record say that a visit, a meeting or an agreement was put off or called off? Null if not. */
export function callOffOf(record: EventRecord): CallOff | null {
  const refusal = calledOff.refusals.includes(record.event)
  if (!refusal && !calledOff.types.includes(record.event)) return null
  const text = record.evidence.map((one) => one.text).join(' ')
  if (record.factuality === 'possible' || UNLESS.test(text)) return null
  if (refusal && !CONTACTS.test(text)) return null
  if (POSTPONED.test(text)) return 'postponed'
  return CANCELLED.test(text) ? 'cancelled' : null
}

/** May two modes of a type name one happening? An unknown mode fits any. */
export function modesFit(rule: HappeningRule, a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  return rule.modes.some((group) => group.includes(a) && group.includes(b))
}
