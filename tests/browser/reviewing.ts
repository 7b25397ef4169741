import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { OpenedRecord } from '../../src/api/types.js'
import { deskReadings } from './fixtures/desk.js'
import { servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

/** What the suites of review share: a page on which people decide, and its parts. */

export const cardOf = (page: Page) => page.getByRole('complementary', { name: 'Selected record' })
export const newsOf = (page: Page) => page.locator('.decision-news')
export const entriesOf = (page: Page) => page.locator('.entry')
export const sign = (page: Page) => page.getByLabel('Your name').fill('A. Analyst')
export const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent')

export async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
}

/** Presses Undo in the line that tells of the last decision, and waits until that is told. */
export async function undoAtOnce(page: Page) {
  await newsOf(page).getByRole('button', { name: 'Undo' }).click()
  await newsOf(page).getByText('Taken back').waitFor()
}

/**
 * Serves a ledger of a desk's readings with deciding allowed, to all tests of a file; after each test nothing may have
 * gone wrong on its page, nor been asked of another server.
 */
export function serveForReview() {
  let served: ServedPage
  let opened: OpenedPage
  beforeAll(async () => {
    served = await servePage(deskReadings(), { deciding: true })
  })
  afterAll(() => served.close())
  afterEach(async () => {
    expect(opened.troubles).toEqual([])
    const own = (url: string) => url.startsWith(served.url) || url.startsWith(`blob:${served.url}`)
    expect(opened.requests.filter((url) => !own(url))).toEqual([])
    await opened.page.context().close()
  })

  async function open(path: string, options?: Parameters<ServedPage['open']>[1]): Promise<Page> {
    opened = await served.open(path, options)
    return opened.page
  }
  async function ask<T>(path: string): Promise<T> {
    return (await (await fetch(new URL(`/api/v1${path}`, served.url))).json()) as T
  }
  const recordNow = async (id: string) => (await ask<OpenedRecord>(`/records/${id}`)).record
  return { open, ask, recordNow, ledger: () => served.ledger }
}
