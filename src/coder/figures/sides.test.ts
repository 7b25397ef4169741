import { expect, it } from 'vitest'
import { sidesOf, type PartyMention, type Sides } from './sides.js'

const STATES = ['Japan', 'Kenya', 'Uganda', 'Chad']

/** Sides of the figure `12` of a text, as "subject > partner". */
function sides(
  text: string,
  id: string,
  { doer = '', last = null, hasPartner = true }: { doer?: string; last?: Sides | null; hasPartner?: boolean } = {},
): string {
  const mentions: PartyMention[] = STATES.flatMap((name) => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ start, end: start + name.length, party: { id: name, name } }]
  }).sort((a, b) => a.start - b.start)
  const at = text.indexOf('12')
  const found = sidesOf({
    text,
    sentence: { start: 0, end: text.length },
    figure: { start: at, end: at + 2 },
    indicator: { id, cues: [], units: [], partner: hasPartner },
    mentions,
    doer: doer ? { start: text.indexOf(doer), end: text.indexOf(doer) + doer.length } : null,
    last,
  })
  return [found.subject, found.partner].map((list) => list.map(({ name }) => name)).join(' > ')
} // prettier-ignore

it('makes the giver of aid its subject, whichever way it is told', () => {
  expect(sides('Japan gave Kenya 12 tents.', 'aid-amount', { doer: 'Japan' })).toBe('Japan > Kenya')
  expect(sides('Kenya received 12 tents from Japan.', 'aid-amount', { doer: 'Kenya' })).toBe(
    'Japan > Kenya',
  )
})

it('makes the receiver of an investment its subject', () => {
  expect(sides('Japan invested 12 billion in Kenya.', 'investment-inflow', { doer: 'Japan' })).toBe(
    'Kenya > Japan',
  )
})

it('takes the doer of the clause before the party that stands nearest', () => {
  expect(sides('Japan owes Kenya 12 billion.', 'debt', { doer: 'Japan' })).toBe('Japan > Kenya')
  expect(sides('Japan owes Kenya 12 billion.', 'debt')).toBe('Kenya > Japan')
})

it('reads both sides after “between”', () => {
  expect(sides('Trade between Japan and Kenya was 12 billion.', 'trade-turnover')).toBe(
    'Japan > Kenya',
  )
})

it('takes from the figure before what a sentence leaves open', () => {
  const party = (name: string) => ({ id: name, name })
  const last = { subject: [party('Japan')], partner: [party('Kenya')] }
  expect(sides('Exports were 12 billion.', 'exports', { last })).toBe('Japan > Kenya')
  expect(sides('Chad took 12 tonnes.', 'exports', { last })).toBe('Chad > Japan')
  expect(sides('Exports were 12 billion.', 'exports')).toBe(' > ')
  expect(sides('Inflation was 12 percent.', 'inflation', { last, hasPartner: false })).toBe(
    'Japan > ',
  )
})
