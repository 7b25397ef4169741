/** The figure reader's door. */
export { findQuantities } from './quantities.js'
export type { Comparator, Quantity, QuantityUnit } from './quantity.js'
export { unitOf, type Unit, type UnitKind } from './units.js'
