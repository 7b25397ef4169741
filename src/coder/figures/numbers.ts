import {
  DIGIT_NUMBER,
  FRACTION_WORD,
  readFraction,
  readNumber,
  readScale,
  SCALE_WORD,
  SHORT_SCALE,
  WORD_NUMBER,
} from './number-words.js'
import type { Span } from '../../core/spans.js'
import { CURRENCY_BEFORE, unitByMark, unitOf, type Unit } from './units.js'

/** The numbers of a text, with their scale applied and a currency mark before them read. */
export interface FoundNumber extends Span {
  readonly value: number
  /** Upper end of a vague number ("dozens": 12 to 120), else null. */
  readonly high: number | null
  readonly kind: 'digits' | 'words' | 'fraction' | 'vague'
  readonly currency: Unit | null
  /** Start of the digits or words themselves, after the currency mark. */
  readonly numberStart: number
  /** Factor of the scale word ("billion"), or 1. */
  readonly scale: number
}

const VAGUE_BASE = '(?:dozens|scores|hundreds|thousands|millions|billions|trillions)'
const VAGUE = `(?:(?:tens|hundreds|dozens) of (?:thousands|millions|billions|trillions)|${VAGUE_BASE})`
const GROUPED_BY_SPACE = '\\d{1,3}(?:[\\u00a0\\u202f\\u2009 ]\\d{3})+(?![\\d,])(?:\\.\\d+)?'
const DECIMAL_COMMA = '\\d{1,3},\\d{1,2}(?![\\d,])'

const NUMBER = new RegExp(
  `(?<cur>${CURRENCY_BEFORE}\\s?)?(?<sign>[-−+])?(?:(?<spaced>${GROUPED_BY_SPACE})|(?<comma>${DECIMAL_COMMA})|(?<digits>${DIGIT_NUMBER}))` +
    `(?:(?<gap>[\\s-]?)(?<scale>${SCALE_WORD})(?![\\p{L}\\d])|(?<gap2>\\s?)(?<short>${SHORT_SCALE})(?![\\p{L}\\d]))?` +
    `|(?<![\\p{L}\\d])(?:(?<vague>${VAGUE})(?= of)|(?<fraction>(?:an?|one|two|three|four|five|six|seven|eight|nine)[\\s-]${FRACTION_WORD}|(?<!(?:first|second|other|this|either|latter)\\s)half)(?=\\s+(?:of|the)\\s)|(?<fraction2>(?:two|three|four|five|six|seven|eight|nine)[\\s-](?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths))|(?<words>${WORD_NUMBER.replaceAll(' ', '\\s+').replaceAll('[- ]', '(?:-|\\s+)')}))(?![\\p{L}\\d])`,
  'giu',
)

const VAGUE_VALUES: Readonly<Record<string, number>> = {
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
}

function vagueNumber(words: string): { value: number; high: number } {
  const parts = words.toLowerCase().split(/\s+of\s+/)
  const value = parts.reduce((product, part) => product * (VAGUE_VALUES[part] ?? 1), 1)
  return { value, high: value * 10 }
}

function currencyOf(mark: string): Unit | null {
  if (!mark) return null
  if (/^euros?$/i.test(mark)) return unitOf('euro')
  return unitByMark(mark)
}

type Groups = Readonly<Record<string, string | undefined>>

/** "m" after a blank is a metre, unless money or a plural noun tells millions ("€5 m", "5m people"). */
function shortScale(groups: Groups, after: string): number {
  const short = groups.short ?? ''
  const scale = readScale(short) ?? 1
  const word = short.toLowerCase()
  if (currencyOf((groups.cur ?? '').trim()) || /^(?:bn|bln|mn|mln|mio|tn|trn|cr)$/.test(word))
    return scale
  if (groups.gap2) return 1
  if (word === 'k' || short === 'M') return scale
  const plural =
    /^\s+(?:(?!tall|long|high|wide|deep)(?:\p{Ll}+\s){0,2}\p{Ll}+s|people|tonnes|euros?|dollars?)\b/u.test(
      after,
    )
  return word !== 'b' && plural ? scale : 1
}

function digitsNumber(match: RegExpMatchArray, text: string): FoundNumber | null {
  const groups = match.groups ?? {}
  const body = groups.spaced
    ? groups.spaced.replace(/[^\d.]/g, '')
    : groups.comma
      ? groups.comma.replace(',', '.')
      : (groups.digits ?? '')
  const start = match.index ?? 0
  let end = start + match[0].length
  let scale = groups.scale ? (readScale(groups.scale) ?? 1) : 1
  if (groups.short) {
    scale = shortScale(groups, text.slice(end, end + 30))
    if (scale === 1) end -= groups.short.length + (groups.gap2 ?? '').length
  }
  const plain = readNumber(body.replace(/\s+/g, ' '))
  if (plain === null || !Number.isFinite(plain * scale)) return null
  // Marks and codes are case-sensitive: "try 5 times" is no lira.
  const currency = currencyOf((groups.cur ?? '').trim())
  const sign = groups.sign === '-' || groups.sign === '−' ? -1 : 1
  const signLength = groups.sign ? 1 : 0
  const glued = /[\p{L}\d)%]$/u.test(text.slice(0, start))
  const numberStart = start + (groups.cur ?? '').length
  return {
    start: currency ? start : numberStart + (glued && sign === -1 ? signLength : 0),
    end,
    value: tidy(plain * scale) * (glued ? 1 : sign),
    high: null,
    kind: 'digits',
    currency,
    numberStart: numberStart + signLength,
    scale,
  }
}

/** Scaling leaves digits that were never written (1.1 × 1e9): twelve digits are kept. */
const tidy = (value: number) => Number(value.toPrecision(12))

function wordsNumber(match: RegExpMatchArray): FoundNumber | null {
  const groups = match.groups ?? {}
  const start = match.index ?? 0
  const span = { start, end: start + match[0].length, numberStart: start, currency: null, scale: 1 }
  if (groups.vague) {
    const { value, high } = vagueNumber(groups.vague.replace(/\s+/g, ' '))
    return { ...span, value, high, kind: 'vague' }
  }
  const fraction = groups.fraction ?? groups.fraction2
  const value = fraction
    ? readFraction(fraction.replace(/\s+/g, ' '))
    : readNumber((groups.words ?? '').replace(/\s+/g, ' '))
  if (value === null) return null
  return { ...span, value: tidy(value), high: null, kind: fraction ? 'fraction' : 'words' }
}

/** All numbers of a text in order, whatever they count: names, dates and ordinals are not yet taken out. Never throws. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const groups = match.groups ?? {}
    const isDigits = groups.digits ?? groups.spaced ?? groups.comma
    const number = isDigits ? digitsNumber(match, text) : wordsNumber(match)
    if (number) found.push(number)
  }
  return found
}
