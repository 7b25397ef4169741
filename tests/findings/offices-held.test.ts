import { describe, expect, it } from 'vitest'
import { officesHeld } from '../../src/findings/offices-held.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

const PARTIES: WrittenLedger['parties'] = {
  Norway: { country: 'NOR' },
  'Foreign Ministry': { type: 'government', country: 'NOR', cameo: 'NORGOV' },
  Oslofisk: { type: 'company', country: 'NOR' },
  'Kari Lund': { type: 'person' },
  'Per Vik': { type: 'person' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  may: { published: '2023-05-10' },
  june: { published: '2023-06-10' },
  july: { published: '2023-07-10' },
  undated: { published: null },
}

const holds = (person: string, office: string, document: string, more: object = {}) =>
  ({
    ...{ kind: 'role', id: `${person} ${document}`, person, office, of: 'Norway', document },
    ...more,
  }) as WrittenRecord

const heldIn = (records: readonly WrittenRecord[]) =>
  officesHeld(
    writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records }),
    settingAt().codebook,
    'Norway',
  )

describe('the offices of a state', () => {
  it('name who is told to have held them from when to when, the last first', () => {
    const told = [
      holds('Kari Lund', 'Foreign Minister', 'june'),
      holds('Kari Lund', 'foreign minister', 'may'),
      holds('Per Vik', 'Foreign Minister', 'july'),
    ]
    expect(heldIn(told)).toMatchObject([
      {
        of: { id: 'Norway' },
        level: 'minister',
        holders: [
          { person: { name: 'Per Vik' }, told: { first: '2023-07-10', last: '2023-07-10' } },
          {
            person: { name: 'Kari Lund' },
            told: { first: '2023-05-10', last: '2023-06-10' },
            records: ['Kari Lund may', 'Kari Lund june'],
          },
        ],
      },
    ])
  })

  it('hold those of its ministries, and not those of its companies or of what is denied', () => {
    const told = [
      holds('Kari Lund', 'spokeswoman', 'may', { of: 'Foreign Ministry' }),
      holds('Per Vik', 'president', 'may', { of: 'Oslofisk' }),
      holds('Per Vik', 'minister', 'june', { factuality: 'denied' }),
    ]
    expect(heldIn(told).map(({ office, of }) => [office, of.name])).toEqual([
      ['spokeswoman', 'Foreign Ministry'],
    ])
  })

  it('come highest first, and leave days open that no report tells', () => {
    const told = [
      holds('Kari Lund', 'spokeswoman', 'may'),
      holds('Per Vik', 'Prime Minister', 'undated'),
    ]
    expect(heldIn(told).map(({ level, holders }) => [level, holders[0]?.told])).toEqual([
      ['head', null],
      ['official', { first: '2023-05-10', last: '2023-05-10' }],
    ])
  })
})
