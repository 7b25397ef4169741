import { WARMTHS, warmthOf } from '../pictures/warmth.js'
import { counted } from '../words/phrases.js'
import type { Dyad } from './shown.js'

/** The quads in the order in which they are shown. */
export const QUADS = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const

/** A dyad in one line: who, how much, how warm. */
export function dyadWords({ one, other, edge }: Dyad): string {
  const warmth = `${warmthWords(edge.warmth)} (${signedWords(edge.warmth)})`
  return `${one.party.name} and ${other.party.name}: ${counted(edge.happenings, 'happening')}, ${warmth}`
}

/** The step of a warmth in a word: "friendly". */
export function warmthWords(warmth: number): string {
  const step = WARMTHS.find(({ step }) => step === warmthOf(warmth))
  return step?.words.split(',')[0] ?? ''
}

/** A warmth with its sign: "+2.5", "−1.0". */
export function signedWords(warmth: number): string {
  const size = Math.abs(warmth).toFixed(1)
  return warmth < 0 ? `−${size}` : `+${size}`
}
