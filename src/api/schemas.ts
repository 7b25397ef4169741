import { z } from '@hono/zod-openapi'
import {
  AGREEMENT_FORMS,
  AGREEMENT_STATUSES,
  AgreementRecord,
  COMPARATORS,
  EVENT_TYPES,
  EventRecord,
  FACTUALITIES,
  FigureRecord,
  GRANULARITIES,
  ISSUE_CODES,
  PARTY_TYPES,
  PartyRecord,
  RECORD_KINDS,
  RelationRecord,
  REVIEWS,
  RoleRecord,
  StatementRecord,
} from '../core/index.js'
import type { IssueCode } from '../core/index.js'
import { CONFIDENCE_BANDS } from '../ledger/read-door.js'
import type { FacetName } from '../ledger/read-door.js'

/** Shapes of the answers. Records and parties are core's own schemas, named for OpenAPI. */

const named = <T extends z.ZodType>(schema: T, id: string): T => schema.meta({ id })

export const RecordView = named(
  z.discriminatedUnion('kind', [
    EventRecord.meta({ id: 'EventRecord' }),
    StatementRecord.meta({ id: 'StatementRecord' }),
    FigureRecord.meta({ id: 'FigureRecord' }),
    AgreementRecord.meta({ id: 'AgreementRecord' }),
    RelationRecord.meta({ id: 'RelationRecord' }),
    RoleRecord.meta({ id: 'RoleRecord' }),
  ]),
  'CodedRecord',
)

export const PartyView = PartyRecord.meta({ id: 'PartyRecord' })

export const ErrorView = z
  .object({
    error: z.object({
      code: z.string().describe('an issue code, or one of the API’s own'),
      message: z.string().describe('what happened, in words'),
      advice: z.string().nullable().describe('what to do'),
    }),
  })
  .meta({ id: 'Error' })

export const IssueView = z
  .object({
    code: z.enum(Object.keys(ISSUE_CODES) as [IssueCode, ...IssueCode[]]),
    severity: z.enum(['error', 'warning', 'note']),
    where: z.string(),
    message: z.string(),
    advice: z.string().nullable(),
  })
  .meta({ id: 'Issue' })

const Count = z.int().nonnegative()

export const CountsView = z
  .object({
    event: Count,
    statement: Count,
    figure: Count,
    agreement: Count,
    relation: Count,
    role: Count,
  })
  .meta({ id: 'RecordCounts' })

const documentFields = {
  kind: z.literal('document'),
  id: z.string(),
  source: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  published: z.iso.date().nullable(),
  publishedBasis: z.enum(['metadata', 'dateline', 'inferred']).nullable(),
  place: z.string().nullable(),
  language: z.string(),
  citedSources: z.array(z.string()).readonly(),
  byline: z.string().nullable(),
  duplicateOf: z.string().nullable(),
}

export const DocumentView = z
  .object({ ...documentFields, text: z.string() })
  .meta({ id: 'NewsDocument' })

/** A document without its text, as it stands beside a record. */
export const DocumentHead = z.object(documentFields).meta({ id: 'DocumentHead' })

export const ListedDocumentView = z
  .object({
    ...documentFields,
    opening: z.string().describe('the first words of the text'),
    records: CountsView,
  })
  .meta({ id: 'ListedDocument' })

export const ListedPartyView = z
  .object({ ...PartyRecord.shape, records: CountsView })
  .meta({ id: 'ListedParty' })

export const SpanView = z
  .object({ start: Count, end: Count })
  .describe('half-open, in UTF-16 code units of the document’s text')
  .meta({ id: 'Span' })

export const PassageView = z
  .object({ start: Count, end: Count, sentences: z.array(SpanView).readonly() })
  .describe('a paragraph of the text and its sentences')
  .meta({ id: 'Passage' })

export const EntryView = z
  .object({
    id: z.string(),
    sequence: z.number(),
    kind: z.string(),
    record: z.string().nullable(),
    document: z.string().nullable(),
    party: z.string().nullable(),
    body: z.record(z.string(), z.unknown()),
    who: z.string().nullable(),
    when: z.string().nullable(),
    why: z.string().nullable(),
  })
  .meta({ id: 'LedgerEntry' })

export const DecisionView = z
  .object({ ...EntryView.shape, undone: z.boolean().describe('taken back by a later undo') })
  .meta({ id: 'Decision' })

/** A page of a list, by the shape of its items. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      items: z.array(item).readonly(),
      nextCursor: z.string().nullable().describe('goes into the next request; null at the end'),
      issues: z.array(IssueView).readonly(),
    })
    .meta({ id })
}

export const DocumentPage = pageOf(ListedDocumentView, 'DocumentPage')
const FacetCountView = z
  .object({
    value: z.string().describe('goes into the filter of the same name'),
    name: z.string().nullable().describe('of a party, whose value is its id'),
    count: Count,
  })
  .meta({ id: 'FacetCount' })
const facet = z.array(FacetCountView).readonly()

export const FacetsView = z
  .object({
    kind: facet,
    type: facet,
    factuality: facet,
    review: facet,
    party: facet,
    speaker: facet,
    publisher: facet,
    year: facet.describe('a record counts in every year that its time touches'),
    confidence: facet.describe(`lower ends of bands: ${CONFIDENCE_BANDS.join(', ')}`),
  } satisfies Record<FacetName, unknown>)
  .describe('most records first, a hundred values at most')
  .meta({ id: 'Facets' })

export const RecordPage = z
  .object({
    ...pageOf(RecordView, 'Records').shape,
    parties: z.array(PartyView).readonly().describe('the parties that its records name'),
  })
  .meta({ id: 'RecordPage' })
export const PartyPage = pageOf(ListedPartyView, 'PartyPage')

export const OpenedDocument = z
  .object({
    document: DocumentView,
    passages: z.array(PassageView).readonly(),
    records: z.array(RecordView).readonly().describe('as they stand in the text'),
    parties: z.array(PartyView).readonly().describe('the parties that its records name'),
    issues: z.array(IssueView).readonly().describe('met while the report was read'),
  })
  .meta({ id: 'OpenedDocument' })

export const OpenedRecord = z
  .object({
    record: RecordView,
    document: DocumentHead,
    sentence: z.object({ start: Count, end: Count, text: z.string() }),
    history: z.array(DecisionView).readonly().describe('every entry about it, oldest first'),
  })
  .meta({ id: 'OpenedRecord' })

export const OpenedParty = z
  .object({ party: PartyView, records: CountsView })
  .meta({ id: 'OpenedParty' })

export const SummaryView = z
  .object({
    documents: Count,
    records: CountsView,
    total: Count.describe('records of all kinds'),
  })
  .meta({ id: 'Summary' })

export const HealthView = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    takesDecisions: z.boolean().describe('whether people may decide about records and parties'),
  })
  .meta({ id: 'Health' })

export const PublishersView = z
  .object({
    items: z.array(z.object({ publisher: z.string(), documents: Count })).readonly(),
    complete: z.boolean().describe('false when older documents were not looked at'),
  })
  .meta({ id: 'Publishers' })

const Codes = z.array(z.string()).readonly()

export const VocabularyView = z
  .object({
    kinds: z.array(z.enum(RECORD_KINDS)).readonly(),
    events: z.array(z.enum(EVENT_TYPES)).readonly(),
    factualities: z.array(z.enum(FACTUALITIES)).readonly(),
    reviews: z.array(z.enum(REVIEWS)).readonly(),
    partyTypes: z.array(z.enum(PARTY_TYPES)).readonly(),
    granularities: z.array(z.enum(GRANULARITIES)).readonly(),
    comparators: z.array(z.enum(COMPARATORS)).readonly(),
    agreementForms: z.array(z.enum(AGREEMENT_FORMS)).readonly(),
    agreementStatuses: z.array(z.enum(AGREEMENT_STATUSES)).readonly(),
    modes: z.record(z.string(), Codes).describe('the codebook’s modes of each event type'),
    indicators: Codes.describe('what the codebook has figures measure'),
    relations: Codes.describe('the codebook’s labels of relations'),
    reasons: z.record(z.string(), z.string()).describe('each reason in words'),
    issues: z.record(z.string(), z.string()).describe('each issue code in words'),
  })
  .meta({ id: 'Vocabulary' })
