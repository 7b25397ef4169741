import { describe, expect, it } from 'vitest'
import type { CodedRecord, NewsDocument, PartyRecord } from '../../core/index.js'
import type { LedgerLine } from './ledger-lines.js'
import { GoldReport } from './ledger-gold.js'
import { scoreLedger } from './ledger.js'

const TEXT =
  'Ruritania praised Syldavia on Monday. “Trade rose 5 percent,” Minister Rudolf Hentzau said.'

const document = {
  kind: 'document',
  id: 'document:1',
  source: '/in/report.txt',
  url: null,
  publisher: 'Ruritanian News Agency',
  published: '2022-06-20',
  text: TEXT,
} as unknown as NewsDocument

const party = (id: string, name: string, type: string, country: string | null): PartyRecord =>
  ({ kind: 'party', id, name, type, country, cameo: null, aliases: [], wikidata: null }) as never

const PARTIES = [
  party('p:fr', 'France', 'country', 'FRA'),
  party('p:de', 'Germany', 'country', 'DEU'),
  party('p:min', 'Minister Rudolf Hentzau', 'person', 'FRA'),
]

const ref = (id: string, name: string) => ({ id, name })
const FRANCE = ref('p:fr', 'France')
const GERMANY = ref('p:de', 'Germany')
const MINISTER = ref('p:min', 'Hentzau')

const record = (kind: string, quote: string, fields: object): CodedRecord => {
  const start = TEXT.indexOf(quote)
  const evidence = [{ start, end: start + quote.length, text: quote }]
  return { kind, id: `${kind}:1`, document: 'document:1', time: null, evidence, ...fields } as never
}

const gold = (fields: object) =>
  GoldReport.parse({ document: { published: '2022-06-20', publisher: 'RNA' }, ...fields })

const score = (records: readonly CodedRecord[], answers: object) =>
  scoreLedger([document, ...PARTIES, ...records] as LedgerLine[], [
    { stem: 'report', gold: gold(answers) },
  ])

const PRAISE = {
  event: 'SUPPORT',
  actor: ['France'],
  recipient: ['Germany'],
  factuality: 'actual',
  time: null,
  quote: 'praised Syldavia',
}
const praised = (fields: object = {}): CodedRecord =>
  record('event', 'praised Syldavia on Monday', {
    event: 'SUPPORT',
    actor: [FRANCE],
    recipient: [GERMANY],
    factuality: 'planned',
    ...fields,
  })

describe('events', () => {
  it('are right by words, sides and type; other fields are counted beside', () => {
    const { kinds, macroF1 } = score([praised()], { events: [PRAISE] })
    expect(kinds.event).toEqual({
      gold: 1,
      found: 1,
      right: 1,
      paired: 1,
      fields: {
        time: { right: 1, of: 1 },
        factuality: { right: 0, of: 1 },
        mode: { right: 1, of: 1 },
      },
    })
    expect(macroF1).toBeCloseTo(1 / 6, 12)
  })

  it('of another type are paired, and wrong', () => {
    const { kinds } = score([praised({ event: 'ACCUSE' })], { events: [PRAISE] })
    expect([kinds.event.right, kinds.event.paired]).toEqual([0, 1])
  })

  it('the other way round fit only where the type has no direction', () => {
    const turned = { actor: [GERMANY], recipient: [FRANCE] }
    expect(score([praised(turned)], { events: [PRAISE] }).kinds.event.paired).toBe(0)
    const met = { ...PRAISE, event: 'CONSULT' }
    const meeting = praised({ ...turned, event: 'CONSULT' })
    expect(score([meeting], { events: [met] }).kinds.event.right).toBe(1)
  })

  it('said twice are right once', () => {
    const { kinds } = score([praised(), praised()], { events: [PRAISE] })
    expect([kinds.event.right, kinds.event.found]).toEqual([1, 2])
  })

  it('that rest on other words are not paired', () => {
    const elsewhere = record('event', 'Trade rose 5 percent', { ...praised(), evidence: undefined })
    const evidence = [{ start: 39, end: 59, text: 'Trade rose 5 percent' }]
    const { kinds } = score([{ ...elsewhere, evidence }], { events: [PRAISE] })
    expect(kinds.event.paired).toBe(0)
  })

  it('of an official count for the state the answers name', () => {
    const byMinister = praised({ actor: [MINISTER] })
    expect(score([byMinister], { events: [PRAISE] }).kinds.event.right).toBe(1)
  })
})

describe('statements and figures', () => {
  const said = { speaker: 'Rudolf Hentzau', content: 'Trade rose 5 percent', directness: 'direct' }
  const person = { name: 'Rudolf Hentzau', type: 'person', country: 'FRA', mentions: [] }
  const statement = (fields: object) =>
    record('statement', 'Trade rose 5 percent', {
      speaker: MINISTER,
      content: 'Trade rose 5 percent',
      directness: 'direct',
      ...fields,
    })

  it('a statement needs its speaker, by surname too', () => {
    const answers = { statements: [said], parties: [person] }
    expect(score([statement({})], answers).kinds.statement.right).toBe(1)
    const byOther = statement({ speaker: GERMANY })
    expect(score([byOther], answers).kinds.statement).toMatchObject({ right: 0, paired: 1 })
  })

  it('a statement with too few of the words is not paired', () => {
    // "Trade" of four words: 2·1 / (1 + 4) = 0.4, below 0.6.
    const short = statement({ content: 'Trade' })
    expect(score([short], { statements: [said] }).kinds.statement.paired).toBe(0)
  })

  it('a figure needs value and unit', () => {
    const growth = { value: 5, unit: 'percent', subject: [], quote: 'rose 5 percent' }
    const figure = (value: number, unit: string) =>
      record('figure', '5 percent', { value, unit, comparator: '=', subject: [], indicator: null })
    const scored = (one: CodedRecord) => score([one], { figures: [growth] }).kinds.figure
    expect(scored(figure(5, '%'))).toMatchObject({ right: 1, paired: 1 })
    expect(scored(figure(5, 'EUR'))).toMatchObject({ right: 0, paired: 1 })
    expect(scored(figure(6, '%'))).toMatchObject({ right: 0, paired: 0 })
  })
})

describe('empty sides', () => {
  it('give 0 and no division by nothing', () => {
    expect(scoreLedger([], []).macroF1).toBe(0)
    const { kinds, macroF1 } = score([praised()], {})
    expect(kinds.event).toMatchObject({ gold: 0, found: 1, right: 0 })
    expect(macroF1).toBe(0)
  })

  it('name the answers whose report is not in the ledger', () => {
    const { unread, kinds } = scoreLedger([], [{ stem: 'gone', gold: gold({ events: [PRAISE] }) }])
    expect(unread).toEqual(['gone'])
    expect(kinds.event).toMatchObject({ gold: 1, found: 0 })
  })
})

it('evidence that is not the document’s own words is counted', () => {
  const broken = { ...praised(), evidence: [{ start: 0, end: 3, text: 'Sax' }] }
  expect(score([praised(), broken], {}).evidence).toEqual({ right: 1, of: 2 })
})
