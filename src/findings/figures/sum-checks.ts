import type { Finder } from '../ground.js'
import { partSums } from './part-sums.js'
import { tradeSums } from './trade-sums.js'

/**
 * Parts against the total that is stated for them, within rounding (`written-values.ts` has the rule): exports and
 * imports against a turnover; shares of one whole against 100 %; what single partners account for against what is stated
 * for all of them. `sort` is `agrees` or `disagrees`. The parts come first in `records`, then the total.
 *
 * `strength`: how sure it is that parts and total belong together. The least confidence among them, times 0.85 where not
 * all of them state the same sides and period.
 */
export const findSumChecks: Finder = (ground, setting) => ({
  value: [...tradeSums(ground, setting), ...partSums(ground, setting)],
  issues: [],
})
