/** The figure reader's door. */
export { readFraction, readNumber } from './number-words.js'
export { findQuantities } from './quantities.js'
export type { Comparator, Quantity, QuantityUnit } from './quantity.js'
export { unitOf, type Unit, type UnitKind } from './units.js'
