import { z } from '@hono/zod-openapi'
import { PARTY_TYPES, PartyRef } from '../core/index.js'
import { DecisionView, EntryView, pageOf, PartyView, RecordView } from './schemas.js'

/** What is sent to decide about records and parties, and what is answered. Unknown fields are refused. */

/** Characters of what a person writes in a decision. */
const LONGEST = { who: 200, why: 2000, id: 200, name: 500 } as const
/** Records that one split may name. */
const MOST_RECORDS = 1000

const note = {
  who: z.string().trim().min(1).max(LONGEST.who).describe('who decides'),
  why: z.string().trim().min(1).max(LONGEST.why).describe('why, for those who read it later'),
}
const Id = z.string().min(1).max(LONGEST.id)

export const RecordDecision = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('accept'), ...note }),
    z.strictObject({ decision: z.literal('withdraw'), ...note }),
    z.strictObject({
      decision: z.literal('correct'),
      fields: z
        .record(z.string(), z.unknown())
        .describe('each field that changes, with its new value, as in the record'),
      ...note,
    }),
  ])
  .meta({ id: 'RecordDecision' })

export const UndoDecision = z.strictObject(note).meta({ id: 'UndoDecision' })

export const MergeDecision = z
  .strictObject({ into: Id.describe('id of the party that this one is'), ...note })
  .meta({ id: 'MergeDecision' })

export const SplitDecision = z
  .strictObject({
    records: z
      .array(Id)
      .min(1)
      .max(MOST_RECORDS)
      .describe('ids of the records whose mentions are another party'),
    as: z
      .union([
        z.strictObject({ id: Id }),
        z.strictObject({
          name: z.string().trim().min(1).max(LONGEST.name),
          type: z.enum(PARTY_TYPES),
          country: z
            .string()
            .regex(/^[A-Z]{3}$/, 'an ISO 3166-1 alpha-3 code such as KAZ')
            .nullable(),
        }),
      ])
      .describe('the other party: one of the ledger by its id, or one by its name'),
    ...note,
  })
  .meta({ id: 'SplitDecision' })

export const DecidedView = z
  .object({
    entry: EntryView,
    record: RecordView.nullable().describe('as it now stands; null where parties were decided on'),
  })
  .meta({ id: 'Decided' })

export const DecisionPage = z
  .object({
    ...pageOf(DecisionView, 'Decisions').shape,
    records: z.array(RecordView).readonly().describe('records decided on, as they now stand'),
    parties: z
      .array(PartyView)
      .readonly()
      .describe('parties that the records name, parties decided on, and what they became'),
  })
  .meta({ id: 'DecisionPage' })

export const PartyHistoryView = z
  .object({
    mergedInto: PartyRef.nullable().describe('the party that this one counts as now'),
    mergedFrom: z.array(PartyRef).readonly().describe('parties that now count as this one'),
    entries: z
      .array(DecisionView)
      .readonly()
      .describe('merges, splits and their undoing, oldest first'),
  })
  .meta({ id: 'PartyHistory' })
