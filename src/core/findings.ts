import { z } from 'zod'
import { contentHash } from './ids.js'
import { PartyRef } from './records.js'

/** What follows from records of the ledger taken together: derived, recomputable, never written by hand. */

/** Every kind of finding, with what it says. */
export const FINDING_KINDS = {
  conflict: 'records that cannot all be right, or figures that differ',
  denial: 'an allegation, and what the accused side says against it',
  corroboration: 'the same fact from sources that do not copy each other',
  'sum-check': 'parts against the total that is stated for them',
  'same-event': 'one happening that several reports tell of',
  'life-cycle': 'the steps of one visit or agreement, from its announcement on',
} as const
export type FindingKind = keyof typeof FINDING_KINDS

/** A step in the life of a visit or an agreement, with the record that tells of it. */
export const FindingStep = z.object({
  /**
   * Of a visit or meeting: `announced`, `held`, `postponed`, `cancelled`, `not-reported`; of an agreement: `proposed`,
   * `negotiating`, `signed`, `ratified`, `in-force`, `ended`.
   */
  step: z.string().min(1),
  /** ISO date of the step; null when no report says it. */
  date: z.iso.date().nullable(),
  /** The record that tells of it; null for `not-reported`, which is what no record tells. */
  record: z.string().nullable(),
})
export type FindingStep = z.infer<typeof FindingStep>

export const FindingRecord = z.object({
  kind: z.literal('finding'),
  id: z.string(),
  finding: z.enum(Object.keys(FINDING_KINDS) as [FindingKind, ...FindingKind[]]),
  /** Which sort of it: of a conflict `true-conflict`, `different-period`, …; null where a kind has no sorts. */
  sort: z.string().nullable(),
  /** Ids of the records it rests on, each once, in the order in which `why` speaks of them. */
  records: z.array(z.string()).min(1),
  /** The states and bodies it is about. */
  parties: z.array(PartyRef),
  /** One plain sentence that a reader can check against the records. */
  why: z.string().min(1),
  /** 0 to 1: how sure it is that the records belong together. */
  strength: z.number().min(0).max(1),
  /** Steps in their order, for a life cycle; else empty. */
  steps: z.array(FindingStep),
})
export type FindingRecord = z.infer<typeof FindingRecord>

/** A finding without what follows from the rest: its id is a hash of its kind and the records it rests on. */
export type FindingDraft = Omit<FindingRecord, 'kind' | 'id' | 'sort' | 'steps'> &
  Partial<Pick<FindingRecord, 'sort' | 'steps'>>

/** The finding of a draft. Records are kept once each; the same records found again give the same id. */
export function findingOf(draft: FindingDraft): FindingRecord {
  const { finding, sort = null, parties, why, strength, steps = [] } = draft
  const records = [...new Set(draft.records)]
  const id = `finding:${contentHash([finding, [...records].sort()])}`
  return { kind: 'finding', id, finding, sort, records, parties, why, strength, steps }
}
