import type { PartyRef, ReadAttribution, Span } from '../../core/index.js'
import { spanOf } from '../parse.js'
import type { Scene } from '../scene.js'
import type { StatementCandidate } from './candidates.js'
import { growToQuotation, trimContent } from './content.js'
import type { Quotation } from './quotations.js'
import type { NewParties } from './speakers.js'
import { meansSomebodyNamed, speakerOfCue, speakerOfSource, unnamedSpeaker } from './speakers.js'

/** Statements that the reader's attribution head found. */

const LEAST_WORDS = 2

/** The candidate of one attribution; null when no words are left of its content. */
export function candidateOf(
  scene: Scene,
  attribution: ReadAttribution,
  quotations: readonly Quotation[],
  made: NewParties,
): StatementCandidate | null {
  const { source, cue, score } = attribution
  const cueSpan = cue && spanOf(scene.parse, cue)
  const pieces = piecesOf(scene, attribution, cueSpan, quotations)
  if (pieces.length === 0) return null
  const speaker = speakerOf(scene, attribution, made)
  return { pieces, cue, source, speaker, reason: 'statement-attribution', score }
}

function piecesOf(
  scene: Scene,
  attribution: ReadAttribution,
  cue: Span | null,
  quotations: readonly Quotation[],
): Span[] {
  const { text } = scene.document
  const raw = attribution.content
    .map((range) => spanOf(scene.parse, range))
    .sort((a, b) => a.start - b.start)
  const pieces: Span[] = []
  for (const span of raw) {
    const piece = trimContent(text, growToQuotation(span, cue, quotations), quotations)
    const last = pieces.at(-1)
    if (last && piece.start <= last.end + 2 && !/\n/.test(text.slice(last.end, piece.start)))
      pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) }
    else pieces.push(piece)
  }
  const total = pieces.reduce(
    (sum, piece) => sum + wordCount(text.slice(piece.start, piece.end)),
    0,
  )
  return total < LEAST_WORDS ? [] : pieces.filter((piece) => piece.end > piece.start)
}

/** Words with a letter or digit in a stretch. */
export function wordCount(words: string): number {
  return words.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
}

/** The speaker by the source's words, else by the cue's subject; null leaves it to what was said before. */
function speakerOf(scene: Scene, attribution: ReadAttribution, made: NewParties): PartyRef | null {
  const { source, cue } = attribution
  if (source) {
    const named = speakerOfSource(scene, source)
    if (named) return named
    return meansSomebodyNamed(scene, source) ? null : unnamedSpeaker(scene, source, made)
  }
  return cue ? speakerOfCue(scene, cue) : null
}
