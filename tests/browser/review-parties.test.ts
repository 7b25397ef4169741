import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PartyPage, RecordPage } from '../../src/api/types.js'
import { accept } from '../../src/ledger/index.js'
import { CONTRAST_CHECK } from './contrast.js'
import { NORWAY } from './fixtures/desk.js'
import {
  FRANCE,
  MINISTER,
  STATEMENT_RECORD,
  TALKS_RECORD,
  VISIT_READING,
} from './fixtures/visit.js'
import {
  cardOf,
  entriesOf,
  focused,
  newsOf,
  press,
  serveForReview,
  sign,
  undoAtOnce,
} from './reviewing.js'
import { overflowOf, PATIENCE, servePage } from './served.js'
import type { ServedPage } from './served.js'

vi.setConfig(PATIENCE)
const { open, ask, recordNow } = serveForReview()

describe('parties', () => {
  it('are merged after it was said what follows; all views follow, and undoing brings all back', async () => {
    const page = await open(`/parties/${NORWAY.id}`)
    await press(page, 'Merge into another…')
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: 'Merge', exact: true }).isDisabled()).toBe(true)
    await dialog.getByRole('combobox', { name: 'Norway is' }).fill('fran')
    await page.getByRole('option', { name: 'France' }).click()
    await dialog.getByText(/21 records that name Norway will name France instead/).waitFor()
    await sign(page)
    await press(page, 'Merge into France')
    await page.getByText('Counts as France').waitFor()
    await entriesOf(page).getByText('Two names of one party').waitFor()
    expect(await page.getByRole('button', { name: 'Merge into another…' }).count()).toBe(0)
    await page.getByRole('link', { name: 'States', exact: true }).click()
    await page.getByRole('link', { name: 'Kazakhstan' }).first().waitFor()
    await page.getByRole('link', { name: 'Norway' }).waitFor({ state: 'detached' })
    await undoAtOnce(page)
    await page.getByRole('link', { name: 'Norway' }).first().waitFor()
    const parties = await ask<PartyPage>('/parties?text=norway')
    expect(parties.items.map(({ id }) => id)).toEqual([NORWAY.id])
  })

  it('are split: the chosen records name a new party; undone among the party’s decisions', async () => {
    const page = await open(`/parties/${MINISTER.id}`)
    await press(page, 'Split…')
    const form = page.getByRole('region', { name: 'Split the party' })
    await form.getByRole('checkbox', { name: /^Statement/ }).check()
    await form.getByText('A new party', { exact: true }).click()
    await form.getByLabel('Name', { exact: false }).first().fill('Aigul K. Serikova')
    await sign(page)
    await press(page, 'Split off 1 record')
    await newsOf(page).getByText('Split: in 1 record').waitFor()
    await entriesOf(page).getByRole('link', { name: 'Aigul K. Serikova' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aigul K. Serikova' }).waitFor()
    await page.locator('.record-line').first().waitFor()
    expect(await page.locator('.record-line').count()).toBe(1)
    await entriesOf(page)
      .getByRole('button', { name: /^Undo: Split/ })
      .click()
    await press(page, 'Take it back')
    await page.locator('.record-line').waitFor({ state: 'detached' })
    const { items } = await ask<RecordPage>(`/records?party=${MINISTER.id}&kind=statement`)
    expect(items.map(({ id }) => id)).toEqual([STATEMENT_RECORD.id])
  })
})

describe('the decisions', () => {
  it('are listed latest first, each with its permalink, and saved as CSV and JSON', async () => {
    const page = await open(`/records/${TALKS_RECORD.id}`)
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await sign(page)
    await page.getByRole('dialog').getByLabel('Why').fill('=looked at it')
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
    await newsOf(page).getByText('Accepted: Event CONSULT · meet, Kazakhstan → France').waitFor()
    await page.getByRole('link', { name: 'Decisions' }).click()
    await page.getByRole('heading', { level: 1, name: 'Decisions' }).waitFor()
    const first = entriesOf(page).first()
    await first.getByText('“=looked at it”').waitFor()
    expect(await first.innerText()).toMatch(
      /^Accepted\s+Event CONSULT[^]*A\. Analyst, \d+ \w+ \d{4}/,
    )
    await first.locator('time').click()
    await page.locator('.entry[data-meant="true"]', { hasText: '=looked at it' }).waitFor()
    const saved = async (button: string) => {
      const download = page.waitForEvent('download')
      await press(page, button)
      return readFile(await (await download).path(), 'utf8')
    }
    const [names, line] = (await saved('CSV')).split('\r\n')
    expect(names).toMatch(/^id,decision,who,when,why,taken back,record,about/)
    expect(line).toContain(`acceptance,A. Analyst,`)
    expect(line).toContain(`'=looked at it`)
    const { items } = JSON.parse(await saved('JSON')) as { items: { record: string }[] }
    expect(items[0]?.record).toBe(TALKS_RECORD.id)
    await first.getByRole('button', { name: /^Undo/ }).click()
    await press(page, 'Take it back')
    const undone = entriesOf(page).filter({ hasText: '=looked at it' })
    await undone.getByText('taken back', { exact: true }).waitFor()
    expect(await recordNow(TALKS_RECORD.id)).toEqual(TALKS_RECORD)
  })
})

describe('what people decide with', () => {
  const NARROW = { viewport: { width: 400, height: 800 } }
  const views: [string, string, (page: Page) => Promise<void>][] = [
    ['the correction', `/records/${TALKS_RECORD.id}`, (page) => press(page, 'Correct…')],
    ['the withdrawal', `/records/${TALKS_RECORD.id}`, (page) => press(page, 'Withdraw…')],
    ['the merge', `/parties/${FRANCE.id}`, (page) => press(page, 'Merge into another…')],
    ['the split', `/parties/${FRANCE.id}`, (page) => press(page, 'Split…')],
    ['the decisions', '/decisions', (page) => entriesOf(page).first().waitFor()],
  ]

  it.each(
    views.flatMap(([name, ...rest]) => [
      [name, 'light' as const, ...rest] as const,
      [name, 'dark' as const, ...rest] as const,
    ]),
  )('%s is legible, named and whole in %s, 400 pixels wide', async (_, colorScheme, path, show) => {
    const page = await open(path, { ...NARROW, colorScheme })
    await show(page)
    await page.waitForLoadState('networkidle')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
    expect(await page.evaluate(UNNAMED_CHECK)).toEqual([])
  })

  it('goes back to where the focus was when nothing is decided', async () => {
    const page = await open(`/records/${TALKS_RECORD.id}`)
    await press(page, 'Withdraw…')
    await page.getByRole('dialog').getByLabel('Your name').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('Withdraw…')
    await press(page, 'Correct…')
    await press(page, 'Cancel')
    expect(await focused(page)).toBe('Correct…')
    expect(await cardOf(page).getByText(TALKS_RECORD.id).count()).toBe(1)
  })
})

describe('a server that only reads', () => {
  let reading: ServedPage
  beforeAll(async () => {
    reading = await servePage([VISIT_READING])
    const note = { who: 'C. Editor', when: '2024-06-01T10:00:00Z', why: 'checked' }
    await accept(reading.ledger, TALKS_RECORD.id, note)
  })
  afterAll(() => reading.close())

  it('shows what was decided, and no way to decide', async () => {
    const { page, troubles } = await reading.open(`/records/${TALKS_RECORD.id}`)
    await cardOf(page).locator('.card-review', { hasText: 'Accepted by C. Editor' }).waitFor()
    await entriesOf(page).getByText('“checked”').waitFor()
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('a')
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys and marks' })
    await help.getByText('next record', { exact: true }).waitFor()
    expect(await help.getByText('accept the opened record').count()).toBe(0)
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    const deciding = page.getByRole('button', { name: /Accept|Correct|Withdraw|Undo|Merge|Split/ })
    expect(await deciding.count()).toBe(0)
    await page.getByRole('link', { name: 'Decisions' }).click()
    await entriesOf(page).getByText('“checked”').waitFor()
    expect(await deciding.count()).toBe(0)
    await page.goto(`${reading.url}/parties/${FRANCE.id}`)
    await page.locator('.record-line').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await deciding.count()).toBe(0)
    expect(troubles).toEqual([])
    await page.context().close()
  })
})

/** JavaScript for the page: links, buttons and fields without a name, and ids given twice. */
const UNNAMED_CHECK = `[
  ...[...document.querySelectorAll('a, button')].filter((part) =>
    !(part.getAttribute('aria-label') || part.textContent.trim())),
  ...[...document.querySelectorAll('input, select, textarea')].filter((part) =>
    part.type !== 'hidden' && !part.labels?.length && !part.getAttribute('aria-label')),
  ...[...document.querySelectorAll('[id]')].filter((part) =>
    document.querySelectorAll('#' + CSS.escape(part.id)).length > 1),
].map((part) => part.outerHTML.slice(0, 120))`
