import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { OpenedRecord, PartyPage, RecordPage } from '../../src/api/types.js'
import type { CodedRecord } from '../../src/core/index.js'
import { accept, readDoor } from '../../src/ledger/index.js'
import { CONTRAST_CHECK } from './contrast.js'
import { deskReadings, NORWAY, PLANNED_VISIT } from './fixtures/desk.js'
import {
  AGREEMENT_RECORD,
  FIGURE_RECORD,
  FRANCE,
  KAZAKHSTAN,
  MINISTER,
  STATEMENT_RECORD,
  TALKS_RECORD,
  VISIT,
  VISIT_READING,
} from './fixtures/visit.js'
import { overflowOf, PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

vi.setConfig(PATIENCE)

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

/** A record’s line of the JSON Lines export. */
async function exported(id: string): Promise<CodedRecord | undefined> {
  for await (const line of readDoor(served.ledger).exportRecords())
    if (line.id === id && line.kind !== 'document' && line.kind !== 'party') return line
  return undefined
}

const cardOf = (page: Page) => page.getByRole('complementary', { name: 'Selected record' })
const formOf = (page: Page) => page.getByRole('region', { name: 'Correct the record' })
const newsOf = (page: Page) => page.locator('.decision-news')
const entriesOf = (page: Page) => page.locator('.entry')
const sign = (page: Page) => page.getByLabel('Your name').fill('A. Analyst')
const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent')

async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
}

/** Presses Undo in the line that tells of the last decision, and waits until that is told. */
async function undoAtOnce(page: Page) {
  await newsOf(page).getByRole('button', { name: 'Undo' }).click()
  await newsOf(page).getByText('Taken back').waitFor()
}

/** What the page sends when a decision is kept. */
async function sentBy(page: Page, action: () => Promise<void>) {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST'),
    action(),
  ])
  return request.postDataJSON() as { fields: Record<string, unknown>; who: string; why: string }
}

describe('a correction', () => {
  it('made on the words behind a desk’s mark changes the desk, and taken back brings it back', async () => {
    const page = await open(`/states/${KAZAKHSTAN.id}`)
    const next = page.getByRole('region', { name: 'Next dates' })
    await next.getByText('9 February 2024').waitFor()
    await page
      .getByRole('region', { name: 'Contacts' })
      .getByRole('link', { name: /Norway.*9 February 2024; announced/ })
      .click()
    await cardOf(page).getByText('Not reviewed by a person yet').waitFor()
    await press(page, 'Correct…')
    await formOf(page).getByLabel('Day').fill('2024-02-21')
    await sign(page)
    const sent = await sentBy(page, () => press(page, 'Keep the correction'))
    const day = { start: '2024-02-21', end: '2024-02-21', granularity: 'day' }
    expect(sent).toEqual({
      decision: 'correct',
      fields: { time: { ...day, text: 'on 9 February 2024' } },
      who: 'A. Analyst',
      why: 'The words say otherwise',
    })
    await cardOf(page).locator('.card-review', { hasText: 'Corrected by A. Analyst' }).waitFor()
    await cardOf(page).getByText('Time: 9 February 2024 → 21 February 2024').waitFor()
    expect(await focused(page)).toBe('Correct…')
    expect(await exported(PLANNED_VISIT.id)).toMatchObject({ time: day, review: 'corrected' })
    await page.goBack()
    await next.getByText('21 February 2024').waitFor()
    expect(await next.getByText('9 February 2024').count()).toBe(0)
    await undoAtOnce(page)
    await next.getByText('9 February 2024').waitFor()
    expect(await exported(PLANNED_VISIT.id)).toEqual(PLANNED_VISIT)
  })

  it('changes type and parties, found by typing, and sends nothing else; undone from the history', async () => {
    const page = await open(`/records/${TALKS_RECORD.id}`)
    await press(page, 'Correct…')
    const form = formOf(page)
    await form.getByLabel('Mode').selectOption('phone')
    await form.getByRole('button', { name: 'Take France out of: Recipient' }).click()
    await form.getByRole('combobox', { name: 'Add to: Recipient' }).fill('norw')
    await page.getByRole('option', { name: 'Norway' }).click()
    await sign(page)
    await form.getByRole('button', { name: 'Another party is meant' }).click()
    const sent = await sentBy(page, () => press(page, 'Keep the correction'))
    expect(sent.fields).toEqual({
      mode: 'phone',
      recipient: [{ id: NORWAY.id, name: 'Norway' }],
    })
    await cardOf(page).getByText('Recipient: French → Norway').waitFor()
    expect(await recordNow(TALKS_RECORD.id)).toMatchObject({ intensity: 1.5, review: 'corrected' })
    await cardOf(page).getByRole('button', { name: 'Undo: Corrected, by A. Analyst' }).click()
    await press(page, 'Take it back')
    await cardOf(page).getByText('Not reviewed by a person yet').waitFor()
    await expect.poll(() => focused(page)).toMatch(/^Corrected/)
    expect(await recordNow(TALKS_RECORD.id)).toEqual(TALKS_RECORD)
  })

  it('takes the words that are selected in the text, and moves their ends by word', async () => {
    const page = await open(`/records/${AGREEMENT_RECORD.id}`)
    await press(page, 'Correct…')
    const form = formOf(page)
    // The form moves the text when it opens: only then is there something to point at.
    await form.getByRole('button', { name: 'Start one word earlier' }).waitFor()
    await page.locator('.text').getByText('Treaty on Critical Minerals').dblclick()
    const [, word = ''] = /“(.+)”/.exec(await form.getByText(/^Selected:/).innerText()) ?? []
    expect(AGREEMENT_RECORD.evidence[0]?.text.split(' ')).toContain(word)
    await press(page, 'Take the selected words')
    const current = page.locator('.text [aria-current="true"]')
    await expect.poll(async () => (await current.allTextContents()).join('')).toBe(word)
    const start = VISIT.text.indexOf(word, AGREEMENT_RECORD.evidence[0]?.start)
    const before = VISIT.text.slice(0, start).trimEnd()
    const wider = VISIT.text.slice(before.lastIndexOf(' ') + 1, start + word.length)
    await form.getByRole('button', { name: 'Start one word earlier' }).focus()
    await page.keyboard.press('Enter')
    await sign(page)
    const sent = await sentBy(page, () => press(page, 'Keep the correction'))
    const evidence = [
      { start: start + word.length - wider.length, end: start + word.length, text: wider },
    ]
    expect(sent.fields).toEqual({ evidence })
    await cardOf(page).locator('.evidence', { hasText: wider }).waitFor()
    expect((await recordNow(AGREEMENT_RECORD.id)).evidence).toEqual(evidence)
    await undoAtOnce(page)
  })

  it('that the server refuses says why beside the form, and loses nothing that was typed', async () => {
    const page = await open(`/records/${TALKS_RECORD.id}`)
    await press(page, 'Correct…')
    const form = formOf(page)
    await form.getByLabel('Known to the').selectOption('interval')
    await form.getByLabel('Last day').fill('2023-05-01')
    await form.getByLabel('Place').fill('Versailles')
    await sign(page)
    await form.getByLabel('Why').fill('heard it myself')
    await press(page, 'Keep the correction')
    const refusal = form.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain(
      'Time: it ends on 2023-05-01, before it starts on 2023-05-16',
    )
    const kept = ['Last day', 'Place', 'Why', 'Your name'].map((name) => form.getByLabel(name))
    expect(await Promise.all(kept.map((field) => field.inputValue()))).toEqual([
      '2023-05-01',
      'Versailles',
      'heard it myself',
      'A. Analyst',
    ])
    await form.getByLabel('Last day').fill('2023-05-18')
    await press(page, 'Keep the correction')
    await form.waitFor({ state: 'detached' })
    expect(await recordNow(TALKS_RECORD.id)).toMatchObject({ place: 'Versailles' })
    await undoAtOnce(page)
  })

  it.each([
    [FIGURE_RECORD, 'Value', '6,1', { value: 61 }],
    [STATEMENT_RECORD, 'Office', '', { office: null }],
  ])('of another kind has that kind’s fields', async (record, label, typed, fields) => {
    const page = await open(`/records/${record.id}`)
    await press(page, 'Correct…')
    await formOf(page).getByLabel(label, { exact: true }).fill(typed)
    await sign(page)
    const sent = await sentBy(page, () => press(page, 'Keep the correction'))
    expect(sent.fields).toEqual(fields)
    await newsOf(page).getByText('Corrected').waitFor()
    await undoAtOnce(page)
    expect(await recordNow(record.id)).toEqual(record)
  })
})

describe('the keyboard alone', () => {
  it('accepts a record, takes that back, and knows the name from then on', async () => {
    const page = await open(`/documents/${VISIT.id}?kind=statement`)
    await page.locator('.marked').first().waitFor()
    await page.keyboard.press('j')
    await cardOf(page).getByRole('button', { name: 'Accept', exact: true }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByLabel('Your name').waitFor()
    await page.keyboard.type('B. Reader')
    await page.keyboard.press('Enter')
    await cardOf(page).locator('.card-review', { hasText: 'Accepted by B. Reader' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toContain('Serikova said')
    expect((await recordNow(STATEMENT_RECORD.id)).review).toBe('accepted')
    await page.keyboard.press('u')
    await cardOf(page).getByText('Not reviewed by a person yet').waitFor()
    await page.reload()
    await cardOf(page).getByRole('button', { name: 'Accept', exact: true }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByText('Decided by B. Reader').waitFor()
    await page.keyboard.press('Enter')
    await cardOf(page).locator('.card-review', { hasText: 'Accepted by B. Reader' }).waitFor()
    expect(await exported(STATEMENT_RECORD.id)).toEqual({ ...STATEMENT_RECORD, review: 'accepted' })
  })

  it('finds the keys of review in the help', async () => {
    const page = await open(`/documents/${VISIT.id}`)
    await page.locator('.marked').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('accept the opened record').waitFor()
  })
})

describe('a withdrawal', () => {
  it('takes a record out of its register, and taken back brings it back', async () => {
    const page = await open('/figures?type=trade-turnover')
    const row = page.locator('.register tbody tr', { hasText: '5.4 billion' })
    await row
      .getByRole('link', { name: /5.4 billion/ })
      .first()
      .click()
    await press(page, 'Withdraw…')
    await sign(page)
    await page.getByRole('button', { name: 'The words do not say this' }).click()
    await press(page, 'Withdraw')
    await cardOf(page).locator('.card-review', { hasText: 'Withdrawn by A. Analyst' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Withdraw…')
    expect(await exported(FIGURE_RECORD.id)).toEqual({ ...FIGURE_RECORD, review: 'withdrawn' })
    await page.getByRole('link', { name: 'Figures', exact: true }).click()
    await page.locator('.register tbody tr', { hasText: '3.1 billion' }).waitFor()
    await row.waitFor({ state: 'detached' })
    await undoAtOnce(page)
    await row.waitFor()
    expect(await exported(FIGURE_RECORD.id)).toEqual(FIGURE_RECORD)
  })
})

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
