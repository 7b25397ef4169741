import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { createApi } from '../../src/api/index.js'
import type { ErrorView } from '../../src/api/index.js'
import type { LedgerReader } from '../../src/ledger/index.js'

let folder: string
let app: Hono

// No question reaches the ledger here: these are files.
const noLedger = {} as LedgerReader

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-files-'))
  const webRoot = join(folder, 'web')
  await mkdir(join(webRoot, 'assets'), { recursive: true })
  await writeFile(join(webRoot, 'index.html'), '<title>the page</title>')
  await writeFile(join(webRoot, 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'not for the page')
  app = createApi(noLedger, { version: '0.0.0', webRoot })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('files of the built page', () => {
  it.each(['/', '/documents', '/documents/document:0a1b', '/index.html'])(
    'gives the page at %s, to be asked for anew each time',
    async (path) => {
      const response = await app.request(path)
      expect(await response.text()).toContain('the page')
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    },
  )

  it('lets browsers keep files with a hash in their name', async () => {
    const response = await app.request('/assets/main-1a2b.js')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['/assets/gone.js', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt'])(
    'has nothing else: %s',
    async (path) => {
      const response = await app.request(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('cache-control')).not.toContain('immutable')
      expect(await response.text()).not.toContain('not for the page')
    },
  )

  it('says how to build the page when it is not there, and answers the API all the same', async () => {
    const bare = createApi(noLedger, { version: '0.0.0', webRoot: join(folder, 'nowhere') })
    const response = await bare.request('/documents')
    const { error } = (await response.json()) as ErrorView
    expect([response.status, error.code]).toEqual([503, 'page-not-built'])
    expect(error.advice).toContain('npm run build')
    expect((await bare.request('/api/v1/health')).status).toBe(200)
  })
})
