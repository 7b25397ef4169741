import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { withdraw } from '../../src/ledger/index.js'
import { HOSTILE, HOSTILE_PARTY, HOSTILE_READING, HOSTILE_RECORDS } from './fixtures/hostile.js'
import { STATEMENT_RECORD, VISIT, VISIT_READING } from './fixtures/visit.js'
import { CONTRAST_CHECK } from './contrast.js'
import { overflowOf, PATIENCE, servePage, WAIT_MS } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage

beforeAll(async () => {
  served = await servePage([VISIT_READING, HOSTILE_READING])
})
afterAll(() => served.close())
afterEach(() =>
  opened.page
    .context()
    .close()
    .catch(() => null),
)

/** JavaScript for the page: the parts of the content that reach past the right edge of the window. */
const CUT_CHECK = `[...document.querySelectorAll('main *')]
  .filter((part) => part.checkVisibility() && !part.closest('.visually-hidden'))
  .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
  .map((part) => part.outerHTML.slice(0, 120))`

describe('a window 400 pixels wide', () => {
  const NARROW = { viewport: { width: 400, height: 800 } }

  it.each([
    '/documents',
    `/documents/${VISIT.id}`,
    `/documents/${HOSTILE.id}`,
    `/records/${STATEMENT_RECORD.id}`,
    `/records/${HOSTILE_RECORDS[0]?.id}`,
    `/parties/${HOSTILE_PARTY.id}`,
    '/nowhere',
  ])('shows %s with nothing cut at the side', async (path) => {
    opened = await served.open(path, NARROW)
    const { page } = opened
    await page.locator('main h1, main h2').first().waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(CUT_CHECK)).toEqual([])
  })

  it('puts the card below and leaves the words in sight', async () => {
    opened = await served.open(`/records/${STATEMENT_RECORD.id}`, NARROW)
    const { page } = opened
    const card = page.getByRole('complementary', { name: 'Selected record' })
    await card.waitFor()
    const words = page.locator('.text [aria-current="true"]').first()
    // The words are brought into view a moment after the card is drawn.
    const clearance = async () => {
      const box = await words.boundingBox()
      return ((await card.boundingBox())?.y ?? 0) - (box ? box.y + 30 : Infinity)
    }
    await expect.poll(clearance, { timeout: WAIT_MS }).toBeGreaterThan(0)
    expect((await words.boundingBox())?.y).toBeGreaterThan(50)
    expect((await card.boundingBox())?.y).toBeGreaterThan(300)
    await card.getByRole('button', { name: 'Close the record' }).click()
    await page.getByRole('complementary', { name: 'Records' }).waitFor()
  })
})

const paperColour = 'getComputedStyle(document.body).backgroundColor'

describe('light and dark', () => {
  const scheme = 'document.documentElement.dataset.mantineColorScheme'

  it('follows the system, changes by the toggle, and remembers', async () => {
    opened = await served.open('/documents', { colorScheme: 'dark' })
    const { page } = opened
    await page.locator('.document-row').first().waitFor()
    expect(await page.evaluate(scheme)).toBe('dark')
    const dark = await page.evaluate(paperColour)
    await page.getByRole('button', { name: 'Change to light colours' }).click()
    expect(await page.evaluate(scheme)).toBe('light')
    expect(await page.evaluate(paperColour)).not.toBe(dark)
    await page.reload()
    expect(await page.evaluate(scheme)).toBe('light')
  })

  it.each(['light', 'dark'] as const)(
    'has enough contrast everywhere in %s',
    async (colorScheme) => {
      opened = await served.open(`/records/${STATEMENT_RECORD.id}`, { colorScheme })
      const { page } = opened
      await page.locator('.card').waitFor()
      expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
      await page.goto(`${served.url}/documents`)
      await page.locator('.document-row').first().waitFor()
      expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
    },
  )
})

describe('paper', () => {
  it('is light whatever the screen is, and shows text, marks and records without the tools', async () => {
    opened = await served.open(`/documents/${VISIT.id}`, { colorScheme: 'dark' })
    const { page } = opened
    await page.locator('.marked').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(paperColour)).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.locator('.record-line').first().isVisible()).toBe(true)
  })
})

describe('a withdrawn record', () => {
  it('still opens by its permalink, and says that it no longer counts', async () => {
    const id = HOSTILE_RECORDS[1]?.id ?? ''
    const note = { who: 'A. Tester', when: '2024-01-01T00:00:00Z', why: 'not a figure' }
    await withdraw(served.ledger, id, note)
    opened = await served.open(`/records/${id}`)
    const { page } = opened
    await page.getByText(/^Withdrawn by A\. Tester, .*: it no longer counts$/).waitFor()
    expect(await page.locator('.text [aria-current="true"]').count()).toBeGreaterThan(0)
    await page.getByText('1 record', { exact: true }).waitFor()
  })
})

describe('an empty ledger', () => {
  it('says how to fill it', async () => {
    const empty = await servePage([])
    try {
      opened = await empty.open('/')
      await opened.page.getByRole('heading', { name: 'The ledger is empty.' }).waitFor()
      await opened.page.getByText('chancery read PATH').waitFor()
    } finally {
      await empty.close()
    }
  })
})

describe('trouble', () => {
  it('says in words that the server fails, and asks again on demand', async () => {
    opened = await served.open('/nowhere')
    const { page } = opened
    let fails = true
    await page.route('**/api/v1/documents?**', (route) =>
      fails
        ? route.fulfill({
            status: 503,
            json: {
              error: {
                code: 'ledger-unavailable',
                message: 'the ledger could not be opened',
                advice: 'end the other program that has it open',
              },
            },
          })
        : route.continue(),
    )
    await page.getByRole('link', { name: 'Go to the documents' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText('The ledger could not be opened.').waitFor()
    expect(await alert.textContent()).toContain('End the other program that has it open.')
    fails = false
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.document-row').first().waitFor()
  })

  it('says that the server does not answer', async () => {
    opened = await served.open('/nowhere')
    const { page } = opened
    await page.route('**/api/v1/documents?**', (route) => route.abort())
    await page.getByRole('link', { name: 'Go to the documents' }).click()
    await page.getByText('The server does not answer.').waitFor()
    await page.getByText('Is “chancery serve” still running?').waitFor()
  })

  it.each([
    ['/documents/document:none', 'No document is kept under the id'],
    ['/records/event:none', 'No record is kept under the id'],
    ['/parties/party:none', 'No party is kept under the id'],
    ['/nowhere/at/all', 'There is nothing at this address.'],
  ])('says what is not there: %s', async (path, words) => {
    opened = await served.open(path)
    await opened.page.getByText(words).waitFor()
  })
})
