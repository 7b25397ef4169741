import type { Quantity, QuantityUnit } from './quantity.js'

/** Units that a number takes from another beside it. */

/** The one currency that a text tells all its money in, or null when there is none or more than one. */
function onlyCurrency(found: readonly Quantity[]): QuantityUnit | null {
  const units = found.flatMap(({ unit }) => (unit?.kind === 'currency' && !unit.per ? [unit] : []))
  return new Set(units.map(({ unit }) => unit)).size === 1 ? (units[0] ?? null) : null
}

const isBareMillions = (text: string, quantity: Quantity): boolean =>
  quantity.unit === null &&
  /(?:million|billion|trillion|bn|mn)$/i.test(
    text.slice(quantity.number.start, quantity.number.end),
  )

const MEASURES = new Set(['mass', 'volume', 'energy', 'area', 'length', 'currency'])
const FARTHEST_LENDER = 60

/** "55.5 billion cubic metres for Egypt, 18.5 billion for Sudan": the measure told just before in the same clause list. */
function measureBefore(text: string, before: Quantity | undefined, quantity: Quantity) {
  const { unit } = before ?? { unit: null }
  if (!before || !unit || !MEASURES.has(unit.kind)) return null
  const gap = text.slice(before.end, quantity.start)
  return gap.length <= FARTHEST_LENDER && !/[.;!?\n]/.test(gap) ? unit : null
}

/** "Fourteen of the 15 members": the part is counted in what the whole is. */
function countedWhole(text: string, quantity: Quantity, after: Quantity | undefined) {
  if (quantity.unit !== null || after?.unit?.kind !== 'count') return null
  const gap = text.slice(quantity.end, after.start)
  const isPart = /^\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?(?:[\p{L}-]+['’]s?\s+)?$/u.test(gap)
  return isPart && quantity.value < after.value ? after.unit : null
}

/**
 * The quantities with units for bare ones: millions and more take the measure told just before them, else the text's one
 * currency ("exports of 4.7 billion and imports of 6.8 billion"); a part takes what its whole counts.
 */
export function withLentUnits(text: string, found: readonly Quantity[]): Quantity[] {
  const money = onlyCurrency(found)
  return found.map((one, at) => {
    const part = countedWhole(text, one, found[at + 1])
    if (part) return { ...one, unit: part }
    if (!isBareMillions(text, one)) return one
    return { ...one, unit: measureBefore(text, found[at - 1], one) ?? money }
  })
}
