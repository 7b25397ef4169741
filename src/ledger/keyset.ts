import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import { contentHash, issueOf } from '../core/index.js'
import type { Issue } from '../core/index.js'
import type { Page, PageRequest } from './read-door.js'

/**
 * Paging by key: a page is found by the sort values of the last item before it, so that it costs the same anywhere in
 * the list and nothing is skipped or seen twice while the ledger grows.
 */

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 500
const HASH_DIGITS = 8

/** How a list is sorted: expressions that are never null and together differ for every row, all in one direction. */
export interface Sorting {
  readonly keys: readonly SortKey[]
  readonly direction: 'asc' | 'desc'
}
export interface SortKey {
  /** SQL expression over the listed table. */
  readonly expression: string
  readonly type: 'text' | 'float8' | 'int8'
}

/** Values of a row's sort keys, as its query selects them under the name `sort_key`. */
export type SortValues = readonly (string | number)[]

/** What a list's query needs to give one page. */
export interface Paging {
  readonly after: RawBuilder<SqlBool>
  readonly orderBy: RawBuilder<unknown>
  /** A JSON array of the row's sort values; select it as `sort_key`. */
  readonly sortKey: RawBuilder<(string | number)[]>
  /** Rows to ask for: one more than the page holds, which tells whether another page follows. */
  readonly rowLimit: number
  /** Cuts the extra row off and makes the cursor of the next page. */
  pageOf<Row extends { sort_key: SortValues }>(rows: readonly Row[]): CutPage<Row>
}
export interface CutPage<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor: string | null
}

/**
 * Paging of a list by its sorting and request. `filter` is what else the list was asked: a cursor only fits the same
 * filter. Gives an issue instead when cursor or limit cannot be used.
 */
export function pagingOf(sorting: Sorting, request: PageRequest, filter: unknown): Paging | Issue {
  const limit = request.limit ?? DEFAULT_LIMIT
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    return invalid('limit', `${limit} is not a whole number from 1 to ${MAX_LIMIT}`)
  const list = contentHash([sorting, filter]).slice(0, HASH_DIGITS)
  const cursor = request.cursor ?? null
  const values = cursor === null ? null : valuesOfCursor(cursor, list, sorting)
  if (values === false) return invalid('cursor', 'the cursor does not belong to this list')
  return {
    after: values === null ? sql<SqlBool>`true` : afterValues(sorting, values),
    orderBy: sql.join(
      sorting.keys.map(({ expression }) => sql.raw(`${expression} ${sorting.direction}`)),
    ),
    sortKey: sql`jsonb_build_array(${sql.raw(sorting.keys.map((key) => key.expression).join(', '))})`,
    rowLimit: limit + 1,
    pageOf: (rows) => cutPage(rows, limit, list),
  }
}

/** An empty page that says why. */
export function emptyPage<T>(issue: Issue): Page<T> {
  return { items: [], nextCursor: null, issues: [issue] }
}

function cutPage<Row extends { sort_key: SortValues }>(
  rows: readonly Row[],
  limit: number,
  list: string,
): CutPage<Row> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  const nextCursor = rows.length > limit && last ? cursorOf(list, last.sort_key) : null
  return { rows: kept, nextCursor }
}

function afterValues({ keys, direction }: Sorting, values: SortValues): RawBuilder<SqlBool> {
  const left = sql.raw(keys.map((key) => key.expression).join(', '))
  const right = sql.join(keys.map(({ type }, i) => sql`${values[i]}::${sql.raw(type)}`))
  const sign = sql.raw(direction === 'asc' ? '>' : '<')
  return sql<SqlBool>`(${left}) ${sign} (${right})`
}

/** An opaque cursor: the list that it belongs to and the sort values of the last item given. */
export function cursorOf(list: string, values: SortValues): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url')
}

/** The sort values in a cursor; false when it is not one of this list. */
export function valuesOfCursor(cursor: string, list: string, sorting: Sorting): SortValues | false {
  const content = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  const parsed = z.array(z.union([z.string(), z.number()])).safeParse(content)
  if (!parsed.success || parsed.data[0] !== list) return false
  const values = parsed.data.slice(1)
  const fits = sorting.keys.every(({ type }, i) => fitsType(values[i], type))
  return fits && values.length === sorting.keys.length ? values : false
}

function fitsType(value: string | number | undefined, type: SortKey['type']): boolean {
  if (type === 'text') return typeof value === 'string' && !value.includes('\0')
  return type === 'int8' ? Number.isSafeInteger(value) : typeof value === 'number'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function invalid(where: string, message: string): Issue {
  return issueOf('field-invalid', 'error', where, message, 'ask for the list from its beginning')
}
