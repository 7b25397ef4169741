import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { ISSUE_CODES, RECORD_KINDS } from '../../src/core/index.js'
import { withdraw } from '../../src/ledger/index.js'
import { API_CODES, createApi, serveApi, STATUS_BY_CODE } from '../../src/api/index.js'
import type {
  ApiCode,
  DocumentPage,
  ErrorView,
  FacetsView,
  OpenedDocument,
  OpenedParty,
  OpenedRecord,
  PartyPage,
  PublishersView,
  RecordPage,
  SummaryView,
} from '../../src/api/index.js'
import { allReadings, fillLedger, SHORT_REPORTS } from './fixtures/ledger.js'
import type { FilledLedger } from './fixtures/ledger.js'
import { HOSTILE, HOSTILE_RECORDS } from './fixtures/hostile.js'
import {
  FIGURE_RECORD,
  FRANCE,
  MINISTER,
  TALKS_RECORD,
  VISIT,
  VISIT_RECORDS,
} from './fixtures/visit.js'

let filled: FilledLedger
let app: Hono

beforeAll(async () => {
  filled = await fillLedger(allReadings())
  app = createApi(filled.reader, { version: '0.0.0', webRoot: null })
})
afterAll(() => filled.close())

async function ask<T>(path: string): Promise<T> {
  const response = await app.request(`/api/v1${path}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as T
}

async function refused(path: string, init?: RequestInit) {
  const response = await app.request(path, init)
  return { status: response.status, ...((await response.json()) as ErrorView) }
}

describe('summary and words', () => {
  it('counts what the ledger holds, by kind', async () => {
    const summary = await ask<SummaryView>('/summary')
    expect(summary.documents).toBe(SHORT_REPORTS + 2)
    expect(summary.records.statement).toBe(2)
    expect(summary.total).toBe(VISIT_RECORDS.length + HOSTILE_RECORDS.length + SHORT_REPORTS)
  })

  it('gives every reason and every issue code in words', async () => {
    const words = await ask<{ reasons: Record<string, string>; issues: Record<string, string> }>(
      '/vocabulary',
    )
    expect(words.reasons['figure-parse']).toContain('number')
    expect(Object.keys(words.issues)).toEqual([
      ...Object.keys(ISSUE_CODES),
      ...Object.keys(API_CODES),
    ])
  })
})

describe('documents', () => {
  it('lists every document once, page by page, newest first and undated last', async () => {
    const seen: (string | null)[] = []
    let cursor = ''
    do {
      const page = await ask<DocumentPage>(`/documents?limit=17${cursor}`)
      seen.push(...page.items.map((item) => item.published))
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor !== '')
    expect(seen).toHaveLength(SHORT_REPORTS + 2)
    expect(seen[0]).toBe(VISIT.published)
    expect(seen.at(-1)).toBeNull()
    const dated = seen.filter((day) => day !== null)
    expect(dated).toEqual([...dated].sort().reverse())
  })

  it('finds by words, publisher and period', async () => {
    const byWords = await ask<DocumentPage>('/documents?text=critical%20minerals')
    expect(byWords.items.map((item) => item.id)).toEqual([VISIT.id])
    expect(byWords.items[0]?.records.event).toBe(3)
    const byPublisher = await ask<DocumentPage>('/documents?publisher=Evening%20Gazette&limit=500')
    expect(byPublisher.items).toHaveLength(SHORT_REPORTS / 2)
    const byPeriod = await ask<DocumentPage>('/documents?from=2023-04-01&to=2023-04-30')
    expect(byPeriod.items.map((item) => item.id)).toEqual([HOSTILE.id])
  })

  it('opens one with its text, its records in the order of the text, and the parties they name', async () => {
    const opened = await ask<OpenedDocument>(`/documents/${VISIT.id}`)
    expect(opened.document.text).toBe(VISIT.text)
    expect(new Set(opened.records.map(({ id }) => id))).toEqual(
      new Set(VISIT_RECORDS.map(({ id }) => id)),
    )
    const starts = opened.records.map((record) => record.evidence[0]?.start ?? -1)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(opened.parties.map((party) => party.name)).toEqual([
      'Aigul Serikova',
      'France',
      'Kazakhstan',
      'Union of Oil Carriers',
    ])
    expect(opened.issues.map((issue) => issue.code)).toEqual(['date-inferred'])
  })

  it('cuts the text into paragraphs whose sentences cover it, and does not end one at “Mr.”', async () => {
    const { passages } = await ask<OpenedDocument>(`/documents/${VISIT.id}`)
    expect(passages).toHaveLength(3)
    for (const { start, end, sentences } of passages) {
      expect(VISIT.text.slice(start, end)).not.toContain('\n')
      expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end])
    }
    expect(passages[2]?.sentences).toHaveLength(2)
  })

  it('lists publishers with their documents', async () => {
    const { items, complete } = await ask<PublishersView>('/publishers')
    expect(complete).toBe(true)
    expect(items).toContainEqual({ publisher: 'Evening Gazette', documents: SHORT_REPORTS / 2 })
  })
})

describe('records', () => {
  it.each([
    ['kind=figure', [FIGURE_RECORD.id, HOSTILE_RECORDS[1]?.id]],
    ['kind=figure,event&minConfidence=0.9', [TALKS_RECORD.id]],
    ['type=trade-turnover', [FIGURE_RECORD.id]],
    ['type=CONSULT&factuality=actual', [TALKS_RECORD.id]],
    ['type=CONSULT&factuality=planned,denied', []],
    ['from=2022-12-01&to=2023-01-31', [FIGURE_RECORD.id]],
    ['kind=figure&publisher=' + encodeURIComponent(VISIT.publisher ?? ''), [FIGURE_RECORD.id]],
    [`kind=figure&speaker=${MINISTER.id}`, [FIGURE_RECORD.id]],
    [`kind=figure&speaker=${FRANCE.id}`, []],
    [`text=%22held%20talks%22`, [TALKS_RECORD.id]],
  ])('filters by %s', async (query, ids) => {
    const page = await ask<RecordPage>(`/records?${query}`)
    expect(new Set(page.items.map((record) => record.id))).toEqual(new Set(ids))
  })

  it('finds a party in any role, as the speaker of an attribution too', async () => {
    const page = await ask<RecordPage>(`/records?party=${MINISTER.id}`)
    expect(page.items.map((record) => record.kind).sort()).toEqual([
      'figure',
      'relation',
      'role',
      'statement',
    ])
  })

  it('names the parties of a page as the ledger knows them', async () => {
    const page = await ask<RecordPage>(`/records?kind=figure&document=${VISIT.id}`)
    expect(page.parties.map((party) => party.name)).toEqual([
      'Aigul Serikova',
      'France',
      'Kazakhstan',
    ])
  })

  it('counts each choice of a facet as the list then gives it', async () => {
    const facets = await ask<FacetsView>('/records/facets?kind=figure,statement')
    expect(facets.kind).toContainEqual({ value: 'event', name: null, count: SHORT_REPORTS + 3 })
    for (const name of ['kind', 'factuality', 'party', 'speaker', 'publisher'] as const)
      for (const { value, count } of facets[name]) {
        const kind = name === 'kind' ? '' : '&kind=figure,statement'
        const asked = `${name}=${encodeURIComponent(value)}${kind}`
        const page = await ask<RecordPage>(`/records?limit=500&${asked}`)
        expect(page.items, asked).toHaveLength(count)
      }
    expect(facets.speaker).toContainEqual({ value: MINISTER.id, name: 'Aigul Serikova', count: 2 })
    const { status, error } = await refused('/api/v1/records/facets?order=newest')
    expect([status, error.code]).toEqual([400, 'query-invalid'])
  })

  it('opens one with its document, its sentence and its history', async () => {
    const opened = await ask<OpenedRecord>(`/records/${TALKS_RECORD.id}`)
    expect(opened.record).toEqual(TALKS_RECORD)
    expect(opened.document.title).toBe(VISIT.title)
    expect('text' in opened.document).toBe(false)
    expect(opened.sentence.text).toMatch(/^Kazakhstan’s foreign minister.* on Tuesday\.$/)
    expect(opened.history.map((entry) => entry.kind)).toEqual(['record'])
  })

  it('still opens a withdrawn record, which lists leave out', async () => {
    const id = HOSTILE_RECORDS[1]?.id ?? ''
    const note = { who: 'A. Tester', when: '2024-01-01T00:00:00Z', why: 'not a figure' }
    await withdraw(filled.ledger, id, note)
    const opened = await ask<OpenedRecord>(`/records/${id}`)
    expect(opened.record.review).toBe('withdrawn')
    expect(opened.history.map((entry) => entry.why)).toEqual([null, 'not a figure'])
    const page = await ask<RecordPage>('/records?kind=figure')
    expect(page.items.map((record) => record.id)).toEqual([FIGURE_RECORD.id])
  })
})

describe('parties', () => {
  it('finds by letters, type and country, with records counted', async () => {
    const page = await ask<PartyPage>('/parties?text=fran&type=country&country=FRA')
    expect(page.items.map((party) => party.name)).toEqual(['France'])
    expect(page.items[0]?.records.event).toBeGreaterThanOrEqual(SHORT_REPORTS)
  })

  it('opens one', async () => {
    const { party, records } = await ask<OpenedParty>(`/parties/${FRANCE.id}`)
    expect(party.aliases).toContain('French')
    expect(records.relation).toBe(1)
  })
})

describe('errors', () => {
  it.each(['/documents/document:none', '/records/event:none', '/parties/party:none', '/nothing'])(
    'says what is not there and where to look: %s',
    async (path) => {
      const { status, error } = await refused(`/api/v1${path}`)
      expect([status, error.code]).toEqual([404, 'not-found'])
      expect(error.advice).toContain('/api/')
    },
  )

  it.each([
    '/records?kind=wedding',
    '/records?minConfidence=2',
    '/records?knd=event',
    '/documents?from=yesterday',
    '/documents?limit=0',
    '/parties?country=Kazakhstan',
  ])('refuses a question it does not understand rather than answer another: %s', async (path) => {
    const { status, error } = await refused(`/api/v1${path}`)
    expect([status, error.code]).toEqual([400, 'query-invalid'])
  })

  it('refuses a cursor of another list', async () => {
    const { nextCursor } = await ask<DocumentPage>('/documents?limit=5')
    const { status, error } = await refused(`/api/v1/records?cursor=${nextCursor}`)
    expect([status, error.code]).toEqual([400, 'cursor-invalid'])
  })

  it('only reads', async () => {
    const { status } = await refused(`/api/v1/records/${TALKS_RECORD.id}`, { method: 'DELETE' })
    expect(status).toBe(405)
  })

  it('has one status for every code', () => {
    expect(Object.keys(STATUS_BY_CODE).sort()).toEqual(
      [...Object.keys(ISSUE_CODES), ...Object.keys(API_CODES)].sort(),
    )
  })

  it('tells each of its own codes and its status in the docs', () => {
    const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
    const told = Object.keys(API_CODES).filter((code) => {
      // Said when starting, so no request gets it.
      const status = code === 'port-unavailable' ? '–' : STATUS_BY_CODE[code as ApiCode]
      return page.includes(`| \`${code}\` | ${status} |`)
    })
    expect(told).toEqual(Object.keys(API_CODES))
  })

  it('answers in the same shape when the ledger fails, and tells the server’s owner', async () => {
    const failures: unknown[] = []
    const broken = {
      ...filled.reader,
      countDocuments: () => Promise.reject(new Error('disk gone')),
    }
    const failing = createApi(broken, {
      version: '0.0.0',
      webRoot: null,
      onFailure: (error) => failures.push(error),
    })
    const response = await failing.request('/api/v1/summary')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('disk gone')
    expect(String(failures[0])).toContain('disk gone')
  })
})

describe('HTTP', () => {
  it('answers 304 to what the client has already', async () => {
    const first = await app.request('/api/v1/summary')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).not.toBe('')
    const again = await app.request('/api/v1/summary', { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
  })

  it.each(['/api/v1/summary', '/api/v1/nothing', '/nothing'])(
    'sends the security headers with %s',
    async (path) => {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self';/,
      )
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', '10.0.0.7'])(
    'refuses the foreign host %s',
    async (host) => {
      const { status, error } = await refused('/api/v1/summary', { headers: { host } })
      expect([status, error.code]).toEqual([421, 'host-refused'])
    },
  )

  it.each(['localhost:4000', '127.0.0.1:9', '[::1]:4000', 'LOCALHOST'])(
    'answers for loopback as %s',
    async (host) => {
      expect((await app.request('/api/v1/health', { headers: { host } })).status).toBe(200)
    },
  )

  it('answers for configured names, and for numeric addresses when bound to all', async () => {
    const open = createApi(filled.reader, {
      version: '0.0.0',
      webRoot: null,
      hosts: ['0.0.0.0', 'Desk.example'],
    })
    const statusFor = async (host: string) =>
      (await open.request('/api/v1/health', { headers: { host } })).status
    expect(await statusFor('desk.example:80')).toBe(200)
    expect(await statusFor('10.0.0.7:80')).toBe(200)
    expect(await statusFor('evil.example')).toBe(421)
  })
})

describe('OpenAPI', () => {
  it('describes every route in 3.1, with core’s record schemas by name', async () => {
    const response = await app.request('/api/openapi.json')
    const description = (await response.json()) as {
      openapi: string
      paths: Record<string, unknown>
      components: { schemas: Record<string, unknown> }
    }
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths).sort()).toEqual([
      '/v1/decisions',
      '/v1/documents',
      '/v1/documents/{id}',
      '/v1/health',
      '/v1/parties',
      '/v1/parties/{id}',
      '/v1/parties/{id}/decisions',
      '/v1/publishers',
      '/v1/records',
      '/v1/records/facets',
      '/v1/records/{id}',
      '/v1/summary',
      '/v1/vocabulary',
    ])
    expect(Object.keys(description.components.schemas)).toEqual(
      expect.arrayContaining(['CodedRecord', 'EventRecord', 'PartyRecord', 'Error', 'RecordPage']),
    )
    for (const kind of RECORD_KINDS) expect(JSON.stringify(description)).toContain(`"${kind}"`)
  })
})

describe('serving', () => {
  it('answers on loopback, and says what to do when the port is taken', async () => {
    const served = await serveApi(app, { port: 0 })
    try {
      expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect((await fetch(`${served.url}/api/v1/health`)).status).toBe(200)
      const port = Number(new URL(served.url).port)
      await expect(serveApi(app, { port })).rejects.toMatchObject({
        trouble: { code: 'port-unavailable', advice: expect.stringContaining('--port') as string },
      })
    } finally {
      await served.close()
    }
  })
})
