import type { TimexType } from '../../core/readings.js'
import { CLOCK_RULES } from './rules-clock.js'
import { DATE_RULES } from './rules-dates.js'
import { DURATION_RULES } from './rules-durations.js'
import type { Groups } from './fragments.js'
import { PERIOD_RULES } from './rules-periods.js'
import { RELATIVE_RULES } from './rules-relative.js'
import type { TimeSense } from './senses.js'

/** What stands around a match; a rule may refuse by it. */
export interface Around {
  readonly before: string
  readonly after: string
  readonly text: string
}

/** One way to write a time. `pattern` is matched without regard to case; a blank stands for any white space. */
export interface TimeRule {
  readonly name: string
  readonly type: TimexType
  readonly pattern: string
  /** What the match means, or null when it is no time after all. */
  readonly sense: (groups: Groups, around: Around) => TimeSense | null
}

/** Every rule; where two match the same words the earlier one wins. */
export const TIME_RULES: readonly TimeRule[] = [
  ...DATE_RULES,
  ...PERIOD_RULES,
  ...CLOCK_RULES,
  ...RELATIVE_RULES,
  ...DURATION_RULES,
]
