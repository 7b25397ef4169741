import type { PartyRef, Span } from '../../core/index.js'
import { firstTokenAfter, spanOf } from '../parse.js'
import type { Quotation } from '../quotations.js'
import { paragraphsOf } from '../quotations.js'
import type { Scene } from '../scene.js'
import { mentionAt, refsOfMention } from '../scene.js'
import type { StatementCandidate } from './candidates.js'
import { trimContent } from './content.js'

/** Interviews: what is said in turn, without "he said". */

/** One turn of an interview: who speaks, where that is told, and the words. */
interface Turn {
  readonly speaker: PartyRef | null
  readonly said: Span
}

/**
 * The answers of an interview: lines "Name: what they say", where at least two begin so; or lines that begin with a
 * dash or "A:" and follow a question in the same form, said by the person named last before the first question.
 */
export function interviewCandidates(
  scene: Scene,
  quotations: readonly Quotation[],
): StatementCandidate[] {
  const named = namedTurns(scene)
  const turns = named.length >= 2 ? named : answers(scene)
  return turns.map(({ speaker, said }) => ({
    pieces: [trimContent(scene.document.text, said, quotations)],
    cue: null,
    source: null,
    speaker,
    isVerbatim: true,
    reason: 'statement-quotation',
    score: 1,
  }))
}

function namedTurns(scene: Scene): Turn[] {
  const { text } = scene.document
  return paragraphsOf(text).flatMap((paragraph): Turn[] => {
    const words = text.slice(paragraph.start, paragraph.end)
    const label = /^[^:.!?“"]{2,60}:\s+(?=\S)/.exec(words)
    if (!label || /^\s*["“«]/.test(words.slice(label[0].length))) return []
    const first = firstTokenAfter(scene.parse, paragraph.start)
    const colon = firstTokenAfter(scene.parse, paragraph.start + label[0].trimEnd().length - 1)
    const mention = mentionAt(scene, first)
    const fills =
      mention && mention.form === 'name' && mention.last >= colon && mention.first <= first
    if (!fills || scene.parties.get(mention.parties[0] ?? '')?.type === 'country') return []
    const said: Span = { start: paragraph.start + label[0].length, end: paragraph.end }
    return [{ speaker: refsOfMention(scene, mention)[0] ?? null, said }]
  })
}

const DASH = /^[—–-]\s+(?=\S)/
const LETTER = /^(?:A|Answer)\s*[.:]\s+(?=\S)/
const QUESTION = /^(?:Q|Question)\s*[.:]\s+(?=\S)/
const FEWEST_TURNS = 4

/** The answers among lines that begin with a dash, by turns; or those that begin with "A:" after a "Q:". */
function answers(scene: Scene): Turn[] {
  const { text } = scene.document
  const paragraphs = paragraphsOf(text)
  const wordsOf = (span: Span): string => text.slice(span.start, span.end)
  const marked = paragraphs.filter((one) => DASH.test(wordsOf(one)))
  const asks = marked.filter((one, n) => n % 2 === 0 && /\?$/.test(wordsOf(one).trim()))
  const isByTurns = marked.length >= FEWEST_TURNS && asks.length * 4 >= marked.length
  const opens = isByTurns && asks[0] === marked[0]
  const asked = opens ? marked[0] : paragraphs.find((one) => QUESTION.test(wordsOf(one)))
  if (!asked) return []
  const mark = opens ? DASH : LETTER
  const turns = opens
    ? marked.filter((_, n) => n % 2 === 1)
    : paragraphs.filter((one) => LETTER.test(wordsOf(one)))
  const speaker = personBefore(scene, asked.start)
  if (!speaker) return []
  return turns.map((turn) => {
    const lead = mark.exec(wordsOf(turn))?.[0].length ?? 0
    return { speaker, said: { start: turn.start + lead, end: turn.end } }
  })
}

/** The person named last before an offset: whom the lines above an interview introduce. */
function personBefore(scene: Scene, offset: number): PartyRef | null {
  const mention = scene.mentions.findLast(
    (one) =>
      one.form === 'name' &&
      scene.parties.get(one.parties[0] ?? '')?.type === 'person' &&
      spanOf(scene.parse, one).end <= offset,
  )
  return mention ? (refsOfMention(scene, mention)[0] ?? null) : null
}
