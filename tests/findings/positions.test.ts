import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadCodebook } from '../../src/codebook/index.js'
import { changeGround } from '../../src/findings/ground.js'
import { listPositions, type PositionFilter } from '../../src/findings/positions/positions.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

const PARTIES: WrittenLedger['parties'] = {
  Norway: { country: 'NOR' },
  EU: { type: 'igo', name: 'European Union' },
  'Kari Lund': { type: 'person', country: 'NOR' },
  Monitor: { type: 'media' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  may: { published: '2023-05-10' },
  june: { published: '2023-06-10' },
  july: { published: '2023-07-10' },
  undated: { published: null },
}

const says = (
  document: string,
  speaker: string,
  content: string,
  more: object = {},
): WrittenRecord => ({
  ...{ kind: 'statement', id: document, document, speaker, content, words: content },
  ...more,
})

const positionsIn = (records: readonly WrittenRecord[], filter: PositionFilter = {}) =>
  listPositions(
    writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records }),
    settingAt(),
    filter,
  )

const stancesOf = (records: readonly WrittenRecord[]) =>
  positionsIn(records).map(({ party, name, items }) => [
    party.name,
    name,
    ...items.map(({ stance }) => stance),
  ])

describe('positions over time', () => {
  const told = [
    says('june', 'Norway', 'Norway will not impose sanctions on Russia'),
    says('may', 'Kari Lund', 'Norway should impose sanctions on Russia'),
    says('july', 'Norway', 'Norway opposes sanctions against Russia'),
    says('undated', 'Norway', 'we discussed the sanctions on Russia'),
  ]

  it('are dated, oldest first, with the change marked and undated items last', () => {
    expect(positionsIn(told)).toMatchObject([
      {
        party: { name: 'Norway' },
        matter: 'sanctions',
        name: 'sanctions on Russia',
        concerned: { name: 'Russia' },
        items: [
          { record: 'may', date: '2023-05-10', stance: 'supports', changed: false },
          { record: 'june', date: '2023-06-10', stance: 'opposes', changed: true },
          { record: 'july', date: '2023-07-10', stance: 'opposes', changed: false },
          { record: 'undated', date: null, stance: 'neutral', changed: false },
        ],
      },
    ])
  })

  it('keep the mark of a change from before the days asked for', () => {
    const [position] = positionsIn(told, { from: '2023-06-01' })
    expect(position?.items.map(({ record, changed }) => [record, changed])).toEqual([
      ['june', true],
      ['july', false],
    ])
  })

  it('are filtered by party, matter and whom it concerns', () => {
    expect(
      positionsIn(told, { party: 'Norway', matter: 'sanctions', concerned: 'Russia' }),
    ).toHaveLength(1)
    expect(positionsIn(told, { party: 'EU' })).toEqual([])
    expect(positionsIn(told, { matter: 'climate' })).toEqual([])
    expect(positionsIn(told, { concerned: 'China' })).toEqual([])
  })

  it('take a statement’s own time only where it can be the day of saying', () => {
    const recent = says('may', 'Norway', 'Norway supports sanctions on Russia', {
      time: '2023-03-01',
    })
    const past = says('june', 'Norway', 'Norway supports sanctions on Russia', {
      time: '2014-03-18',
    })
    const [position] = positionsIn([recent, past])
    expect(position?.items.map(({ date }) => date)).toEqual(['2023-03-01', '2023-06-10'])
  })
})

describe('a stance', () => {
  it.each([
    ['Norway respects the territorial integrity of Ukraine', 'supports'],
    ['Norway does not recognise the annexation of Ukrainian regions', 'supports'],
    ['Norway respects Ukraine’s full territorial integrity', 'supports'],
    ['we never supported the territorial integrity of Ukraine', 'opposes'],
    ['The meeting dealt with the territorial integrity of Ukraine', 'neutral'],
    ['Norway defends not only the territorial integrity of Ukraine', 'supports'],
  ])('is read from %s', (content, stance) => {
    expect(stancesOf([says('may', 'Norway', content)])).toContainEqual([
      'Norway',
      'territorial integrity of Ukraine',
      stance,
    ])
  })

  it('is turned by the cue: who denies, condemns or asks', () => {
    const of = (cue: string, content: string) =>
      stancesOf([says('may', 'Norway', content, { cue })])
    expect(of('denied', 'it supplies weapons to Russia')).toEqual([
      ['Norway', 'arms and dual-use goods for Russia', 'opposes'],
    ])
    expect(of('condemned', 'Russia’s invasion of Ukraine')).toEqual([
      ['Norway', 'war against Ukraine', 'opposes'],
    ])
    expect(of('urged', 'Turkey not to circumvent sanctions against Russia')).toEqual([
      ['Norway', 'compliance with sanctions on Russia', 'supports'],
    ])
  })

  it('is neutral where a party only tells of another', () => {
    expect(
      stancesOf([says('may', 'Norway', 'Turkey helps Russia to circumvent sanctions')]),
    ).toEqual([['Norway', 'compliance with sanctions on Russia', 'neutral']])
  })

  it('is that of the actor where a report tells of an act', () => {
    const refused: WrittenRecord = {
      ...{
        kind: 'event',
        id: 'refused',
        document: 'may',
        event: 'REJECT',
        actor: ['Norway', 'Turkey'],
      },
      words: 'Norway and Turkey refused to recognise the self-proclaimed republic in Ukraine',
    }
    expect(stancesOf([refused]).filter(([, name]) => name?.startsWith('recognition'))).toEqual([
      ['Norway', 'recognition of seceded or annexed territory of Ukraine', 'opposes'],
      ['Turkey', 'recognition of seceded or annexed territory of Ukraine', 'opposes'],
    ])
  })

  it('is found in irregular forms of a cue’s verb', () => {
    const content = 'Norway has withdrawn its troops from Ukraine'
    expect(stancesOf([says('may', 'Norway', content)])).toEqual([
      ['Norway', 'foreign military presence in Ukraine', 'opposes'],
    ])
  })

  it('is told once by a statement and an event on the same words', () => {
    const words = 'Norway refused to impose sanctions on Russia'
    const said = says('may', 'Norway', words, { start: 10 })
    const event: WrittenRecord = {
      ...{ kind: 'event', id: 'event', document: 'may', event: 'REJECT', actor: ['Norway'] },
      ...{ words, start: 10 },
    }
    expect(stancesOf([said, event])).toEqual([['Norway', 'sanctions on Russia', 'opposes']])
  })

  it('is no part of a name for whom it is about', () => {
    expect(stancesOf([says('may', 'Norway', 'Human rights groups criticised the talks')])).toEqual(
      [],
    )
    expect(stancesOf([says('may', 'Norway', 'Norway defends human rights')])).toEqual([
      ['Norway', 'human rights in Norway', 'supports'],
    ])
  })

  it('holds across things listed with commas, and “its” is not whoever says “we”', () => {
    const content =
      'we will support Kazakhstan in protecting its independence, sovereignty and territorial integrity'
    expect(stancesOf([says('may', 'Norway', content)])).toEqual([
      ['Norway', 'territorial integrity of Kazakhstan', 'supports'],
    ])
    const parted = 'Norway does not like tea, he and France support sanctions on Russia'
    expect(stancesOf([says('may', 'Norway', parted)])).not.toContainEqual([
      'Norway',
      'sanctions on Russia',
      'opposes',
    ])
  })

  it('is the speaker’s own where it has no subject', () => {
    expect(stancesOf([says('may', 'Norway', 'support for a negotiated settlement')])).toEqual([
      ['Norway', 'peace talks and initiatives', 'supports'],
    ])
    const told = 'support for a negotiated settlement is what the streets of the capital now want'
    expect(stancesOf([says('may', 'Norway', told)])).toEqual([
      ['Norway', 'peace talks and initiatives', 'neutral'],
    ])
  })

  it('follows the first of two cues on one word', () => {
    const content = 'Norway will help close the gaps through which sanctioned goods reach Russia'
    expect(stancesOf([says('may', 'Norway', content)])).toContainEqual([
      'Norway',
      expect.stringContaining('compliance with sanctions'),
      'supports',
    ])
  })

  it('on a state’s independence is none on what broke away', () => {
    const content = 'Norway recognised the independence of Ukraine at once'
    expect(stancesOf([says('may', 'Norway', content)])).toEqual([
      ['Norway', 'recognition of independence of Ukraine', 'supports'],
    ])
  })

  it('of an official whose state another report tells counts for the state', () => {
    const parties = { ...PARTIES, elsewhere: { type: 'person', name: 'Per Vik' } } as const
    const office: WrittenRecord = {
      ...{ kind: 'role', person: 'Per Vik', office: 'minister', of: 'Norway' },
    }
    const positions = listPositions(
      writtenLedger({
        documents: DOCUMENTS,
        parties: { ...parties, 'Per Vik': { type: 'person' } },
        records: [office, says('may', 'elsewhere', 'my country supports sanctions on Russia')],
      }),
      settingAt(),
    )
    expect(positions.map(({ party }) => party.name)).toEqual(['Norway'])
  })

  it('of an official follows a role that a person corrects', () => {
    const parties = { ...PARTIES, 'Per Vik': { type: 'person' } } as const
    const office = (of: string): WrittenRecord => ({
      ...{ kind: 'role', id: 'office', person: 'Per Vik', office: 'minister', of },
    })
    const groundWith = (of: string) =>
      writtenLedger({
        documents: DOCUMENTS,
        parties,
        records: [office(of), says('may', 'Per Vik', 'my country supports sanctions on Russia')],
      })
    const namesIn = (ground: ReturnType<typeof groundWith>) =>
      listPositions(ground, settingAt()).map(({ party }) => party.name)
    const before = groundWith('Norway')
    expect(namesIn(before)).toEqual(['Norway'])
    const corrected = groundWith('France').records.filter(({ id }) => id === 'office')
    const after = changeGround(before, {
      documents: [],
      parties: null,
      records: corrected,
      withdrawn: [],
    })
    expect(namesIn(after)).toEqual(['France'])
  })

  it('on a narrower matter is not one on the broader', () => {
    const content = 'Norway complies with the sanctions against Russia'
    expect(stancesOf([says('may', 'Norway', content)])).toEqual([
      ['Norway', 'compliance with sanctions on Russia', 'supports'],
    ])
  })

  it('on membership needs a body that it is of', () => {
    expect(stancesOf([says('may', 'Norway', 'Norway will not join the European Union')])).toEqual([
      ['Norway', 'membership of European Union', 'opposes'],
    ])
    expect(stancesOf([says('may', 'Norway', 'Norway will not join the talks')])).toEqual([])
  })
})

describe('the codebook’s matters', () => {
  const codebookWith = (change: (text: string) => string) => {
    const source = new URL('../../src/codebook/data', import.meta.url)
    const dir = mkdtempSync(join(tmpdir(), 'matters-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    cpSync(source, dir, { recursive: true })
    const file = join(dir, 'matters.yaml')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    return loadCodebook(dir)
  }

  it('are extended by an entry, without a change of code', () => {
    const entry = `  - id: whaling
    name: whaling
    definition: Whales are hunted for their meat.
    concerns: in
    for: hunt/catch whale
`
    const { value: codebook, issues } = codebookWith((text) =>
      text.replace('matters:\n', `matters:\n${entry}`),
    )
    expect(issues).toEqual([])
    const records = [says('may', 'Norway', 'Norway will never stop hunting whales in the Arctic')]
    const ground = writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records })
    expect(listPositions(ground, { codebook, asOf: '2024-01-01' })).toMatchObject([
      { matter: 'whaling', items: [{ stance: 'supports' }] },
    ])
  })

  it('name file and entry of what is wrong', () => {
    const broken = codebookWith((text) =>
      text
        .replace('within: sanctions', 'within: sanction')
        .replace('words: one-china,', 'words: one-china, one-china,')
        .replace('id: climate', 'id: Climate'),
    )
    expect(broken.issues.map(({ where, message }) => `${where}: ${message}`)).toEqual([
      expect.stringMatching(/^matters\.yaml, matters, entry \d+ \(Climate\): .*hyphens/),
      'matters.yaml, entry one-china: "one-china: one-china" is listed before, under one-china',
      'matters.yaml, entry sanctions-compliance: within names no matter: "sanction"',
    ])
  })
})
