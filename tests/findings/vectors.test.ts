import { describe, expect, it } from 'vitest'
import { listHappenings } from '../../src/findings/happenings/happenings.js'
import { vectorsOf, type VectorOptions } from '../../src/findings/balance/vectors.js'
import { settingAt, writtenLedger, type WrittenRecord } from './ledgers.js'

type WrittenEvent = Extract<WrittenRecord, { kind: 'event' }>

/** A meeting of Kazakhstan with partners, on a day of its own; `intensity` 4 and cooperative unless told. */
const meeting = (
  time: string,
  partners: readonly string[],
  more: Partial<WrittenEvent> = {},
): WrittenRecord => ({
  kind: 'event',
  event: 'CONSULT',
  actor: ['Kazakhstan'],
  recipient: partners,
  time,
  intensity: 4,
  ...more,
})

const groundOf = (records: readonly WrittenRecord[]) =>
  writtenLedger({
    documents: {
      report: { published: '2024-06-01' },
      other: { published: '2024-06-02' },
    },
    parties: {
      EU: { type: 'igo', name: 'European Union' },
      Rosatom: { type: 'company', country: 'RUS' },
      Macron: { type: 'person', country: 'FRA' },
    },
    records,
  })

const vectors = (records: readonly WrittenRecord[], options?: VectorOptions) => {
  const ground = groundOf(records)
  return vectorsOf(ground, listHappenings(ground, settingAt()), 'Kazakhstan', options)
}

const conflict = { event: 'ACCUSE', quad: 'verbal-conflict', intensity: -2 } as const

describe('vectorsOf', () => {
  it('gives each partner its share, warmth, quads and days', () => {
    const found = vectors([
      meeting('2023-01-10', ['France']),
      meeting('2023-05-10', ['Macron']),
      meeting('2023-02-10', ['Russia']),
      meeting('2023-03-10', ['Russia'], conflict),
    ])
    expect(found).toMatchObject([
      {
        partner: { name: 'France' },
        happenings: 2,
        warmth: 4,
        first: '2023-01-10',
        last: '2023-05-10',
      },
      {
        partner: { name: 'Russia' },
        happenings: 2,
        warmth: 1,
        quads: { 'verbal-cooperation': 1, 'verbal-conflict': 1, 'material-conflict': 0 },
      },
    ])
    expect(found.map(({ share }) => share)).toEqual([2 / 3, 1 / 3])
  })

  it('counts a happening with k partners 1/k for each', () => {
    const found = vectors([
      meeting('2023-01-10', ['France', 'Germany']),
      meeting('2023-05-10', ['France']),
    ])
    expect(found.map(({ partner, share }) => [partner.name, share])).toEqual([
      ['France', 0.75],
      ['Germany', 0.25],
    ])
  })

  it('counts happenings, not reports', () => {
    const twice = [
      meeting('2023-01-10', ['Russia']),
      meeting('2023-01-10', ['Russia'], { document: 'other' }),
    ]
    const found = vectors([...twice, meeting('2023-02-10', ['France'])])
    expect(found.map(({ share }) => share)).toEqual([0.5, 0.5])
  })

  it('leaves out what is planned, denied, put off or more likely wrong, unless asked', () => {
    const records = [
      meeting('2023-01-10', ['France'], { factuality: 'planned' }),
      meeting('2023-02-10', ['Italy'], { factuality: 'denied' }),
      meeting('2023-03-10', ['Poland'], { words: 'the meeting was postponed' }),
      meeting('2023-04-10', ['Japan'], { confidence: 0.4 }),
    ]
    expect(vectors(records)).toEqual([])
    const planned = vectors(records, { factualities: new Set(['planned']) })
    expect(planned.map(({ partner }) => partner.name)).toEqual(['France'])
    const unsure = vectors(records, { leastConfidence: 0 })
    expect(unsure.map(({ partner }) => partner.name)).toEqual(['Japan'])
  })

  it('takes states and international organisations for partners, companies only when asked', () => {
    const records = [meeting('2023-01-10', ['EU']), meeting('2023-02-10', ['Rosatom'])]
    expect(vectors(records).map(({ partner }) => partner.id)).toEqual(['EU'])
    const companies = vectors(records, { partnerTypes: new Set(['company']) })
    expect(companies.map(({ partner }) => partner.id)).toEqual(['Rosatom'])
  })

  it('keeps to the days asked for, and leaves out what may lie outside', () => {
    const records = [
      meeting('2022-12-31', ['France']),
      meeting('2023-01-01', ['Germany']),
      meeting('2022', ['Italy']),
      meeting('2023-02', ['Japan']),
    ]
    const found = vectors(records, { from: '2023-01-01', to: '2023-12-31' })
    expect(found.map(({ partner }) => partner.name)).toEqual(['Germany', 'Japan'])
  })
})

describe('a trend', () => {
  /** One meeting a month from January 2022 on, its intensity given. */
  const monthly = (intensities: readonly number[]) =>
    intensities.map((intensity, index) =>
      meeting(
        `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-10`,
        ['Russia'],
        { intensity },
      ),
    )

  it('is the least-squares slope a quarter, within its interval', () => {
    const [vector] = vectors(monthly([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]))
    expect(vector?.trend).toMatchObject({ happenings: 12, quarters: 4 })
    expect(vector?.trend?.slope).toBeCloseTo(1)
    expect(vector?.trend?.low).toBeCloseTo(1)
    expect(vector?.trend?.high).toBeCloseTo(1)
  })

  it('has an interval that covers no change where the intensities only scatter', () => {
    const [vector] = vectors(monthly([3, -2, 4, 0, 5, -1, 2, 4, -3, 3, 1, 0]))
    expect(vector?.trend?.low).toBeLessThan(0)
    expect(vector?.trend?.high).toBeGreaterThan(0)
  })

  it('is unknown with few happenings, or with few quarters', () => {
    expect(vectors(monthly([0, 1, 2, 3, 4, 5, 6]))[0]?.trend).toBeNull()
    const inTwoQuarters = ['01', '02', '03', '04', '05', '06'].flatMap((month) =>
      ['05', '25'].map((day) => meeting(`2022-${month}-${day}`, ['Russia'])),
    )
    expect(vectors(inTwoQuarters)[0]?.trend).toBeNull()
  })
})
