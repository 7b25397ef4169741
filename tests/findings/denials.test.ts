import { describe, expect, it } from 'vitest'
import { findDenials } from '../../src/findings/denials/denials.js'
import { settingAt, writtenLedger, type WrittenLedger, type WrittenRecord } from './ledgers.js'

type Statement = Extract<WrittenRecord, { kind: 'statement' }>

const PARTIES: WrittenLedger['parties'] = {
  Georgia: { country: 'GEO' },
  Iran: { country: 'IRN' },
  Observer: { type: 'media' },
  Monitor: { type: 'ngo' },
}
const DOCUMENTS: WrittenLedger['documents'] = {
  observer: { publisher: 'Observer', published: '2023-05-01' },
  courier: { publisher: 'Courier', published: '2023-05-20' },
  yearbook: { publisher: 'Yearbook', published: '2024-11-01' },
}

const says = (
  id: string,
  speaker: string,
  cue: string,
  content: string,
  more: Partial<Statement> = {},
): Statement => ({ kind: 'statement', id, speaker, cue, content, words: content, ...more })

const denialsIn = (records: readonly WrittenRecord[]) =>
  findDenials(writtenLedger({ documents: DOCUMENTS, parties: PARTIES, records }), settingAt()).value

const idsOf = (records: readonly WrittenRecord[]) => denialsIn(records).map((one) => one.records)

const ALLEGED = says('alleged', 'Monitor', 'reported', 'Georgia helps Russia to evade sanctions', {
  about: ['Georgia', 'Russia'],
})
const DENIED = says(
  'denied',
  'Georgia',
  'said',
  'Georgia does not circumvent the sanctions against Russia',
  { document: 'courier', about: ['Georgia', 'Russia'] },
)

describe('an allegation and a denial on one matter of the codebook', () => {
  it('are one finding that names who says what where, the denial first', () => {
    expect(denialsIn([ALLEGED, DENIED])).toMatchObject([
      {
        finding: 'denial',
        records: ['denied', 'alleged'],
        why: 'Monitor says “Georgia helps Russia to evade sanctions” (Observer, 2023-05-01); Georgia says “Georgia does not circumvent the sanctions against Russia” (Courier, 2023-05-20).',
      },
    ])
  })

  it('are none when another side denies, or the matter concerns another', () => {
    const other = {
      ...DENIED,
      speaker: 'Armenia',
      content: DENIED.content.replace('Georgia', 'Armenia'),
    }
    expect(idsOf([ALLEGED, other])).toEqual([])
    const elsewhere = {
      ...DENIED,
      content: 'Georgia does not circumvent the sanctions against Iran',
    }
    expect(idsOf([ALLEGED, { ...elsewhere, about: ['Georgia', 'Iran'] }])).toEqual([])
  })

  it('are none when the side only says the same as the report', () => {
    const admitted = { ...DENIED, content: 'Georgia circumvents the sanctions against Russia' }
    expect(idsOf([ALLEGED, admitted])).toEqual([])
  })

  it('are none when a year and a half lies between them', () => {
    expect(idsOf([ALLEGED, { ...DENIED, document: 'yearbook' }])).toEqual([])
  })

  it('are one finding with all its records when several say so', () => {
    const again = { ...ALLEGED, id: 'again', document: 'courier', start: 5000 }
    expect(idsOf([ALLEGED, DENIED, again])).toEqual([['denied', 'alleged', 'again']])
  })
})

describe('an accusation and a denial in like words', () => {
  const accusation = says(
    'accused',
    'Armenia',
    'accused',
    'Azerbaijan of shelling the village of Sotk with heavy artillery',
    { about: ['Azerbaijan'] },
  )
  const denial = (content: string, speaker = 'Azerbaijan') =>
    says('denied', speaker, 'denied', content, { document: 'courier', about: [] })

  it('are found where the codebook knows no such matter', () => {
    expect(idsOf([accusation, denial('its forces had shelled the village of Sotk')])).toEqual([
      ['denied', 'accused'],
    ])
  })

  it('are not found when the denial is of something else', () => {
    expect(idsOf([accusation, denial('its diplomats had left the talks early')])).toEqual([])
  })

  it('are not found when who denies was not accused', () => {
    expect(
      idsOf([accusation, denial('its forces had shelled the village of Sotk', 'Turkey')]),
    ).toEqual([])
  })
})

describe('a denial without words of its own matter', () => {
  const accusation = says('accused', 'Poland', 'accused', 'Russia of jamming satellite signals', {
    about: ['Russia'],
    start: 100,
  })
  const rejects = (start: number, actor = 'Russia'): WrittenRecord => ({
    kind: 'event',
    id: 'rejected',
    event: 'REJECT',
    actor: [actor],
    words: 'the ministry denied the accusation',
    start,
  })

  it('answers what was said against its side just before', () => {
    expect(idsOf([accusation, rejects(300)])).toEqual([['rejected', 'accused']])
  })

  it('answers nothing that stands far above it, or after it', () => {
    expect(idsOf([accusation, rejects(3000)])).toEqual([])
    expect(idsOf([accusation, rejects(10)])).toEqual([])
  })

  it('joins the denial by the same side before it', () => {
    const first = says('first', 'Russia', 'denied', 'it had jammed any satellite signals', {
      start: 200,
    })
    const second = says('second', 'Russia', 'said', 'This does not correspond to reality', {
      start: 240,
      words: 'This does not correspond to reality',
    })
    expect(idsOf([accusation, first, second])).toEqual([['first', 'second', 'accused']])
  })

  it('is no answer to praise', () => {
    const praise = { ...accusation, cue: 'praised', content: 'Russia for its patience' }
    expect(idsOf([praise, rejects(300)])).toEqual([])
  })
})

it('takes a refusal of help or of a meeting for no denial', () => {
  const refusal: WrittenRecord = {
    kind: 'event',
    id: 'refused',
    event: 'REJECT',
    actor: ['Iran'],
    recipient: ['France'],
    words: 'Iran refused to meet the French envoy',
  }
  const said = says('said', 'France', 'accused', 'Iran of refusing to meet its envoy', {
    about: ['Iran'],
    start: 5000,
  })
  expect(idsOf([refusal, said])).toEqual([])
})
