import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DeskView } from '../../src/api/types.js'
import { CONTRAST_CHECK } from './contrast.js'
import {
  CUSTOMS_FIGURE,
  deskReadings,
  HOSTILE_BODY,
  NORWAY,
  PLANNED_VISIT,
} from './fixtures/desk.js'
import { FIGURE_RECORD, FRANCE, KAZAKHSTAN, TALKS_RECORD } from './fixtures/visit.js'
import { overflowOf, PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage
const DESK = `/states/${KAZAKHSTAN.id}`
const DYAD = `${DESK}/with/${FRANCE.id}`

beforeAll(async () => {
  served = await servePage(deskReadings())
})
afterAll(() => served.close())
afterEach(async () => {
  expect(opened.troubles).toEqual([])
  const ownBlob = `blob:${served.url}`
  const foreign = (url: string) => !url.startsWith(served.url) && !url.startsWith(ownBlob)
  expect(opened.requests.filter(foreign)).toEqual([])
  await opened.page.context().close()
})

async function open(path: string, options?: Parameters<ServedPage['open']>[1]): Promise<Page> {
  opened = await served.open(path, options)
  return opened.page
}

const pictureOf = (page: Page, title: string) =>
  page.getByRole('region', { name: title, exact: true })
const marksOf = (page: Page, title: string) => pictureOf(page, title).locator('svg.drawing a')

async function hrefsOf(links: Locator): Promise<(string | null)[]> {
  return Promise.all((await links.all()).map((link) => link.getAttribute('href')))
}

async function deskAnswer(): Promise<DeskView> {
  const response = await fetch(new URL(`/api/v1${DESK}/desk`, served.url))
  return (await response.json()) as DeskView
}

async function savedBy(page: Page, title: string, button: string | RegExp): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await pictureOf(page, title).getByRole('button', { name: button }).click()
  return readFile(await (await download).path())
}

async function rowsSavedBy(page: Page, title: string, button: string | RegExp = 'CSV') {
  const file = await savedBy(page, title, button)
  return parse<Record<string, string>>(file, { columns: true })
}

describe('the choice of a state', () => {
  it('finds a state by name, whatever its letters’ case, and opens its desk', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'States' }).click()
    await page.getByText('happenings').first().waitFor()
    await page.getByLabel('Search').fill('kazakh')
    await page.getByRole('link', { name: 'Norway' }).waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('text')).toBe('kazakh')
    await page.getByRole('link', { name: 'Kazakhstan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kazakhstan' }).waitFor()
    expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(DESK)
  })

  it('says what to do when no state has that name', async () => {
    const page = await open('/states?text=atlantis')
    await page.getByRole('heading', { name: 'No state of that name.' }).waitFor()
  })
})

describe('the desk', () => {
  it('draws a bar for each partner, says its share and trend in words, and opens what stands behind it', async () => {
    const page = await open(DESK)
    const bar = marksOf(page, 'Vectors').first()
    await bar.waitFor()
    const { vectors } = await deskAnswer()
    expect(await marksOf(page, 'Vectors').count()).toBe(vectors.length)
    expect(await bar.getAttribute('aria-label')).toMatch(/^Norway: \d+ % of cooperation; 20 happ/)
    expect(await bar.getAttribute('aria-label')).toContain('too little known for a trend')
    await bar.click()
    await page.getByRole('heading', { level: 1, name: 'Kazakhstan and Norway' }).waitFor()
  })

  it('follows a mark of a planned visit to its words', async () => {
    const page = await open(DESK)
    const mark = pictureOf(page, 'Contacts').getByRole('link', {
      name: /Norway.*9 February 2024; announced/,
    })
    expect(await mark.locator('.contact').getAttribute('data-standing')).toBe('planned')
    await mark.click()
    await page.getByRole('complementary', { name: 'Selected record' }).waitFor()
    expect(new URL(page.url()).searchParams.get('record')).toBe(PLANNED_VISIT.id)
    expect((await page.locator('.text [aria-current="true"]').allTextContents()).join('')).toBe(
      'Norway’s king will visit Kazakhstan',
    )
  })

  it('saves the vectors as CSV with the numbers of the answer', async () => {
    const page = await open(DESK)
    await marksOf(page, 'Vectors').first().waitFor()
    const rows = await rowsSavedBy(page, 'Vectors')
    const { vectors } = await deskAnswer()
    expect(rows.map((row) => [row['partner id'], row.happenings, row.warmth])).toEqual(
      vectors.map(({ partner, happenings, warmth }) => [
        partner.id,
        String(happenings),
        String(warmth),
      ]),
    )
    expect(rows.map((row) => Number(row['share of cooperation']))).toEqual(
      vectors.map(({ share }) => share),
    )
  })

  it('saves the rows from which anyone gets the same balance', async () => {
    const page = await open(DESK)
    const rows = await rowsSavedBy(page, 'Balance', /^Rows to recompute/)
    const { balance } = await deskAnswer()
    const quarter = balance.quarters.find(({ evenness }) => evenness !== null)
    expect(quarter?.quarter).toBe('2023-Q3')
    const weights = new Map<string, number>()
    for (const row of rows.filter((each) => each.quarter === '2023-Q3'))
      weights.set(
        row['partner id'] ?? '',
        (weights.get(row['partner id'] ?? '') ?? 0) + Number(row.weight),
      )
    const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    const entropy = [...weights.values()].reduce((sum, w) => sum - (w / all) * Math.log(w / all), 0)
    const partners = new Set(rows.map((row) => row['partner id'])).size
    expect(entropy / Math.log(partners)).toBeCloseTo(quarter?.evenness?.value ?? -1, 10)
  })

  it('gives no number below the stated count, and says so', async () => {
    const page = await open(`${DESK}?from=2023-05-01&to=2023-05-31`)
    const { balance } = await deskAnswer()
    await pictureOf(page, 'Balance')
      .getByText(`No number yet: a quarter needs ${balance.least} cooperative happenings`)
      .waitFor()
    expect(await pictureOf(page, 'Balance').locator('.point').count()).toBe(0)
  })

  it('saves JSON that names the page it is of, an SVG of its own, and a PNG', async () => {
    const page = await open(DESK)
    await marksOf(page, 'Vectors').first().waitFor()
    const json = JSON.parse((await savedBy(page, 'Vectors', 'JSON')).toString('utf8')) as {
      page: string
      rows: { partner: string }[]
    }
    expect([json.page, json.rows[0]?.partner]).toEqual([page.url(), 'Norway'])
    const svg = (await savedBy(page, 'Vectors', 'Save SVG')).toString('utf8')
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toContain(`href="${served.url}/states/`)
    expect(svg).not.toContain('class=')
    for (const words of ['Kazakhstan: Vectors', 'hostile, below −4', page.url()])
      expect(svg).toContain(`>${words}</`.replace(page.url(), `Chancery, ${page.url()}`))
    const png = await savedBy(page, 'Vectors', 'Save PNG')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.length).toBeGreaterThan(2_000)
  })

  it('lists what lies ahead, what contradicts what, and agreements by status', async () => {
    const page = await open(DESK)
    const next = pictureOf(page, 'Next dates')
    await next.getByText('9 February 2024').waitFor()
    const disputes = pictureOf(page, 'Conflicts and denials')
    for (const { id } of [FIGURE_RECORD, CUSTOMS_FIGURE])
      await disputes.locator(`a[href="/records/${id}"]`).first().waitFor()
    await pictureOf(page, 'Agreements').getByText('Treaty on Critical Minerals').waitFor()
  })

  it('keeps the period in the address and asks by it', async () => {
    const page = await open(DESK)
    await marksOf(page, 'Vectors').first().waitFor()
    await page.getByLabel('To', { exact: true }).fill('2023-05-31')
    await page.waitForURL(/to=2023-05-31/)
    await marksOf(page, 'Vectors').nth(1).waitFor({ state: 'detached' })
    expect(await marksOf(page, 'Vectors').getAttribute('aria-label')).toContain('France')
    await page.reload()
    await marksOf(page, 'Vectors').first().waitFor()
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('2023-05-31')
    await page.getByLabel('To', { exact: true }).fill('2001-01-01')
    await page.getByRole('heading', { name: 'No happening with a partner.' }).waitFor()
  })

  it('steps through marks with arrows, one press of Tab for a picture', async () => {
    const page = await open(DESK)
    const bars = marksOf(page, 'Vectors')
    await bars.first().focus()
    await page.keyboard.press('ArrowDown')
    const second = await bars.nth(1).getAttribute('aria-label')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(second)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Save SVG')
  })

  it('shows names from reports as text', async () => {
    const page = await open(DESK)
    const name = HOSTILE_BODY.name
    await pictureOf(page, 'Next dates').getByText(name).waitFor()
    await pictureOf(page, 'Vectors').getByText('The same as a table').click()
    await pictureOf(page, 'Vectors').getByRole('link', { name }).last().waitFor()
    expect(await page.evaluate('window.broken')).toBeUndefined()
    expect(await page.locator('main img').count()).toBe(0)
  })

  it('says in words that a state is not there, and leads to those that are', async () => {
    const page = await open('/states/party:none')
    const alert = page.getByRole('alert')
    await alert.getByText('No party is kept under the id party:none.').waitFor()
    await alert.getByRole('link', { name: 'Choose among the states and bodies' }).click()
    await page.getByRole('heading', { level: 1, name: 'States' }).waitFor()
  })
})

describe('what stands between two', () => {
  it('draws happenings by intensity with both years, and follows a mark to its words', async () => {
    const page = await open(DYAD)
    const drawing = pictureOf(page, 'Happenings').locator('svg.drawing')
    await drawing.getByText('2023').first().waitFor()
    await drawing.getByRole('link', { name: /CONSULT · meet.*16 May 2023/ }).click()
    await page.getByRole('complementary', { name: 'Selected record' }).waitFor()
    expect(new URL(page.url()).searchParams.get('record')).toBe(TALKS_RECORD.id)
  })

  it('rings the figures that contradict each other', async () => {
    const page = await open(DYAD)
    const disputed = pictureOf(page, 'Figures').getByRole('link', { name: /in dispute/ })
    await disputed.first().waitFor()
    const hrefs = await hrefsOf(disputed)
    expect(hrefs.toSorted()).toEqual(
      [`/records/${FIGURE_RECORD.id}`, `/records/${CUSTOMS_FIGURE.id}`].toSorted(),
    )
    const rows = await rowsSavedBy(page, 'Figures')
    expect(rows.map((row) => row['in dispute'])).toEqual(['yes', 'yes'])
  })

  it('shows who said what of whom, shared agreements, and who holds which office', async () => {
    const page = await open(DYAD)
    await pictureOf(page, 'Kazakhstan on France')
      .getByText(/Aigul Serikova: “Trade/)
      .waitFor()
    await pictureOf(page, 'France on Kazakhstan').getByText('No such statement').waitFor()
    await pictureOf(page, 'Agreements').getByText('Treaty on Critical Minerals').waitFor()
    const offices = pictureOf(page, 'Offices: Kazakhstan')
    await offices.getByText('foreign minister').waitFor()
    await offices.getByRole('link', { name: 'Aigul Serikova' }).waitFor()
  })

  it('says that nothing happened between two that have not met', async () => {
    const page = await open(`/states/${NORWAY.id}/with/${FRANCE.id}`)
    await page.getByRole('heading', { name: 'No happening between them.' }).waitFor()
  })
})

describe.each(['/states', DESK, DYAD])('%s', (path) => {
  it('has nothing cut at the side in a window 400 pixels wide', async () => {
    const page = await open(path, { viewport: { width: 400, height: 800 } })
    await page.locator('svg').nth(2).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  it.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
    const page = await open(path, { colorScheme })
    await page.locator('main svg').nth(1).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
    expect(await page.evaluate(UNNAMED_CHECK)).toEqual([])
  })
})

/** JavaScript for the page: links, buttons, fields and drawings without a name, and ids given twice. */
const UNNAMED_CHECK = `[
  ...[...document.querySelectorAll('a, button')].filter((part) =>
    !(part.getAttribute('aria-label') || part.textContent.trim())),
  ...[...document.querySelectorAll('svg:not([aria-hidden])')].filter((part) =>
    !part.getAttribute('aria-label')),
  ...[...document.querySelectorAll('input')].filter((part) => !part.labels?.length),
  ...[...document.querySelectorAll('[id]')].filter((part) =>
    document.querySelectorAll('#' + CSS.escape(part.id)).length > 1),
].map((part) => part.outerHTML.slice(0, 120))`
