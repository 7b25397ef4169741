import { spansOverlap } from '../core/index.js'
import type { Span } from '../core/index.js'
import { pairChances } from './decode/events.js'
import { wordsOf } from './readDocument.js'
import { runWindow } from './session.js'
import type { ReaderModel } from './session.js'

/** A sentence with an actor and a recipient marked; null where the sentence does not name one. */
export interface MarkedPair {
  readonly text: string
  readonly actor: Span | null
  readonly recipient: Span | null
}

/** Words of a marked sentence beyond this are not read (the base network has places for 512 wordpieces). */
const MAX_WORDS = 250

/** Probability of each PLOVER type between the marked actor and recipient, by type name; they sum to one. */
export async function readPair(model: ReaderModel, pair: MarkedPair): Promise<Map<string, number>> {
  const { spans, words } = wordsOf(pair.text)
  if (words.length === 0) return new Map()
  const output = await runWindow(model, words.slice(0, MAX_WORDS))
  const within = (span: Span | null): number[] =>
    span ? spans.flatMap((word, i) => (i < MAX_WORDS && spansOverlap(word, span) ? [i] : [])) : []
  const chances = pairChances(output, model.manifest, within(pair.actor), within(pair.recipient))
  return new Map(model.manifest.labels.eventTypes.map((type, i) => [type, chances[i] ?? 0]))
}
