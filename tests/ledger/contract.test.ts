import { afterAll, beforeAll, describe } from 'vitest'
import { openTestFolder, openTestServer } from './places.js'
import type { TestPlace } from './places.js'
import { appendSuite } from './suites/append.js'
import { changeSuite } from './suites/changes.js'
import { exportSuite } from './suites/export.js'
import { groundSuite } from './suites/ground.js'
import { listSuite } from './suites/lists.js'
import { partySuite } from './suites/parties.js'
import { reviewSuite } from './suites/review.js'
import { splitSuite } from './suites/splits.js'

/** One contract, on the embedded database and on a real server. */
describe.each([
  { name: 'a folder (PGlite)', open: openTestFolder },
  { name: 'a PostgreSQL server', open: openTestServer },
])('the ledger in $name', ({ open }) => {
  let place: TestPlace | null = null
  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place?.close())
  const getPlace = (): TestPlace => {
    if (!place) throw new Error('the place is not open')
    return place
  }
  appendSuite(getPlace)
  groundSuite(getPlace)
  reviewSuite(getPlace)
  partySuite(getPlace)
  splitSuite(getPlace)
  listSuite(getPlace)
  changeSuite(getPlace)
  exportSuite(getPlace)
})
