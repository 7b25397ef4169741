import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi, openViews } from '../../src/api/index.js'
import type { ErrorView } from '../../src/api/index.js'
import { loadCodebook } from '../../src/codebook/index.js'
import { withdraw } from '../../src/ledger/index.js'
import { CONTACTS } from './fixtures/contacts.js'
import { DEALINGS } from './fixtures/dealings.js'
import { fillLedger } from './fixtures/ledger.js'
import type { FilledLedger } from './fixtures/ledger.js'
import { FRANCE, KAZAKHSTAN, STATEMENT_RECORD, VISIT_READING } from './fixtures/visit.js'

/** Answers of the API over a real ledger: lists as CSV, read back by a reader of CSV, and what clients keep. */

const READINGS = [VISIT_READING, ...CONTACTS, ...DEALINGS]
const RECORDS = READINGS.flatMap(({ records }) => records)
const FIRST = RECORDS[0]?.id ?? ''
let filled: FilledLedger
let app: Hono

beforeAll(async () => {
  filled = await fillLedger(READINGS)
  const codebook = loadCodebook().value
  const views = openViews(filled.reader, () => ({ codebook, asOf: '2024-01-01' }))
  app = createApi(filled.reader, { version: '0.0.0', webRoot: null, views })
  await withdraw(filled.ledger, FIRST, {
    who: '=A. Tester',
    when: '2024-01-01T00:00:00Z',
    why: 'said "no", twice',
  })
})
afterAll(() => filled.close())

type Row = Record<string, string>

const rowsOf = (text: string): Row[] => parse(text, { columns: true, record_delimiter: '\r\n' })

async function csv(path: string): Promise<Row[]> {
  const response = await app.request(`/api/v1${path}`)
  expect(response.status, await response.clone().text()).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  return rowsOf(await response.text())
}

async function json(path: string): Promise<{ id: string }[]> {
  const answer = (await (await app.request(`/api/v1${path}`)).json()) as { items: { id: string }[] }
  return answer.items
}

const DESK = `/states/${KAZAKHSTAN.id}`
const LISTS = [
  '/documents',
  '/records',
  '/records?kind=statement',
  '/parties',
  '/states',
  '/happenings',
  '/findings',
  '/decisions',
  `${DESK}/vectors`,
  `${DESK}/balance`,
  `${DESK}/balance/rows`,
]
const asCsv = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}format=csv`

describe('every list as CSV', () => {
  it.each(LISTS)('has a row an item, in the order of the JSON: %s', async (path) => {
    const rows = await csv(asCsv(path))
    const items = await json(path)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows).toHaveLength(items.length)
    if (items[0]?.id !== undefined)
      expect(rows.map((row) => row['id'])).toEqual(items.map(({ id }) => id))
  })

  it.each(LISTS)('fills most of its columns from what is there: %s', async (path) => {
    const rows = await csv(asCsv(path))
    const names = Object.keys(rows[0] ?? {})
    const filledNames = names.filter((name) => rows.some((row) => row[name] !== ''))
    expect(filledNames.length).toBeGreaterThan(names.length / 2)
  })

  it.each(LISTS)('refuses other formats with the one error shape: %s', async (path) => {
    const response = await app.request(`/api/v1${asCsv(path)}`.replace('=csv', '=xlsx'))
    expect(response.status).toBe(400)
    expect(((await response.json()) as ErrorView).error.code).toBe('query-invalid')
  })
})

describe('what stands in it', () => {
  it('is the columns of the exports for records of one kind', async () => {
    const [row] = await csv('/records?kind=statement&format=csv')
    expect(row).toMatchObject({
      id: STATEMENT_RECORD.id,
      speaker: 'Aigul Serikova',
      publisher: VISIT_READING.document.publisher,
    })
  })

  it('is what all kinds share where there are several', async () => {
    const rows = await csv(`/records?party=${FRANCE.id}&format=csv`)
    expect(new Set(rows.map((row) => row['kind'])).size).toBeGreaterThan(1)
    for (const row of rows) expect(row['party_id']?.split('; ')).toContain(FRANCE.id)
  })

  it('runs in no spreadsheet, and leaves quotes and commas whole', async () => {
    const [decision] = await csv('/decisions?format=csv')
    expect(decision).toMatchObject({
      kind: 'withdrawal',
      who: "'=A. Tester",
      why: 'said "no", twice',
      undone: 'no',
    })
    const titles = (await csv('/documents?format=csv')).map((row) => row['title'])
    expect(titles).toContain("'=Contact 1")
  })
})

describe('pages of CSV', () => {
  it.each(['/records', '/parties', '/documents', '/happenings'])(
    'lead from one to the next by their Link until all rows were given: %s',
    async (path) => {
      const whole = await csv(asCsv(path))
      const rows: Row[] = []
      let next: string | undefined = `/api/v1${asCsv(path)}&limit=3`
      while (next !== undefined) {
        const response: Response = await app.request(next)
        expect(response.status).toBe(200)
        const page = rowsOf(await response.text())
        expect(page.length).toBeLessThanOrEqual(3)
        rows.push(...page)
        next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1]
      }
      expect(rows).toEqual(whole)
    },
  )

  it('goes on from a cursor with all that is left, and refuses a stray one', async () => {
    const page = (await (await app.request('/api/v1/records?limit=4')).json()) as {
      nextCursor: string
    }
    const rest = await csv(`/records?format=csv&cursor=${page.nextCursor}`)
    const whole = await csv('/records?format=csv')
    expect(rest).toEqual(whole.slice(4))
    const stray = await app.request(`/api/v1/documents?format=csv&cursor=${page.nextCursor}`)
    expect(stray.status).toBe(400)
    expect(((await stray.json()) as ErrorView).error.code).toBe('cursor-invalid')
  })
})

describe('what clients keep', () => {
  const keeps = async (address: string) => {
    const tag = (await app.request(address)).headers.get('etag') ?? ''
    expect(tag, address).toMatch(/^(W\/)?"[^"]+"$/)
    const headers = { 'If-None-Match': tag }
    const again = await app.request(address, { headers })
    expect([again.status, await again.text()], address).toEqual([304, ''])
    return headers
  }

  it('is not sent again by any address that answers GET', async () => {
    const description = (await (await app.request('/api/openapi.json')).json()) as {
      paths: Record<string, { get?: unknown }>
    }
    const ids = {
      documents: VISIT_READING.document.id,
      records: STATEMENT_RECORD.id,
      parties: KAZAKHSTAN.id,
      states: KAZAKHSTAN.id,
    }
    const addresses = Object.entries(description.paths)
      .filter(([, { get }]) => get !== undefined)
      .map(([path]) =>
        path.replace(/\/(\w+)\/\{id\}/, (_, noun: keyof typeof ids) => `/${noun}/${ids[noun]}`),
      )
    expect(addresses.length).toBeGreaterThan(15)
    for (const address of [...addresses, '/openapi.json']) await keeps(`/api${address}`)
  })

  it('is not sent again as CSV, and is asked for anew when the ledger has changed', async () => {
    const addresses = LISTS.map((path) => `/api/v1${asCsv(path)}`)
    const kept = await Promise.all(addresses.map(keeps))
    expect(new Set(kept.map((headers) => headers['If-None-Match'])).size).toBe(LISTS.length)
    await keeps(`/api/v1/records?format=csv&limit=2`)
    await withdraw(filled.ledger, STATEMENT_RECORD.id, {
      who: 'A. Tester',
      when: '2024-01-02T00:00:00Z',
      why: 'to see it go',
    })
    for (const [at, address] of addresses.entries())
      expect((await app.request(address, { headers: kept[at] ?? {} })).status).toBe(200)
  })
})
