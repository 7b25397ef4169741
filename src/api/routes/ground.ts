import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  AGREEMENT_FORMS,
  AGREEMENT_STATUSES,
  COMPARATORS,
  EVENT_TYPES,
  FACTUALITIES,
  GRANULARITIES,
  ISSUE_CODES,
  PARTY_TYPES,
  REASONS,
  RECORD_KINDS,
  REVIEWS,
} from '../../core/index.js'
import type { LedgerReader } from '../../ledger/read-door.js'
import { API_CODES } from '../errors.js'
import { HealthView, SummaryView, VocabularyView } from '../schemas.js'
import { answersOf } from './answers.js'

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Is the server up, and which version',
  responses: answersOf(HealthView, 'It is up'),
})

const summary = createRoute({
  method: 'get',
  path: '/summary',
  summary: 'How much the ledger holds, by kind',
  responses: answersOf(SummaryView, 'Documents and records, counted'),
})

const vocabulary = createRoute({
  method: 'get',
  path: '/vocabulary',
  summary: 'The closed lists that records and answers use, in words',
  responses: answersOf(VocabularyView, 'Kinds, event types, reasons, issue codes …'),
})

const VOCABULARY = {
  kinds: RECORD_KINDS,
  events: EVENT_TYPES,
  factualities: FACTUALITIES,
  reviews: REVIEWS,
  partyTypes: PARTY_TYPES,
  granularities: GRANULARITIES,
  comparators: COMPARATORS,
  agreementForms: AGREEMENT_FORMS,
  agreementStatuses: AGREEMENT_STATUSES,
  reasons: REASONS,
  issues: { ...ISSUE_CODES, ...API_CODES },
} as const

/** Codes of a codebook from which a correction may choose. */
export interface ApiCodes {
  /** The modes of each event type that has any. */
  readonly modes: Readonly<Record<string, readonly string[]>>
  readonly indicators: readonly string[]
  /** Labels of relations. */
  readonly relations: readonly string[]
}

const NO_CODES: ApiCodes = { modes: {}, indicators: [], relations: [] }

/** What a server tells of itself. */
export interface ApiGround {
  readonly version: string
  readonly takesDecisions: boolean
  readonly codes?: ApiCodes
}

/** Routes about the server and the ledger as a whole. */
export function addGroundRoutes(
  app: OpenAPIHono,
  ledger: LedgerReader,
  { version, takesDecisions, codes = NO_CODES }: ApiGround,
): void {
  const up = { status: 'ok', version, takesDecisions } as const
  const words = { ...VOCABULARY, ...codes }
  app.openapi(health, (context) => context.json(up, 200))
  app.openapi(summary, async (context) => {
    const [documents, records] = await Promise.all([ledger.countDocuments(), ledger.countRecords()])
    const total = Object.values(records).reduce((sum, count) => sum + count, 0)
    return context.json({ documents, records, total }, 200)
  })
  app.openapi(vocabulary, (context) => context.json(words, 200))
}
