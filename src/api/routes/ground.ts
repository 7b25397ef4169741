import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  EVENT_TYPES,
  FACTUALITIES,
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
  reasons: REASONS,
  issues: { ...ISSUE_CODES, ...API_CODES },
} as const

/** Routes about the server and the ledger as a whole. */
export function addGroundRoutes(app: OpenAPIHono, ledger: LedgerReader, version: string): void {
  app.openapi(health, (context) => context.json({ status: 'ok' as const, version }, 200))
  app.openapi(summary, async (context) => {
    const [documents, records] = await Promise.all([ledger.countDocuments(), ledger.countRecords()])
    const total = Object.values(records).reduce((sum, count) => sum + count, 0)
    return context.json({ documents, records, total }, 200)
  })
  app.openapi(vocabulary, (context) => context.json(VOCABULARY, 200))
}
