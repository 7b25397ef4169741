import { describe, expect, it } from 'vitest'
import { findClaimConflicts } from '../../src/findings/claims/claim-conflicts.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

type Statement = Extract<WrittenRecord, { kind: 'statement' }>

const PARTIES: WrittenLedger['parties'] = {
  Serbia: { country: 'SRB' },
  Iran: { country: 'IRN' },
  Monitor: { type: 'ngo' },
  'Ana Ilic': { type: 'person', country: 'SRB' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  herald: { publisher: 'Herald', published: '2023-03-01' },
  gazette: { publisher: 'Gazette', published: '2023-09-01' },
  later: { publisher: 'Herald', published: '2025-03-01' },
}

const says = (
  id: string,
  document: string,
  speaker: string,
  cue: string,
  content: string,
  about: readonly string[] = [],
): Statement => ({ kind: 'statement', id, document, speaker, cue, content, words: content, about })

const conflictsIn = (records: readonly WrittenRecord[]) =>
  findClaimConflicts(
    writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records }),
    settingAt(),
  ).value

const shortOf = (records: readonly WrittenRecord[]) =>
  conflictsIn(records).map(({ sort, records: ids }) => [sort, ...ids])

const BOTH = ['Serbia', 'Russia']
const ALLEGED = says(
  'alleged',
  'gazette',
  'Monitor',
  'said',
  'Serbia helps Russia to circumvent sanctions',
  BOTH,
)
const PRAISED = says(
  'praised',
  'herald',
  'Germany',
  'praised',
  'Serbia’s efforts to prevent the circumvention of sanctions against Russia',
  BOTH,
)
const PLEDGED = says(
  'pledged',
  'herald',
  'Serbia',
  'pledged',
  'to comply with Western sanctions against Russia',
  ['Russia'],
)

describe('praise and an allegation', () => {
  it('conflict when one says that a side keeps what the other says it breaks', () => {
    expect(conflictsIn([PRAISED, ALLEGED])).toMatchObject([
      {
        finding: 'conflict',
        sort: 'praise-and-allegation',
        records: ['praised', 'alleged'],
        why: 'Germany praises “Serbia’s efforts to prevent the circumvention of sanctions against Russia” (Herald, 2023-03-01); but Monitor says “Serbia helps Russia to circumvent sanctions” (Gazette, 2023-09-01).',
      },
    ])
  })

  it('do not conflict when they are of two sides or of sanctions on two states', () => {
    const armenia = { ...ALLEGED, content: ALLEGED.content.replace('Serbia', 'Armenia') }
    expect(shortOf([PRAISED, { ...armenia, about: ['Armenia', 'Russia'] }])).toEqual([])
    const iran = { ...ALLEGED, content: ALLEGED.content.replace('Russia', 'Iran') }
    expect(shortOf([PRAISED, { ...iran, about: ['Serbia', 'Iran'] }])).toEqual([])
  })

  it('do not conflict when both say the same', () => {
    const helps = { ...ALLEGED, content: 'Serbia does not help Russia to circumvent sanctions' }
    expect(shortOf([PRAISED, helps])).toEqual([])
  })

  it('do not conflict when two years lie between them', () => {
    expect(shortOf([PRAISED, { ...ALLEGED, document: 'later' }])).toEqual([])
  })
})

describe('a pledge', () => {
  it('conflicts with a report that the side does the opposite', () => {
    expect(shortOf([PLEDGED, ALLEGED])).toEqual([['pledge-and-report', 'pledged', 'alleged']])
  })

  it('and praise stand apart against the same report: a reader checks them one by one', () => {
    expect(shortOf([PLEDGED, PRAISED, ALLEGED])).toEqual([
      ['pledge-and-report', 'pledged', 'alleged'],
      ['praise-and-allegation', 'praised', 'alleged'],
    ])
  })

  it('is told first, whether it is for the matter or against it', () => {
    const pledge = says(
      'pledge',
      'herald',
      'Serbia',
      'pledged',
      'not to supply weapons to Russia',
      ['Russia'],
    )
    const report = says(
      'report',
      'herald',
      'Monitor',
      'said',
      'Serbia supplies weapons to Russia',
      BOTH,
    )
    expect(shortOf([report, pledge])).toEqual([['pledge-and-report', 'pledge', 'report']])
  })

  it('does not conflict with an appeal to keep it', () => {
    const appeal = says(
      'appeal',
      'gazette',
      'Germany',
      'urged',
      'Serbia to stop circumventing sanctions against Russia',
      BOTH,
    )
    expect(shortOf([PLEDGED, appeal])).toEqual([])
  })

  it('does not conflict with what is only possible', () => {
    expect(shortOf([PLEDGED, { ...ALLEGED, factuality: 'possible' }])).toEqual([])
  })
})

describe('two reports of one side', () => {
  const says1 = says('one', 'herald', 'Monitor', 'said', 'Iran supplies drones to Russia', [
    'Iran',
    'Russia',
  ])
  it('conflict when two tellers say opposite things', () => {
    const two = says('two', 'gazette', 'Turkey', 'said', 'Iran does not supply drones to Russia', [
      'Iran',
      'Russia',
    ])
    expect(shortOf([says1, two])).toEqual([['contrary-claims', 'one', 'two']])
  })
  it('conflict when one of them is the side itself', () => {
    const own = says(
      'own',
      'herald',
      'Serbia',
      'said',
      'Serbia complies with the sanctions against Russia',
      BOTH,
    )
    expect(shortOf([own, ALLEGED])).toEqual([['contrary-claims', 'own', 'alleged']])
  })
  it('leave it to the denials when the side denies', () => {
    const own = says(
      'own',
      'herald',
      'Serbia',
      'said',
      'Serbia does not circumvent the sanctions against Russia',
      BOTH,
    )
    expect(shortOf([own, ALLEGED])).toEqual([])
  })
  it('do not conflict when one condemns what the other tells', () => {
    const two = says(
      'two',
      'gazette',
      'Turkey',
      'said',
      'the states condemned Iran supplying drones to Russia',
      ['Iran', 'Russia'],
    )
    expect(shortOf([says1, two])).toEqual([])
  })
})

describe('a side’s own messages', () => {
  const forIt = says(
    'for',
    'herald',
    'Serbia',
    'said',
    'Serbia supports the ceasefire in Ukraine',
    ['Ukraine'],
  )
  const against = (document: string) =>
    says('against', document, 'Ana Ilic', 'said', 'Serbia opposes the ceasefire in Ukraine', [
      'Serbia',
      'Ukraine',
    ])
  it('diverge when its officials say opposite things within a month', () => {
    expect(shortOf([forIt, against('herald')])).toEqual([['diverging-messages', 'for', 'against']])
  })
  it('do not diverge when it has changed its mind in half a year', () => {
    expect(shortOf([forIt, against('gazette')])).toEqual([])
  })
})
