import type { Context } from 'hono'
import { contentHash } from '../../core/index.js'
import { csvHeader, csvLine } from '../../exports/index.js'
import type { ExportRow } from '../../exports/index.js'
import { pageFrom } from '../pages.js'
import { csvTableOf } from './tables.js'
import type { CsvList, CsvTable } from './tables.js'

/** A list that is given as CSV. */
export interface CsvSource {
  /** Name of the file, without ending and without what all files begin with. */
  readonly name: string
  readonly table: CsvTable
  /** What the rows are of: the answer is the same while this is. */
  readonly version: string
  readonly pageOf: (request: CsvRequest) => Promise<CsvPage>
}
export interface CsvRequest {
  readonly cursor?: string
  readonly limit: number
}
export interface CsvPage {
  readonly rows: readonly ExportRow[]
  readonly nextCursor: string | null
}

/** A list that is in memory as CSV; its items are the rows. */
export function csvOfItems(list: CsvList, items: readonly object[], version: string): CsvSource {
  return {
    name: list,
    table: csvTableOf(list),
    version,
    pageOf: (request) => {
      const page = pageFrom(items, version, request)
      return Promise.resolve({ rows: page.items as ExportRow[], nextCursor: page.nextCursor })
    },
  }
}

/** Rows asked for at a time where all are wanted: the greatest page. */
const ROWS_A_PAGE = 500

/**
 * A list as CSV: with a `limit` one page, and the address of the next in a `Link` header; without, every row from the
 * cursor on, streamed page by page, so that memory does not grow with the list.
 */
export async function csvAnswer(
  context: Context,
  source: CsvSource,
  asked: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Response> {
  const { table, name, pageOf } = source
  const from = asked.cursor === undefined ? {} : { cursor: asked.cursor }
  // Before anything is sent, so that a stray cursor is answered with the error shape.
  const first = await pageOf({ ...from, limit: asked.limit ?? ROWS_A_PAGE })
  context.header('Content-Type', 'text/csv; charset=utf-8')
  context.header('Content-Disposition', `attachment; filename="chancery-${name}.csv"`)
  if (asked.limit !== undefined) {
    if (first.nextCursor !== null) context.header('Link', nextLink(context, first.nextCursor))
    return context.body(`${csvHeader(table)}${linesOf(table, first)}`)
  }
  // Of the version and the question, since the whole cannot be hashed before it is sent.
  const columns = table.columns.map(({ column }) => column)
  context.header('ETag', `W/"${contentHash([source.version, context.req.url, columns])}"`)
  return context.body(streamOf(textsOf(source, first)))
}

function linesOf(table: CsvTable, { rows }: CsvPage): string {
  return rows.map((row) => csvLine(table, row)).join('')
}

function nextLink(context: Context, cursor: string): string {
  const url = new URL(context.req.url)
  url.searchParams.set('cursor', cursor)
  return `<${url.pathname}${url.search}>; rel="next"`
}

async function* textsOf({ table, pageOf }: CsvSource, first: CsvPage): AsyncGenerator<string> {
  yield `${csvHeader(table)}${linesOf(table, first)}`
  let page = first
  while (page.nextCursor !== null) {
    page = await pageOf({ cursor: page.nextCursor, limit: ROWS_A_PAGE })
    yield linesOf(table, page)
  }
}

/** Text as a body that is made as it is taken. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
