import { z } from 'zod'
import type { Quantity, QuantityUnit } from '../../coder/figures/index.js'
import { findQuantities } from '../../coder/figures/index.js'
import type { QuantityAnswer } from './quantities.js'
import names from './quantities-names.json' with { type: 'json' }

/** NewsQuant's file format, and our quantities in its manner of naming units. */

const NewsQuantFile = z.array(
  z.object({
    text: z.string(),
    quantities: z.array(
      z.object({ change: z.string(), value: z.string(), unit: z.string(), normalized_unit: z.string() }),
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

/** A counted noun as NewsQuant names it: lower case, its last word singular. */
function nounName(text: string): string {
  const words = text.toLowerCase().split(/\s+/)
  const last = words.pop() ?? ''
  return [...words, singular(last)].join(' ')
}

function unitName(unit: QuantityUnit | null): string {
  if (!unit) return '-'
  const plain = unit.kind === 'count' && !NAMES[unit.unit] ? nounName(unit.text) : (NAMES[unit.unit] ?? unit.unit)
  return unit.per ? `${plain} per ${unitName(unit.per)}` : plain
}

/** One of our quantities as NewsQuant would write it. */
export function answerFrom(quantity: Quantity): QuantityAnswer {
  return { value: quantity.value, high: quantity.high, unit: unitName(quantity.unit) }
}

/** What the project finds in a NewsQuant sentence. */
export function readQuantities(text: string): QuantityAnswer[] {
  return findQuantities(text).map(answerFrom)
}
