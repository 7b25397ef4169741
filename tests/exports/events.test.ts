import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { loadCodebook } from '../../src/codebook/index.js'
import {
  csvwOfEvents,
  gdeltLines,
  LICENCE_NOTE,
  newTally,
  polecatLines,
} from '../../src/exports/index.js'
import { cameoOf } from '../../src/exports/events/cameo.js'
import { GDELT_COLUMNS } from '../../src/exports/events/gdelt.js'
import { POLECAT_COLUMNS } from '../../src/exports/events/polecat.js'
import { eventOf, EVENTS, RECORDS, textOf, writtenItems } from './written.js'

type Row = Record<string, string>
const TABS = { delimiter: '\t', relax_column_count: false } as const

async function polecat(records?: Parameters<typeof writtenItems>[0]): Promise<Row[]> {
  const text = await textOf(polecatLines(writtenItems(records), newTally()))
  return parse(text, { ...TABS, columns: true })
}

async function gdelt(records?: Parameters<typeof writtenItems>[0]): Promise<Row[]> {
  const text = await textOf(gdeltLines(writtenItems(records), newTally()))
  return parse(text, { ...TABS, columns: GDELT_COLUMNS.columns.map(({ column }) => column) })
}

describe('POLECAT’s columns', () => {
  test('are forty, in its order, under its header', async () => {
    const text = await textOf(polecatLines(writtenItems([]), newTally()))
    const header = text.trimEnd().split('\t')
    expect(header).toHaveLength(40)
    expect(header.slice(0, 7).join('|')).toBe(
      'Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts',
    )
    expect([header[14], header[22], header[39]]).toEqual([
      'Wikipedia Actor ID',
      'Wikipedia Recipient ID',
      'Version',
    ])
  })

  test('hold what happened and leave out what is planned, possible, denied or withdrawn', async () => {
    const tally = newTally()
    const text = await textOf(polecatLines(writtenItems(), tally))
    const { met, june, bare, copied } = EVENTS
    const rows: Row[] = parse(text, { ...TABS, columns: true })
    expect(rows.map((row) => row['Event ID'])).toEqual([met.id, june.id, bare.id, copied.id])
    expect(tally.rows).toBe(4)
    expect([...tally.leftOut.values()]).toEqual([2])
  })

  test('are filled with what the ledger knows, several parties in a cell', async () => {
    const [row] = await polecat([EVENTS.met])
    expect(row).toMatchObject({
      'Event Type': 'CONSULT',
      Intensity: '2.5',
      'Quad Code': 'VERBAL COOPERATION',
      Contexts: 'diplomatic; economic',
      'Actor Name': 'Romania; European Union',
      'Actor Country': 'ROU; None',
      'Actor Sectors': 'None; IGO',
      'Recipient Name': 'Kazakhstan',
      'Raw Placename': 'Astana',
      Source: "The 'Daily', Inc.",
      'Publication Date': '2023-10-30',
      'Story Organizations': 'European Union',
      Language: 'en',
      Version: 'coder-1 codebook-1',
    })
  })

  test('have the office that the same document gives a person', async () => {
    const rows = await polecat([eventOf(), ...RECORDS.slice(5, 8)])
    expect(rows[0]).toMatchObject({
      'Actor Title': 'Foreign Minister',
      'Primary Actor Sector': 'GOV',
      'Story People': 'Ana Ionescu; A stranger',
    })
  })

  test('stay empty where nothing is known: no day of publication for an event’s, no place made up', async () => {
    const [june] = await polecat([EVENTS.june])
    expect(june).toMatchObject({ 'Event Date': '', 'Raw Placename': '', 'Actor COW': '' })
    expect(june).toMatchObject({ Placename: '', Latitude: '', 'Wikipedia Actor ID': '' })
    const [bare] = await polecat([EVENTS.bare])
    expect(bare).toMatchObject({ 'Publication Date': '', Source: '', Contexts: '' })
  })

  test('have no mode that is Chancery’s own, and keep PLOVER’s of the same name', async () => {
    const request = eventOf({ event: 'REQUEST', mode: 'meet', quad: 'verbal-conflict' })
    const rows = await polecat([EVENTS.met, request, eventOf({ mark: 'visit' })])
    expect(rows.map((row) => row['Event Mode'])).toEqual(['', 'meet', 'visit'])
  })

  test('survive tabs, line ends, quotes and formulas in names, with quotes read and without', async () => {
    const hard = eventOf({ place: '=cmd\t"Asta\nna"' })
    const text = await textOf(polecatLines(writtenItems([hard]), newTally()))
    const [, plain = ''] = text.trimEnd().split('\n')
    expect(plain.split('\t')).toHaveLength(40)
    expect((await polecat([hard]))[0]?.['Raw Placename']).toBe("'=cmd 'Asta na'")
  })
})

describe('GDELT’s columns', () => {
  test('are sixty-one, in its order, without a header', async () => {
    const names = GDELT_COLUMNS.columns.map(({ column }) => column)
    expect(names).toHaveLength(61)
    expect([names[5], names[15], names[25], names[30], names[35], names[51], names[60]]).toEqual([
      ...['Actor1Code', 'Actor2Code', 'IsRootEvent', 'GoldsteinScale', 'Actor1Geo_Type'],
      ...['ActionGeo_Type', 'SOURCEURL'],
    ])
    expect(await textOf(gdeltLines(writtenItems([]), newTally()))).toBe('')
  })

  test('have a row a pair of one actor and one recipient, filled with what is known', async () => {
    const rows = await gdelt([EVENTS.met])
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      ...{ SQLDATE: '', MonthYear: '202310', Year: '2023', FractionDate: '' },
      ...{ Actor1Code: 'ROM', Actor1Name: 'ROMANIA', Actor1CountryCode: 'ROM' },
      ...{ Actor2Code: 'KAZ', Actor2CountryCode: 'KAZ', IsRootEvent: '1' },
      ...{ EventCode: '040', EventBaseCode: '040', EventRootCode: '04', QuadClass: '1' },
      ...{ GoldsteinScale: '1.0', NumMentions: '1', NumSources: '1', NumArticles: '1' },
      ...{ AvgTone: '', ActionGeo_FullName: 'Astana', ActionGeo_Type: '', DATEADDED: '' },
      SOURCEURL: 'https://news.example/0?a=1;b=2',
    })
    expect(rows[1]).toMatchObject({ Actor1Code: 'IGOEUREEC', Actor1Type1Code: 'IGO' })
  })

  test('have the dates of one day as GDELT’s files have them', async () => {
    const [row] = await gdelt([eventOf({ time: { ...day('2017-05-14') } })])
    expect(row).toMatchObject({
      SQLDATE: '20170514',
      MonthYear: '201705',
      FractionDate: '2017.3671',
    })
  })

  test('have codes put together for parties without one, none for those of whom nothing is known', async () => {
    const [mine, stranger] = await gdelt([EVENTS.june])
    expect(mine).toMatchObject({ Actor1Code: 'KAZBUS', Actor1Type1Code: 'BUS', Actor2Code: '' })
    expect(stranger).toMatchObject({ Actor1Code: '', Actor1CountryCode: '', IsRootEvent: '0' })
  })

  test('have numbers that are whole, each another, and lead back to the record', async () => {
    const numbers = (await gdelt()).map((row) => Number(row['GLOBALEVENTID']))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.every(Number.isSafeInteger)).toBe(true)
    const digits = Math.floor((numbers[0] ?? 0) / 512)
      .toString(16)
      .padStart(11, '0')
    expect(EVENTS.met.id.startsWith(`event:${digits}`)).toBe(true)
  })

  test('have no CAMEO code where several of its roots are possible', () => {
    expect(cameoOf({ event: 'REQUEST', mode: 'yield' })).toBeNull()
    expect(cameoOf({ event: 'ACCUSE', mode: null })).toBeNull()
    expect(cameoOf({ event: 'ACCUSE', mode: 'allege' })).toMatchObject({ code: '112', root: '11' })
    expect(cameoOf({ event: 'RETREAT', mode: 'ceasefire' })).toMatchObject({
      code: '0871',
      base: '087',
    })
  })
})

const day = (iso: string) => ({ start: iso, end: iso, granularity: 'day' as const, text: iso })

describe('what fills the columns', () => {
  test('knows every event type and mode of the codebook, and no others', () => {
    const known = new Set(
      codebookModes().flatMap(({ event, modes }) => [
        event,
        ...modes.map((mode) => `${event}/${mode}`),
      ]),
    )
    const listed = [
      ...readFileSync(
        new URL('../../src/exports/events/cameo.yaml', import.meta.url),
        'utf8',
      ).matchAll(/^ {2}([A-Z]+(?:\/[a-z-]+)?):/gm),
    ].map((match) => match[1] ?? '')
    expect(listed.filter((name) => !known.has(name))).toEqual([])
    for (const { event } of codebookModes()) expect(listed).toContain(event)
    expect(POLECAT_COLUMNS.ownModes.filter((name) => !known.has(name))).toEqual([])
  })

  test('stands in the guide, column by column', () => {
    const guide = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8')
    for (const { column, says } of [...POLECAT_COLUMNS.columns, ...GDELT_COLUMNS.columns])
      expect(guide, column).toContain(`| ${column} | ${says.replaceAll('|', '\\|')} |`)
  })

  test('is described beside the file, with the header that GDELT’s has not, and the licence', () => {
    for (const [format, columns, header] of [
      ['polecat', POLECAT_COLUMNS, true],
      ['gdelt', GDELT_COLUMNS, false],
    ] as const) {
      const schema = JSON.parse(csvwOfEvents(format, `events.${format}`)) as Csvw
      expect(schema.dialect).toMatchObject({ delimiter: '\t', header })
      expect(schema['dc:rights']).toBe(LICENCE_NOTE)
      expect(schema.tableSchema.columns.map(({ titles }) => titles)).toEqual(
        columns.columns.map(({ column }) => column),
      )
    }
  })
})

interface Csvw {
  dialect: object
  'dc:rights': string
  tableSchema: { columns: { titles: string }[] }
}

function codebookModes(): { event: string; modes: string[] }[] {
  return loadCodebook().value.entries.events.map(({ event, modes }) => ({
    event,
    modes: modes.map(({ mode }) => mode),
  }))
}
