import { describe, expect, it } from 'vitest'
import { listHappenings, type Happening } from '../../src/findings/happenings/happenings.js'
import { findSameEvents } from '../../src/findings/happenings/same-event.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

const PERSONS = {
  Macron: { type: 'person', country: 'FRA' },
  Colonna: { type: 'person', country: 'FRA' },
  Tokayev: { type: 'person', country: 'KAZ' },
  Scholz: { type: 'person', country: 'DEU' },
} as const

const DOCUMENTS = {
  wire: { published: '2023-11-01' },
  daily: { published: '2023-11-02' },
  weekly: { published: '2023-11-08' },
  copy: { published: '2023-11-02', duplicateOf: 'wire' },
}

const ledgerOf = (
  records: readonly WrittenRecord[],
  documents: WrittenLedger['documents'] = DOCUMENTS,
) => writtenLedger({ documents, parties: PERSONS, records })

const happeningsOf = (...records: readonly WrittenRecord[]): readonly Happening[] =>
  listHappenings(ledgerOf(records), settingAt())

/** Ids of the records of each happening. */
const joinedIn = (...records: readonly WrittenRecord[]): readonly string[] =>
  happeningsOf(...records).map((one) => one.records.join(' '))

const visit: WrittenRecord = {
  kind: 'event',
  id: 'visit',
  event: 'CONSULT',
  mode: 'visit',
  document: 'wire',
  actor: ['Macron'],
  recipient: ['Kazakhstan'],
  time: '2023-11-01',
  place: 'Astana',
  intensity: 4,
}
const talks: WrittenRecord = {
  kind: 'event',
  id: 'talks',
  event: 'CONSULT',
  mode: 'meet',
  document: 'daily',
  actor: ['Tokayev'],
  recipient: ['Macron'],
  time: '2023-11-01',
  intensity: 2.5,
}

describe('what is one happening', () => {
  it('joins a visit and the talks held there, whoever is named first', () => {
    const [happening, ...others] = happeningsOf(visit, talks)
    expect(others).toEqual([])
    expect(happening).toMatchObject({
      type: 'CONSULT',
      mode: 'visit',
      intensity: 4,
      days: { start: '2023-11-01', end: '2023-11-01', basis: 'stated' },
      place: 'Astana',
      factuality: 'actual',
      records: ['visit', 'talks'],
      documents: ['wire', 'daily'],
    })
    expect(happening?.sides.map((side) => side.name)).toEqual(['France', 'Kazakhstan'])
  })

  it('has the same id whatever the order of the records, and another for other records', () => {
    const [a] = happeningsOf(visit, talks)
    const [b] = happeningsOf(talks, visit)
    const [c] = happeningsOf(visit)
    expect(a?.id).toBe(b?.id)
    expect(a?.id).not.toBe(c?.id)
  })

  it('allows days by type: two for a visit, none for an attack', () => {
    const later = { ...talks, document: 'weekly' }
    expect(joinedIn(visit, { ...later, time: '2023-11-03' })).toHaveLength(1)
    expect(joinedIn(visit, { ...later, time: '2023-11-04' })).toHaveLength(2)
    const attack: WrittenRecord = {
      kind: 'event',
      event: 'ASSAULT',
      document: 'wire',
      actor: ['Russia'],
      recipient: ['Ukraine'],
      place: 'Kyiv',
      time: '2023-11-01',
    }
    expect(joinedIn(attack, { ...attack, document: 'daily' })).toHaveLength(1)
    expect(joinedIn(attack, { ...attack, document: 'daily', time: '2023-11-02' })).toHaveLength(2)
    expect(joinedIn(attack, { ...attack, document: 'daily', place: 'Odesa' })).toHaveLength(2)
    expect(joinedIn(attack, { ...attack, document: 'daily', place: null })).toHaveLength(2)
  })

  it('keeps the visits of two persons of one side apart', () => {
    expect(joinedIn(visit, { ...talks, recipient: ['France'] })).toHaveLength(1)
    expect(joinedIn(visit, { ...talks, recipient: ['Colonna'] })).toHaveLength(2)
  })

  it('keeps a visit to Paris apart from one to Astana', () => {
    expect(joinedIn(visit, { ...talks, place: 'Kazakhstan' })).toHaveLength(1)
    expect(joinedIn(visit, { ...talks, place: 'Paris' })).toHaveLength(2)
  })

  it('keeps a telephone call apart from a meeting', () => {
    expect(joinedIn(visit, { ...talks, mode: 'phone' })).toHaveLength(2)
  })

  it('takes one side of many more or less for the same summit, a talk of two for another', () => {
    const summit: WrittenRecord = {
      ...visit,
      id: 'summit',
      mode: 'multilateral',
      actor: ['Germany'],
      recipient: ['Kazakhstan', 'Uzbekistan', 'Kyrgyzstan', 'Armenia'],
      place: 'Berlin',
    }
    const without = {
      ...summit,
      id: 'without',
      document: 'daily',
      recipient: ['Kazakhstan', 'Uzbekistan', 'Kyrgyzstan'],
    }
    const aside = { ...summit, id: 'aside', document: 'daily', recipient: ['Kazakhstan'] }
    expect(joinedIn(summit, without)).toEqual(['summit without'])
    expect(joinedIn(summit, aside)).toHaveLength(2)
  })

  it('does not let a list of many visits draw the visits to each into one', () => {
    const list: WrittenRecord = {
      ...visit,
      id: 'list',
      actor: ['Kazakhstan'],
      recipient: ['Germany', 'Poland', 'Italy'],
      place: null,
    }
    const one = { ...list, id: 'one', document: 'daily', recipient: ['Germany'] }
    const other = { ...list, id: 'other', document: 'daily', recipient: ['Poland'] }
    expect(joinedIn(list, one, other)).toHaveLength(3)
  })

  it('tells the accused from the accuser', () => {
    const accusation: WrittenRecord = {
      kind: 'event',
      event: 'ACCUSE',
      document: 'wire',
      actor: ['Russia'],
      recipient: ['Poland'],
      words: 'accused Warsaw of blocking grain transit',
      time: '2023-11-01',
    }
    const again = { ...accusation, document: 'daily', words: 'grain transit blocked by Poland' }
    expect(joinedIn(accusation, again)).toHaveLength(1)
    expect(
      joinedIn(accusation, { ...again, actor: ['Poland'], recipient: ['Russia'] }),
    ).toHaveLength(2)
  })

  it('asks of two reports of words that they are about one subject', () => {
    const praise: WrittenRecord = {
      kind: 'event',
      event: 'SUPPORT',
      document: 'wire',
      actor: ['Scholz'],
      recipient: ['Kazakhstan'],
      words: 'praised the closing of loopholes for sanctioned electronics',
      time: '2023-11-01',
    }
    const same = {
      ...praise,
      document: 'daily',
      words: 'lauded it for closing electronics loopholes',
    }
    const other = { ...praise, document: 'daily', words: 'praised the vineyards of the south' }
    expect(joinedIn(praise, same)).toHaveLength(1)
    expect(joinedIn(praise, other)).toHaveLength(2)
    expect(joinedIn(praise, { ...other, document: 'wire' })).toHaveLength(1)
  })

  it('keeps what is planned, possible and denied apart from what happened', () => {
    for (const factuality of ['planned', 'possible', 'denied'] as const)
      expect(joinedIn(visit, { ...talks, factuality })).toHaveLength(2)
    expect(joinedIn(visit, { ...talks, factuality: 'ongoing' })).toHaveLength(1)
  })

  it('takes what a report dates after itself for planned, however it is put', () => {
    const [happening] = happeningsOf({ ...visit, factuality: 'ongoing', time: '2023-11-02' })
    expect(happening?.factuality).toBe('planned')
  })
})

describe('reports without a day', () => {
  it('joins what a report of those days brings as news, if a person is the same', () => {
    expect(joinedIn(visit, { ...talks, time: null })).toHaveLength(1)
    expect(joinedIn(visit, { ...talks, time: null, document: 'weekly' })).toHaveLength(2)
    expect(
      joinedIn(visit, { ...talks, time: null, actor: ['Kazakhstan'], recipient: ['France'] }),
    ).toHaveLength(2)
  })

  it('joins the visit of which the same document gave the day, not one of years ago', () => {
    const mention = { ...talks, time: null, document: 'weekly' }
    expect(joinedIn({ ...visit, document: 'weekly' }, mention)).toHaveLength(1)
    expect(joinedIn({ ...visit, document: 'weekly', time: '2022-11-01' }, mention)).toHaveLength(2)
  })

  it('joins neither of two that it fits as well', () => {
    const call = { ...talks, mode: 'phone', document: 'wire', time: '2023-11-01', place: 'Astana' }
    const unclear = { ...talks, mode: null, time: null }
    expect(joinedIn(visit, { ...call, id: 'call' }, { ...unclear, id: 'unclear' })).toHaveLength(3)
  })

  it('never joins long times across documents: many visits lie in one year', () => {
    const inYear = { ...talks, time: '2023' }
    expect(joinedIn({ ...visit, time: '2023' }, inYear)).toHaveLength(2)
  })

  it('gives the narrowest day that a report states, else that of the first report', () => {
    const [stated] = happeningsOf({ ...visit, time: '2023-11' }, talks)
    expect(stated?.days).toEqual({ start: '2023-11-01', end: '2023-11-01', basis: 'stated' })
    const [published] = happeningsOf({ ...visit, time: null }, { ...talks, time: null })
    expect(published?.days).toEqual({ start: '2023-11-01', end: '2023-11-01', basis: 'published' })
  })
})

describe('who tells', () => {
  it('counts a wire copy once, and takes two originals for surer than one', () => {
    const again = { ...visit, id: 'again', document: 'copy' }
    const [copied] = happeningsOf(visit, again)
    expect(copied).toMatchObject({ documents: ['wire', 'copy'], originals: ['wire'] })
    expect(copied?.confidence).toBeCloseTo(0.8)
    const [told] = happeningsOf(visit, talks)
    expect(told?.confidence).toBeCloseTo(1 - 0.2 * 0.2)
  })
})

describe('findSameEvents', () => {
  const findingsOf = (...records: readonly WrittenRecord[]) =>
    findSameEvents(ledgerOf(records), settingAt()).value

  it('finds the visit of which two documents tell, and cites both', () => {
    const [finding, ...others] = findingsOf(visit, talks)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      finding: 'same-event',
      records: ['visit', 'talks'],
      why: 'wire (1 November 2023) and daily (2 November 2023) tell of a visit between France and Kazakhstan on 1 November 2023.',
    })
    expect(finding?.strength).toBeCloseTo(0.64)
  })

  it('finds nothing where one document or its copy tells it', () => {
    expect(findingsOf(visit, { ...talks, document: 'wire' })).toEqual([])
    expect(findingsOf(visit, { ...talks, document: 'copy' })).toEqual([])
  })

  it('finds nothing where the records are more likely wrong than right', () => {
    expect(findingsOf(visit, { ...talks, confidence: 0.3 })).toEqual([])
  })

  it('says of an announcement that it is one', () => {
    const [finding] = findingsOf(
      { ...visit, factuality: 'planned', time: '2023-11-09' },
      { ...talks, factuality: 'planned', time: '2023-11-09' },
    )
    expect(finding?.why).toContain('announce a visit between France and Kazakhstan')
  })
})
