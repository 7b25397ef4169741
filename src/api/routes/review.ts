import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono, z } from '@hono/zod-openapi'
import type { CodedRecord, PartyRecord } from '../../core/index.js'
import type { LedgerReader, ListedDecision } from '../../ledger/read-door.js'
import type {
  Decided,
  LedgerReviewer,
  RecordChanges,
  Refusal,
  ReviewNote,
} from '../../ledger/review-door.js'
import { csvAnswer } from '../csv/answer.js'
import type { CsvSource } from '../csv/answer.js'
import { decisionRow } from '../csv/rows.js'
import { csvTableOf } from '../csv/tables.js'
import { ApiError } from '../errors.js'
import type { ApiCode } from '../errors.js'
import { partiesOf } from '../parties-of.js'
import { IdParams, ListQuery } from '../queries.js'
import * as shapes from '../review-shapes.js'
import { ErrorView } from '../schemas.js'
import { answersOf, checkedPage, listAnswersOf, notFound } from './answers.js'

/** The ledger's door for decisions, and the clock that tells when they are made. */
export interface ApiReview {
  readonly reviewer: LedgerReviewer
  /** The time of deciding, as an ISO date-time with offset or Z. */
  readonly now: () => string
}

const list = createRoute({
  method: 'get',
  path: '/decisions',
  summary: 'What people decided, newest first, with what it was about',
  request: { query: ListQuery },
  responses: listAnswersOf(shapes.DecisionPage, 'A page of decisions', csvTableOf('decisions')),
})

const openHistory = createRoute({
  method: 'get',
  path: '/parties/{id}/decisions',
  summary: 'What people decided about a party, and which parties count as one with it',
  request: { params: IdParams },
  responses: answersOf(shapes.PartyHistoryView, 'Merges and splits'),
})

const decide = createRoute({
  method: 'post',
  path: '/records/{id}/decisions',
  summary: 'Accept, correct or withdraw a record',
  request: { params: IdParams, body: bodyOf(shapes.RecordDecision) },
  responses: decidedAnswers(),
})

const undo = createRoute({
  method: 'post',
  path: '/decisions/{id}/undo',
  summary: 'Take back a decision, or an undo, by its entry’s id',
  request: { params: IdParams, body: bodyOf(shapes.UndoDecision) },
  responses: decidedAnswers(),
})

const merge = createRoute({
  method: 'post',
  path: '/parties/{id}/merge',
  summary: 'Say that a party is another one',
  request: { params: IdParams, body: bodyOf(shapes.MergeDecision) },
  responses: decidedAnswers(),
})

const split = createRoute({
  method: 'post',
  path: '/parties/{id}/split',
  summary: 'Say that what some records say of a party is of another one',
  request: { params: IdParams, body: bodyOf(shapes.SplitDecision) },
  responses: decidedAnswers(),
})

/** Routes that show what people decided. */
export function addDecisionRoutes(app: OpenAPIHono, ledger: LedgerReader): void {
  app.openapi(list, async (context) => {
    const { format, ...asked } = context.req.valid('query')
    if (format === 'csv') return csvAnswer(context, await decisionsCsv(ledger), asked)
    const page = checkedPage(await ledger.listDecisions(asked))
    const records = await recordsOf(ledger, page.items)
    const parties = await partiesIn(ledger, page.items, records)
    return context.json({ ...page, records, parties }, 200)
  })
  app.openapi(openHistory, async (context) => {
    const { id } = context.req.valid('param')
    if (!(await ledger.getParty(id))) throw notFound('party', id, 'list parties at /api/v1/parties')
    return context.json(await ledger.getPartyHistory(id), 200)
  })
}

async function decisionsCsv(ledger: LedgerReader): Promise<CsvSource> {
  return {
    name: 'decisions',
    table: csvTableOf('decisions'),
    version: await ledger.getVersion(),
    pageOf: async (request) => {
      const { items, nextCursor } = checkedPage(await ledger.listDecisions(request))
      return { rows: items.map(decisionRow), nextCursor }
    },
  }
}

/** Routes by which people decide. Each answers 201 with the entry that was kept. */
export function addReviewRoutes(
  app: OpenAPIHono,
  ledger: LedgerReader,
  { reviewer, now }: ApiReview,
): void {
  const answer = (decided: Decided) => answerOf(ledger, decided)
  app.openapi(
    decide,
    async (context) => {
      const { id } = context.req.valid('param')
      const { who, why, ...asked } = context.req.valid('json')
      const decided = await decideRecord(reviewer, id, asked, { who, why, when: now() })
      return context.json(await answer(decided), 201)
    },
    refuseBody,
  )
  app.openapi(
    undo,
    async (context) => {
      const note = { ...context.req.valid('json'), when: now() }
      const decided = await reviewer.undo(context.req.valid('param').id, note)
      return context.json(await answer(decided), 201)
    },
    refuseBody,
  )
  addPartyDecisions(app, { reviewer, now }, answer)
}

function decideRecord(
  reviewer: LedgerReviewer,
  id: string,
  asked: { decision: 'accept' | 'withdraw' } | { decision: 'correct'; fields: RecordChanges },
  note: ReviewNote,
): Promise<Decided> {
  if (asked.decision === 'correct') return reviewer.correct(id, asked.fields, note)
  return reviewer[asked.decision](id, note)
}

function addPartyDecisions(
  app: OpenAPIHono,
  { reviewer, now }: ApiReview,
  answer: (decided: Decided) => Promise<z.infer<typeof shapes.DecidedView>>,
): void {
  app.openapi(
    merge,
    async (context) => {
      const { into, who, why } = context.req.valid('json')
      const { id } = context.req.valid('param')
      const decided = await reviewer.mergeParties(id, into, { who, why, when: now() })
      return context.json(await answer(decided), 201)
    },
    refuseBody,
  )
  app.openapi(
    split,
    async (context) => {
      const { records, as, who, why } = context.req.valid('json')
      const { id } = context.req.valid('param')
      const decided = await reviewer.splitParty(id, records, as, { who, why, when: now() })
      return context.json(await answer(decided), 201)
    },
    refuseBody,
  )
}

function bodyOf<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

function decidedAnswers() {
  const description = 'The decision is kept'
  return {
    201: { description, content: { 'application/json': { schema: shapes.DecidedView } } },
    default: {
      description: 'Why it was not kept and what to do; the status follows from the code',
      content: { 'application/json': { schema: ErrorView } },
    },
  } as const
}

const CODE_OF: Readonly<Record<Refusal, ApiCode>> = {
  unknown: 'not-found',
  invalid: 'decision-invalid',
  conflict: 'ledger-conflict',
}

async function answerOf(
  ledger: LedgerReader,
  { value, issues, refused }: Decided,
): Promise<z.infer<typeof shapes.DecidedView>> {
  const [issue] = issues
  if (refused !== null && issue) throw new ApiError(CODE_OF[refused], issue.message, issue.advice)
  if (value === null) throw new Error('the ledger gave neither an entry nor a reason')
  const record = value.record === null ? null : (await ledger.getRecord(value.record)).value
  return { entry: value, record }
}

type Checked = { success: true } | { success: false; error: z.core.$ZodError }

/** Where a body is not as the schema says. */
function refuseBody(result: Checked): undefined {
  if (result.success) return undefined
  const said = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  )
  throw new ApiError(
    'body-invalid',
    `the decision was not understood: ${said.join('; ')}`,
    'what each address takes is in /api/openapi.json',
  )
}

async function recordsOf(
  ledger: LedgerReader,
  decisions: readonly ListedDecision[],
): Promise<CodedRecord[]> {
  const ids = [...new Set(decisions.flatMap(({ record }) => record ?? []))]
  return [...(await ledger.getRecords(ids)).value]
}

/** The parties that decisions are about, and those that the records name. */
async function partiesIn(
  ledger: LedgerReader,
  decisions: readonly ListedDecision[],
  records: readonly CodedRecord[],
): Promise<PartyRecord[]> {
  const named = await partiesOf(ledger, records)
  const known = new Set(named.map(({ id }) => id))
  const decided = decisions.flatMap(({ party, body }) => [party, body['into'], body['as']])
  const ids = new Set(decided.filter((id) => typeof id === 'string' && !known.has(id)))
  const opened = await Promise.all([...ids].map((id) => ledger.getParty(String(id))))
  return [...named, ...opened.filter((party) => party !== null)]
}
