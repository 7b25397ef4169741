import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createApi, openViews, serveApi } from '../../src/api/index.js'
import { codesOf, loadCodebook, scaleOf } from '../../src/codebook/index.js'
import { reviewDoor } from '../../src/ledger/index.js'
import type { Ledger, ReadingToAppend } from '../../src/ledger/index.js'
import { builtPage } from './built-page.js'
import { openBrowser } from './chromium.js'
import { fillLedger } from './fixtures/ledger.js'

/** A slow machine is no failure: tests of the page wait long, and end as soon as what they wait for is there. */
export const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 }
export const WAIT_MS = 120_000

/** The day on which tests ask: what fixtures announce for later lies ahead. */
export const DAY_OF_ASKING = '2024-01-01'

/** A page opened in a context of its own, with all that it did which a test may have to answer for. */
export interface OpenedPage {
  readonly page: Page
  /** Addresses of every request it made. */
  readonly requests: readonly string[]
  /** Script errors, refusals of the content security policy, and dialogs; each in words. */
  readonly troubles: readonly string[]
}

/** A ledger served with the built page, and a browser to look at it. */
export interface ServedPage {
  readonly url: string
  readonly ledger: Ledger
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenedPage>
  readonly close: () => Promise<void>
}

/**
 * Serves a real ledger filled with the readings, page and all, on a free port of loopback. It takes decisions where
 * `deciding` says so.
 */
export async function servePage(
  readings: readonly ReadingToAppend[],
  { deciding = false } = {},
): Promise<ServedPage> {
  const [webRoot, filled, browser] = await Promise.all([
    builtPage(),
    fillLedger(readings),
    openBrowser(),
  ])
  const codebook = loadCodebook().value
  const views = openViews(filled.reader, () => ({ codebook, asOf: DAY_OF_ASKING }))
  const reviewer = reviewDoor(filled.ledger, (event, mode) => scaleOf(codebook, event, mode))
  const app = createApi(filled.reader, {
    version: '0.0.0',
    webRoot,
    views,
    codes: codesOf(codebook),
    review: deciding ? { reviewer, now: () => new Date().toISOString() } : null,
  })
  const served = await serveApi(app, { port: 0 })
  return {
    url: served.url,
    ledger: filled.ledger,
    open: (path, options) => openPage(browser, new URL(path, served.url).href, options),
    close: async () => {
      await browser.close()
      await served.close()
      await filled.close()
    },
  }
}

async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(WAIT_MS)
  const page = await context.newPage()
  const requests: string[] = []
  const troubles: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(`console: ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(url)
  return { page, requests, troubles }
}

/** How far the content reaches past the right edge of the window, in CSS pixels: 0 when nothing is cut or scrolled. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
}
