import { describe, expect, it } from 'vitest'
import { findLifeCycles, listUpcoming } from '../../src/findings/life-cycles/life-cycles.js'
import { settingAt, writtenLedger, type WrittenRecord } from './ledgers.js'

const ledgerOf = (...records: readonly WrittenRecord[]) =>
  writtenLedger({
    documents: {
      announcing: { published: '2023-05-02' },
      later: { published: '2023-05-09' },
      reporting: { published: '2023-05-15' },
      looking: { published: '2023-05-18' },
      summer: { published: '2023-06-20' },
      copy: { published: '2023-05-15', duplicateOf: 'announcing' },
    },
    parties: {
      EU: { type: 'igo', name: 'European Union' },
      Xi: { type: 'person', country: 'CHN' },
      Wang: { type: 'person', country: 'CHN' },
      Tokayev: { type: 'person', country: 'KAZ' },
    },
    records,
  })

const livesOf = (...records: readonly WrittenRecord[]) =>
  findLifeCycles(ledgerOf(...records), settingAt()).value

const announced: WrittenRecord = {
  kind: 'event',
  id: 'announced',
  event: 'CONSULT',
  mode: 'visit',
  document: 'announcing',
  factuality: 'planned',
  actor: ['Xi'],
  recipient: ['Kazakhstan'],
  time: '2023-05-14',
}
const held: WrittenRecord = {
  ...announced,
  id: 'held',
  document: 'reporting',
  factuality: 'actual',
  actor: ['Tokayev'],
  recipient: ['Xi'],
}
const calledOff = (words: string): WrittenRecord => ({
  ...announced,
  id: 'off',
  document: 'later',
  factuality: 'actual',
  time: null,
  words,
})
/** Two reports of the days after, in which the visit could have stood. */
const elsewhere: readonly WrittenRecord[] = ['reporting', 'looking'].map((document) => ({
  kind: 'event',
  event: 'AID',
  document,
  actor: ['China'],
  recipient: ['Uzbekistan'],
}))

describe('visits and meetings', () => {
  it('follows a visit from its announcement to the report that it was held', () => {
    const [life, ...others] = livesOf(announced, held)
    expect(others).toEqual([])
    expect(life).toMatchObject({
      finding: 'life-cycle',
      sort: 'held',
      records: ['announced', 'held'],
      steps: [
        { step: 'announced', date: '2023-05-02', record: 'announced' },
        { step: 'held', date: '2023-05-14', record: 'held' },
      ],
      why: 'A visit between China and Kazakhstan was announced for 14 May 2023 (announcing, 2 May 2023) and reported as held on 14 May 2023 (reporting, 15 May 2023).',
    })
  })

  it('does not take another visit for the announced one', () => {
    expect(livesOf(announced, { ...held, time: '2023-04-14' })).toEqual([])
    expect(livesOf(announced, { ...held, recipient: ['Wang'] })).toEqual([])
    expect(livesOf(announced, { ...held, recipient: ['Germany'] })).toEqual([])
  })

  it('does not take a report for a witness of what it announces, nor its copy', () => {
    expect(livesOf(announced, { ...held, document: 'announcing' })).toEqual([])
    expect(livesOf(announced, { ...held, document: 'copy' })).toEqual([])
  })

  it('finds for an announcement without a day what its person did in the two months after', () => {
    const undated = { ...announced, time: null }
    expect(livesOf(undated, held)).toMatchObject([{ sort: 'held', records: ['announced', 'held'] }])
    expect(livesOf({ ...undated, actor: ['China'] }, held)).toEqual([])
    expect(livesOf(undated, { ...held, time: '2023-04-20' })).toEqual([])
  })

  it.each([
    ['Xi postponed his visit', 'postponed'],
    ['the visit was put off until the autumn', 'postponed'],
    ['Beijing called off the visit', 'cancelled'],
  ])('reads “%s” as a step', (words, step) => {
    expect(livesOf(announced, calledOff(words))).toMatchObject([
      {
        sort: step,
        steps: [{ step: 'announced' }, { step, date: '2023-05-09', record: 'off' }],
      },
    ])
  })

  it('does not read a denial of it as a step', () => {
    const denial = calledOff('Beijing denied that the visit was cancelled')
    expect(livesOf(announced, denial, ...elsewhere)[0]?.sort).not.toBe('cancelled')
  })

  it('follows a visit that was put off to the day on which it was held', () => {
    const lives = livesOf(announced, calledOff('Xi postponed his visit'), {
      ...held,
      document: 'summer',
      time: '2023-06-19',
    })
    expect(lives).toMatchObject([
      {
        steps: [{ step: 'announced' }, { step: 'postponed' }, { step: 'held', date: '2023-06-19' }],
      },
    ])
  })

  it('says what was announced and never reported, once its days of grace are past', () => {
    const ledger = ledgerOf(announced, ...elsewhere)
    const [life] = findLifeCycles(ledger, settingAt('2023-05-22')).value
    expect(life).toMatchObject({
      sort: 'not-reported',
      records: ['announced'],
      steps: [
        { step: 'announced', date: '2023-05-02', record: 'announced' },
        { step: 'not-reported', date: null, record: null },
      ],
    })
    expect(life?.why).toContain('not reported as held by any of the 2 reports up to 21 May 2023')
    expect(findLifeCycles(ledger, settingAt('2023-05-21')).value).toEqual([])
  })

  it('gives a month more grace than a day', () => {
    const ledger = ledgerOf({ ...announced, time: '2023-05', document: 'announcing' }, ...elsewhere)
    expect(findLifeCycles(ledger, settingAt('2023-06-10')).value).toEqual([])
  })

  it('says nothing of what nobody could have reported, or what any contact may have been', () => {
    expect(livesOf(announced)).toEqual([])
    expect(livesOf(announced, ...elsewhere, { ...held, recipient: ['Wang'] })).toEqual([])
    const sameDay = { ...announced, time: '2023-05-02' }
    expect(livesOf(sameDay, ...elsewhere)).toEqual([])
  })
})

describe('agreements', () => {
  const signed: WrittenRecord = {
    kind: 'agreement',
    id: 'signed',
    document: 'announcing',
    name: 'Enhanced Partnership and Cooperation Agreement',
    parties: ['Kazakhstan', 'EU'],
    status: 'signed',
    time: '2015-12-21',
  }
  const inForce: WrittenRecord = {
    ...signed,
    id: 'in-force',
    document: 'later',
    status: 'in-force',
    time: '2020-03-01',
  }

  it('follows a named agreement through its steps, in their order', () => {
    const negotiated: WrittenRecord = {
      ...signed,
      id: 'talked',
      status: 'negotiating',
      time: '2014',
    }
    expect(livesOf(inForce, signed, negotiated)).toMatchObject([
      {
        sort: 'in-force',
        records: ['talked', 'signed', 'in-force'],
        steps: [
          { step: 'negotiating', date: null },
          { step: 'signed', date: '2015-12-21' },
          { step: 'in-force', date: '2020-03-01' },
        ],
        why: 'The Enhanced Partnership and Cooperation Agreement between the European Union and Kazakhstan is reported as under negotiation in 2014 (announcing, 2 May 2023), signed on 21 December 2015 (announcing, 2 May 2023) and in force on 1 March 2020 (later, 9 May 2023).',
      },
    ])
  })

  it('knows an abbreviation by its letters', () => {
    expect(livesOf(signed, { ...inForce, name: 'EPCA' })).toHaveLength(1)
    expect(livesOf(signed, { ...inForce, name: 'CSTO' })).toEqual([])
  })

  it('tells the enhanced agreement from the one before, and the same name with another state', () => {
    expect(livesOf(signed, { ...inForce, name: 'Partnership and Cooperation Agreement' })).toEqual(
      [],
    )
    expect(livesOf(signed, { ...inForce, parties: ['Kyrgyzstan', 'EU'] })).toEqual([])
  })

  it('joins descriptions of one subject, not those of a word or two', () => {
    const visas: WrittenRecord = {
      ...signed,
      name: 'agreement on mutual visa exemption',
      parties: ['Kazakhstan', 'China'],
      time: '2023-05-01',
    }
    const later = {
      ...visas,
      id: 'ratified',
      document: 'summer',
      status: 'ratified',
      time: null,
    } as const
    expect(livesOf(visas, { ...later, name: 'visa exemption agreement' })).toHaveLength(1)
    expect(
      livesOf(visas, { ...later, name: 'agreement on mutual recognition of diplomas' }),
    ).toEqual([])
    expect(livesOf({ ...visas, name: 'agreement' }, { ...later, name: 'agreement' })).toEqual([])
  })

  it('takes the step from the act around the name, and the day with it', () => {
    const act: WrittenRecord = {
      kind: 'event',
      id: 'act',
      event: 'AGREE',
      document: 'announcing',
      actor: ['Kazakhstan'],
      recipient: ['EU'],
      words: 'the Agreement, signed on 21 December 2015',
      start: 50,
      time: '2015-12-21',
    }
    const named = { ...inForce, parties: [], document: 'announcing', start: 60, time: '2015-12-21' }
    expect(livesOf(act, named)).toMatchObject([
      {
        parties: [{ name: 'European Union' }, { name: 'Kazakhstan' }],
        steps: [
          { step: 'signed', date: '2015-12-21', record: 'act' },
          { step: 'in-force', date: null, record: 'in-force' },
        ],
      },
    ])
  })

  it('takes “will sign a memorandum” for one step, and what was signed then for the next', () => {
    const name = 'memorandum on cooperation in earthquake protection'
    const parties = ['Italy', 'Armenia']
    const due: WrittenRecord = {
      kind: 'event',
      id: 'due',
      event: 'AGREE',
      document: 'announcing',
      factuality: 'planned',
      actor: ['Italy'],
      recipient: ['Armenia'],
      words: `The two countries will sign a ${name}`,
      start: 0,
    }
    const draft: WrittenRecord = {
      ...{ ...signed, id: 'draft', name, parties, start: 30, time: null },
      ...({ status: 'proposed', factuality: 'planned' } as const),
    }
    const done: WrittenRecord = { ...signed, name, parties, document: 'reporting', time: null }
    expect(livesOf(due, draft, done)).toMatchObject([
      {
        steps: [
          { step: 'announced', date: '2023-05-02', record: 'due' },
          { step: 'signed', date: null, record: 'signed' },
        ],
      },
    ])
  })

  it('says nothing where the days contradict the order, or two signings lie years apart', () => {
    expect(livesOf(signed, { ...inForce, time: '2010-03-01' })).toEqual([])
    expect(livesOf(signed, { ...signed, id: 'other', time: '2019-12-21' }, inForce)).toEqual([])
  })

  it('leaves out what is denied or only possible', () => {
    expect(livesOf(signed, { ...inForce, factuality: 'denied' })).toEqual([])
    expect(livesOf(signed, { ...inForce, factuality: 'possible' })).toEqual([])
  })
})

describe('listUpcoming', () => {
  const upcomingAt = (asOf: string, ...records: readonly WrittenRecord[]) =>
    listUpcoming(ledgerOf(...records), settingAt(asOf)).map(({ happening, days, postponed }) => ({
      records: happening.records,
      start: days?.start ?? null,
      postponed,
    }))

  it('lists what is announced until its last day, and only once it is announced', () => {
    const expected = [{ records: ['announced'], start: '2023-05-14', postponed: false }]
    expect(upcomingAt('2023-05-03', announced)).toEqual(expected)
    expect(upcomingAt('2023-05-14', announced)).toEqual(expected)
    expect(upcomingAt('2023-05-15', announced)).toEqual([])
    expect(upcomingAt('2023-05-01', announced)).toEqual([])
  })

  it('leaves out what was held or cancelled, and marks what was put off', () => {
    const threeDays = { ...announced, time: '2023-05-14/2023-05-16' }
    expect(upcomingAt('2023-05-14', threeDays, held)).toHaveLength(1)
    expect(upcomingAt('2023-05-15', threeDays, held)).toEqual([])
    expect(upcomingAt('2023-05-10', announced, calledOff('Xi cancelled his visit'))).toEqual([])
    expect(upcomingAt('2023-05-10', announced, calledOff('Xi postponed his visit'))).toEqual([
      { records: ['announced'], start: '2023-05-14', postponed: true },
    ])
  })

  it('puts what has no day last, and drops it after two months', () => {
    const undated: WrittenRecord = { ...announced, id: 'undated', actor: ['Wang'], time: null }
    expect(upcomingAt('2023-05-10', undated, announced).map(({ start }) => start)).toEqual([
      '2023-05-14',
      null,
    ])
    expect(upcomingAt('2023-08-01', undated)).toEqual([])
  })
})
