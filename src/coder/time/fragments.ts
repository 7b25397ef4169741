import { anyOf, readNumber, readOrdinal, WORD_NUMBER } from '../figures/number-words.js'
import type { Pick, TimeUnit, YearWord } from './senses.js'
import words from './words.json' with { type: 'json' }

/** Pieces that the rules' patterns are made of, and readers of what they catch. A blank stands for any white space. */

const MONTHS: Readonly<Record<string, number>> = words.months
const WEEKDAYS: Readonly<Record<string, number>> = words.weekdays
const SEASONS: Readonly<Record<string, string>> = words.seasons
const UNITS: Readonly<Record<string, string>> = words.units

/** Full names, and short ones with or without their point ("Sept."); "Friday." keeps its full stop outside. */
const named = (names: readonly string[], longest: number) =>
  `(?:${anyOf(names.filter((name) => name.length > longest || name === 'may'))}|${anyOf(names.filter((name) => name.length <= longest && name !== 'may'))}\\.?)`

const LONG_MONTHS = ['june', 'july', 'march', 'april']
export const MONTH = `(?:${anyOf(LONG_MONTHS)}|${named(
  Object.keys(MONTHS).filter((name) => !LONG_MONTHS.includes(name)),
  4,
)})`
export const WEEKDAY = named(Object.keys(WEEKDAYS), 5)
export const SEASON = anyOf(Object.keys(SEASONS))
export const YEAR = '(?:1[1-9]|20|21)\\d\\d'
export const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
export const NTH_DAY = `(?:${DAY}(?:st|nd|rd|th)?)`
export const UNIT = anyOf(Object.keys(UNITS))
export const ORDINAL = '(?:first|second|third|fourth|1st|2nd|3rd|4th)'
export const DASH = ' ?[-–—] ?'
export const ZONE = '(?:GMT|UTC|EST|EDT|ET|PST|PDT|PT|CET|CEST|BST|MSK|local time|[A-Z][a-z]+ time)'

/** "early", "mid-", "the end of": they lie in the expression but do not change the period. */
export const EDGE =
  '(?:(?:(?:very )?early|mid|late|(?:the )?(?:very )?(?:beginning|start|middle|end|close|turn|rest|remainder) of)[- ])?'
export const APPROX =
  '(?:(?:about|around|nearly|almost|roughly|approximately|some|over|under|at least|at most|up to|more than|less than|no more than|no less than|just over|just under) )?'
/** The same before "the past", where "over" is a preposition. */
export const NEARLY = '(?:(?:nearly|almost|at least|more than|much of) )?'
const VAGUE = '(?:a few|several|a couple of|a couple|a number of|some|many|dozens of|a few more)'
export const COUNT = `(?:${VAGUE}|\\d+(?:[.,]\\d+)?(?: \\d/\\d)?|${WORD_NUMBER}|half an?|an?)`

/** The words that name a year after a month or quarter: ", 2022", "of last year", "this year". */
const YEAR_TAIL =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)'
/** A year in words, as broadcasters write it: "nineteen ninety-six". */
export const WORD_YEAR = `(?:nineteen|eighteen|twenty) ${YEAR_TAIL}`

export const OF_YEAR = `(?:,? (?:of |in )?(?:(?<year>${YEAR})|(?<wordyear>${WORD_YEAR}))| ?(?<yy>['’]\\d\\d)| (?:of |in )?(?<yearword>this|last|next|the same|that|the following|the next|the previous|the past|the current)(?: (?:calendar|fiscal|financial))? year(?!['’]s)| a year (?<ago>ago|earlier|before))`

export const MAYBE_YEAR = `${OF_YEAR}?`

export type Groups = Readonly<Record<string, string | undefined>>

const plain = (text: string) => text.toLowerCase().replace(/\.$/, '')

export const readMonth = (text: string | undefined): number => MONTHS[plain(text ?? '')] ?? 0
export const readWeekday = (text: string | undefined): number => WEEKDAYS[plain(text ?? '')] ?? 0
export const readSeason = (text: string | undefined): string => SEASONS[plain(text ?? '')] ?? 'WI'
export const readUnit = (text: string | undefined): TimeUnit =>
  (UNITS[plain(text ?? '')] ?? 'day') as TimeUnit

/** Number of days, years …: null for a vague one ("several"); "a couple" is two. */
export function readCount(text: string | undefined): number | null {
  const clean = (text ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
  if (clean === 'a' || clean === 'an') return 1
  if (/^half an?$/.test(clean)) return 0.5
  if (/^(?:a )?couple/.test(clean)) return 2
  return readNumber(clean)
}

export const readNth = (text: string | undefined): number =>
  readOrdinal(text ?? '') ?? Number.parseInt(text ?? '0', 10)

const YEAR_WORDS: Readonly<Record<string, YearWord>> = {
  this: { shift: 0 },
  'the current': { shift: 0 },
  last: { shift: -1 },
  'the past': { shift: -1 },
  next: { shift: 1 },
  'the same': { anchor: 0 },
  that: { anchor: 0 },
  'the following': { anchor: 1 },
  'the next': { anchor: 1 },
  'the previous': { anchor: -1 },
}

/** Two-digit years: '30 to '99 are of the twentieth century. */
export const expandYear = (short: number): number => (short < 30 ? 2000 + short : 1900 + short)

/** Value of a year in words: its two halves are read apart. */
export function readWordYear(text: string): number {
  const [head, ...tail] = text.trim().split(/\s+/)
  return (readNumber(head ?? '') ?? 19) * 100 + (readNumber(tail.join(' ')) ?? 0)
}

/** The year that the groups of OF_YEAR caught. */
export function readYear(groups: Groups): YearWord {
  if (groups.year) return { at: Number(groups.year) }
  if (groups.wordyear) return { at: readWordYear(groups.wordyear) }
  if (groups.yy) return { at: expandYear(Number(groups.yy.slice(1))) }
  if (groups.ago === 'ago') return { shift: -1 }
  if (groups.ago) return { anchor: -1 }
  const word = (groups.yearword ?? '').toLowerCase().replace(/\s+/g, ' ')
  return YEAR_WORDS[word] ?? null
}

/** "last", "this past", "next" … before a month, weekday or season. */
export function readPick(text: string | undefined): Pick {
  const word = (text ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
  if (/^(?:last|this past|past|previous)$/.test(word)) return 'last'
  if (/^(?:next|this coming|coming|upcoming)$/.test(word)) return 'next'
  return word === 'this' ? 'this' : null
}

/** Is this written as a name is? "may" and "march" are verbs, "sat" and "sun" are words. */
export function writtenAsName(text: string | undefined): boolean {
  const word = text ?? ''
  return /^\p{Lu}/u.test(word) || (word.length > 5 && word.toLowerCase() !== 'second')
}
