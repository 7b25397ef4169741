import type { DaysView, FindingView } from '../../../src/api/types.js'
import { dayWords } from '../words/phrases.js'

/** Findings and happenings, said in words. */

type FindingKind = FindingView['finding']

interface FindingWords {
  readonly one: string
  readonly many: string
  readonly says: string
}

export const FINDINGS: Readonly<Record<FindingKind, FindingWords>> = {
  conflict: {
    one: 'Conflict',
    many: 'Conflicts',
    says: 'Records that cannot all be right, or figures that differ',
  },
  denial: {
    one: 'Denial',
    many: 'Denials',
    says: 'An allegation, and what the accused side says against it',
  },
  'sum-check': {
    one: 'Sum check',
    many: 'Sum checks',
    says: 'Parts against the total that is stated for them',
  },
  corroboration: {
    one: 'Corroboration',
    many: 'Corroborations',
    says: 'The same fact from sources that do not copy each other',
  },
  'same-event': {
    one: 'Same event',
    many: 'Same events',
    says: 'One happening that several reports tell of',
  },
  'life-cycle': {
    one: 'Life cycle',
    many: 'Life cycles',
    says: 'The steps of one visit or agreement, from its announcement on',
  },
}

export const FINDING_ORDER = Object.keys(FINDINGS) as readonly FindingKind[]

/** How surely the records of a finding belong together (0 to 1). */
export function strengthWords(strength: number): string {
  if (strength >= 0.85) return 'very strong'
  if (strength >= 0.65) return 'strong'
  if (strength >= 0.45) return 'fair'
  return 'weak'
}

/** Where a finding stands among the findings of one of its documents: an address to link to. */
export function findingAddress(finding: FindingView, document: string): string {
  const query = new URLSearchParams({ finding: finding.finding, document })
  return `/findings?${query}#${finding.id}`
}

/** Days of a happening: “16 May 2023”, “1 to 31 …”; says where only the day of the report is known. */
export function daysWords(days: DaysView | null): string {
  if (!days) return 'day not known'
  const span =
    days.start === days.end
      ? dayWords(days.start)
      : `${dayWords(days.start)} to ${dayWords(days.end)}`
  return days.basis === 'published' ? `reported on ${span}` : span
}
