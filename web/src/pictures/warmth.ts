/** Warmth: mean intensity from −10 to 10, in five steps with a colour and a name each. */

export type Warmth = 'cold' | 'cool' | 'even' | 'warm' | 'hot'

export const WARMTHS: readonly { step: Warmth; words: string; from: number }[] = [
  { step: 'cold', words: 'hostile, below −4', from: -Infinity },
  { step: 'cool', words: 'cool, −4 to −1', from: -4 },
  { step: 'even', words: 'even, −1 to 1', from: -1 },
  { step: 'warm', words: 'friendly, 1 to 4', from: 1 },
  { step: 'hot', words: 'close, 4 and above', from: 4 },
]

/** The step of a mean intensity. */
export function warmthOf(intensity: number): Warmth {
  return WARMTHS.findLast(({ from }) => intensity >= from)?.step ?? 'cold'
}
