import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { LedgerReader } from '../../ledger/read-door.js'
import { IdParams, PartyQuery } from '../queries.js'
import { OpenedParty, PartyPage } from '../schemas.js'
import { answersOf, checkedPage, notFound } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/parties',
  summary: 'Parties, those with most records first',
  request: { query: PartyQuery },
  responses: answersOf(PartyPage, 'A page of parties with their records counted'),
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
    const page = await ledger.listParties(context.req.valid('query'))
    return context.json(checkedPage(page), 200)
  })
  app.openapi(open, async (context) => {
    const { id } = context.req.valid('param')
    const party = await ledger.getParty(id)
    if (!party) throw notFound('party', id, 'list parties at /api/v1/parties')
    return context.json({ party, records: await ledger.countRecords({ party: id }) }, 200)
  })
}
