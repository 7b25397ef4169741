import ical from 'node-ical'
import type { VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import {
  calendarEntryOf,
  calendarLines,
  calendarOf,
  LICENCE_NOTE,
  newTally,
} from '../../src/exports/index.js'
import {
  days,
  DOCUMENTS,
  eventOf,
  EVENTS,
  FORMULA,
  PARTIES,
  SENTENCE,
  textOf,
  writtenItems,
} from './written.js'

const setting = { sentenceOf: () => SENTENCE, stampedOn: '2024-01-01' }
const parties = new Map(Object.values(PARTIES).map((party) => [party.id, party]))

function eventsOf(text: string): VEvent[] {
  return Object.values(ical.sync.parseICS(text)).filter(
    (one): one is VEvent => one?.type === 'VEVENT',
  )
}

const written = (records?: Parameters<typeof writtenItems>[0]): Promise<string> =>
  textOf(calendarLines(writtenItems(records), newTally(), setting))

/** The day of a date that stands for a whole day. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

describe('the calendar', () => {
  test('has the visits and meetings with days, their status by factuality', async () => {
    const tally = newTally()
    const text = await textOf(calendarLines(writtenItems(), tally, setting))
    const events = eventsOf(text)
    expect(events.map(({ uid, status }) => [uid, status])).toEqual([
      [`${EVENTS.planned.id.replace(':', '-')}@chancery`, 'TENTATIVE'],
      [`${EVENTS.met.id.replace(':', '-')}@chancery`, 'CONFIRMED'],
      [`${EVENTS.denied.id.replace(':', '-')}@chancery`, 'CANCELLED'],
      [`${EVENTS.bare.id.replace(':', '-')}@chancery`, 'CONFIRMED'],
    ])
    expect(tally.rows).toBe(4)
    expect([...tally.leftOut.values()]).toEqual([1]) // the talks in June
  })

  test('has whole days, the last one included', async () => {
    const [planned, met] = eventsOf(await written())
    expect(planned?.datetype).toBe('date')
    expect(
      [planned, met].map((event) => event && [dayOf(event.start), dayOf(event.end as Date)]),
    ).toEqual([
      ['2023-11-02', '2023-11-03'],
      ['2023-10-28', '2023-10-30'],
    ])
  })

  test('gives the sentence, the source and the record', async () => {
    const [planned, met] = eventsOf(await written())
    expect(planned?.summary).toBe('Visit: Ana Ionescu – Kazakhstan')
    expect(met?.summary).toBe('Meeting: Romania, European Union – Kazakhstan')
    expect(planned?.location).toBe('Astana')
    expect(String(planned?.url)).toBe('https://news.example/0?a=1;b=2')
    expect(String(planned?.description).split('\n')).toEqual([
      `“${SENTENCE}”`,
      `Source: The "Daily", Inc., 2023-10-30, ${FORMULA}`,
      'https://news.example/0?a=1;b=2',
      `Chancery: planned, confidence 0.75, ${EVENTS.planned.id}`,
    ])
  })

  test('passes over copies of a report, other events, telephone calls, and what has no or too many days', async () => {
    const none = [
      EVENTS.copied,
      eventOf({ event: 'AGREE', mode: null }),
      eventOf({ mode: 'phone' }),
      eventOf({ time: null }),
      eventOf({ time: days('2023-09-01', '2023-11-30') }),
      eventOf({ time: { ...days('2023-01-01', '2023-12-31'), granularity: 'year' } }),
    ]
    expect(eventsOf(await written(none))).toEqual([])
    expect(
      eventsOf(await written([eventOf({ time: days('2023-11-01', '2023-11-14') })])),
    ).toHaveLength(1)
  })

  test('is stamped with the day of the report, and with the day given where that is unknown', async () => {
    const events = eventsOf(await written([EVENTS.met, EVENTS.bare]))
    expect(events.map(({ dtstamp }) => dtstamp.toISOString().slice(0, 10))).toEqual([
      '2023-10-30',
      '2024-01-01',
    ])
  })

  test('cannot be broken out of by the words of a report', async () => {
    const place = 'Astana\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:made up\u0007; x, y\\n'
    const text = await written([eventOf({ place })])
    expect(eventsOf(text)).toHaveLength(1)
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
    expect(text).not.toContain('\u0007')
    const entry = calendarEntryOf(EVENTS.planned, { ...ground, document: hostile })
    expect(calendarOf(entry ? [entry] : [], '2024-01-01')).not.toMatch(/^(X-EVIL|URL)/m)
  })

  test('has lines of 75 bytes at most, ended as RFC 5545 wants, and says its licence', async () => {
    const text = await written([eventOf({ place: 'Нұр-Сұлтан 🕊️ '.repeat(30) })])
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const unfolded = text.replaceAll('\r\n ', '').replaceAll(/\\([,;])/g, '$1')
    expect(unfolded).toContain(LICENCE_NOTE)
    expect(eventsOf(text)[0]?.location).toContain('Нұр-Сұлтан 🕊️')
  })

  test('as a feed is the same, entry by entry, as streamed', async () => {
    const records = [EVENTS.planned, EVENTS.met]
    const entries = records.flatMap((record) => calendarEntryOf(record, ground) ?? [])
    expect(calendarOf(entries, setting.stampedOn)).toBe(await written(records))
  })
})

const ground = { document: DOCUMENTS.first, parties, sentenceOf: setting.sentenceOf }
const hostile = { ...DOCUMENTS.first, url: 'https://news.example/\r\nX-EVIL:1' }
