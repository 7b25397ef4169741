import type { Span } from '../../core/spans.js'
import type { FigureRecord } from '../../core/records.js'
import type { Unit, UnitKind } from './units.js'

export type Comparator = FigureRecord['comparator']

/** A unit as found: its name in the ledger, its words, and what it is told per ("dollars per barrel"). */
export interface QuantityUnit extends Unit {
  /** The words as written, without the per-part; "$" for a mark before the number. */
  readonly text: string
  readonly per: QuantityUnit | null
}

/** A number with what it counts. Offsets are into the text it was found in. */
export interface Quantity extends Span {
  /** The number, scale applied. For a range its first end as written. */
  readonly value: number
  /** The other end of a range as written, or of a vague number ("dozens"); else null. */
  readonly high: number | null
  /** Null where the text gives a bare number. */
  readonly unit: QuantityUnit | null
  readonly comparator: Comparator
  /** The word that tells a change ("rose", "down") near the number. */
  readonly direction: 'up' | 'down' | null
  /** "from 9.2 to 11.7": a change between two values and not a span of values. */
  readonly fromTo: boolean
  /** An age ("15 years old"): not a figure of the ledger. */
  readonly age: boolean
  /** A length of time ("two years"): a figure only where an indicator measures time. */
  readonly duration: boolean
  /** "dozens", "tens of millions": no number that a ledger could hold. */
  readonly vague: boolean
  /** The number's own words, without comparator and unit. */
  readonly number: Span
}

export type { Unit, UnitKind }
