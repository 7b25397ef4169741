import type { Span } from '../../core/spans.js'
import type { TenseHint } from './choose.js'

/** Tense told from words alone, for when no parse is at hand. */

const FUTURE =
  /\b(?:will|shall|won['’]t|['’]ll|is to|are to|be|going to|due|scheduled|expected|expects?|plans? to|planned for|set to|slated|intends?|to (?:visit|meet|hold|host|begin|start|take|sign|open|continue)|upcoming|forthcoming|deadline|ahead of|by the end of|effective|payable|until|expires?|matur\w+)\b/gi
const PAST =
  /\b(?:was|were|had|did|said|told|held|met|took|made|came|went|began|rose|fell|won|lost|signed|saw|got|gave|\w{2,}ed|since|ago)\b/gi
const AHEAD = /\b(?:by|through|until|till|effective|starting|beginning) (?:the )?$/i
const SENTENCE_END = /[.!?]["”’]?\s+(?=[“"]?\p{Lu})/gu

const lastOf = (pattern: RegExp, text: string): number =>
  [...text.matchAll(pattern)].at(-1)?.index ?? -1
const firstOf = (pattern: RegExp, text: string): number =>
  [...text.matchAll(pattern)][0]?.index ?? -1

/** Which of two positions is the nearer; −1 stands for absent. */
function nearer(future: number, past: number, fromEnd: boolean): TenseHint {
  if (future < 0 && past < 0) return null
  if (future < 0) return 'past'
  if (past < 0) return 'future'
  return (fromEnd ? future >= past : future <= past) ? 'future' : 'past'
}

/**
 * Tense of the words around a time: the nearest verb to its left in the sentence, else the first to its right.
 * Null when no verb is seen.
 */
export function tenseHintAt(text: string, span: Span): TenseHint {
  const before = text.slice(Math.max(0, span.start - 300), span.start)
  const cut = [...before.matchAll(SENTENCE_END)].at(-1)
  const left = cut ? before.slice(cut.index + cut[0].length) : before
  // "by February", "through January": a bound ahead, unless the sentence looks back ("had … by").
  if (AHEAD.test(left) && !/\b(?:had|was|were)\b/.test(left)) return 'future'
  const hint = nearer(lastOf(FUTURE, left), lastOf(PAST, left), true)
  if (hint) return hint
  const after = text.slice(span.end, span.end + 200)
  const stop = [...after.matchAll(SENTENCE_END)][0]
  const right = stop ? after.slice(0, stop.index) : after
  return nearer(firstOf(FUTURE, right), firstOf(PAST, right), false)
}
