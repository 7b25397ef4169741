/** The time normaliser's door: finding time expressions, and what they mean. */
export type { TenseHint } from './choose.js'
export { findTimes, type FoundTime } from './find.js'
export {
  nextAnchor,
  resolveFound,
  resolveTime,
  type ResolvedTime,
  type TimeContext,
  type Timex,
} from './resolve.js'
export { tenseHintAt } from './tense.js'
