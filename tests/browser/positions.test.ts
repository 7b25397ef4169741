import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { HappeningPage, OfficesView, PositionPage, RecordPage } from '../../src/api/types.js'
import { CONTRAST_CHECK } from './contrast.js'
import { NORWAY } from './fixtures/desk.js'
import {
  AGAINST,
  BY_MINISTER,
  BY_NOBODY_NAMED,
  IN_FAVOUR,
  OF_FRANCE,
  POSITION_READINGS,
} from './fixtures/positions.js'
import { FRANCE, KAZAKHSTAN } from './fixtures/visit.js'
import { overflowOf, PATIENCE, servePage } from './served.js'
import type { OpenedPage, ServedPage } from './served.js'

/** Positions, the rank of contacts, and what officials say for their state. */

vi.setConfig(PATIENCE)

let served: ServedPage
let opened: OpenedPage | undefined
const DESK = `/states/${KAZAKHSTAN.id}`

beforeAll(async () => {
  served = await servePage(POSITION_READINGS)
})
afterAll(() => served.close())
afterEach(async () => {
  expect(opened?.troubles ?? []).toEqual([])
  await opened?.page.context().close()
  opened = undefined
})

async function open(path: string, options?: Parameters<ServedPage['open']>[1]): Promise<Page> {
  opened = await served.open(path, options)
  return opened.page
}

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(new URL(`/api/v1${path}`, served.url))).json()) as T
}

const partOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

describe('the API', () => {
  it('gives a state’s positions with their words and the change marked', async () => {
    const { items } = await ask<PositionPage>(`${DESK}/positions?matter=sanctions`)
    expect(items).toMatchObject([
      {
        party: { name: 'Kazakhstan' },
        name: 'sanctions on Norway',
        items: [
          { record: AGAINST.id, stance: 'opposes', changed: false, publisher: 'Steppe Courier' },
          { record: IN_FAVOUR.id, stance: 'supports', changed: true },
        ],
      },
    ])
    expect(items[0]?.items[0]?.words).toBe('her country opposes sanctions on Norway')
  })

  it('gives those of all parties on a matter, and refuses a matter that the codebook lacks', async () => {
    const { items } = await ask<PositionPage>(`/positions?matter=sanctions&concerned=${NORWAY.id}`)
    expect(items.map(({ party }) => party.name)).toEqual(['France', 'Kazakhstan'])
    const wrong = await fetch(new URL('/api/v1/positions?matter=weather', served.url))
    expect(wrong.status).toBe(404)
    expect(await wrong.text()).toContain('/api/v1/matters')
  })

  it('gives what officials say for their state, and the offices of a state', async () => {
    const said = await ask<RecordPage>(`${DESK}/statements`)
    const ids = said.items.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([AGAINST.id, IN_FAVOUR.id]))
    expect(ids).not.toContain(OF_FRANCE.id)
    const { items } = await ask<OfficesView>(`${DESK}/offices`)
    expect(items).toMatchObject([
      {
        office: 'foreign minister',
        level: 'minister',
        holders: [{ told: { first: '2023-05-16', last: '2023-05-16' } }],
      },
    ])
  })

  it.each([
    ['/positions?matter=sanctions', ['stance', 'words'], 3],
    ['/matters', ['id', 'records'], 10],
    [`${DESK}/statements`, ['id', 'content'], 3],
    [`${DESK}/offices`, ['office', 'person'], 1],
  ])('gives %s as CSV too', async (path, columns, least) => {
    const address = `/api/v1${path}${path.includes('?') ? '&' : '?'}format=csv`
    const text = await (await fetch(new URL(address, served.url))).text()
    const rows = parse<Record<string, string>>(text, { columns: true })
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(columns))
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(rows.map((row) => row[columns[1] ?? ''])).not.toContain('')
  })

  it('gives contacts of the level asked for', async () => {
    const ofLevel = async (level: string) => {
      const { items } = await ask<HappeningPage>(`/happenings?type=CONSULT&level=${level}`)
      return items.flatMap(({ records }) => records)
    }
    expect(await ofLevel('minister')).toEqual([BY_MINISTER.id])
    expect(await ofLevel('unknown')).toContain(BY_NOBODY_NAMED.id)
    expect(await ofLevel('head')).toEqual([])
  })
})

describe('positions on the desk', () => {
  it('are marks by time whose shape tells the stance, a change ringed, each a door to its words', async () => {
    const page = await open(DESK)
    const marks = partOf(page, 'Positions').locator('svg.drawing a:has(.stance)')
    await marks.first().waitFor()
    const looks = await Promise.all(
      (await marks.all()).map(async (mark) => [
        await mark.locator('.stance').getAttribute('data-stance'),
        (await mark.locator('.stance-ring').count()) === 1,
      ]),
    )
    expect(looks).toEqual([
      ['opposes', false],
      ['supports', true],
    ])
    await partOf(page, 'Positions')
      .getByRole('link', { name: /^supports, changed; 10 June 2023; Serikova: “her country/ })
      .click()
    await page.getByRole('complementary', { name: 'Selected record' }).waitFor()
    expect(new URL(page.url()).searchParams.get('record')).toBe(IN_FAVOUR.id)
  })

  it('lead to what others say on the matter', async () => {
    const page = await open(DESK)
    await partOf(page, 'Positions')
      .getByRole('link', { name: /^sanctions on Norway: 2 records/ })
      .click()
    await page.getByRole('heading', { level: 2, name: 'Positions on sanctions' }).waitFor()
    await page.getByRole('link', { name: /^France: sanctions on Norway/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('concerned')).toBe(NORWAY.id)
  })

  it('say what to do where there are none', async () => {
    const page = await open(`/states/${NORWAY.id}`)
    await partOf(page, 'Positions').getByText('No record tells where it stands').waitFor()
    await partOf(page, 'Positions')
      .getByRole('link', { name: /how to add one/ })
      .click()
    await page.getByText('docs/matters.md').waitFor()
  })
})

describe('the page of positions', () => {
  it('lists matters with what is told of them, and opens one', async () => {
    const page = await open('/positions')
    await page.getByRole('link', { name: 'sanctions', exact: true }).click()
    await page.getByRole('link', { name: /^supports; 10 June 2023; France: / }).waitFor()
  })

  it('saves what it shows as CSV', async () => {
    const page = await open('/positions?matter=sanctions')
    const picture = partOf(page, 'Positions on sanctions')
    const saving = page.waitForEvent('download')
    await picture.getByRole('button', { name: 'CSV' }).click()
    const rows = parse<Record<string, string>>(await readFile(await (await saving).path()), {
      columns: true,
    })
    expect(rows.map(({ party, stance, changed }) => [party, stance, changed])).toEqual([
      ['Kazakhstan', 'opposes', 'no'],
      ['Kazakhstan', 'supports', 'yes'],
      ['France', 'supports', 'no'],
    ])
  })

  it('names a matter that the codebook lacks, and says what to do', async () => {
    const page = await open('/positions?matter=weather')
    await page.getByRole('heading', { name: 'No matter “weather” is in the codebook.' }).waitFor()
  })
})

describe('contacts on the desk', () => {
  const shapes = (page: Page) => partOf(page, 'Contacts').locator('svg.drawing a:has(.contact)')

  it('tell the rank by their shape and in words', async () => {
    const page = await open(DESK)
    const visit = partOf(page, 'Contacts').getByRole('link', {
      name: /Norway.*highest rank: minister/,
    })
    await visit.locator('path.contact').waitFor()
    const other = partOf(page, 'Contacts').getByRole('link', { name: /France.*5 March 2023/ })
    await other.locator('circle.contact').waitFor()
    expect(await other.getAttribute('aria-label')).not.toContain('rank')
  })

  it('are narrowed to a rank, which stays in the address', async () => {
    const page = await open(DESK)
    await shapes(page).nth(2).waitFor()
    await partOf(page, 'Contacts').getByRole('button', { name: 'minister', exact: true }).click()
    await shapes(page).nth(1).waitFor({ state: 'detached' })
    expect(await shapes(page).getAttribute('aria-label')).toContain('highest rank: minister')
    await page.reload()
    await shapes(page).first().waitFor()
    expect(await shapes(page).count()).toBe(1)
  })
})

describe('statements on the desk', () => {
  it('hold those of its officials where the state is not named', async () => {
    const page = await open(DESK)
    const statements = partOf(page, 'Latest statements')
    for (const { id } of [AGAINST, IN_FAVOUR])
      await statements.locator(`a[href="/records/${id}"]`).waitFor()
    const links = statements.locator(`a[href="/records/${OF_FRANCE.id}"]`)
    expect(await links.count()).toBe(0)
  })

  it('stand on the desk of who says them', async () => {
    const page = await open(`/states/${FRANCE.id}`)
    const statements = partOf(page, 'Latest statements')
    await statements.locator(`a[href="/records/${OF_FRANCE.id}"]`).waitFor()
  })
})

describe.each([DESK, '/positions', '/positions?matter=sanctions'])('%s', (path) => {
  it('has nothing cut at the side in a window 400 pixels wide', async () => {
    const page = await open(path, { viewport: { width: 400, height: 800 } })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  it.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
    const page = await open(path, { colorScheme })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(CONTRAST_CHECK)).toEqual([])
  })
})
