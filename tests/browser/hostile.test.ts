import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { HOSTILE, HOSTILE_PARTY, HOSTILE_READING, HOSTILE_RECORDS } from './fixtures/hostile.js'
import { PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage

beforeAll(async () => {
  served = await servePage([HOSTILE_READING])
})
afterAll(() => served.close())
afterEach(() => opened.page.context().close())

describe('a report full of script', () => {
  const places = [
    '/documents',
    `/documents/${HOSTILE.id}`,
    `/records/${HOSTILE_RECORDS[0]?.id}`,
    `/records/${HOSTILE_RECORDS[1]?.id}`,
    `/parties/${HOSTILE_PARTY.id}`,
  ]

  it.each(places)('is shown as text and runs nothing at %s', async (path) => {
    opened = await served.open(path)
    const { page, requests, troubles } = opened
    await page.getByText('window.broken').first().waitFor()
    for (const part of await page.locator('main bdi, main q, .opening').all())
      await part.hover({ force: true, timeout: 2000 }).catch(() => null)
    expect(await page.evaluate('window.broken')).toBeUndefined()
    expect(troubles).toEqual([])
    expect(requests.filter((url) => !url.startsWith(served.url))).toEqual([])
    const made = 'main script, main iframe, main svg[onload], main img, main style, main u, main b'
    expect(await page.locator(made).count()).toBe(0)
    expect(await page.locator('[href^="javascript" i]').count()).toBe(0)
  })

  it('keeps every letter of the text, but shows direction overrides', async () => {
    opened = await served.open(`/documents/${HOSTILE.id}`)
    const text = opened.page.locator('.text')
    await text.waitFor()
    expect(await text.textContent()).toBe(
      HOSTILE.text.replaceAll('\n', '').replaceAll('\u202E', '\uFFFD'),
    )
  })

  it('would be stopped by the policy even if it got into the page', async () => {
    opened = await served.open(`/documents/${HOSTILE.id}`)
    const { page, troubles } = opened
    await page.locator('.text').waitFor()
    const tried = await page.evaluate<string>(`(() => {
      try { document.querySelector('main').innerHTML = '<img src=x onerror="window.broken=1">'; return 'set' }
      catch (error) { return error.name }
    })()`)
    expect(tried).toBe('TypeError')
    expect(troubles.join()).toContain('TrustedHTML')
    expect(await page.evaluate('window.broken')).toBeUndefined()
  })
})
