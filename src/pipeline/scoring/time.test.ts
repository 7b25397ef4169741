import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairTimes, scoreTimes } from './time.js'
import { readTimesAt, readTimesByPattern } from './time-read.js'
import { parseTimeMl, type TimexAnnotation } from './time-tml.js'

const TML = `<?xml version="1.0" ?>
<TimeML><DOCID>own-1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-06-20" functionInDocument="CREATION_TIME">2023-06-20</TIMEX3></DCT>
<TITLE>Talks &amp; trade</TITLE>
<TEXT>
The ministers of R&amp;D <EVENT eid="e1" class="OCCURRENCE">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2023-06-16">Friday</TIMEX3>.
Trade grew <TIMEX3 tid="t2" type="DATE" value="2022">last <EVENT eid="e2" class="STATE">year</EVENT></TIMEX3> for <TIMEX3 tid="t3" type="DURATION" value="P3M">three months</TIMEX3>.
</TEXT></TimeML>`

describe('parseTimeMl', () => {
  const document = parseTimeMl(TML)
  it('gives the text without tags, entities decoded, and the creation time', () => {
    expect(document.text.trim().split('\n')[0]).toBe('The ministers of R&D met on Friday.')
    expect(document.created).toBe('2023-06-20')
  })
  it('gives time expressions as offsets into that text', () => {
    const words = document.times.map(({ start, end }) => document.text.slice(start, end))
    expect(words).toEqual(['Friday', 'last year', 'three months'])
    expect(document.times.map(({ value }) => value)).toEqual(['2023-06-16', '2022', 'P3M'])
  })
  it('gives an empty text for anything else, and never throws', () => {
    expect(parseTimeMl('no markup')).toEqual({ text: '', created: null, times: [] })
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseTimeMl(`<TEXT>${text}</TEXT>`)
        for (const time of parsed.times) expect(time.end).toBeLessThanOrEqual(parsed.text.length)
      }),
    )
  })
  it('is read by patterns just as it was annotated', () => {
    expect(readTimesByPattern(document)).toEqual(document.times)
    expect(readTimesAt(document, document.times)).toEqual(document.times)
  })
})

const time = (start: number, end: number, value = '2022', type = 'DATE') =>
  ({ start, end, value, type }) as TimexAnnotation

describe('scoreTimes', () => {
  it('is perfect on itself and nothing on nothing found', () => {
    const gold = [time(0, 4), time(10, 15)]
    const scores = scoreTimes([{ gold, found: gold }])
    expect([scores.relaxedF1, scores.strictF1, scores.valueF1]).toEqual([1, 1, 1])
    expect(scoreTimes([{ gold, found: [] }]).relaxedF1).toBe(0)
  })
  it('counts overlap, exact span and value apart', () => {
    const gold = [time(0, 4), time(10, 15), time(20, 25)]
    const found = [time(0, 4, '2021'), time(9, 15), time(30, 35)]
    const scores = scoreTimes([{ gold, found }])
    expect(scores.relaxedF1).toBeCloseTo(2 / 3)
    expect(scores.strictF1).toBeCloseTo(1 / 3)
    expect(scores.valueF1).toBeCloseTo(1 / 3)
  })
  it('uses each expression once', () => {
    expect(pairTimes({ gold: [time(0, 10)], found: [time(0, 4), time(5, 10)] })).toHaveLength(1)
  })
  it('sums over documents before dividing', () => {
    const one = { gold: [time(0, 4)], found: [time(0, 4)] }
    const other = { gold: [time(0, 4), time(5, 9), time(10, 14)], found: [] }
    expect(scoreTimes([one, other]).relaxedF1).toBeCloseTo(2 / 5)
  })
})
