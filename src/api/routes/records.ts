import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { CodedRecord, NewsDocument, RecordKind } from '../../core/index.js'
import type {
  Factuality,
  LedgerReader,
  RecordFilter,
  RecordOrder,
  Review,
} from '../../ledger/read-door.js'
import { csvAnswer } from '../csv/answer.js'
import type { CsvSource } from '../csv/answer.js'
import { recordRows } from '../csv/rows.js'
import { csvTableOf, recordTable } from '../csv/tables.js'
import { ApiError } from '../errors.js'
import { partiesOf } from '../parties-of.js'
import { passagesOf, sentenceAround } from '../passages.js'
import { FacetQuery, IdParams, RecordQuery, splitList } from '../queries.js'
import { FacetsView, OpenedRecord, RecordPage } from '../schemas.js'
import { answersOf, checkedPage, listAnswersOf, notFound } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/records',
  summary: 'Records: events, statements, figures, agreements, relations, roles',
  request: { query: RecordQuery },
  responses: listAnswersOf(RecordPage, 'A page of records', csvTableOf('records')),
})

const facets = createRoute({
  method: 'get',
  path: '/records/facets',
  summary: 'How many records each choice of a filter would give, all other filters heeded',
  request: { query: FacetQuery },
  responses: answersOf(FacetsView, 'Counts by facet'),
})

const open = createRoute({
  method: 'get',
  path: '/records/{id}',
  summary: 'A record with its document, its words in their sentence, and its history',
  request: { params: IdParams },
  responses: answersOf(OpenedRecord, 'The record as it now stands'),
})

/** Routes for records. */
export function addRecordRoutes(app: OpenAPIHono, ledger: LedgerReader): void {
  app.openapi(list, async (context) => {
    const { format, ...query } = context.req.valid('query')
    const asked = { ...query, ...listsIn(query) }
    if (format === 'csv') return csvAnswer(context, await recordsCsv(ledger, asked), asked)
    const { items, nextCursor, issues } = checkedPage(await ledger.listRecords(asked))
    const parties = await partiesOf(ledger, items)
    return context.json({ items, nextCursor, issues, parties }, 200)
  })
  app.openapi(facets, async (context) => {
    const query = context.req.valid('query')
    return context.json(await ledger.countFacets({ ...query, ...listsIn(query) }), 200)
  })
  app.openapi(open, async (context) => {
    const record = await openRecord(ledger, context.req.valid('param').id)
    const document = await ledger.getDocument(record.document)
    if (!document) throw notFound('document', record.document, 'read the report again')
    const history = await ledger.getHistory(record.id)
    const sentence = sentenceOf(document, record)
    return context.json(
      { record, document: headOf(document), sentence, history: [...history] },
      200,
    )
  })
}

interface Lists {
  readonly kind?: string | undefined
  readonly factuality?: string | undefined
  readonly review?: string | undefined
}

/** The filters that take several values. */
function listsIn({ kind, factuality, review }: Lists) {
  return {
    kind: splitList<RecordKind>(kind),
    factuality: splitList<Factuality>(factuality),
    review: splitList<Review>(review),
  }
}

type Asked = RecordFilter & { kind: RecordKind[] | undefined; order?: RecordOrder | undefined }

async function recordsCsv(ledger: LedgerReader, asked: Asked): Promise<CsvSource> {
  return {
    name: 'records',
    table: recordTable(asked.kind),
    version: await ledger.getVersion(),
    pageOf: async (request) => {
      const { items, nextCursor } = checkedPage(await ledger.listRecords({ ...asked, ...request }))
      return { rows: await recordRows(ledger, items), nextCursor }
    },
  }
}

async function openRecord(ledger: LedgerReader, id: string): Promise<CodedRecord> {
  const { value, issues } = await ledger.getRecord(id)
  if (value) return value
  const [issue] = issues
  if (issue) throw new ApiError(issue.code, issue.message, issue.advice)
  throw notFound('record', id, 'list records at /api/v1/records')
}

function sentenceOf({ text }: NewsDocument, record: CodedRecord) {
  const [first = { start: 0, end: 0 }] = record.evidence
  const { start, end } = sentenceAround(passagesOf(text), first, text)
  return { start, end, text: text.slice(start, end) }
}

function headOf({ text: _text, ...head }: NewsDocument): Omit<NewsDocument, 'text'> {
  return head
}
