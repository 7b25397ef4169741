import type { FigureRecord, PartyRef } from '../core/index.js'
import data from './figures/figure-measures.json' with { type: 'json' }
import type { FindingGround } from './ground.js'

/** Words for figures and those who give them, in the sentences of findings. */

const COMPARATORS: Readonly<Record<FigureRecord['comparator'], string>> = {
  '=': '',
  '~': 'about ',
  '>': 'more than ',
  '<': 'less than ',
  '>=': 'at least ',
  '<=': 'up to ',
}
const SCALES = [
  { scale: 1e12, word: ' trillion' },
  { scale: 1e9, word: ' billion' },
  { scale: 1e6, word: ' million' },
] as const
const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const PLAIN = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const LONGEST_TITLE = 60

/** A value with its unit: `32.3 billion USD`, `30 %`, `7,600 km`. At most six significant digits. */
export function sayValue(value: number, unit: string): string {
  const scale = SCALES.find((one) => Math.abs(value) >= one.scale)
  const rounded = Number((value / (scale?.scale ?? 1)).toPrecision(6))
  return `${PLAIN.format(rounded)}${scale?.word ?? ''} ${unit}`
}

/** The value of a figure with its comparator: `about 30 %`, `more than 8 billion USD`. */
export function sayFigure({ value, unit, comparator }: FigureRecord): string {
  return `${COMPARATORS[comparator]}${sayValue(value, unit)}`
}

/** A small whole number in words, a larger one in digits. */
export function sayCount(count: number): string {
  return NUMBER_WORDS[count] ?? String(count)
}

/** A list in words: `a`, `a and b`, `a, b and c`. */
export function sayList(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** A party's name with the article that it takes in a sentence: `the European Union`, `Kazakhstan`. */
export function sayParty({ name }: PartyRef): string {
  const ending = data.articleBefore.some((word) => name.toLowerCase().endsWith(` ${word}`))
  return ending || data.articleBefore.includes(name.toLowerCase()) ? `the ${name}` : name
}

/** A sentence's opening letter in upper case. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** A period given as `start/end`: `2022`, `2022-05`, or its first and last day. */
export function sayPeriod(period: string): string {
  const [start = '', end = ''] = period.split('/')
  if (start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`) return start.slice(0, 4)
  if (start === end) return start
  const isMonth =
    start.slice(0, 7) === end.slice(0, 7) && start.endsWith('-01') && end.slice(8) > '27'
  return isMonth ? start.slice(0, 7) : `${start} to ${end}`
}

/** Who says it and where: `Roman Vassilenko, Astana Times`; the report's title or place for an unknown publisher. */
export function saySource(ground: FindingGround, record: FigureRecord): string {
  const speaker = record.attribution?.speaker
  const named = speaker ? [ground.parties.get(speaker.id)?.name ?? speaker.name] : []
  return [...new Set([...named, sayDocument(ground, record.document)])].join(', ')
}

function sayDocument(ground: FindingGround, id: string): string {
  const document = ground.documents.get(id)
  if (document?.publisher) return document.publisher
  const title = document?.title
  if (title)
    return `“${title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title}”`
  return document?.source ?? id
}
