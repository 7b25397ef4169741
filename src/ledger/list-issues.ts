import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { IssueCode, IssueSeverity } from '../core/index.js'
import { emptyPage, pagingOf } from './keyset.js'
import type { Sorting } from './keyset.js'
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
  const { cursor, limit, ...filter } = request
  const paging = pagingOf(AS_KEPT, { cursor, limit }, filter)
  if ('code' in paging) return emptyPage(paging)
  const rows = await db
    .selectFrom('issues')
    .select(['id', 'document', 'code', 'severity', 'place', 'message', 'advice'])
    .select(paging.sortKey.as('sort_key'))
    .where((eb) => eb.and([...conditionsOf(filter), paging.after]))
    .orderBy(paging.orderBy)
    .limit(paging.rowLimit)
    .execute()
  const page = paging.pageOf(rows)
  const items = page.rows.map((row) => ({
    id: row.id,
    document: row.document,
    code: row.code as IssueCode,
    severity: row.severity as IssueSeverity,
    where: row.place,
    message: row.message,
    advice: row.advice,
  }))
  return { items, nextCursor: page.nextCursor, issues: [] }
}

function conditionsOf(filter: IssueFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (filter.document !== undefined)
    conditions.push(sql`issues.document = ${storableArgument(filter.document)}`)
  if (filter.code !== undefined) conditions.push(sql`issues.code = ${filter.code}`)
  if (filter.severity !== undefined) conditions.push(sql`issues.severity = ${filter.severity}`)
  return conditions
}
