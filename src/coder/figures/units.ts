import { SHARED_MARKS } from './national-money.js'
import { anyOf } from './number-words.js'
import table from './units.json' with { type: 'json' }

/** Units of measure: their written forms, and the one name each has in the ledger. */

export type UnitKind =
  | 'currency'
  | 'share'
  | 'length'
  | 'area'
  | 'mass'
  | 'volume'
  | 'energy'
  | 'power'
  | 'time'
  | 'age'
  | 'speed'
  | 'temperature'
  | 'data'
  | 'multiple'
  | 'count'

export interface Unit {
  /** ISO 4217 code, `%`, `km` …: the ledger's name. */
  readonly unit: string
  readonly kind: UnitKind
  /** How many of the unit one of these words is: "bcm" is a billion cubic metres. Absent: one. */
  readonly factor?: number
}

interface UnitRow extends Unit {
  readonly forms: readonly string[]
  readonly symbols: readonly string[]
}

const ROWS = table.units as readonly UnitRow[]
const BY_FORM = new Map(ROWS.flatMap((row) => row.forms.map((form) => [form, row] as const)))
const BY_SYMBOL = new Map(ROWS.flatMap((row) => row.symbols.map((mark) => [mark, row] as const)))

const escaped = (marks: readonly string[]) =>
  [...marks]
    .sort((a, b) => b.length - a.length)
    .map((mark) => mark.replace(/[$.^*+?()[\]{}|\\/]/g, '\\$&'))
    .join('|')

const symbolsOf = (kinds: (kind: UnitKind) => boolean) =>
  ROWS.filter((row) => kinds(row.kind)).flatMap((row) => row.symbols)

const MONEY_MARKS = [...symbolsOf((kind) => kind === 'currency'), ...SHARED_MARKS]
const marksLike = (pattern: RegExp) => escaped(MONEY_MARKS.filter((mark) => pattern.test(mark)))

/**
 * Marks and codes of money that stand before a number: "$", "US$", "EUR", "Rs"; none inside a word ("UK 500"), a single
 * letter only right before its digits ("K310").
 */
export const CURRENCY_BEFORE = `(?:${marksLike(/^\P{L}/u)}|(?<!\\p{L})(?:${marksLike(/^\p{L}./u)}|(?:${marksLike(/^\p{L}$/u)})(?=\\d)|Euros?))`

const FORMS = anyOf([...BY_FORM.keys()]).replaceAll(' ', '[\\s-]+')
const SYMBOLS = escaped([...BY_SYMBOL.keys()])
const AFTER = new RegExp(
  `^(?<gap>[\\s-]{0,2})(?:(?<form>${FORMS})(?![\\p{L}\\d])|(?<symbol>${SYMBOLS})(?![\\p{L}\\d]))`,
  'iu',
)

const plainUnit = ({ unit, kind, factor }: UnitRow): Unit =>
  factor ? { unit, kind, factor } : { unit, kind }

/** The unit of a form ("US dollars") or symbol ("km"); forms without regard to case. Null when unknown. */
export function unitOf(text: string): Unit | null {
  const row =
    BY_SYMBOL.get(text) ??
    BY_FORM.get(text.toLowerCase().replace(/[\s-]+/g, ' ')) ??
    BY_FORM.get(text.toLowerCase())
  return row ? plainUnit(row) : null
}

/** The unit of a mark before a number; one that only states tell apart ("K") stands for itself until one is found. */
export function unitByMark(mark: string): Unit | null {
  const known = unitBySymbol(mark)
  if (known?.kind === 'currency') return known
  return SHARED_MARKS.includes(mark) ? { unit: mark, kind: 'currency' } : null
}

/** The unit of a symbol or code exactly as written ("$", "USD", "kWh"), or null. */
export function unitBySymbol(mark: string): Unit | null {
  const row = BY_SYMBOL.get(mark)
  return row ? plainUnit(row) : null
}

export interface UnitMatch {
  readonly unit: Unit
  /** Offsets of the unit's words. */
  readonly start: number
  readonly end: number
}

/** One letter is a unit only right after digits ("5 m", "8W"), never after a scale or a word. */
const isShort = (text: string) => text.length === 1 && /[a-z]/i.test(text)

/**
 * The unit written at an offset of a text (blanks or a hyphen may stand before it), or null.
 * `digits`: the number before it is in digits.
 */
export function unitAt(text: string, offset: number, digits: boolean): UnitMatch | null {
  const found = AFTER.exec(text.slice(offset, offset + 60))
  if (!found) return null
  const gap = found.groups?.gap ?? ''
  const words = found[0].slice(gap.length)
  const unit = found.groups?.form ? unitOf(words) : unitBySymbol(words)
  if (!unit) return null
  if (isShort(words) && (!digits || BY_SYMBOL.get(words) === undefined)) return null
  // "5 A", "2 C": a letter of its own after a blank is a unit only when it is m, g, t, l, W or V.
  if (isShort(words) && gap !== '' && !/^[mgtlWV]$/.test(words)) return null
  const start = offset + gap.length
  return { unit, start, end: start + words.length }
}
