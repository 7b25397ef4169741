/** The figure reader's door. */
export { readFraction, readNumber } from './number-words.js'
export { findQuantities } from './quantities.js'
export type { Comparator, Quantity, QuantityUnit } from './quantity.js'
export { unitOf, type Unit, type UnitKind } from './units.js'
export type { IndicatorCues } from './cues.js'
export { toFigures, type FigureDraft } from './figures.js'
export type { FigureSetting } from './setting.js'
export type { PartyMention, PartyNear } from './sides.js'
