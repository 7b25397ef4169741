import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  BALANCE_LEAST,
  balanceOf,
  balanceRows,
  listUpcoming,
  tookPlace,
  vectorsOf,
} from '../../findings/index.js'
import { DeskView } from '../desk-schemas.js'
import { IdParams, PeriodQuery } from '../queries.js'
import { selectHappenings } from '../select-happenings.js'
import type { OpenViews, Views } from '../views.js'
import { answersOf, notFound } from './answers.js'

const desk = createRoute({
  method: 'get',
  path: '/states/{id}/desk',
  summary: 'A state’s relations at a glance: vectors, balance, what is coming, findings counted',
  request: { params: IdParams, query: PeriodQuery },
  responses: answersOf(DeskView, 'The desk of the state'),
})

/** The desk of a state. */
export function addDeskRoutes(app: OpenAPIHono, views: Views): void {
  app.openapi(desk, async (context) => {
    const opened = await views.open()
    const answer = deskOf(opened, context.req.valid('param').id, context.req.valid('query'))
    return context.json(answer, 200)
  })
}

interface Period {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

function deskOf(opened: OpenViews, id: string, { from, to }: Period) {
  const { ground, setting } = opened
  const party = ground.parties.get(id)
  if (!party) throw notFound('party', id, 'list states at /api/v1/states')
  const period = { ...(from && { from }), ...(to && { to }) }
  const happenings = selectHappenings(opened.happenings(), { party: id, ...period })
  const rows = balanceRows(ground, happenings, id)
  const upcoming = listUpcoming(ground, setting).filter(({ happening }) =>
    happening.sides.some((side) => side.id === id),
  )
  return {
    party: { id: party.id, name: party.name },
    country: party.country,
    asOf: setting.asOf,
    happenings: happenings.filter(tookPlace).length,
    vectors: vectorsOf(ground, happenings, id).map((vector) => ({
      ...vector,
      country: ground.parties.get(vector.partner.id)?.country ?? null,
    })),
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
