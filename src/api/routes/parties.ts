import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { LedgerReader, PartyFilter } from '../../ledger/read-door.js'
import { csvAnswer } from '../csv/answer.js'
import type { CsvSource } from '../csv/answer.js'
import { csvTableOf } from '../csv/tables.js'
import { IdParams, PartyQuery } from '../queries.js'
import { OpenedParty, PartyPage } from '../schemas.js'
import { answersOf, checkedPage, listAnswersOf, notFound } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/parties',
  summary: 'Parties, those with most records first',
  request: { query: PartyQuery },
  responses: listAnswersOf(
    PartyPage,
    'A page of parties with their records counted',
    csvTableOf('parties'),
  ),
})

const open = createRoute({
  method: 'get',
  path: '/parties/{id}',
  summary: 'A party, with the records that name it counted by kind',
  request: { params: IdParams },
  responses: answersOf(OpenedParty, 'The party'),
})

/** Routes for parties. */
export function addPartyRoutes(app: OpenAPIHono, ledger: LedgerReader): void {
  app.openapi(list, async (context) => {
    const { format, ...asked } = context.req.valid('query')
    if (format === 'csv') return csvAnswer(context, await partiesCsv(ledger, asked), asked)
    return context.json(checkedPage(await ledger.listParties(asked)), 200)
  })
  app.openapi(open, async (context) => {
    const { id } = context.req.valid('param')
    const party = await ledger.getParty(id)
    if (!party) throw notFound('party', id, 'list parties at /api/v1/parties')
    return context.json({ party, records: await ledger.countRecords({ party: id }) }, 200)
  })
}

async function partiesCsv(ledger: LedgerReader, asked: PartyFilter): Promise<CsvSource> {
  return {
    name: 'parties',
    table: csvTableOf('parties'),
    version: await ledger.getVersion(),
    pageOf: async (request) => {
      const { items, nextCursor } = checkedPage(await ledger.listParties({ ...asked, ...request }))
      return { rows: items.map((item) => ({ ...item })), nextCursor }
    },
  }
}
