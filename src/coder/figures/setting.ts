import type { ReadToken } from '../../core/readings.js'
import type { PartyRef } from '../../core/records.js'
import type { Span } from '../../core/spans.js'
import type { FoundTime, TimeContext } from '../time/index.js'
import type { FoundCue, IndicatorCues } from './cues.js'
import type { PeriodTime } from './periods.js'
import type { Quantity } from './quantity.js'
import type { PartyNear, Sides } from './sides.js'

/** What the figure reader needs beside the text. */
export interface FigureSetting {
  /** Stretches of the text, in order; a figure never reaches beyond its sentence. */
  readonly sentences: readonly Span[]
  /** The reader's tokens of the whole text, or null. */
  readonly tokens: readonly ReadToken[] | null
  readonly indicators: readonly IndicatorCues[]
  /** The codebook's units by form or symbol: their names win over the figure reader's own. */
  readonly units: ReadonlyMap<string, { readonly unit: string }> | null
  readonly partyNear: PartyNear
  /** Where the party stands that does what the clause of a number tells, by the parse. */
  readonly doerOf?: (number: Span) => Span | null
  /** Codes of a party's own money, which tell words like "rials" apart. */
  readonly currenciesOf?: (party: PartyRef) => readonly string[]
  readonly time: TimeContext
  /** The time expressions of the text, where they are known already. */
  readonly times?: readonly FoundTime[]
}

/** One sentence with all that the figures in it are made of. */
export interface FigureScene {
  readonly text: string
  readonly sentence: Span
  readonly quantities: readonly Quantity[]
  readonly cues: readonly FoundCue[]
  readonly periods: readonly PeriodTime[]
  readonly setting: FigureSetting
  readonly told: Told
}

/** What the figures so far of this sentence and of those right before it told; grows as they are made. */
export interface Told {
  /** What was measured, the latest by unit. */
  readonly indicators: Map<string, IndicatorCues>
  sides: Sides | null
}
