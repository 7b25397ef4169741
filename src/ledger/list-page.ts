import type { RawBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import { emptyPage, pagingOf } from './keyset.js'
import type { Paging, Sorting, SortValues } from './keyset.js'
import type { Page, PageRequest } from './read-door.js'

/**
 * One page of a list's rows. `conditionsOf` gives the filter of the request as SQL; `select` is the query without
 * conditions and order, and must select the sort key given to it as `sort_key`. Gives an empty page with an issue when
 * cursor or limit cannot be used.
 */
export async function listPage<
  Filter extends object,
  DB,
  TB extends keyof DB,
  Row extends { sort_key: SortValues },
>(
  sorting: Sorting,
  request: Filter & PageRequest,
  conditionsOf: (filter: Filter) => readonly RawBuilder<SqlBool>[],
  select: (sortKey: Paging['sortKey']) => SelectQueryBuilder<DB, TB, Row>,
): Promise<Page<Row>> {
  const { cursor, limit, ...filter } = request
  const paging = pagingOf(sorting, { cursor, limit }, filter)
  if ('code' in paging) return emptyPage(paging)
  const rows: Row[] = await select(paging.sortKey)
    .where((eb) => eb.and([...conditionsOf(request), paging.after]))
    .orderBy(paging.orderBy)
    .limit(paging.rowLimit)
    .execute()
  const page = paging.pageOf(rows)
  return { items: page.rows, nextCursor: page.nextCursor, issues: [] }
}
