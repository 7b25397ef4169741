/**
 * How soon pages of a large ledger are answered, each asked first and again: when it has been opened, and after a
 * decision about a record. (After a merge of two states all is worked out again, as when it is opened.) The API runs in
 * this process, without a network between.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApi, openViews, prepareViews } from '../src/api/index.js'
import { loadCodebook } from '../src/codebook/index.js'
import { closeLedger, openLedger, readDoor, reviewDoor } from '../src/ledger/index.js'
import type { Ledger } from '../src/ledger/index.js'
import { makeLedger } from './ledger.js'

const AS_OF = '2024-01-01'
const NOTE = { who: 'bench', when: '2024-01-01T00:00:00Z', why: 'to measure' }

/** Prints the time of every query on a ledger of so many records: the one in `kept`, made there if it is not yet. */
export async function measureViews(records: number, kept: string | undefined): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  try {
    if (kept === undefined || !existsSync(kept)) {
      const made = await makeLedger(folder, records)
      console.log(`${made.records} records appended in ${made.seconds.toFixed(0)} s`)
    }
    const opening = timer()
    const ledger = await openLedger(folder)
    console.log(`the ledger opened: ${opening()}`)
    await measureLedger(ledger)
    await closeLedger(ledger)
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function measureLedger(ledger: Ledger): Promise<void> {
  const codebook = loadCodebook().value
  const door = readDoor(ledger)
  const views = openViews(door, () => ({ codebook, asOf: AS_OF }))
  const preparing = timer()
  await prepareViews(views)
  console.log(`all worked out, before the first page is answered: ${preparing()}`)
  const app = createApi(door, { version: 'bench', webRoot: null, views })
  const queries = await listQueries(app)
  await measureQueries('first and again', app, queries)
  const { items } = await door.listRecords({ kind: 'event', limit: 1 })
  const reviewer = reviewDoor(ledger, () => null)
  await reviewer.withdraw(items[0]?.id ?? '', NOTE)
  await measureQueries('first and again, after a record was withdrawn', app, queries)
}

type Query = readonly [name: string, path: string]

async function listQueries(app: Hono): Promise<readonly Query[]> {
  const answer = await app.request('/api/v1/states')
  const { items } = (await answer.json()) as { items: { party: { id: string } }[] }
  const [state = '', other = ''] = items.map(({ party }) => encodeURIComponent(party.id))
  return [
    ['desk', `/api/v1/states/${state}/desk`],
    ['states', '/api/v1/states'],
    ['network', '/api/v1/network'],
    ['dyad', `/api/v1/happenings?party=${state}&partner=${other}`],
    ['findings', '/api/v1/findings'],
    ['calendar', '/api/v1/happenings?type=CONSULT&factuality=planned'],
    ['search in statements', '/api/v1/records?kind=statement&text=trade'],
    ['facets of statements', '/api/v1/records/facets?kind=statement&text=trade'],
    ['search in documents', '/api/v1/documents?text=ally'],
    ['statements of a state', `/api/v1/records?kind=statement&order=newest&party=${state}`],
    ['figures', '/api/v1/records?kind=figure'],
    ['agreements', '/api/v1/records?kind=agreement&order=newest'],
    ['parties', '/api/v1/parties'],
  ]
}

async function measureQueries(title: string, app: Hono, queries: readonly Query[]): Promise<void> {
  console.log(`\n${title}:`)
  for (const [name, path] of queries) {
    const times: string[] = []
    for (let turn = 0; turn < 2; turn++) {
      const asking = timer()
      const answer = await app.request(path)
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      times.push(asking())
    }
    console.log(`  ${name}: ${times.join(', ')}`)
  }
}

/** Seconds from now, and those for which this process worked: on a machine that does other work they differ. */
function timer(): () => string {
  const [began, used] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(used)
    const passed = (performance.now() - began) / 1000
    return `${passed.toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)} s)`
  }
}
