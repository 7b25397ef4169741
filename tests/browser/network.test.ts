import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { CONTRAST_CHECK } from './contrast.js'
import { CHINA, DEALINGS, UNION } from './fixtures/dealings.js'
import { FRANCE, KAZAKHSTAN } from './fixtures/visit.js'
import { overflowOf, PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage

beforeAll(async () => {
  served = await servePage(DEALINGS)
})
afterAll(() => served.close())
afterEach(async () => {
  expect(opened.troubles).toEqual([])
  expect(
    opened.requests.filter((url) => /^https?:/.test(url) && !url.startsWith(served.url)),
  ).toEqual([])
  await opened.page.context().close()
})

async function open(path: string): Promise<Page> {
  opened = await served.open(path)
  return opened.page
}

const markOf = (page: Page, words: RegExp) =>
  page.locator('.drawing').getByRole('link', { name: words })
const pathsOf = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.drawing a')].map((link) => link.getAttribute('href'))`,
  )

describe('the network', () => {
  it('joins those who deal with each other, and opens what they share', async () => {
    const page = await open('/network')
    const quarrel = markOf(page, /^(China and France|France and China): 1 happening, hostile/)
    await quarrel.waitFor()
    expect(await quarrel.locator('.edge-line').getAttribute('data-warmth')).toBe('cold')
    const paths = await pathsOf(page)
    expect(paths.filter((path) => path.includes('/with/'))).toHaveLength(4)
    expect(paths).toContain(`/states/${encodeURIComponent(UNION.id)}`)
    const door = await quarrel.getAttribute('href')
    expect(door).toContain(encodeURIComponent(CHINA.id))
    expect(door).toContain(encodeURIComponent(FRANCE.id))
    await quarrel.press('Enter')
    await page.waitForURL(/\/states\/.*\/with\//)
  })

  it('stands the same each time it is drawn', async () => {
    const drawn = async () => {
      const page = await open('/network')
      await markOf(page, /^Kazakhstan: /).waitFor()
      return page.evaluate<string>(
        `[...document.querySelectorAll('.drawing .edge-line')].map((line) => line.getAttribute('d')).join()`,
      )
    }
    const once = await drawn()
    await opened.page.context().close()
    expect(once).toMatch(/^M[\d.]+ /)
    expect(await drawn()).toBe(once)
  })

  it('is narrowed by class, period and state, all in the address, and hands the period on', async () => {
    const page = await open('/network')
    await page.getByText('4 states and bodies, 4 pairs').waitFor()
    await page.getByRole('button', { name: 'verbal cooperation' }).click()
    await page.getByText('4 states and bodies, 3 pairs').waitFor()
    await page.getByLabel('To', { exact: true }).fill('2023-03-31')
    await page.getByText('3 states and bodies, 2 pairs').waitFor()
    await page.getByRole('combobox', { name: /one state or body/ }).click()
    await page.getByRole('option', { name: /^China/ }).click()
    await page.getByText('2 states and bodies, 1 pair').waitFor()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      quad: 'verbal-cooperation',
      to: '2023-03-31',
      state: CHINA.id,
    })
    expect(await pathsOf(page)).toContain(
      `/states/${encodeURIComponent(CHINA.id)}/with/${encodeURIComponent(KAZAKHSTAN.id)}?to=2023-03-31`,
    )
  })

  it('says what to do when nobody deals with anybody', async () => {
    const page = await open('/network?from=1950-01-01&to=1950-12-31')
    await page.getByRole('heading', { name: /^No happening/ }).waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await markOf(page, /^Kazakhstan: /).waitFor()
  })

  it('is stepped through with the arrow keys', async () => {
    const page = await open('/network')
    await markOf(page, /^Kazakhstan: /).waitFor()
    await page.locator('.drawing a[tabindex="0"]').focus()
    const focused = () => page.evaluate<string>('document.activeElement.getAttribute("aria-label")')
    const first = await focused()
    await page.keyboard.press('ArrowRight')
    expect(await focused()).not.toBe(first)
  })
})

describe('the map', () => {
  it('draws the world from this server, with an arc for each two that have a place on it', async () => {
    const page = await open('/network?picture=map')
    await page.locator('.land').nth(150).waitFor({ state: 'attached' })
    expect(opened.requests.some((url) => /countries-110m.*\.json$/.test(url))).toBe(true)
    expect(await page.locator('.drawing .edge-line[d^="M"]').count()).toBe(3)
    expect(await page.locator('.land[data-share]').count()).toBe(3)
    await page.getByText('Without a place of their own on the map: European Union').waitFor()
  })

  it('says that the shapes did not come', async () => {
    opened = await served.open('/nowhere')
    const { page } = opened
    await page.route('**/countries-110m*', (route) => route.fulfill({ status: 503, body: '' }))
    await page.goto(`${served.url}/network?picture=map`)
    await page.getByRole('alert').getByText('The map did not come.').waitFor()
  })
})

describe('the matrix', () => {
  it('has each pair on both sides of the diagonal, cold ones round', async () => {
    const page = await open('/network?picture=matrix')
    const quarrel = markOf(page, /^(China and France|France and China): /)
    await quarrel.first().waitFor()
    expect(await quarrel.count()).toBe(2)
    const mark = quarrel.first().locator('.warmth')
    const [side, round] = [await mark.getAttribute('width'), await mark.getAttribute('rx')]
    expect(Number(round)).toBeCloseTo(Number(side) / 2)
  })
})

describe('every picture', () => {
  const pictures = ['network', 'map', 'matrix']

  it.each(pictures)('has its table, and files of what it shows: %s', async (picture) => {
    const page = await open(`/network?picture=${picture}`)
    await markOf(page, /^Kazakhstan: /)
      .first()
      .waitFor()
    await page.getByText('The same as a table').click()
    const rows = page.getByRole('region', { name: /table$/ }).locator('tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(4)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    const csv = await readFile(await file.path(), 'utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    expect(csv).toContain('hostile')
  })

  it.each(pictures)(
    'fits a window 400 pixels wide and is legible in the dark: %s',
    async (picture) => {
      const narrow = { viewport: { width: 400, height: 800 }, colorScheme: 'dark' as const }
      opened = await served.open(`/network?picture=${picture}`, narrow)
      const { page } = opened
      await markOf(page, /^Kazakhstan: /)
        .first()
        .waitFor()
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
    },
  )
})
