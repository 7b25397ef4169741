import { describe, expect, it } from 'vitest'
import { findCorroboration } from '../../src/findings/corroboration/corroboration.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

const PARTIES: WrittenLedger['parties'] = {
  EU: { type: 'igo', name: 'European Union' },
  Egypt: { country: 'EGY' },
  Sudan: { country: 'SDN' },
  'Sami Hafez': { type: 'person', country: 'EGY' },
  'Lena Vogt': { type: 'person', country: 'DEU' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  herald: { publisher: 'Herald', published: '2023-03-01' },
  gazette: { publisher: 'Gazette', published: '2023-03-04' },
  wire: { publisher: 'Wire', published: '2023-03-01' },
  later: { publisher: 'Evening', published: '2026-01-10' },
  citing: { publisher: 'Morning', citedSources: ['Herald'] },
  copied: { publisher: 'Copyist', duplicateOf: 'herald' },
}

const foundIn = (records: readonly WrittenRecord[]) =>
  findCorroboration(writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records }), settingAt())
    .value

const idsOf = (records: readonly WrittenRecord[]) => foundIn(records).map((one) => one.records)

const partners = (document: string, more: object = {}): WrittenRecord => ({
  kind: 'relation',
  id: document,
  document,
  a: 'Egypt',
  b: 'EU',
  label: 'strategic-partner',
  words: 'Egypt and the EU are strategic partners',
  ...more,
})

describe('the same relation', () => {
  it('is borne out by two sources that do not copy each other', () => {
    expect(
      foundIn([partners('herald'), partners('gazette', { a: 'EU', b: 'Egypt' })]),
    ).toMatchObject([
      {
        finding: 'corroboration',
        records: ['herald', 'gazette'],
        why: '2 sources that do not copy each other tell of the relation “strategic partner” between Egypt and European Union: Herald has “Egypt and the EU are strategic partners” (2023-03-01); Gazette has “Egypt and the EU are strategic partners” (2023-03-04).',
      },
    ])
  })

  it('is not borne out by a copy of one report, or by a report that cites it', () => {
    expect(idsOf([partners('herald'), partners('copied')])).toEqual([])
    expect(idsOf([partners('herald'), partners('citing')])).toEqual([])
  })

  it('takes in every record that tells it, the independent ones first', () => {
    const all = [partners('herald'), partners('citing'), partners('gazette')]
    expect(idsOf(all)).toEqual([['herald', 'gazette', 'citing']])
  })

  it('is another relation between other sides, under another label or the other way round', () => {
    const other = [partners('gazette', { b: 'Sudan' }), partners('wire', { label: 'ally' })]
    expect(idsOf([partners('herald'), ...other])).toEqual([])
    const trade = (document: string, a: string, b: string) =>
      partners(document, { a, b, label: 'main-trading-partner' })
    expect(idsOf([trade('herald', 'EU', 'Egypt'), trade('gazette', 'Egypt', 'EU')])).toEqual([])
  })

  it('is told by a statement, too', () => {
    const words = 'Egypt is our main trade and investment partner in Africa'
    const statement: WrittenRecord = {
      ...{ kind: 'statement', id: 'said', document: 'gazette', speaker: 'EU', words },
      ...{ content: words, about: ['Egypt'] },
    }
    const written = partners('herald', { label: 'main-trading-partner' })
    expect(idsOf([written, statement])).toEqual([['herald', 'said']])
    const turned = { ...statement, content: 'The European Union’s main trading partner is Egypt' }
    expect(idsOf([written, { ...turned, speaker: 'Sami Hafez' }])).toEqual([])
    const negated = { ...statement, content: 'Egypt is not our main trade and investment partner' }
    expect(idsOf([written, negated])).toEqual([])
  })
})

describe('the same agreement', () => {
  const deal = (document: string, more: object = {}): WrittenRecord => ({
    ...{ kind: 'agreement', id: document, document, name: 'Nile Water Use Agreement' },
    ...{ parties: ['Egypt', 'Sudan'], status: 'signed', ...more },
  })
  it('in the same status is borne out', () => {
    expect(idsOf([deal('herald'), deal('gazette')])).toEqual([['herald', 'gazette']])
  })
  it('in another status, of other sides or under a name that any may have is not', () => {
    expect(idsOf([deal('herald'), deal('gazette', { status: 'ratified' })])).toEqual([])
    expect(idsOf([deal('herald'), deal('gazette', { parties: ['India', 'China'] })])).toEqual([])
    const any = { name: 'Memorandum of Understanding' }
    expect(idsOf([deal('herald', any), deal('gazette', any)])).toEqual([])
  })
})

describe('the same event', () => {
  const met = (document: string, time: string | null, more: object = {}): WrittenRecord => ({
    ...{ kind: 'event', id: document, document, event: 'CONSULT', mode: 'meet', time },
    ...{ actor: ['Egypt'], recipient: ['Sudan'], ...more },
  })
  it('between the same sides at the same time is borne out', () => {
    const turned = { actor: ['Sudan'], recipient: ['Sami Hafez'] }
    expect(idsOf([met('herald', '2023-02-28'), met('gazette', '2023-02-28', turned)])).toEqual([
      ['herald', 'gazette'],
    ])
  })
  it('on another day, without a day, or only planned is not', () => {
    const first = met('herald', '2023-02-28')
    expect(idsOf([first, met('gazette', '2023-02-20')])).toEqual([])
    expect(idsOf([first, met('gazette', null)])).toEqual([])
    expect(idsOf([first, met('gazette', '2023-02-28', { factuality: 'planned' })])).toEqual([])
  })
})

describe('the same figure', () => {
  const figure = (document: string, value: number, more: object = {}): WrittenRecord => ({
    ...{ kind: 'figure', id: document, document, indicator: 'exports', value, unit: 'USD' },
    ...{ subject: ['Egypt'], time: '2022', ...more },
  })
  it('within rounding is borne out', () => {
    expect(idsOf([figure('herald', 4.96e10), figure('gazette', 5e10)])).toEqual([
      ['herald', 'gazette'],
    ])
  })
  it('that differs, or is of another period or side, is not', () => {
    const first = figure('herald', 4.96e10)
    expect(idsOf([first, figure('gazette', 4.7e10)])).toEqual([])
    expect(idsOf([first, figure('gazette', 4.96e10, { time: '2021' })])).toEqual([])
    expect(idsOf([first, figure('gazette', 4.96e10, { subject: ['Sudan'] })])).toEqual([])
  })
  it('that only counts a few of something bears nothing out', () => {
    const two = { unit: 'countries', indicator: 'membership', time: null }
    expect(idsOf([figure('herald', 2, two), figure('gazette', 2, two)])).toEqual([])
  })
  it('takes its sides from the statement that it stands in', () => {
    const areas = (document: string, start: number) => [
      figure(document, 29, {
        unit: 'areas',
        indicator: 'areas',
        subject: [],
        time: null,
        words: '29 areas',
        start,
      }),
      {
        ...{ kind: 'statement', id: `${document}-said`, document, speaker: 'Sami Hafez', start },
        ...{ content: '29 areas are covered', words: '29 areas are covered', about: ['EU'] },
      } satisfies WrittenRecord,
    ]
    expect(idsOf([...areas('herald', 10), ...areas('gazette', 40)])).toEqual([
      ['herald', 'gazette'],
    ])
  })
})

describe('the same stand on a matter', () => {
  const says = (document: string, content: string, more: object = {}): WrittenRecord => ({
    ...{ kind: 'statement', id: document, document, speaker: 'Egypt', content, words: content },
    ...{ about: ['Sudan'], ...more },
  })
  const refused: WrittenRecord = {
    ...{ kind: 'event', id: 'refused', document: 'gazette', event: 'REJECT', actor: ['Egypt'] },
    ...{
      recipient: ['Sudan'],
      words: 'Egypt has refused to recognise the breakaway entity in Sudan',
    },
  }
  it('is borne out by what the side says and what another source tells of it', () => {
    const said = says('herald', 'Egypt defends the territorial integrity of Sudan')
    expect(foundIn([said, refused])).toMatchObject([
      { records: ['herald', 'refused'], parties: [{ name: 'Egypt' }, { name: 'Sudan' }] },
    ])
  })
  it('is not borne out by its opposite', () => {
    const said = says('herald', 'Egypt does not support the territorial integrity of Sudan')
    expect(idsOf([said, refused])).toEqual([])
  })
})

describe('two statements', () => {
  const says = (document: string, speaker: string, content: string): WrittenRecord => ({
    ...{ kind: 'statement', id: document, document, speaker, content, words: content },
    about: ['Sudan'],
  })
  const first = says(
    'herald',
    'Sami Hafez',
    'Locusts have destroyed half of the sorghum harvest in the eastern provinces',
  )
  it('of two sides in like words bear each other out', () => {
    const second = says(
      'gazette',
      'Lena Vogt',
      'Half of the sorghum harvest has been destroyed by locusts',
    )
    expect(idsOf([first, second])).toEqual([['herald', 'gazette']])
  })
  it('do not when one denies it, when both speak for one side, or when they only touch', () => {
    const denied = says(
      'gazette',
      'Lena Vogt',
      'Half of the sorghum harvest has not been destroyed by locusts',
    )
    expect(idsOf([first, denied])).toEqual([])
    const same = says(
      'gazette',
      'Egypt',
      'Half of the sorghum harvest has been destroyed by locusts',
    )
    expect(idsOf([first, same])).toEqual([])
    const near = says(
      'gazette',
      'Lena Vogt',
      'The sorghum harvest will be bought by the food agency at fixed prices',
    )
    expect(idsOf([first, near])).toEqual([])
  })
})

describe('the same measure in force', () => {
  const says = (document: string, content: string, more: object = {}): WrittenRecord => ({
    ...{ kind: 'statement', id: document, document, speaker: 'Lena Vogt', words: content },
    ...{ content, about: ['Sudan'], ...more },
  })
  const herald = says('herald', 'Ferries still land at the port despite EU sanctions on Sudan')

  it('is borne out by two sources that name it in passing, whatever else they tell', () => {
    const act: WrittenRecord = {
      ...{ kind: 'event', id: 'gazette', document: 'gazette', event: 'REQUEST' },
      ...{ actor: ['Egypt'], recipient: ['EU'] },
      words: 'Egypt asks for relief from the EU sanctions against Khartoum',
    }
    expect(foundIn([herald, act])).toMatchObject([
      {
        finding: 'corroboration',
        records: ['herald', 'gazette'],
        parties: [{ name: 'European Union' }, { name: 'Sudan' }],
        why: expect.stringContaining(
          'tell of European Union’s sanctions on Sudan as in force',
        ) as string,
      },
    ])
  })

  it.each([
    ['imposed by another', 'Ferries keep away because of Egyptian sanctions on Sudan'],
    ['on another', 'Traders keep away because of EU sanctions on Egypt'],
    ['imposed by nobody named', 'Ferries keep away because of sanctions on Sudan'],
    ['only threatened', 'Brussels threatened EU sanctions on Sudan'],
    ['only possible', 'Traders fear possible EU sanctions on Sudan'],
    ['not there', 'There are no EU sanctions on Sudan'],
    ['lifted', 'EU sanctions on Sudan were lifted'],
  ])('is not borne out by a measure that is %s', (_, content) => {
    expect(idsOf([herald, says('gazette', content)])).toEqual([])
  })

  it('is another measure years later, and one source when a report repeats another', () => {
    const again = 'Banks are wary of EU sanctions on Sudan'
    expect(idsOf([herald, says('later', again)])).toEqual([])
    expect(idsOf([herald, says('citing', again)])).toEqual([])
  })
})
