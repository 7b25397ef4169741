import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  BALANCE_LEAST,
  balanceOf,
  balanceRows,
  listUpcoming,
  officesHeld,
  tookPlace,
  vectorsOf,
} from '../../findings/index.js'
import { csvAnswer, csvOfItems } from '../csv/answer.js'
import { csvTableOf } from '../csv/tables.js'
import {
  BalanceQuartersView,
  BalanceRowsView,
  DeskView,
  OfficesView,
  VectorsView,
} from '../desk-schemas.js'
import { DeskListQuery, FormatQuery, IdParams, PeriodQuery } from '../queries.js'
import { selectHappenings } from '../select-happenings.js'
import type { OpenViews, Views } from '../views.js'
import { answersOf, listAnswersOf, notFound } from './answers.js'

const desk = createRoute({
  method: 'get',
  path: '/states/{id}/desk',
  summary: 'A state’s relations at a glance: vectors, balance, what is coming, findings counted',
  request: { params: IdParams, query: PeriodQuery },
  responses: answersOf(DeskView, 'The desk of the state'),
})

const vectors = createRoute({
  method: 'get',
  path: '/states/{id}/vectors',
  summary: 'The partners of a state, those with most cooperative happenings first',
  request: { params: IdParams, query: DeskListQuery },
  responses: listAnswersOf(VectorsView, 'All of them', csvTableOf('vectors')),
})

const balance = createRoute({
  method: 'get',
  path: '/states/{id}/balance',
  summary: 'How evenly a state’s cooperative happenings are spread over its partners, by quarter',
  request: { params: IdParams, query: DeskListQuery },
  responses: listAnswersOf(BalanceQuartersView, 'All quarters', csvTableOf('balance')),
})

const rows = createRoute({
  method: 'get',
  path: '/states/{id}/balance/rows',
  summary: 'What the balance of a state is computed from',
  request: { params: IdParams, query: DeskListQuery },
  responses: listAnswersOf(BalanceRowsView, 'All rows', csvTableOf('balance-rows')),
})

const offices = createRoute({
  method: 'get',
  path: '/states/{id}/offices',
  summary: 'Offices of a state and its bodies, and who is told to have held them when',
  request: { params: IdParams, query: FormatQuery },
  responses: listAnswersOf(OfficesView, 'All of them, highest first', csvTableOf('offices')),
})

/** The desk of a state, and the lists that it is made of. */
export function addDeskRoutes(app: OpenAPIHono, views: Views): void {
  app.openapi(desk, async (context) => {
    const opened = await views.open()
    const answer = deskOf(opened, context.req.valid('param').id, context.req.valid('query'))
    return context.json(answer, 200)
  })
  app.openapi(vectors, async (context) => {
    const { format, ...period } = context.req.valid('query')
    const opened = await views.open()
    const items = partnersOf(opened, sideOf(opened, context.req.valid('param').id, period))
    if (format === 'csv')
      return csvAnswer(context, csvOfItems('vectors', items, opened.version), {})
    return context.json({ items }, 200)
  })
  app.openapi(balance, async (context) => {
    const { format, ...period } = context.req.valid('query')
    const opened = await views.open()
    const side = sideOf(opened, context.req.valid('param').id, period)
    const items = balanceOf(balanceRows(opened.ground, side.happenings, side.party.id))
    if (format === 'csv')
      return csvAnswer(context, csvOfItems('balance', items, opened.version), {})
    return context.json({ items }, 200)
  })
  app.openapi(rows, async (context) => {
    const { format, ...period } = context.req.valid('query')
    const opened = await views.open()
    const side = sideOf(opened, context.req.valid('param').id, period)
    const items = balanceRows(opened.ground, side.happenings, side.party.id)
    if (format === 'csv')
      return csvAnswer(context, csvOfItems('balance-rows', items, opened.version), {})
    return context.json({ items }, 200)
  })
  app.openapi(offices, async (context) => {
    const { ground, setting, version } = await views.open()
    const { id } = context.req.valid('param')
    if (!ground.parties.has(id)) throw notFound('party', id, 'list states at /api/v1/states')
    const items = officesHeld(ground, setting.codebook, id)
    if (context.req.valid('query').format === 'csv') {
      const held = items.flatMap(({ holders, ...office }) =>
        holders.map((holder) => ({ ...office, ...holder })),
      )
      return csvAnswer(context, csvOfItems('offices', held, version), {})
    }
    return context.json({ items }, 200)
  })
}

interface Period {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A state or body with its happenings in a period. Throws ApiError `not-found` for an unknown id. */
function sideOf({ ground, happenings }: OpenViews, id: string, { from, to }: Period) {
  const party = ground.parties.get(id)
  if (!party) throw notFound('party', id, 'list states at /api/v1/states')
  const period = { ...(from && { from }), ...(to && { to }) }
  return { party, happenings: selectHappenings(happenings(), { party: id, ...period }) }
}

type Side = ReturnType<typeof sideOf>

function partnersOf({ ground }: OpenViews, { party, happenings }: Side) {
  return vectorsOf(ground, happenings, party.id).map((vector) => ({
    ...vector,
    country: ground.parties.get(vector.partner.id)?.country ?? null,
  }))
}

function deskOf(opened: OpenViews, id: string, period: Period): z.infer<typeof DeskView> {
  const { ground, setting } = opened
  const side = sideOf(opened, id, period)
  const { party, happenings } = side
  const rows = balanceRows(ground, happenings, id)
  const byId = new Map(opened.happenings().map((one) => [one.id, one]))
  const upcoming = listUpcoming(ground, setting).flatMap(({ happening, ...more }) => {
    const levelled = byId.get(happening.id)
    const isOfState = happening.sides.some((one) => one.id === id)
    return levelled && isOfState ? [{ ...more, happening: levelled }] : []
  })
  return {
    party: { id: party.id, name: party.name },
    country: party.country,
    asOf: setting.asOf,
    happenings: happenings.filter(tookPlace).length,
    vectors: partnersOf(opened, side),
    balance: {
      quarters: balanceOf(rows),
      rows,
      least: BALANCE_LEAST,
      partners: new Set(rows.map(({ partner }) => partner.id)).size,
    },
    upcoming,
    findings: countsOf(opened, id),
  }
}

function countsOf(opened: OpenViews, party: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { finding, parties } of opened.findings())
    if (parties.some(({ id }) => id === party)) counts[finding] = (counts[finding] ?? 0) + 1
  return counts
}
