import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { CodedRecord } from '../../core/index.js'
import { saidFor } from '../../findings/index.js'
import type { LedgerReader } from '../../ledger/read-door.js'
import { csvAnswer } from '../csv/answer.js'
import type { CsvSource } from '../csv/answer.js'
import { recordRows } from '../csv/rows.js'
import { recordTable } from '../csv/tables.js'
import { pageFrom } from '../pages.js'
import { partiesOf } from '../parties-of.js'
import { IdParams, SaidQuery } from '../queries.js'
import { RecordPage } from '../schemas.js'
import type { Views } from '../views.js'
import { listAnswersOf, notFound } from './answers.js'

const said = createRoute({
  method: 'get',
  path: '/states/{id}/statements',
  summary: 'What was said for a state or body: by itself, its bodies and its officials',
  request: { params: IdParams, query: SaidQuery },
  responses: listAnswersOf(
    RecordPage,
    'A page of statements, newest first',
    recordTable(['statement']),
  ),
})

/** The route for what is said for a state, whoever says it and whether or not the state is named. */
export function addSaidRoutes(app: OpenAPIHono, ledger: LedgerReader, views: Views): void {
  app.openapi(said, async (context) => {
    const { ground, setting, version } = await views.open()
    const { id } = context.req.valid('param')
    if (!ground.parties.has(id)) throw notFound('party', id, 'list states at /api/v1/states')
    const { format, cursor, limit, about, from, to } = context.req.valid('query')
    const filter = { ...(about && { about }), ...(from && { from }), ...(to && { to }) }
    const found = saidFor(ground, setting.codebook, id, filter)
    if (format === 'csv')
      return csvAnswer(context, statementsCsv(ledger, found, version), { cursor, limit })
    const page = pageFrom(found, version, { cursor, limit })
    // Compared with their documents' words, as every record shown is.
    const { value: items, issues } = await ledger.getRecords(page.items.map((one) => one.id))
    const parties = await partiesOf(ledger, items)
    return context.json({ ...page, items: [...items], issues: [...issues], parties }, 200)
  })
}

function statementsCsv(
  ledger: LedgerReader,
  found: readonly CodedRecord[],
  version: string,
): CsvSource {
  return {
    name: 'statements',
    table: recordTable(['statement']),
    version,
    pageOf: async (request) => {
      const { items, nextCursor } = pageFrom(found, version, request)
      return { rows: await recordRows(ledger, items), nextCursor }
    },
  }
}
