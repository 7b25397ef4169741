import { z } from 'zod'
import { Evidence } from './spans.js'

/** The record contract: one zod schema a kind. Types, JSON Schema and OpenAPI all come from these. */

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const
export const FACTUALITIES = ['actual', 'ongoing', 'planned', 'possible', 'denied'] as const
export const REVIEWS = ['unreviewed', 'accepted', 'corrected', 'withdrawn'] as const
export const PARTY_TYPES = [
  'country',
  'government',
  'igo',
  'ngo',
  'company',
  'media',
  'person',
  'group',
  'place',
] as const
export const GRANULARITIES = ['day', 'month', 'quarter', 'year', 'decade', 'interval'] as const
export const COMPARATORS = ['=', '~', '>', '<', '>=', '<='] as const
export const AGREEMENT_FORMS = [
  'treaty',
  'agreement',
  'memorandum',
  'declaration',
  'contract',
  'decree',
  'strategy',
  'programme',
  'framework',
] as const
export const AGREEMENT_STATUSES = [
  'proposed',
  'negotiating',
  'signed',
  'ratified',
  'in-force',
  'ended',
] as const

/** Which pass made a record: the closed list that `reason` comes from. */
export const REASONS = {
  'event-model':
    'the reader’s event head named the type; parties come from its arguments or the parse',
  'event-cue': 'a predicate of the codebook’s event cues with parties on its dependency paths',
  'event-model-and-cue': 'the reader’s event head and the codebook’s cue agree on the type',
  'event-attribution': 'a reporting verb that is itself an act (praised, accused, urged)',
  'statement-attribution': 'the reader’s attribution head: source, cue and content',
  'statement-quotation': 'a quotation with its speaker found by position or label',
  'figure-parse': 'a number with its unit and what it measures along the parse',
  'figure-pattern': 'a number in a set phrase of the codebook’s indicators',
  'agreement-name': 'a named agreement',
  'agreement-description': 'a described agreement',
  'relation-cue': 'a relation cue of the codebook with two parties',
  'relation-member': 'a membership stated in the text',
  'role-apposition': 'an office beside a person’s name',
  'role-predicate': 'an office stated by a verb',
} as const
export type Reason = keyof typeof REASONS

const IsoDate = z.iso.date()

export const PartyRef = z.object({ id: z.string(), name: z.string().min(1) })
export type PartyRef = z.infer<typeof PartyRef>

export const RecordTime = z.object({
  start: IsoDate,
  end: IsoDate,
  granularity: z.enum(GRANULARITIES),
  text: z.string(),
})
export type RecordTime = z.infer<typeof RecordTime>

export const RecordAttribution = z.object({ speaker: PartyRef, chain: z.array(z.string()) })
export type RecordAttribution = z.infer<typeof RecordAttribution>

const shared = {
  id: z.string(),
  document: z.string(),
  evidence: z.array(Evidence).min(1),
  attribution: RecordAttribution.nullable(),
  time: RecordTime.nullable(),
  factuality: z.enum(FACTUALITIES),
  confidence: z.number().min(0).max(1),
  reason: z.enum(Object.keys(REASONS) as [Reason, ...Reason[]]),
  review: z.enum(REVIEWS),
  /** Versions of the coder and the codebook that made the record. */
  coder: z.string(),
  codebook: z.string(),
}

export const PartyRecord = z.object({
  kind: z.literal('party'),
  id: z.string(),
  name: z.string().min(1),
  type: z.enum(PARTY_TYPES),
  country: z.string().length(3).nullable(),
  cameo: z.string().nullable(),
  aliases: z.array(z.string()),
  wikidata: z.string().nullable(),
})
export type PartyRecord = z.infer<typeof PartyRecord>

export const EventRecord = z.object({
  kind: z.literal('event'),
  ...shared,
  event: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  actor: z.array(PartyRef),
  recipient: z.array(PartyRef),
  place: z.string().nullable(),
  quad: z.enum(QUADS),
  intensity: z.number().min(-10).max(10),
})
export type EventRecord = z.infer<typeof EventRecord>

export const StatementRecord = z.object({
  kind: z.literal('statement'),
  ...shared,
  speaker: PartyRef,
  office: z.string().nullable(),
  cue: z.string().nullable(),
  content: z.string().min(1),
  directness: z.enum(['direct', 'indirect', 'mixed']),
  audience: z.string().nullable(),
  about: z.array(PartyRef),
})
export type StatementRecord = z.infer<typeof StatementRecord>

export const FigureChange = z.object({
  value: z.number(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  since: z.string().nullable(),
})

export const FigureRecord = z.object({
  kind: z.literal('figure'),
  ...shared,
  indicator: z.string().nullable(),
  value: z.number(),
  unit: z.string().min(1),
  comparator: z.enum(COMPARATORS),
  subject: z.array(PartyRef),
  partner: z.array(PartyRef),
  change: FigureChange.nullable(),
})
export type FigureRecord = z.infer<typeof FigureRecord>

export const AgreementRecord = z.object({
  kind: z.literal('agreement'),
  ...shared,
  name: z.string().min(1),
  form: z.enum(AGREEMENT_FORMS),
  parties: z.array(PartyRef),
  status: z.enum(AGREEMENT_STATUSES).nullable(),
  areas: z.array(z.string()),
})
export type AgreementRecord = z.infer<typeof AgreementRecord>

export const RelationRecord = z.object({
  kind: z.literal('relation'),
  ...shared,
  a: PartyRef,
  b: PartyRef,
  label: z.string().min(1),
  since: z.string().nullable(),
})
export type RelationRecord = z.infer<typeof RelationRecord>

export const RoleRecord = z.object({
  kind: z.literal('role'),
  ...shared,
  person: PartyRef,
  office: z.string().min(1),
  of: PartyRef.nullable(),
})
export type RoleRecord = z.infer<typeof RoleRecord>

/** A record with evidence: what the coder makes of a reading. Told apart by `kind`. */
export const CodedRecord = z.discriminatedUnion('kind', [
  EventRecord,
  StatementRecord,
  FigureRecord,
  AgreementRecord,
  RelationRecord,
  RoleRecord,
])
export type CodedRecord = z.infer<typeof CodedRecord>
export type RecordKind = CodedRecord['kind']
export const RECORD_KINDS = [
  'event',
  'statement',
  'figure',
  'agreement',
  'relation',
  'role',
] as const

/** What coding a document gives: the parties it names and the records that rest on its words. */
export interface Coding {
  readonly parties: readonly PartyRecord[]
  readonly records: readonly CodedRecord[]
}
