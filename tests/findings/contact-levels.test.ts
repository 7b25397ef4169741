import { describe, expect, it } from 'vitest'
import { contactLevelsIn } from '../../src/findings/happenings/contact-levels.js'
import { listHappenings } from '../../src/findings/happenings/happenings.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

const PARTIES: WrittenLedger['parties'] = {
  'Anne Roy': { type: 'person', country: 'FRA', aliases: ['Roy'] },
  'Stephen King': { type: 'person', country: 'FRA' },
  'the Turkish president': { type: 'government', country: 'TUR', name: 'President of Turkey' },
  EDF: { type: 'company', country: 'FRA' },
  EU: { type: 'igo', name: 'European Union' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  may: { published: '2023-05-10' },
  june: { published: '2023-06-10' },
  later: { published: '2024-06-10' },
}

const meets = (more: object = {}): WrittenRecord => ({
  ...{ kind: 'event', event: 'CONSULT', mode: 'meet', document: 'may' },
  ...{ actor: ['Anne Roy'], recipient: ['Germany'], ...more },
})
const roy = (office: string, more: object = {}): WrittenRecord => ({
  ...{ kind: 'role', person: 'Anne Roy', office, of: 'France', document: 'may' },
  ...more,
})

function levelsOf(records: readonly WrittenRecord[]) {
  const ground = writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records })
  const { codebook } = settingAt()
  const levelOf = contactLevelsIn(ground, codebook)
  return listHappenings(ground, { codebook }).map(levelOf)
}

describe('the level of a contact', () => {
  it.each([
    ['President', 'head'],
    ['Prime Minister', 'head'],
    ['Foreign Minister', 'minister'],
    ['Deputy Prime Minister', 'minister'],
    ['Deputy Foreign Minister', 'envoy'],
    ['ambassador to Germany', 'envoy'],
    ['foreign ministry spokesman', 'official'],
    ['former president', null],
    ['bookkeeper', null],
  ])('of a %s is %s', (office, level) => {
    expect(levelsOf([roy(office), meets()])).toEqual([level])
  })

  it('is not known where no person is named', () => {
    expect(levelsOf([roy('President'), meets({ actor: ['France'] })])).toEqual([null])
  })

  it('is that of the highest person on either side', () => {
    const host: WrittenRecord = {
      ...{ kind: 'role', person: 'Stephen King', office: 'Minister', of: 'France' },
    }
    const met = meets({ actor: ['Stephen King', 'Anne Roy'] })
    expect(levelsOf([host, roy('President'), met])).toEqual(['head'])
    expect(levelsOf([host, roy('spokeswoman'), met])).toEqual(['minister'])
  })

  it('is told by a title that stands for a person, but not by a name', () => {
    expect(levelsOf([meets({ actor: ['France'], recipient: ['the Turkish president'] })])).toEqual([
      'head',
    ])
    expect(levelsOf([meets({ actor: ['Stephen King'] })])).toEqual([null])
  })

  it('is not told by an office in a company, but by one in an organisation of states', () => {
    expect(levelsOf([roy('President', { of: 'EDF' }), meets()])).toEqual([null])
    expect(levelsOf([roy('Secretary-General', { of: 'EU' }), meets()])).toEqual(['head'])
  })

  it('is that of the office held at the time', () => {
    const rise = [roy('Foreign Minister'), roy('President', { document: 'later' })]
    const inJune = meets({ document: 'june' })
    expect(levelsOf([...rise, inJune])).toEqual(['minister'])
    expect(levelsOf([...rise, meets({ document: 'later' })])).toEqual(['head'])
  })

  it('is none of acts that are no contacts', () => {
    expect(levelsOf([roy('President'), meets({ event: 'ACCUSE', mode: null })])).toEqual([null])
  })
})
