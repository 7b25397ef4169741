import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../ledger/postgres.js'
import type { TestServer } from '../ledger/postgres.js'
import { exportOf, runChancery, SAMPLES } from './chancery.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-server-'))
let server: TestServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the samples give the same ledger in a folder and on a PostgreSQL server', async () => {
  const files = ['01', '05', '16', '22'].map((number) => join(SAMPLES, `${number}*`))
  const args = (ledger: string): string[] => [
    'read',
    ...files,
    '--ledger',
    ledger,
    '--as-of',
    '2025-01-01',
    '--json',
  ]
  const local = join(folder, 'ledger')
  expect((await runChancery(...args(local))).code).toBe(0)
  const address = await server.createDatabase()
  const onServer = await runChancery(...args(address))
  expect(onServer.err).toBe('')
  expect(onServer.code).toBe(0)
  const lines = await exportOf(address)
  expect(lines.length).toBeGreaterThan(20)
  expect(lines).toEqual(await exportOf(local))
})

test('a server that is not there is named, without its password', async () => {
  const ended = await runChancery(
    'export',
    '--ledger',
    'postgres://someone:secret@127.0.0.1:1/nothing',
  )
  expect(ended.code).toBe(2)
  expect(ended.err).toContain('127.0.0.1:1')
  expect(ended.err).not.toContain('secret')
})
