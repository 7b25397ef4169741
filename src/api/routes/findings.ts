import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { LedgerReader } from '../../ledger/read-door.js'
import { FindingPage } from '../desk-schemas.js'
import { csvAnswer, csvOfItems } from '../csv/answer.js'
import { csvTableOf } from '../csv/tables.js'
import { pageFrom } from '../pages.js'
import { FindingQuery, splitList } from '../queries.js'
import type { Views } from '../views.js'
import { listAnswersOf } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/findings',
  summary: 'Findings: what follows from records taken together, surest first',
  request: { query: FindingQuery },
  responses: listAnswersOf(
    FindingPage,
    'A page of findings with the records they rest on',
    csvTableOf('findings'),
  ),
})

/** Routes for findings. */
export function addFindingRoutes(app: OpenAPIHono, ledger: LedgerReader, views: Views): void {
  app.openapi(list, async (context) => {
    const { format, cursor, limit, finding, party, document } = context.req.valid('query')
    const opened = await views.open()
    const kinds = splitList(finding)
    const recordsById = opened.records()
    const found = opened
      .findings()
      .filter(
        (one) =>
          (kinds === undefined || kinds.includes(one.finding)) &&
          (party === undefined || one.parties.some(({ id }) => id === party)) &&
          (document === undefined ||
            one.records.some((id) => recordsById.get(id)?.document === document)),
      )
    if (format === 'csv')
      return csvAnswer(context, csvOfItems('findings', found, opened.version), { cursor, limit })
    const page = pageFrom(found, opened.version, { cursor, limit })
    // Each once, compared with its document's words as every record shown is.
    const cited = [...new Set(page.items.flatMap(({ records }) => records))]
    const { value: records, issues } = await ledger.getRecords(cited)
    const documents = [...new Set(records.map((record) => record.document))].flatMap(
      (id) => opened.ground.documents.get(id) ?? [],
    )
    return context.json({ ...page, issues: [...issues], records: [...records], documents }, 200)
  })
}
