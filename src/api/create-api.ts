import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { LedgerReader } from '../ledger/read-door.js'
import { ApiError, STATUS_BY_CODE, troubleOf } from './errors.js'
import { addPageFiles, addTryPage } from './page-files.js'
import { addCalendarRoutes } from './routes/calendar.js'
import { addDeskRoutes } from './routes/desks.js'
import { addDocumentRoutes } from './routes/documents.js'
import { addFindingRoutes } from './routes/findings.js'
import { addGroundRoutes } from './routes/ground.js'
import type { ApiCodes } from './routes/ground.js'
import { addHappeningRoutes } from './routes/happenings.js'
import { addPartyRoutes } from './routes/parties.js'
import { addPositionRoutes } from './routes/positions.js'
import { addRecordRoutes } from './routes/records.js'
import { addDecisionRoutes, addReviewRoutes } from './routes/review.js'
import type { ApiReview } from './routes/review.js'
import { addSaidRoutes } from './routes/said.js'
import { hostGuard, jsonBodies, originGuard, securityHeaders } from './security.js'
import type { Views } from './views.js'

export interface ApiOptions {
  /** Chancery's version, as `/api/v1/health` and the OpenAPI document give it. */
  readonly version: string
  /** Absolute path of the built page (`dist/web`); null serves the API alone. */
  readonly webRoot: string | null
  /** Views over the whole ledger (`openViews`); without them findings, happenings and desks have no addresses. */
  readonly views?: Views
  /** Codes that `/api/v1/vocabulary` offers to whoever corrects a record; none when absent. */
  readonly codes?: ApiCodes
  /** The door for people's decisions; null (or absent) serves reads only. */
  readonly review?: ApiReview | null
  /** Host names to answer for beside loopback: what `--host` was given, and names of a proxy before it. */
  readonly hosts?: readonly string[]
  /** Told of every failure that is answered with a status of 500 or above; the API itself prints nothing. */
  readonly onFailure?: (error: unknown) => void
}

/**
 * The whole web side of a ledger as one app: the API under /api/v1, its OpenAPI 3.1 document at /api/openapi.json, a
 * page to try it at /api/, and the built page. Reads only, but for people's decisions where a door for them is given. Every answer carries the
 * security headers; every error the one error shape.
 */
export function createApi(ledger: LedgerReader, options: ApiOptions): Hono {
  const app = new Hono()
  app.use(securityHeaders())
  app.use(hostGuard(options.hosts ?? []))
  app.use(compress())
  app.use('/api/*', etag(), async (context, next) => {
    context.header('Cache-Control', 'no-cache')
    await next()
  })
  if (options.review) app.on('POST', '/api/*', originGuard(), ...jsonBodies())
  app.route('/api', apiRoutes(ledger, options))
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', () => {
    throw methodTrouble(!options.review)
  })
  if (options.webRoot !== null) addTryPage(app, options.webRoot)
  app.all('/api/*', (context) => {
    throw nothingAt(context)
  })
  if (options.webRoot !== null) addPageFiles(app, options.webRoot)
  app.notFound((context) => troubleAnswer(nothingAt(context), context))
  app.onError((error, context) => {
    if (STATUS_BY_CODE[troubleOf(error).code] >= 500) options.onFailure?.(error)
    return troubleAnswer(error, context)
  })
  return app
}

function apiRoutes(ledger: LedgerReader, options: ApiOptions): OpenAPIHono {
  const { version, views, review, codes } = options
  const routes = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw queryTrouble(result.error.issues)
    },
  })
  addGroundRoutes(routes, ledger, { version, takesDecisions: Boolean(review), codes })
  addDocumentRoutes(routes, ledger)
  addRecordRoutes(routes, ledger)
  addPartyRoutes(routes, ledger)
  addDecisionRoutes(routes, ledger)
  if (review) addReviewRoutes(routes, ledger, review)
  if (views) {
    addHappeningRoutes(routes, views)
    addDeskRoutes(routes, views)
    addPositionRoutes(routes, views)
    addSaidRoutes(routes, ledger, views)
    addFindingRoutes(routes, ledger, views)
    addCalendarRoutes(routes, views)
  }
  const api = new OpenAPIHono()
  api.route('/v1', routes)
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version,
      description:
        'The ledger of foreign relations read from news reports; every record cites its words.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api' }],
  })
  return api
}

function queryTrouble(issues: readonly { path: PropertyKey[]; message: string }[]): ApiError {
  const said = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  )
  return new ApiError(
    'query-invalid',
    `the question was not understood: ${said.join('; ')}`,
    'the parameters of every address are in /api/openapi.json',
  )
}

function methodTrouble(readsOnly: boolean): ApiError {
  const place = readsOnly ? 'this server' : 'this address'
  return new ApiError('method-not-allowed', `${place} only answers GET`, 'ask with GET')
}

function nothingAt(context: Context): ApiError {
  return new ApiError(
    'not-found',
    `there is nothing at ${context.req.path}`,
    'the addresses are in /api/openapi.json',
  )
}

function troubleAnswer(error: unknown, context: Context): Response {
  const trouble = troubleOf(error)
  context.header('Cache-Control', 'no-store')
  return context.json({ error: trouble }, STATUS_BY_CODE[trouble.code])
}
