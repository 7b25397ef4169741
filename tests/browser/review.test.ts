import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import type { CodedRecord } from '../../src/core/index.js'
import { readDoor } from '../../src/ledger/index.js'
import { NORWAY, PLANNED_VISIT } from './fixtures/desk.js'
import {
  AGREEMENT_RECORD,
  FIGURE_RECORD,
  KAZAKHSTAN,
  STATEMENT_RECORD,
  TALKS_RECORD,
  VISIT,
} from './fixtures/visit.js'
import { cardOf, focused, newsOf, press, serveForReview, sign, undoAtOnce } from './reviewing.js'
import { PATIENCE } from './served.js'

vi.setConfig(PATIENCE)
const { open, recordNow, ledger } = serveForReview()

/** A record’s line of the JSON Lines export. */
async function exported(id: string): Promise<CodedRecord | undefined> {
  for await (const line of readDoor(ledger()).exportRecords())
    if (line.id === id && line.kind !== 'document' && line.kind !== 'party') return line
  return undefined
}

const formOf = (page: Page) => page.getByRole('region', { name: 'Correct the record' })

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
    await cardOf(page).locator('dl').getByText(wider, { exact: true }).waitFor()
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
