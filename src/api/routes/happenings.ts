import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { countSides, networkOf } from '../../findings/index.js'
import type { FindingGround, Happening, NetworkNode } from '../../findings/index.js'
import { HappeningPage, NetworkView, StatesView } from '../desk-schemas.js'
import { csvAnswer, csvOfItems } from '../csv/answer.js'
import { csvTableOf } from '../csv/tables.js'
import { pageFrom } from '../pages.js'
import { FormatQuery, HappeningQuery, NetworkQuery, splitList } from '../queries.js'
import { selectHappenings } from '../select-happenings.js'
import type { Views } from '../views.js'
import { answersOf, listAnswersOf } from './answers.js'

const list = createRoute({
  method: 'get',
  path: '/happenings',
  summary: 'Happenings: acts between states and bodies, each once however many reports tell of it',
  request: { query: HappeningQuery },
  responses: listAnswersOf(HappeningPage, 'A page of happenings', csvTableOf('happenings')),
})

const states = createRoute({
  method: 'get',
  path: '/states',
  summary: 'States and bodies that take part in happenings, most happenings first',
  request: { query: FormatQuery },
  responses: listAnswersOf(StatesView, 'All of them', csvTableOf('states')),
})

const network = createRoute({
  method: 'get',
  path: '/network',
  summary:
    'Who deals with whom: states and bodies, and the happenings that took place between them',
  request: { query: NetworkQuery },
  responses: answersOf(NetworkView, 'Nodes and edges'),
})

/** Routes for happenings and what is counted over them. */
export function addHappeningRoutes(app: OpenAPIHono, views: Views): void {
  app.openapi(list, async (context) => {
    const { format, cursor, limit, order, ...query } = context.req.valid('query')
    const { version, happenings } = await views.open()
    const found = selectHappenings(happenings(), {
      ...query,
      type: splitList(query.type),
      quad: splitList(query.quad),
      factuality: splitList(query.factuality),
      level: splitList(query.level),
    })
    const sorted = order === 'oldest' ? found : newestFirst(found)
    if (format === 'csv')
      return csvAnswer(context, csvOfItems('happenings', sorted, version), { cursor, limit })
    return context.json({ ...pageFrom(sorted, version, { cursor, limit }), issues: [] }, 200)
  })
  app.openapi(states, async (context) => {
    const { ground, happenings, version } = await views.open()
    const items = countSides(happenings())
      .filter(({ party }) => isStateOrBody(ground, party.id))
      .map((node) => stateOf(ground, node))
    if (context.req.valid('query').format === 'csv')
      return csvAnswer(context, csvOfItems('states', items, version), {})
    return context.json({ items }, 200)
  })
  app.openapi(network, async (context) => {
    const { quad, least, ...period } = context.req.valid('query')
    const { ground, happenings } = await views.open()
    const found = selectHappenings(happenings(), { ...period, quad: splitList(quad) })
    const all = networkOf(found, least)
    const edges = all.edges.filter(({ a, b }) => [a, b].every((id) => isStateOrBody(ground, id)))
    const met = new Set(edges.flatMap(({ a, b }) => [a, b]))
    const nodes = all.nodes.filter(({ party }) => met.has(party.id))
    return context.json({ nodes: nodes.map((node) => stateOf(ground, node)), edges }, 200)
  })
}

/** States and international organisations; persons and companies that stand for no state are sides, but no states. */
function isStateOrBody(ground: FindingGround, id: string): boolean {
  const type = ground.parties.get(id)?.type
  return type === 'country' || type === 'igo'
}

/** Happenings of unknown day stay last. */
function newestFirst<T extends Happening>(happenings: readonly T[]): readonly T[] {
  const dated = happenings.filter(({ days }) => days !== null)
  return [...dated.reverse(), ...happenings.filter(({ days }) => days === null)]
}

function stateOf(ground: FindingGround, { party, happenings }: NetworkNode) {
  return { party, country: ground.parties.get(party.id)?.country ?? null, happenings }
}
