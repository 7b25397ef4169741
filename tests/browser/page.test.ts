import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { HOSTILE } from './fixtures/hostile.js'
import { allReadings, SHORT_REPORTS } from './fixtures/ledger.js'
import {
  AGREEMENT_RECORD,
  FIGURE_RECORD,
  FRANCE,
  MINISTER,
  STATEMENT_RECORD,
  TALKS_RECORD,
  VISIT,
  VISIT_RECORDS,
} from './fixtures/visit.js'
import { PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage
const DOCUMENT = `/documents/${VISIT.id}`

beforeAll(async () => {
  served = await servePage(allReadings())
})
afterAll(() => served.close())
afterEach(async () => {
  expect(opened.troubles).toEqual([])
  expect(opened.requests.filter((url) => !url.startsWith(served.url))).toEqual([])
  await opened.page.context().close()
})

async function open(path: string): Promise<Page> {
  opened = await served.open(path)
  return opened.page
}

const cardOf = (page: Page) => page.getByRole('complementary', { name: 'Selected record' })
const markedBy = (page: Page, id: string) => page.locator(`[data-record="${id}"]`)
const currentWords = async (page: Page) =>
  (await page.locator('.text [aria-current="true"]').allTextContents()).join('')
const recordInAddress = (page: Page) => new URL(page.url()).searchParams.get('record')

describe('the list of documents', () => {
  it('shows title, publisher, day with its basis, place and records by kind, and opens a document', async () => {
    const page = await open('/')
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByText(VISIT.title ?? '') })
      .first()
    for (const words of ['Steppe Courier', '16 May 2023', '(from the dateline)', 'Paris'])
      expect(await row.textContent()).toContain(words)
    expect(await row.getByRole('list', { name: 'Records by kind' }).textContent()).toContain(
      '3 events',
    )
    await page.getByRole('link', { name: VISIT.title ?? '' }).click()
    await page.getByRole('heading', { level: 1, name: VISIT.title ?? '' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(DOCUMENT)
  })

  it('gives more on demand, until all are there', async () => {
    const page = await open('/documents')
    const rows = page.locator('.document-row')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(25)
    await page.getByRole('button', { name: 'More documents' }).click()
    await page.getByRole('button', { name: 'More documents' }).waitFor({ state: 'detached' })
    expect(await rows.count()).toBe(SHORT_REPORTS + 2)
  })

  it('searches and filters, keeps both in the address, and says what to do when nothing fits', async () => {
    const page = await open('/documents')
    await page.getByLabel('Search').fill('critical minerals')
    await page.waitForURL(/text=critical/)
    await page.locator('.document-row').nth(1).waitFor({ state: 'detached' })
    expect(await page.locator('.document-row').count()).toBe(1)
    await page.getByLabel('Published from').fill('2024-01-01')
    await page.getByRole('heading', { name: 'No document fits.' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Show all documents' }).click()
    await page.locator('.document-row').nth(24).waitFor()
    await page.getByRole('combobox', { name: 'Publisher' }).click()
    await page.getByRole('option', { name: /Evening Gazette/ }).click()
    await page.waitForURL(/publisher=Evening/)
    await page.getByText('(20)').waitFor({ state: 'hidden' })
    expect(await page.locator('.document-row .facts').allTextContents()).not.toContain('Steppe')
  })
})

describe('a document', () => {
  it('marks the words of every record and nothing else', async () => {
    const page = await open(DOCUMENT)
    await page.locator('.marked').first().waitFor()
    expect(await page.locator('.text').innerText()).toContain(
      'held talks with her French colleague',
    )
    const marked = (await page.locator('.marked').allTextContents()).join('')
    for (const record of VISIT_RECORDS)
      for (const { text } of record.evidence) expect(marked).toContain(text)
    expect(marked).not.toContain('on Tuesday')
    expect(await page.locator('.text').textContent()).toBe(VISIT.text.replaceAll('\n', ''))
  })

  it('draws one line a kind under words that several kinds rest on', async () => {
    const page = await open(DOCUMENT)
    const words = page.locator('.marked', { hasText: 'grew to 5.4 billion dollars' })
    await words.waitFor()
    const lines = await words.locator('.line').all()
    const kinds = await Promise.all(lines.map((line) => line.getAttribute('data-kind')))
    expect(kinds).toEqual(['figure', 'event', 'statement'])
    expect(await words.getAttribute('data-letters')).toMatch(/^(FE|EF)$/)
  })

  it('puts the letter of a record in pieces at its first piece only', async () => {
    const page = await open(`/documents/${HOSTILE.id}`)
    await page.locator('.marked').first().waitFor()
    const marked = await page.locator('.marked').all()
    const letters = await Promise.all(marked.map((words) => words.getAttribute('data-letters')))
    expect(letters).toEqual(['S', '', 'F'])
  })

  it('opens a record’s card by a click, with all that the record says', async () => {
    const page = await open(DOCUMENT)
    await markedBy(page, TALKS_RECORD.id).click()
    const card = cardOf(page)
    await card.getByText('agree on the type').waitFor()
    const words = await card.innerText()
    for (const said of [
      'CONSULT · meet',
      'Kazakhstan',
      'written “French”',
      'Paris',
      '16 May 2023 (day)',
      'written “on Tuesday”',
      'happened, or is the case',
      '0.91 – very likely right',
      'the reader’s event head and the codebook’s cue agree on the type',
      'held talks with her French colleague in Paris',
      TALKS_RECORD.id,
    ])
      expect(words).toContain(said)
    expect(await currentWords(page)).toBe('held talks with her French colleague in Paris')
    expect(recordInAddress(page)).toBe(TALKS_RECORD.id)
    expect(await card.getByRole('link', { name: 'JSON' }).getAttribute('href')).toContain(
      '/api/v1/records/',
    )
  })

  it('shows who says so with the path of sources, and what is denied in words', async () => {
    const page = await open(DOCUMENT)
    await page.locator('.marked', { hasText: 'had never asked' }).click()
    const words = await cardOf(page).innerText()
    expect(words).toContain('said not to have happened')
    expect(words.replace(/\s+/g, ' ')).toContain('through Agence du Soir through a radio interview')
    expect(words).toContain('doubtful')
  })

  it('reaches each record on the same words by clicking again, and from the card', async () => {
    const page = await open(DOCUMENT)
    const words = page.locator('.marked', { hasText: 'grew to 5.4 billion dollars' })
    const idOf = () => cardOf(page).locator('.record-id').textContent()
    await words.click()
    const seen = [await idOf()]
    for (let clicks = 1; clicks < 3; clicks++) {
      await words.click()
      await cardOf(page)
        .getByText(seen.at(-1) ?? '')
        .waitFor({ state: 'detached' })
      seen.push(await idOf())
    }
    expect(new Set(seen).size).toBe(3)
    expect(seen).toEqual(expect.arrayContaining([FIGURE_RECORD.id, STATEMENT_RECORD.id]))
    await page.goto(`${served.url}/records/${STATEMENT_RECORD.id}`)
    await cardOf(page).getByRole('link', { name: 'Figure: trade turnover' }).click()
    await cardOf(page).getByText(FIGURE_RECORD.id).waitFor()
  })

  it('opens its document with the record selected from a permalink, and again after a reload', async () => {
    const page = await open(`/records/${AGREEMENT_RECORD.id}`)
    await cardOf(page).waitFor()
    expect(new URL(page.url()).pathname).toBe(DOCUMENT)
    await page.reload()
    await cardOf(page).getByText('November 2023 (month)').waitFor()
    expect(await currentWords(page)).toBe('Treaty on Critical Minerals')
  })

  it('copies the permalink', async () => {
    opened = await served.open(`/records/${TALKS_RECORD.id}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const { page } = opened
    await cardOf(page).getByRole('button', { name: 'Copy permalink' }).click()
    await cardOf(page).getByText('Copied').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `${served.url}/records/${TALKS_RECORD.id}`,
    )
  })
})

describe('the keyboard alone', () => {
  it('reaches marked words with Tab, opens with Enter, and comes back with Escape', async () => {
    const page = await open(DOCUMENT)
    await markedBy(page, TALKS_RECORD.id).waitFor()
    const focused = () =>
      page.evaluate<string | null>('document.activeElement?.dataset.record ?? null')
    for (let tabs = 0; tabs < 40 && (await focused()) !== TALKS_RECORD.id; tabs++)
      await page.keyboard.press('Tab')
    expect(await focused()).toBe(TALKS_RECORD.id)
    await page.keyboard.press('Enter')
    await cardOf(page).waitFor()
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('H2')
    await page.keyboard.press('Escape')
    await cardOf(page).waitFor({ state: 'detached' })
    expect(await focused()).toBe(TALKS_RECORD.id)
  })

  it('steps through all records with j and back with k, the words in view', async () => {
    const page = await open(DOCUMENT)
    await page.locator('.marked').first().waitFor()
    const inAddress = () => page.evaluate<string>('location.search')
    const seen: string[] = []
    // Faster than the page is drawn: no step may be lost.
    for (let step = 0; step < VISIT_RECORDS.length; step++) {
      await page.keyboard.press('j')
      seen.push(await inAddress())
    }
    expect(new Set(seen).size).toBe(VISIT_RECORDS.length)
    await page.keyboard.press('k')
    expect(await inAddress()).toBe(seen.at(-2))
    const selected = new URLSearchParams(seen.at(-2)).get('record') ?? ''
    await cardOf(page).getByText(selected).waitFor()
    const box = await page.locator('.text [aria-current="true"]').first().boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0)
  })

  it('offers a way past the header, help on ?, and lets single keys be switched off', async () => {
    const page = await open(DOCUMENT)
    await page.locator('.marked').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Skip to content')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys and marks' }).waitFor()
    await page.getByLabel('Single keys').uncheck({ force: true })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    expect(recordInAddress(page)).toBeNull()
  })
})

describe('filters of a document', () => {
  it('shows one kind only, by the legend, and keeps that in the address', async () => {
    const page = await open(DOCUMENT)
    await page.getByRole('button', { name: 'Figures' }).click()
    await page.getByText('1 of 8 records').waitFor()
    await page.reload()
    await page.locator('.marked').first().waitFor()
    expect(await page.locator('.marked').allTextContents()).toEqual(['grew to 5.4 billion dollars'])
    expect(await page.getByRole('button', { name: 'Figures' }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    await page.getByRole('button', { name: 'All kinds' }).click()
    await page.getByText('8 records', { exact: true }).waitFor()
  })

  it('shows one party only, by the list and by a party’s name in a card', async () => {
    const page = await open(DOCUMENT)
    await page.getByRole('combobox', { name: 'Show only records that name this party' }).click()
    await page.getByRole('option', { name: 'Aigul Serikova (4)' }).click()
    await page.getByText('4 of 8 records').waitFor()
    expect(new URL(page.url()).searchParams.get('party')).toBe(MINISTER.id)
    await page.goto(`${served.url}/records/${TALKS_RECORD.id}`)
    await cardOf(page).getByRole('link', { name: 'France', exact: true }).click()
    await page.getByText('6 of 8 records').waitFor()
  })
})

describe('a party', () => {
  it('lists its records, by kind, each opening its words', async () => {
    const page = await open(`/parties/${FRANCE.id}`)
    await page.getByRole('heading', { level: 1, name: 'France' }).waitFor()
    await page.getByRole('button', { name: 'Agreements' }).click()
    await page.locator('.record-line').nth(1).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /Treaty on Critical Minerals/ }).click()
    await cardOf(page).waitFor()
    expect(recordInAddress(page)).toBe(AGREEMENT_RECORD.id)
  })
})
