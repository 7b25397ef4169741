import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { CodedRecord, FindingRecord } from '../../core/index.js'
import type { LedgerReader } from '../../ledger/read-door.js'
import { FindingPage } from '../desk-schemas.js'
import { pageFrom } from '../pages.js'
import { FindingQuery, splitList } from '../queries.js'
import type { OpenViews, Views } from '../views.js'
import { answersOf } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/findings',
  summary: 'Findings: what follows from records taken together, surest first',
  request: { query: FindingQuery },
  responses: answersOf(FindingPage, 'A page of findings with the records they rest on'),
})

/** Routes for findings. */
export function addFindingRoutes(app: OpenAPIHono, ledger: LedgerReader, views: Views): void {
  app.openapi(list, async (context) => {
    const { cursor, limit, finding, party, document } = context.req.valid('query')
    const opened = await views.open()
    const kinds = splitList(finding)
    const documentOf = documentsIn(opened)
    const found = opened
      .findings()
      .filter(
        (one) =>
          (kinds === undefined || kinds.includes(one.finding)) &&
          (party === undefined || one.parties.some(({ id }) => id === party)) &&
          (document === undefined || one.records.some((id) => documentOf(id) === document)),
      )
    const page = pageFrom(found, opened.version, { cursor, limit })
    const { records, issues } = await recordsOf(ledger, page.items)
    const documents = [...new Set(records.map((record) => record.document))].flatMap(
      (id) => opened.ground.documents.get(id) ?? [],
    )
    return context.json({ ...page, issues, records, documents }, 200)
  })
}

function documentsIn({ ground }: OpenViews): (record: string) => string | undefined {
  let byRecord: Map<string, string> | null = null
  return (id) => (byRecord ??= new Map(ground.records.map((one) => [one.id, one.document]))).get(id)
}

/** The records that findings rest on, each once, compared with their documents' words as every record shown is. */
async function recordsOf(ledger: LedgerReader, findings: readonly FindingRecord[]) {
  const ids = [...new Set(findings.flatMap((finding) => finding.records))]
  const opened = await Promise.all(ids.map((id) => ledger.getRecord(id)))
  return {
    records: opened.flatMap(({ value }): CodedRecord[] => (value ? [value] : [])),
    issues: opened.flatMap(({ issues }) => issues),
  }
}
