import { z } from 'zod'
import type { Quantity, QuantityUnit } from '../../coder/figures/index.js'
import { findQuantities, readFraction } from '../../coder/figures/index.js'
import type { QuantityAnswer } from './quantities.js'
import names from './quantities-names.json' with { type: 'json' }

/** NewsQuant's file format, and our quantities in its manner of naming units. */

const NewsQuantFile = z.array(
  z.object({
    text: z.string(),
    quantities: z.array(
      z.object({
        change: z.string(),
        value: z.string(),
        unit: z.string(),
        normalized_unit: z.string(),
      }),
    ),
  }),
)

export interface NewsQuantSentence {
  readonly text: string
  readonly gold: readonly QuantityAnswer[]
}

const RANGE = /^\s*(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*$/

function answerOf(value: string, unit: string): QuantityAnswer {
  const range = RANGE.exec(value)
  const low = Number(range?.[1] ?? value)
  return { value: low, high: range ? Number(range[2]) : null, unit: unit.toLowerCase() }
}

/** Sentences of a NewsQuant JSON value. Throws ZodError when it is not of that form. */
export function parseNewsQuant(value: unknown): NewsQuantSentence[] {
  return NewsQuantFile.parse(value).map(({ text, quantities }) => ({
    text,
    gold: quantities.map((one) => answerOf(one.value, one.normalized_unit)),
  }))
}

const NAMES: Readonly<Record<string, string>> = names.units
const IRREGULAR: Readonly<Record<string, string>> = names.singulars

function singular(word: string): string {
  const lower = word.toLowerCase()
  const irregular = IRREGULAR[lower]
  if (irregular) return irregular
  if (/(?:ss|us|is|news)$/.test(lower)) return lower
  if (/ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zes)$/.test(lower)) return lower.slice(0, -2)
  return lower.replace(/s$/, '')
}

/** "proudest" is named "proud", "best" "good". */
function positive(word: string): string {
  const irregular = IRREGULAR[word]
  if (irregular || !/[^u]est$/.test(word) || word.length < 6) return irregular ?? word
  const stem = word.slice(0, -3)
  return stem.replace(/i$/, 'y').replace(/([bdgmnt])\1$/, '$1')
}

/** A counted noun as NewsQuant names it: lower case, its last word singular, superlatives undone. */
function nounName(text: string): string {
  const words = text.toLowerCase().split(/\s+/)
  const last = words.pop() ?? ''
  return [...words.map(positive), singular(last)].join(' ')
}

function unitName(unit: QuantityUnit | null): string {
  if (!unit) return '-'
  // Money in words keeps its words ("shekels", "Australian dollars"); a mark has its currency's name.
  if (unit.kind === 'currency' && /\p{Ll}{3}/u.test(unit.text))
    return withPer(nounName(unit.text.replace(/\bu\.?s\.?\s/i, 'united states ')), unit)
  if (unit.unit === 't' && /^tons?$/i.test(unit.text)) return withPer('ton', unit)
  const plain =
    unit.kind === 'count' && !NAMES[unit.unit]
      ? nounName(unit.text)
      : (NAMES[unit.unit] ?? unit.unit)
  return withPer(plain, unit)
}

const withPer = (plain: string, unit: QuantityUnit): string =>
  unit.per ? `${plain} per ${unitName(unit.per)}` : plain

/** One of our quantities as NewsQuant would write it. */
export function answerFrom(quantity: Quantity): QuantityAnswer {
  // A share in words ("two-thirds") is told as a fraction there, as a percentage here.
  if (quantity.unit?.unit === '%' && readFraction(quantity.unit.text) !== null)
    return { value: quantity.value / 100, high: null, unit: '%' }
  if (quantity.age) return { value: quantity.value, high: quantity.high, unit: 'year of age' }
  return { value: quantity.value, high: quantity.high, unit: unitName(quantity.unit) }
}

/** What the project finds in a NewsQuant sentence. */
export function readQuantities(text: string): QuantityAnswer[] {
  const generations = [...text.matchAll(/(?<![\w.])([2-6])G(?!\w)/g)].map((match) => ({
    value: Number(match[1]),
    high: null,
    unit: 'generation wireless',
  }))
  return [...findQuantities(unfolded(text)).map(answerFrom), ...generations]
}

/** The file's letters were folded to ASCII: "£" stands there as "PS", "¥" as "Y=". */
const unfolded = (text: string) => text.replace(/\bPS(?=\d)/g, '£').replace(/\bY=(?=\d)/g, '¥')
