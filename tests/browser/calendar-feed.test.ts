import type { Hono } from 'hono'
import ical from 'node-ical'
import type { VEvent } from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi, openViews } from '../../src/api/index.js'
import type { ErrorView } from '../../src/api/index.js'
import { loadCodebook } from '../../src/codebook/index.js'
import { appendReading, withdraw } from '../../src/ledger/index.js'
import { CONTACTS } from './fixtures/contacts.js'
import { CHINA } from './fixtures/dealings.js'
import { fillLedger } from './fixtures/ledger.js'
import type { FilledLedger } from './fixtures/ledger.js'
import { FRANCE, KAZAKHSTAN } from './fixtures/visit.js'

/** The feed for calendar programs, read back by one, over a real ledger. */

const LATEST = CONTACTS.length - 1
let filled: FilledLedger
let app: Hono

beforeAll(async () => {
  filled = await fillLedger(CONTACTS.slice(0, LATEST))
  const codebook = loadCodebook().value
  const views = openViews(filled.reader, () => ({ codebook, asOf: '2024-01-01' }))
  app = createApi(filled.reader, { version: '0.0.0', webRoot: null, views })
})
afterAll(() => filled.close())

async function entries(query = ''): Promise<VEvent[]> {
  const response = await app.request(`/api/v1/calendar.ics${query}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  return Object.values(ical.sync.parseICS(await response.text())).filter(
    (one): one is VEvent => one?.type === 'VEVENT',
  )
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

const uidOf = (reading: number): string =>
  `${(CONTACTS[reading]?.records[0]?.id ?? '').replace(':', '-')}@chancery`

describe('the feed', () => {
  it('has each visit once: held, called off, still to come', async () => {
    const told = (await entries()).map(({ uid, start, status }) => [uid, dayOf(start), status])
    expect(told).toEqual([
      [uidOf(0), '2023-06-10', 'CONFIRMED'],
      [uidOf(3), '2023-07-20', 'CANCELLED'],
      [uidOf(5), '2024-02-05', 'TENTATIVE'],
    ])
  })

  it('says who, cites the words with their reports, and leads to the record', async () => {
    const [held, off] = await entries()
    expect(held?.summary).toBe('Visit: France – Kazakhstan')
    expect(off?.summary).toBe('Visit: China – Kazakhstan (called off)')
    expect(held?.description).toContain(
      '“visited Kazakhstan”, Steppe Courier, 2023-06-11, =Contact 2',
    )
    expect(held?.description).toContain('“paid a visit to Kazakhstan”, Evening Gazette')
    const path = `/records/${CONTACTS[0]?.records[0]?.id ?? ''}`
    expect(decodeURIComponent(String(held?.url))).toBe(`http://localhost${path}`)
    expect((await app.request(`/api/v1${path}`)).status).toBe(200)
  })

  it.each([
    [`?party=${FRANCE.id}`, [0]],
    [`?party=${KAZAKHSTAN.id}&partner=${CHINA.id}`, [3, 5]],
    ['?from=2023-07-01', [3, 5]],
    ['?to=2023-07-20', [0, 3]],
    ['?from=2030-01-01', []],
  ])('is narrowed by %s', async (query, readings) => {
    expect((await entries(query)).map(({ uid }) => uid)).toEqual(readings.map(uidOf))
  })

  it.each(['?partei=x', '?from=tomorrow', '?format=csv'])('refuses %s', async (query) => {
    const response = await app.request(`/api/v1/calendar.ics${query}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as ErrorView).error.code).toBe('query-invalid')
  })

  it('answers 304 while nothing changes, and keeps its UIDs when more is read', async () => {
    const path = '/api/v1/calendar.ics'
    const first = await app.request(path)
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' }
    expect((await app.request(path, { headers })).status).toBe(304)
    const before = (await entries()).map(({ uid }) => uid)
    const [later] = CONTACTS.slice(LATEST)
    if (later) await appendReading(filled.ledger, later)
    const after = await app.request(path, { headers })
    // A visit without a day is no entry: the feed is as it was.
    expect(after.status).toBe(304)
    const gone = CONTACTS[5]?.records[0]?.id ?? ''
    await withdraw(filled.ledger, gone, {
      who: 'A. Tester',
      when: '2024-01-01T00:00:00Z',
      why: 'no',
    })
    expect((await app.request(path, { headers })).status).toBe(200)
    expect((await entries()).map(({ uid }) => uid)).toEqual(
      before.filter((uid) => uid !== uidOf(5)),
    )
  })
})
