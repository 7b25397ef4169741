import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono, z } from '@hono/zod-openapi'
import { listPositions, wordsOfRecord } from '../../findings/index.js'
import type { PartyPosition, PositionFilter, PositionItem } from '../../findings/index.js'
import { csvAnswer, csvOfItems } from '../csv/answer.js'
import { csvTableOf } from '../csv/tables.js'
import { pageFrom } from '../pages.js'
import { MattersView, PositionPage } from '../position-schemas.js'
import type { PositionView } from '../position-schemas.js'
import { FormatQuery, IdParams, PositionQuery, StatePositionQuery } from '../queries.js'
import type { OpenViews, Views } from '../views.js'
import { listAnswersOf, notFound } from './answers.js'

const matters = createRoute({
  method: 'get',
  path: '/matters',
  summary: 'Matters that positions are taken on, as the codebook lists them',
  request: { query: FormatQuery },
  responses: listAnswersOf(
    MattersView,
    'All of them, with how many positions the ledger holds',
    csvTableOf('matters'),
  ),
})

const positions = createRoute({
  method: 'get',
  path: '/positions',
  summary: 'What parties have said and done on a matter over time',
  request: { query: PositionQuery },
  responses: listAnswersOf(
    PositionPage,
    'A page of positions, by party and matter',
    csvTableOf('positions'),
  ),
})

const ofState = createRoute({
  method: 'get',
  path: '/states/{id}/positions',
  summary: 'What a state has said and done on each matter over time',
  request: { params: IdParams, query: StatePositionQuery },
  responses: listAnswersOf(
    PositionPage,
    'A page of its positions, by matter',
    csvTableOf('positions'),
  ),
})

/** Routes for positions. */
export function addPositionRoutes(app: OpenAPIHono, views: Views): void {
  app.openapi(matters, async (context) => {
    const opened = await views.open()
    const items = mattersIn(opened)
    if (context.req.valid('query').format === 'csv')
      return csvAnswer(context, csvOfItems('matters', items, opened.version), {})
    return context.json({ items }, 200)
  })
  app.openapi(positions, async (context) => {
    const opened = await views.open()
    const { format, cursor, limit, ...asked } = context.req.valid('query')
    const found = positionsIn(opened, asked)
    if (format === 'csv') return csvAnswer(context, csvOf(opened, found), { cursor, limit })
    return context.json({ ...pageFrom(found, opened.version, { cursor, limit }), issues: [] }, 200)
  })
  app.openapi(ofState, async (context) => {
    const opened = await views.open()
    const { id: party } = context.req.valid('param')
    const { format, cursor, limit, ...asked } = context.req.valid('query')
    if (!opened.ground.parties.has(party))
      throw notFound('party', party, 'list states at /api/v1/states')
    const found = positionsIn(opened, { ...asked, party })
    if (format === 'csv') return csvAnswer(context, csvOf(opened, found), { cursor, limit })
    return context.json({ ...pageFrom(found, opened.version, { cursor, limit }), issues: [] }, 200)
  })
}

type Asked = { readonly [Name in keyof PositionFilter]: PositionFilter[Name] | undefined }
type ShownPosition = z.infer<typeof PositionView>

/** The positions asked for, with their words. */
function positionsIn(opened: OpenViews, asked: Asked): ShownPosition[] {
  const { ground, setting } = opened
  if (asked.matter !== undefined && !isMatter(opened, asked.matter))
    throw notFound('matter', asked.matter, 'list matters at /api/v1/matters')
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  const found = listPositions(ground, setting, Object.fromEntries(given))
  const viewOf = itemViews(opened)
  return found.map((one) => ({ ...one, items: one.items.flatMap(viewOf) }))
}

/** As CSV, a row a stance. */
function csvOf({ version }: OpenViews, positions: readonly ShownPosition[]) {
  const rows = positions.flatMap(({ items, ...position }) =>
    items.map((item) => ({
      ...position,
      item: { ...item, changed: item.changed ? 'yes' : 'no' },
    })),
  )
  return csvOfItems('positions', rows, version)
}

function isMatter({ setting }: OpenViews, id: string): boolean {
  return setting.codebook.entries.matters.some((matter) => matter.id === id)
}

/** Shows items with their words. */
function itemViews({ ground, records }: OpenViews) {
  return (item: PositionItem) => {
    const record = records().get(item.record)
    if (!record) return []
    const publisher = ground.documents.get(record.document)?.publisher ?? null
    const speaker = record.kind === 'statement' ? record.speaker : record.attribution?.speaker
    const words = wordsOfRecord(record)
    return [
      { ...item, document: record.document, publisher, speaker: speaker?.name ?? null, words },
    ]
  }
}

function mattersIn({ ground, setting }: OpenViews) {
  const byMatter = new Map<string, PartyPosition[]>()
  for (const position of listPositions(ground, setting))
    byMatter.set(position.matter, [...(byMatter.get(position.matter) ?? []), position])
  return setting.codebook.entries.matters.map(({ id, name, definition }) => {
    const on = byMatter.get(id) ?? []
    const parties = new Set(on.map(({ party }) => party.id)).size
    const items = on.reduce((sum, one) => sum + one.items.length, 0)
    return { id, name, definition, parties, items }
  })
}
