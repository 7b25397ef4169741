import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { createApi } from '../../src/api/index.js'
import type {
  DecidedView,
  DecisionPage,
  ErrorView,
  HealthView,
  OpenedParty,
  OpenedRecord,
  PartyHistoryView,
  PartyPage,
  RecordPage,
} from '../../src/api/index.js'
import { partyIdOf } from '../../src/core/index.js'
import { reviewDoor } from '../../src/ledger/index.js'
import { fillLedger } from './fixtures/ledger.js'
import type { FilledLedger } from './fixtures/ledger.js'
import {
  AGREEMENT_RECORD,
  FIGURE_RECORD,
  FRANCE,
  KAZAKHSTAN,
  STATEMENT_RECORD,
  TALKS_RECORD,
  VISIT,
  VISIT_READING,
} from './fixtures/visit.js'

let filled: FilledLedger
let app: Hono
let minute = 0

beforeAll(async () => {
  filled = await fillLedger([VISIT_READING])
  const review = { reviewer: reviewDoor(filled.ledger), now: momentOfDeciding }
  app = createApi(filled.reader, { version: '0.0.0', webRoot: null, review })
})
afterAll(() => filled.close())

function momentOfDeciding(): string {
  return `2024-06-01T10:${String(minute++).padStart(2, '0')}:00Z`
}

async function ask<T>(path: string): Promise<T> {
  const response = await app.request(`/api/v1${path}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as T
}

const NOTE = { who: 'A. Analyst', why: 'it stands so in the text' }

function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function decide(path: string, body: object): Promise<DecidedView> {
  const response = await send(path, { ...NOTE, ...body })
  expect(response.status, await response.clone().text()).toBe(201)
  return (await response.json()) as DecidedView
}

async function refused(path: string, body: unknown, headers?: Record<string, string>) {
  const response = await send(path, body, headers)
  const { error } = (await response.json()) as ErrorView
  return { status: response.status, code: error.code, message: error.message }
}

describe('deciding on a record', () => {
  it('accepts, corrects and withdraws, with who, why and the server’s time, and takes each back', async () => {
    const path = `/records/${TALKS_RECORD.id}/decisions`
    const accepted = await decide(path, { decision: 'accept' })
    expect(accepted.record?.review).toBe('accepted')
    expect(accepted.entry).toMatchObject({ kind: 'acceptance', ...NOTE })
    expect(accepted.entry.when).toMatch(/^2024-06-01T10:\d\d:00Z$/)
    const fields = { place: 'Versailles', factuality: 'planned' }
    const corrected = await decide(path, { decision: 'correct', fields })
    expect(corrected.record).toEqual({ ...TALKS_RECORD, ...fields, review: 'corrected' })
    expect(corrected.entry.body).toEqual(fields)
    const withdrawn = await decide(path, { decision: 'withdraw' })
    expect(withdrawn.record?.review).toBe('withdrawn')
    const page = await ask<RecordPage>('/records?kind=event')
    expect(page.items.map((record) => record.id)).not.toContain(TALKS_RECORD.id)
    for (const { entry } of [withdrawn, corrected, accepted])
      await decide(`/decisions/${entry.id}/undo`, {})
    const opened = await ask<OpenedRecord>(`/records/${TALKS_RECORD.id}`)
    expect(opened.record).toEqual(TALKS_RECORD)
    expect(opened.history).toHaveLength(7)
    expect(opened.history.map(({ undone }) => undone)).toEqual([
      false,
      ...[true, true, true],
      ...[false, false, false],
    ])
  })

  it('corrects the words that a record rests on, where the document says them', async () => {
    const path = `/records/${FIGURE_RECORD.id}/decisions`
    const start = VISIT.text.indexOf('5.4 billion')
    const words = { start, end: start + 11, text: '5.4 billion' }
    const { record } = await decide(path, { decision: 'correct', fields: { evidence: [words] } })
    expect(record?.evidence).toEqual([words])
    const moved = { ...words, start: start + 1, end: start + 12 }
    const body = { decision: 'correct', fields: { evidence: [moved] }, ...NOTE }
    expect(await refused(path, body)).toMatchObject({
      status: 422,
      code: 'decision-invalid',
      message: expect.stringContaining('not what the document says there') as string,
    })
  })

  it.each([
    ['a field that is fixed', { fields: { id: 'event:0' } }, 422, 'decision-invalid'],
    ['a value outside the contract', { fields: { factuality: 'sure' } }, 422, 'decision-invalid'],
    [
      'a party nobody knows',
      { fields: { about: [{ id: 'party:0', name: 'X' }] } },
      422,
      'decision-invalid',
    ],
    ['no fields', {}, 400, 'body-invalid'],
    [
      'a field of the body that does not exist',
      { fields: {}, when: '2020-01-01T00:00:00Z' },
      400,
      'body-invalid',
    ],
    ['nobody', { fields: { cue: 'told' }, who: '  ' }, 400, 'body-invalid'],
    ['no reason', { fields: { cue: 'told' }, why: '' }, 400, 'body-invalid'],
  ])('refuses a correction by or with %s', async (_, body, status, code) => {
    const path = `/records/${STATEMENT_RECORD.id}/decisions`
    const answer = await refused(path, { decision: 'correct', ...NOTE, ...body })
    expect(answer).toMatchObject({ status, code })
    const opened = await ask<OpenedRecord>(`/records/${STATEMENT_RECORD.id}`)
    expect(opened.history).toHaveLength(1)
  })

  it('says what is not there, what was undone already, and which decisions there are', async () => {
    const unknown = await refused('/records/event:0/decisions', { decision: 'accept', ...NOTE })
    expect(unknown).toMatchObject({ status: 404, code: 'not-found' })
    expect(await refused('/decisions/entry:0/undo', NOTE)).toMatchObject({ status: 404 })
    const path = `/records/${AGREEMENT_RECORD.id}/decisions`
    const { entry } = await decide(path, { decision: 'accept' })
    await decide(`/decisions/${entry.id}/undo`, {})
    const again = await refused(`/decisions/${entry.id}/undo`, NOTE)
    expect(again).toMatchObject({ status: 409, code: 'ledger-conflict' })
    expect(await refused(path, { decision: 'marry', ...NOTE })).toMatchObject({ status: 400 })
  })
})

describe('deciding on parties', () => {
  it('merges, shows what a party was merged into, and takes it back', async () => {
    const before = await ask<RecordPage>(`/records?party=${FRANCE.id}`)
    const { entry } = await decide(`/parties/${KAZAKHSTAN.id}/merge`, { into: FRANCE.id })
    expect(entry).toMatchObject({ kind: 'merge', party: KAZAKHSTAN.id, body: { into: FRANCE.id } })
    const history = await ask<PartyHistoryView>(`/parties/${KAZAKHSTAN.id}/decisions`)
    expect(history.mergedInto).toEqual({ id: FRANCE.id, name: 'France' })
    expect(history.entries.at(-1)).toEqual({ ...entry, undone: false })
    const opened = await ask<OpenedParty>(`/parties/${KAZAKHSTAN.id}`)
    expect(opened.party.name).toBe('Kazakhstan')
    const parties = await ask<PartyPage>('/parties')
    expect(parties.items.map((party) => party.id)).not.toContain(KAZAKHSTAN.id)
    const circle = await refused(`/parties/${FRANCE.id}/merge`, { into: KAZAKHSTAN.id, ...NOTE })
    expect(circle).toMatchObject({ status: 409, code: 'ledger-conflict' })
    await decide(`/decisions/${entry.id}/undo`, {})
    const after = await ask<RecordPage>(`/records?party=${FRANCE.id}`)
    expect(after).toEqual(before)
  })

  it('splits a new party off the named records', async () => {
    const as = { name: 'Kazakh ministry', type: 'government', country: 'KAZ' }
    const split = { records: [AGREEMENT_RECORD.id, FIGURE_RECORD.id], as }
    const { entry } = await decide(`/parties/${KAZAKHSTAN.id}/split`, split)
    const id = partyIdOf(as.type, as.country, as.name)
    expect(entry.body).toEqual({ records: split.records.toSorted(), as: id, made: true })
    const page = await ask<RecordPage>(`/records?party=${id}`)
    expect(page.items.map((record) => record.id).sort()).toEqual(split.records.toSorted())
    await decide(`/decisions/${entry.id}/undo`, {})
    expect((await ask<RecordPage>(`/records?party=${id}`)).items).toEqual([])
  })

  it.each([
    ['merge', 'party:0', { into: FRANCE.id }, 404],
    ['merge', FRANCE.id, { into: 'party:0' }, 404],
    ['merge', FRANCE.id, { into: FRANCE.id }, 422],
    ['merge', FRANCE.id, {}, 400],
    ['split', FRANCE.id, { records: [], as: { id: KAZAKHSTAN.id } }, 400],
    ['split', FRANCE.id, { records: ['event:0'], as: { id: KAZAKHSTAN.id } }, 404],
    [
      'split',
      FRANCE.id,
      { records: [TALKS_RECORD.id], as: { name: 'X', type: 'town', country: null } },
      400,
    ],
  ])('refuses to %s %s by %j', async (verb, id, body, status) => {
    expect(await refused(`/parties/${id}/${verb}`, { ...NOTE, ...body })).toMatchObject({ status })
  })
})

describe('the list of decisions', () => {
  it('gives them newest first, page by page, with what they were about and whether undone', async () => {
    const { entry } = await decide(`/parties/${FRANCE.id}/merge`, { into: KAZAKHSTAN.id })
    const undoing = await decide(`/decisions/${entry.id}/undo`, {})
    const { entry: acceptance } = await decide(`/records/${TALKS_RECORD.id}/decisions`, {
      decision: 'accept',
    })
    const page = await ask<DecisionPage>('/decisions?limit=3')
    expect(page.items.map(({ id, undone }) => [id, undone])).toEqual([
      [acceptance.id, false],
      [undoing.entry.id, false],
      [entry.id, true],
    ])
    expect(page.records.map((record) => record.id)).toEqual([TALKS_RECORD.id])
    expect(page.records[0]?.review).toBe('accepted')
    expect(page.parties.map((party) => party.name).sort()).toEqual(['France', 'Kazakhstan'])
    const next = await ask<DecisionPage>(`/decisions?limit=3&cursor=${page.nextCursor}`)
    expect(next.items[0]?.sequence).toBeLessThan(page.items[2]?.sequence ?? 0)
    expect((await app.request('/api/v1/decisions?cursor=x')).status).toBe(400)
  })
})

describe('who may decide', () => {
  const path = `/records/${STATEMENT_RECORD.id}/decisions`
  const body = { decision: 'withdraw', ...NOTE }
  const host = { host: '127.0.0.1:3210' }

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:8080' }],
    ['a page without an origin', { origin: 'null' }],
    ['what calls itself nothing', { origin: '' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
    [
      'a foreign page that got hold of the name',
      { origin: 'http://127.0.0.1:3210', 'sec-fetch-site': 'cross-site' },
    ],
  ])('not %s', async (_, headers) => {
    const answer = await refused(path, body, { ...host, ...headers })
    expect(answer).toMatchObject({ status: 403, code: 'origin-refused' })
  })

  it('not under a foreign name for this machine', async () => {
    const evil = {
      host: 'evil.example',
      origin: 'http://evil.example',
      'sec-fetch-site': 'same-origin',
    }
    expect(await refused(path, body, evil)).toMatchObject({ status: 421, code: 'host-refused' })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'not with a body of type "%s", which a form could send',
    async (type) => {
      const answer = await refused(path, body, { ...host, 'Content-Type': type })
      expect(answer).toMatchObject({ status: 415, code: 'body-type-refused' })
    },
  )

  it('not with a body that is too large, or no JSON', async () => {
    const long = JSON.stringify({ ...body, why: 'x'.repeat(300_000) })
    expect(await refused(path, long)).toMatchObject({ status: 413, code: 'body-too-large' })
    const told = { 'Content-Length': String(long.length) }
    expect(await refused(path, long, told)).toMatchObject({ status: 413 })
    expect(await refused(path, '{"decision": "withdraw"')).toMatchObject({
      status: 400,
      code: 'body-invalid',
    })
  })

  it('grants no other site leave to send JSON', async () => {
    const asking = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const response = await app.request(`/api/v1${path}`, { method: 'OPTIONS', headers: asking })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('kept nothing of all that', async () => {
    const opened = await ask<OpenedRecord>(`/records/${STATEMENT_RECORD.id}`)
    expect(opened.record).toEqual(STATEMENT_RECORD)
    expect(opened.history.map((entry) => entry.kind)).not.toContain('withdrawal')
  })

  it('the page that this server gave out, and programs', async () => {
    const own = { ...host, origin: 'http://127.0.0.1:3210', 'sec-fetch-site': 'same-origin' }
    expect((await send(path, { ...body, decision: 'accept' }, own)).status).toBe(201)
    expect((await send(path, { ...body, decision: 'accept' })).status).toBe(201)
  })

  it('nobody, where the server only reads', async () => {
    const reading = createApi(filled.reader, { version: '0.0.0', webRoot: null, review: null })
    const response = await reading.request(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(405)
    const health = (await (await reading.request('/api/v1/health')).json()) as HealthView
    expect(health.takesDecisions).toBe(false)
    expect((await ask<HealthView>('/health')).takesDecisions).toBe(true)
    const page = (await (await reading.request('/api/v1/decisions')).json()) as DecisionPage
    expect(page.items.length).toBeGreaterThan(0)
    const openApi = await (await reading.request('/api/openapi.json')).text()
    expect(openApi).not.toContain('"post"')
  })
})

describe('OpenAPI', () => {
  it('describes what is sent and answered, by the same schemas', async () => {
    const { paths, components } = (await (await app.request('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>
      components: { schemas: Record<string, unknown> }
    }
    const posts = Object.keys(paths).filter((path) => paths[path]?.['post'])
    expect(posts.sort()).toEqual([
      '/v1/decisions/{id}/undo',
      '/v1/parties/{id}/merge',
      '/v1/parties/{id}/split',
      '/v1/records/{id}/decisions',
    ])
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['RecordDecision', 'MergeDecision', 'SplitDecision', 'Decided']),
    )
    expect(JSON.stringify(paths['/v1/parties/{id}/split'])).toContain(
      '#/components/schemas/SplitDecision',
    )
  })
})
