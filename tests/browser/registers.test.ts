import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { CONTRAST_CHECK } from './contrast.js'
import { DEALINGS, HIGH_FIGURE, LOW_FIGURE } from './fixtures/dealings.js'
import { HOSTILE_READING } from './fixtures/hostile.js'
import {
  AGREEMENT_RECORD,
  FRANCE,
  STATEMENT_RECORD,
  VISIT,
  VISIT_READING,
} from './fixtures/visit.js'
import { overflowOf, PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage

beforeAll(async () => {
  served = await servePage([VISIT_READING, HOSTILE_READING, ...DEALINGS])
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

/** The text of the file that a button saves. */
async function saved(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}

const queryOf = (page: Page) => new URL(page.url()).searchParams
const cardOf = (page: Page) => page.getByRole('complementary', { name: 'Selected record' })

describe('search', () => {
  it('shows a record’s words in their sentence, and opens them marked', async () => {
    const page = await open('/search?text=strategic+partner&kind=statement')
    const hit = page.locator('.hit').first()
    await hit.locator('mark').first().waitFor()
    expect(await hit.innerText()).toContain('Serikova said after the meeting.')
    expect((await hit.locator('strong').allTextContents()).join(' ')).toBe('strategic partner')
    expect((await hit.locator('mark').allTextContents()).join('')).toBe(
      STATEMENT_RECORD.evidence[0]?.text,
    )
    await hit.locator('.hit-words').click()
    await cardOf(page).getByText(STATEMENT_RECORD.id).waitFor()
  })

  it('keeps every facet in the address', async () => {
    const page = await open('/search')
    await page.locator('.hit').first().waitFor()
    await page.getByRole('button', { name: 'Agreements' }).click()
    await page.getByRole('button', { name: 'planned' }).click()
    await page.getByLabel('From').fill('2023-01-01')
    await page.getByLabel('Confidence at least').selectOption('0.5')
    await page.getByRole('combobox', { name: 'Party' }).fill('Fran')
    await page.getByRole('option', { name: 'France' }).click()
    await page.locator('.hit').nth(1).waitFor({ state: 'detached' })
    expect(Object.fromEntries(queryOf(page))).toEqual({
      kind: 'agreement',
      factuality: 'planned',
      from: '2023-01-01',
      minConfidence: '0.5',
      party: FRANCE.id,
    })
    await page.reload()
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('.hit').count()).toBe(1)
    expect(await page.locator('.hit-words').getAttribute('href')).toBe(
      `/records/${AGREEMENT_RECORD.id}`,
    )
  })

  it('shows what each choice gives, and narrows by speaker, publisher and year', async () => {
    const page = await open('/search?kind=statement,figure')
    const figures = page.getByRole('button', { name: /^Figures \d+$/ })
    await figures.waitFor()
    const speaker = page.getByRole('combobox', { name: 'Speaker' })
    await speaker.click()
    const choice = page.getByRole('option', { name: /^Aigul Serikova \(\d+\)$/ })
    const given = Number(/\d+/.exec(await choice.innerText())?.[0])
    await choice.click()
    await page.getByText(`${given} records`, { exact: true }).waitFor()
    await page.getByRole('combobox', { name: 'Publisher' }).click()
    await page.getByRole('option', { name: `${VISIT.publisher} (${given})` }).click()
    await page.getByLabel('Year').selectOption('2022')
    await page.getByText('1 record', { exact: true }).waitFor()
    expect(queryOf(page).get('publisher')).toBe(VISIT.publisher)
    expect([queryOf(page).get('from'), queryOf(page).get('to')]).toEqual([
      '2022-01-01',
      '2022-12-31',
    ])
  })

  it('finds documents by their words, shows the sentences, and opens them with the words painted', async () => {
    const page = await open('/search?in=documents&text=colleagues')
    const hit = page.locator('.hit')
    await hit.locator('strong').first().waitFor()
    expect(await hit.locator('.hit-sentence').innerText()).toContain(
      'held talks with her French colleague',
    )
    await page.getByRole('link', { name: VISIT.title ?? '' }).click()
    await page.locator('.marked').first().waitFor()
    const painted = `[...CSS.highlights.get('found-words') ?? []].map(String).join()`
    await expect.poll(() => page.evaluate<string>(painted)).toBe('colleague')
  })

  it('says what to do when nothing fits', async () => {
    const page = await open('/search?text=zeppelin')
    await page.getByRole('heading', { name: 'No record fits.' }).waitFor()
    await page.getByRole('button', { name: 'Search anew' }).click()
    await page.locator('.hit').first().waitFor()
    expect(page.url()).toBe(`${served.url}/search`)
  })
})

describe('figures', () => {
  it('marks figures that differ, and leads to the finding with the words side by side', async () => {
    const page = await open('/figures?type=trade-turnover')
    const rows = page.locator('.register tbody tr')
    await rows.nth(2).waitFor()
    await page.getByRole('link', { name: 'differs' }).first().waitFor()
    expect(await page.getByRole('link', { name: 'differs' }).count()).toBe(2)
    expect(await page.locator('.plot-ring').count()).toBe(2)
    expect(await rows.filter({ hasText: '5.4 billion' }).innerText()).toContain('Aigul Serikova')
    await page.getByRole('link', { name: 'differs' }).first().click()
    const sides = page.locator('.finding[data-meant="true"] .side')
    await sides.nth(1).waitFor()
    const doors = await sides.locator('.side-words').all()
    const hrefs = await Promise.all(doors.map((door) => door.getAttribute('href')))
    expect(hrefs.sort()).toEqual([LOW_FIGURE, HIGH_FIGURE].map(({ id }) => `/records/${id}`).sort())
    await sides.locator('.side-words').first().click()
    await cardOf(page).waitFor()
  })

  it('saves what is shown as CSV and JSON', async () => {
    const page = await open('/figures?type=trade-turnover')
    await page.getByRole('link', { name: 'differs' }).first().waitFor()
    const csv = await saved(page, 'CSV')
    expect(csv.split('\r\n')[0]).toContain('indicator,unit')
    expect(csv).toContain('31200000000')
    expect(csv).toContain('differs')
    const json = JSON.parse(await saved(page, 'JSON')) as { items: { id: string }[] }
    expect(json.items.map(({ id }) => id)).toContain(LOW_FIGURE.id)
  })
})

describe('agreements', () => {
  it('stand by status and day, each opening its words; a status narrows the register', async () => {
    const page = await open('/agreements')
    await page.getByRole('link', { name: /^proposed: 1/ }).click()
    await page.waitForURL(/status=proposed/)
    await page.getByText('1 agreement proposed').waitFor()
    expect(await page.locator('.register tbody tr').innerText()).toContain('November 2023')
    await page.getByRole('link', { name: /^Treaty on Critical Minerals –/ }).click()
    await cardOf(page).getByText(AGREEMENT_RECORD.id).waitFor()
  })
})

describe('findings', () => {
  it('are counted by kind, and narrowed by it', async () => {
    const page = await open('/findings')
    await page.getByRole('button', { name: 'Conflicts 1' }).click()
    await page.waitForURL(/finding=conflict/)
    await page.getByText('1 finding', { exact: true }).waitFor()
    expect(await page.locator('.finding-why').innerText()).toContain('24.1 billion USD')
    expect(await page.getByRole('meter', { name: 'Strength' }).count()).toBe(1)
  })
})

describe('the calendar', () => {
  it('fills the days that reports give, and lists their contacts with their words', async () => {
    const page = await open('/calendar?year=2023')
    await page.getByRole('link', { name: '9: 1 contact' }).click()
    const entry = page.locator('.calendar-entry:target')
    await entry.waitFor()
    expect(await entry.innerText()).toContain('9 March 2023')
    expect(await entry.innerText()).toContain('China')
    await entry.getByRole('link', { name: /Words 1 of 1/ }).click()
    await cardOf(page).waitFor()
  })

  it('offers the feed only where the server gives one', async () => {
    opened = await served.open('/nowhere')
    const { page } = opened
    let isThere = false
    await page.route('**/api/v1/calendar.ics*', (route) =>
      route.fulfill({ status: isThere ? 200 : 404, contentType: 'text/calendar', body: '' }),
    )
    await page.goto(`${served.url}/calendar`)
    await page.locator('.month').first().waitFor()
    expect(await page.getByRole('link', { name: /\.ics/ }).count()).toBe(0)
    isThere = true
    await page.reload()
    await page.getByRole('link', { name: /\.ics/ }).waitFor()
  })

  it('can be subscribed to, for the state or body that is chosen', async () => {
    const page = await open(`/calendar?party=${FRANCE.id}`)
    const subscribe = page.getByRole('link', { name: 'Subscribe in a calendar program' })
    const address = ((await subscribe.getAttribute('href')) ?? '').replace('webcal:', 'http:')
    expect(address).toBe(
      `${served.url}/api/v1/calendar.ics?${new URLSearchParams({ party: FRANCE.id }).toString()}`,
    )
    const feed = await fetch(address)
    expect([feed.status, (await feed.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR'])
  })
})

const VIEWS = [
  '/search',
  '/search?in=documents&text=treaty',
  '/figures',
  '/agreements',
  '/findings',
  '/calendar',
]

describe('every register', () => {
  it.each(VIEWS)('fits a window 400 pixels wide and is legible in the dark: %s', async (path) => {
    opened = await served.open(path, { viewport: { width: 400, height: 800 }, colorScheme: 'dark' })
    const { page } = opened
    await page.getByRole('button', { name: 'CSV' }).waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
  })

  it.each(VIEWS)('says in words that the server does not answer: %s', async (path) => {
    opened = await served.open('/nowhere')
    const { page } = opened
    await page.route(/\/api\/v1\/(records|documents|findings|happenings)\?/, (route) =>
      route.abort(),
    )
    await page.goto(`${served.url}${path}`)
    await page.getByRole('alert').getByText('The server does not answer.').waitFor()
  })

  it('shows hostile text as text', async () => {
    for (const path of ['/search', '/figures', '/agreements', '/search?in=documents']) {
      const page = await open(path)
      await page.getByRole('button', { name: 'CSV' }).waitFor()
      expect(await page.evaluate('window.broken')).toBeUndefined()
      expect(await page.locator('main script, main iframe, main img').count()).toBe(0)
    }
  })
})
