import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { VISIT_READING } from './fixtures/visit.js'
import { PATIENCE, servePage } from './served.js'
import type { ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage

beforeAll(async () => {
  served = await servePage([VISIT_READING])
})
afterAll(() => served.close())

describe('the page to try the API', () => {
  it('asks this server and shows its answer, with no other host and within its policy', async () => {
    const { page, requests, troubles } = await served.open('/api/')
    const block = page.locator('.opblock', { hasText: '/v1/summary' })
    await block.locator('.opblock-summary-control').click()
    await block.getByRole('button', { name: 'Execute' }).click()
    await block.locator('.live-responses-table').getByText('"documents"').waitFor()
    expect(requests).toContain(`${served.url}/api/v1/summary`)
    const elsewhere = requests.filter(
      (url) => url.startsWith('http') && !url.startsWith(served.url),
    )
    expect(elsewhere).toEqual([])
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('shows the one error shape for a value that cannot be used', async () => {
    const { page, troubles } = await served.open('/api/')
    const block = page.locator('.opblock', { hasText: 'What people decided, newest first' })
    await block.locator('.opblock-summary-control').click()
    await block.getByPlaceholder('cursor').fill('bm9uc2Vuc2U')
    await block.getByRole('button', { name: 'Execute' }).click()
    await block.locator('.live-responses-table').getByText('"cursor-invalid"').waitFor()
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('is led to by the page, and allows nothing more than pictures in its style sheet', async () => {
    const { page } = await served.open('/documents')
    await page.getByRole('link', { name: /^API/ }).click()
    await page.locator('.opblock').first().waitFor()
    const own = (await fetch(`${served.url}/api/`)).headers.get('content-security-policy') ?? ''
    const house = (await fetch(`${served.url}/`)).headers.get('content-security-policy') ?? ''
    expect(own.replace("img-src 'self' data:", "img-src 'self' blob:")).toBe(house)
    await page.context().close()
  })
})
