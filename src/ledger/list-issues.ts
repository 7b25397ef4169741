import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { IssueCode, IssueSeverity } from '../core/index.js'
import type { Sorting } from './keyset.js'
import { listPage } from './list-page.js'
import { storableArgument } from './list-records.js'
import type { IssueFilter, ListedIssue, Page, PageRequest } from './read-door.js'
import type { Db } from './rows.js'

const AS_KEPT: Sorting = {
  direction: 'asc',
  keys: [{ expression: 'issues.sequence', type: 'int8' }],
}

/** See `LedgerReader.listIssues`. */
export async function listIssues(
  db: Db,
  request: IssueFilter & PageRequest,
): Promise<Page<ListedIssue>> {
  const page = await listPage(AS_KEPT, request, conditionsOf, (sortKey) =>
    db
      .selectFrom('issues')
      .select(['id', 'document', 'code', 'severity', 'place', 'message', 'advice'])
      .select(sortKey.as('sort_key')),
  )
  const items = page.items.map((row) => ({
    id: row.id,
    document: row.document,
    code: row.code as IssueCode,
    severity: row.severity as IssueSeverity,
    where: row.place,
    message: row.message,
    advice: row.advice,
  }))
  return { ...page, items }
}

function conditionsOf(filter: IssueFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.document !== undefined)
    conditions.push(sql`issues.document = ${storableArgument(filter.document)}`)
  if (filter.code !== undefined) conditions.push(sql`issues.code = ${filter.code}`)
  if (filter.severity !== undefined) conditions.push(sql`issues.severity = ${filter.severity}`)
  return conditions
}
