import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { CodedRecord, Issue } from '../../core/index.js'
import type { DocumentFilter, LedgerReader } from '../../ledger/read-door.js'
import { csvAnswer } from '../csv/answer.js'
import type { CsvSource } from '../csv/answer.js'
import { csvTableOf } from '../csv/tables.js'
import { passagesOf } from '../passages.js'
import { partiesOf } from '../parties-of.js'
import { DocumentQuery, IdParams } from '../queries.js'
import { DocumentPage, OpenedDocument, PublishersView } from '../schemas.js'
import { answersOf, checkedPage, listAnswersOf, notFound } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/documents',
  summary: 'Documents, newest first, those of unknown date last',
  request: { query: DocumentQuery },
  responses: listAnswersOf(
    DocumentPage,
    'A page of documents without their text',
    csvTableOf('documents'),
  ),
})

const open = createRoute({
  method: 'get',
  path: '/documents/{id}',
  summary: 'A document with its text, its records and the parties they name',
  request: { params: IdParams },
  responses: answersOf(OpenedDocument, 'The document'),
})

const publishers = createRoute({
  method: 'get',
  path: '/publishers',
  summary: 'Who published the documents kept, by name',
  responses: answersOf(PublishersView, 'Publishers with their documents counted'),
})

/** Items asked of the ledger at a time: its greatest page. */
const PAGE_ITEMS = 500
/** Pages looked at for the publishers; the ledger has no list of them. */
const PUBLISHER_PAGES = 4

/** Routes for documents and who published them. */
export function addDocumentRoutes(app: OpenAPIHono, ledger: LedgerReader): void {
  app.openapi(list, async (context) => {
    const { format, ...asked } = context.req.valid('query')
    if (format === 'csv') return csvAnswer(context, await documentsCsv(ledger, asked), asked)
    return context.json(checkedPage(await ledger.listDocuments(asked)), 200)
  })
  app.openapi(open, async (context) => {
    const { id } = context.req.valid('param')
    const document = await ledger.getDocument(id)
    if (!document) throw notFound('document', id, 'list documents at /api/v1/documents')
    const [{ records, issues }, met] = await Promise.all([
      recordsOf(ledger, id),
      ledger.listIssues({ document: id, limit: PAGE_ITEMS }),
    ])
    const parties = await partiesOf(ledger, records)
    const passages = passagesOf(document.text)
    return context.json(
      { document, passages, records, parties, issues: [...met.items.map(plainIssue), ...issues] },
      200,
    )
  })
  app.openapi(publishers, async (context) => context.json(await listPublishers(ledger), 200))
}

async function documentsCsv(ledger: LedgerReader, asked: DocumentFilter): Promise<CsvSource> {
  return {
    name: 'documents',
    table: csvTableOf('documents'),
    version: await ledger.getVersion(),
    pageOf: async (request) => {
      const { items, nextCursor } = checkedPage(
        await ledger.listDocuments({ ...asked, ...request }),
      )
      return { rows: items.map((item) => ({ ...item })), nextCursor }
    },
  }
}

async function recordsOf(ledger: LedgerReader, document: string) {
  const records: CodedRecord[] = []
  const issues: Issue[] = []
  let cursor: string | null = null
  do {
    const page = await ledger.listRecords({ document, limit: PAGE_ITEMS, cursor })
    records.push(...page.items)
    issues.push(...page.issues)
    cursor = page.nextCursor
  } while (cursor !== null)
  return { records, issues }
}

async function listPublishers(ledger: LedgerReader) {
  const counts = new Map<string, number>()
  let cursor: string | null = null
  for (let pages = 0; pages < PUBLISHER_PAGES; pages++) {
    const page = await ledger.listDocuments({ limit: PAGE_ITEMS, cursor })
    for (const { publisher } of page.items)
      if (publisher !== null) counts.set(publisher, (counts.get(publisher) ?? 0) + 1)
    cursor = page.nextCursor
    if (cursor === null) break
  }
  const items = [...counts]
    .map(([publisher, documents]) => ({ publisher, documents }))
    .sort((a, b) => a.publisher.localeCompare(b.publisher, 'en'))
  return { items, complete: cursor === null }
}

function plainIssue({ code, severity, where, message, advice }: Issue): Issue {
  return { code, severity, where, message, advice }
}
