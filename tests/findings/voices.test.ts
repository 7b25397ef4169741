import { describe, expect, it } from 'vitest'
import { saidFor, type SaidFilter } from '../../src/findings/positions/voices.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

const PARTIES: WrittenLedger['parties'] = {
  Norway: { country: 'NOR' },
  'Foreign Ministry': { type: 'government', country: 'NOR', cameo: 'NORGOV' },
  Rebels: { type: 'government', country: 'NOR', cameo: null },
  'Kari Lund': { type: 'person' },
  'Lund of another report': { type: 'person', name: 'Kari Lund' },
  Lund: { type: 'person' },
  'Ola Vik': { type: 'person', country: 'NOR', cameo: 'NOREDU' },
  'Nils Berg': { type: 'person', country: 'NOR' },
  Emissary: { type: 'person', country: 'NOR', cameo: 'NORGOV' },
  Oslofisk: { type: 'company', country: 'NOR' },
  Monitor: { type: 'media' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  may: { published: '2023-05-10' },
  june: { published: '2023-06-10' },
  undated: { published: null },
}
const LUND_IS_MINISTER: WrittenRecord = {
  ...{ kind: 'role', person: 'Kari Lund', office: 'Foreign Minister', of: 'Norway' },
}

const says = (speaker: string, more: object = {}): WrittenRecord => ({
  ...{ kind: 'statement', id: speaker, speaker, content: 'the fjords are deep' },
  ...more,
})

const idsFor = (records: readonly WrittenRecord[], party = 'Norway', filter: SaidFilter = {}) =>
  saidFor(
    writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records }),
    settingAt().codebook,
    party,
    filter,
  ).map(({ id }) => id)

describe('what is said for a state', () => {
  it.each([
    ['the state itself', 'Norway'],
    ['its ministry', 'Foreign Ministry'],
    ['a minister by the role told of her, where the state is not named', 'Kari Lund'],
    ['an official of the same full name in another report', 'Lund of another report'],
    ['a person whose code is that of its government', 'Emissary'],
  ])('is said by %s', (_, speaker) => {
    expect(idsFor([LUND_IS_MINISTER, says(speaker)])).toEqual([speaker])
  })

  it.each([
    ['a scholar of its country', 'Ola Vik'],
    ['somebody of whom only the country is known', 'Nils Berg'],
    ['a company of its country', 'Oslofisk'],
    ['a body that has no part in its government', 'Rebels'],
    ['somebody who shares no more than a family name', 'Lund'],
    ['another state', 'France'],
  ])('is not said by %s', (_, speaker) => {
    expect(idsFor([LUND_IS_MINISTER, says(speaker)])).toEqual([])
  })

  it('is not said by who has left office', () => {
    const former: WrittenRecord = {
      ...{ kind: 'role', person: 'Nils Berg', office: 'former prime minister', of: 'Norway' },
    }
    expect(idsFor([former, says('Nils Berg')])).toEqual([])
  })

  it('is not said by a namesake of officials of two states', () => {
    const another: WrittenRecord = {
      ...{ kind: 'role', person: 'Lund', office: 'minister', of: 'France' },
    }
    const ground = (named: string) =>
      writtenLedger({
        documents: DOCUMENTS,
        parties: { ...PARTIES, Lund: { type: 'person', name: named } },
        records: [LUND_IS_MINISTER, another, says('Lund of another report')],
      })
    const { codebook } = settingAt()
    expect(saidFor(ground('Kari Lund'), codebook, 'Norway')).toEqual([])
    expect(saidFor(ground('Per Lund'), codebook, 'Norway')).toHaveLength(1)
  })

  it('comes newest first, undated last', () => {
    const said = [
      says('Norway', { document: 'undated', id: 'undated' }),
      says('Norway', { document: 'may', id: 'may' }),
      says('Norway', { document: 'june', id: 'june' }),
    ]
    expect(idsFor(said)).toEqual(['june', 'may', 'undated'])
    expect(idsFor(said, 'Norway', { from: '2023-06-01' })).toEqual(['june'])
    expect(idsFor(said, 'Norway', { to: '2023-06-01' })).toEqual(['may'])
  })

  it('is about a partner where it is about its minister', () => {
    const parties = { ...PARTIES, 'Anne Roy': { type: 'person', country: 'FRA' } } as const
    const records = [
      says('Norway', { id: 'on-minister', about: ['Anne Roy'] }),
      says('Norway', { id: 'on-another', about: ['Germany'] }),
    ]
    const ground = writtenLedger({ documents: DOCUMENTS, parties, records })
    const found = saidFor(ground, settingAt().codebook, 'Norway', { about: 'France' })
    expect(found.map(({ id }) => id)).toEqual(['on-minister'])
  })
})
