import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { createApi, openViews } from '../../src/api/index.js'
import type {
  DeskView,
  ErrorView,
  FindingPage,
  HappeningPage,
  NetworkView,
  StatesView,
} from '../../src/api/index.js'
import { loadCodebook } from '../../src/codebook/index.js'
import { appendReading, withdraw } from '../../src/ledger/index.js'
import { makeReading } from '../ledger/readings.js'
import { fillLedger } from './fixtures/ledger.js'
import type { FilledLedger } from './fixtures/ledger.js'

/** Routes over the ledger as a whole, on a real ledger of made-up readings. */

const READINGS = 12
let filled: FilledLedger
let app: Hono

beforeAll(async () => {
  filled = await fillLedger(Array.from({ length: READINGS }, (_, n) => makeReading(n)))
  const codebook = loadCodebook().value
  const views = openViews(filled.reader, () => ({ codebook, asOf: '2024-01-01' }))
  app = createApi(filled.reader, { version: '0.0.0', webRoot: null, views })
})
afterAll(() => filled.close())

async function ask<T>(path: string): Promise<T> {
  const response = await app.request(`/api/v1${path}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as T
}

async function allHappenings(query: string): Promise<HappeningPage['items'][number][]> {
  const items: HappeningPage['items'][number][] = []
  let cursor: string | null = null
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: HappeningPage = await ask(`/happenings?limit=7${query}${at}`)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

describe('happenings', () => {
  it('are paged through once each, newest first, unknown days last', async () => {
    const items = await allHappenings('')
    expect(items.length).toBeGreaterThan(7)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const days = items.map(({ days }) => days?.start ?? '')
    expect(days).toEqual([...days].sort().reverse())
  })

  it('are those that the filter asks for, and all of them', async () => {
    const all = await allHappenings('')
    const [party, partner] = all[0]?.sides ?? []
    const both = await allHappenings(`&party=${party?.id}&partner=${partner?.id}`)
    const wanted = all.filter(({ sides }) =>
      [party, partner].every((side) => sides.some(({ id }) => id === side?.id)),
    )
    expect(both.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    const accused = await allHappenings('&type=ACCUSE,SUPPORT&from=2021-01-01&to=2021-12-31')
    expect(accused.map(({ id }) => id)).toEqual(
      all
        .filter(({ type }) => type === 'ACCUSE' || type === 'SUPPORT')
        .filter(({ days }) => days && days.end >= '2021-01-01' && days.start <= '2021-12-31')
        .map(({ id }) => id),
    )
  })

  it('refuse a misspelt filter and a stray cursor', async () => {
    for (const query of ['?partei=x', '?type=VISIT', '?cursor=1_x', '?cursor=0.0_5'])
      expect((await app.request(`/api/v1/happenings${query}`)).status, query).toBe(400)
  })
})

describe('the desk of a state', () => {
  it('has shares that make one, and a balance that its rows give again', async () => {
    const { items } = await ask<StatesView>('/states')
    const [first] = items
    const desk = await ask<DeskView>(`/states/${first?.party.id}/desk`)
    expect(desk.party).toEqual(first?.party)
    const shares = desk.vectors.map(({ share }) => share ?? 0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    const { quarters, rows, least } = desk.balance
    for (const { quarter, happenings, evenness } of quarters) {
      const ofQuarter = new Set(
        rows.filter((row) => row.quarter === quarter).map((row) => row.happening),
      )
      expect(happenings).toBe(ofQuarter.size)
      expect(evenness === null).toBe(ofQuarter.size < least)
    }
  })

  it('is not there for an unknown party', async () => {
    const response = await app.request('/api/v1/states/party:none/desk')
    expect(response.status).toBe(404)
    expect(((await response.json()) as ErrorView).error.code).toBe('not-found')
  })
})

describe('the network', () => {
  it('joins only sides that it names, with as many happenings as were asked for', async () => {
    const { nodes, edges } = await ask<NetworkView>('/network?least=2')
    const ids = new Set(nodes.map(({ party }) => party.id))
    expect(edges.length).toBeGreaterThan(0)
    for (const edge of edges) {
      expect(edge.happenings).toBeGreaterThanOrEqual(2)
      expect(ids.has(edge.a) && ids.has(edge.b) && edge.a < edge.b).toBe(true)
      expect(Object.values(edge.quads).reduce((sum, count) => sum + count, 0)).toBe(edge.happenings)
    }
  })
})

describe('findings', () => {
  it('come with every record that they rest on, and its document', async () => {
    const { items, records, documents } = await ask<FindingPage>('/findings?limit=500')
    const known = new Set(records.map(({ id }) => id))
    expect(items.length).toBeGreaterThan(0)
    for (const finding of items) for (const id of finding.records) expect(known.has(id)).toBe(true)
    const heads = new Set(documents.map(({ id }) => id))
    for (const record of records) expect(heads.has(record.document)).toBe(true)
  })

  it('are those of the kinds and the party asked for', async () => {
    const { items } = await ask<FindingPage>('/findings?limit=500')
    const [one] = items
    const party = one?.parties[0]?.id ?? ''
    const some = await ask<FindingPage>(
      `/findings?limit=500&finding=${one?.finding}&party=${encodeURIComponent(party)}`,
    )
    expect(some.items).toEqual(
      items.filter(
        ({ finding, parties }) =>
          finding === one?.finding && parties.some(({ id }) => id === party),
      ),
    )
  })
})

describe('a ledger that changes', () => {
  it('is read again: what was withdrawn is gone, what was read is there, and old cursors are refused', async () => {
    const before = await ask<HappeningPage>('/happenings?limit=1')
    const [gone] = before.items
    const note = { who: 'a test', when: '2024-01-01T00:00:00Z', why: 'to see it go' }
    for (const record of gone?.records ?? [])
      expect((await withdraw(filled.ledger, record, note)).issues).toEqual([])
    await appendReading(filled.ledger, makeReading(READINGS))
    const after = await allHappenings('')
    expect(after.some(({ id }) => id === gone?.id)).toBe(false)
    expect(
      after.some(({ documents }) => documents.includes(makeReading(READINGS).document.id)),
    ).toBe(true)
    const stale = await app.request(`/api/v1/happenings?limit=1&cursor=${before.nextCursor}`)
    expect(stale.status).toBe(400)
  })
})
