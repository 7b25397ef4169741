import type { PartyRef, ReadAttribution, Span, TokenRange } from '../../core/index.js'
import { spanHolds, spansOverlap } from '../../core/index.js'
import {
  dependents,
  headOfRange,
  lemmaAt,
  relationOf,
  spanOf,
  subtreeRange,
  tagOf,
} from '../parse.js'
import type { Quotation } from '../quotations.js'
import type { Scene } from '../scene.js'
import type { StatementCandidate } from './candidates.js'
import { afterAs, growToQuotation, trimContent } from './content.js'
import type { StatementPart } from './parts.js'
import { partsOf } from './parts.js'
import type { NewParties } from './speakers.js'
import {
  meansSomebodyNamed,
  sharedSubject,
  speakerOfCue,
  speakerOfSource,
  unnamedSpeaker,
} from './speakers.js'

/** Statements that the reader's attribution head found. */

/** Fewer words than these are no statement; a quoted expression may be shorter. */
const LEAST_WORDS = 3
const LEAST_QUOTED_WORDS = 1

/** The candidates of one attribution: mostly one, several where it runs the words of several together. */
export function candidatesOf(
  scene: Scene,
  attribution: ReadAttribution,
  quotations: readonly Quotation[],
  made: NewParties,
): StatementCandidate[] {
  const { score } = attribution
  return partsOf(scene, attribution, quotations).flatMap((part) => {
    const pieces = piecesOf(scene, part, quotations)
    if (pieces.length === 0 || saysNothing(scene, part, quotations)) return []
    const speaker = speakerOf(scene, part, made)
    if (!speaker && part.source && !meansSomebodyNamed(scene, part.source)) return []
    const needsPerson = isPersonPronoun(scene, part.source)
    const { cue, source } = part
    const shared = speaker === null && cue && !source ? sharedSubject(scene, cue) : null
    return [
      {
        pieces,
        cue,
        source,
        speaker,
        needsPerson,
        sharedSubject: shared,
        reason: 'statement-attribution',
        score,
      },
    ]
  })
}

function piecesOf(scene: Scene, part: StatementPart, quotations: readonly Quotation[]): Span[] {
  const { text } = scene.document
  const cue = part.cue && spanOf(scene.parse, part.cue)
  const raw = part.content
    .map((range) =>
      part.cue ? fromSentenceStart(scene, range, part.cue, quotations) : spanOf(scene.parse, range),
    )
    .sort((a, b) => a.start - b.start)
  const isCalling =
    part.cue !== null && CALLING.has(lemmaAt(scene.parse, headOfRange(scene.parse, part.cue)))
  let isCut = false
  const pieces: Span[] = []
  for (const span of raw) {
    const grown = growToQuotation(span, cue, quotations)
    const called = isCalling ? afterAs(text, grown) : grown
    const piece = trimContent(text, called, quotations)
    isCut ||= called.start > grown.start
    const last = pieces.at(-1)
    if (last && piece.start <= last.end + 2 && !/\n/.test(text.slice(last.end, piece.start)))
      pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) }
    else pieces.push(piece)
  }
  const total = pieces.reduce(
    (sum, piece) => sum + wordCount(text.slice(piece.start, piece.end)),
    0,
  )
  const isQuoted = pieces.some((piece) => quotations.some((one) => spansOverlap(one, piece)))
  const least = isQuoted || isCut ? LEAST_QUOTED_WORDS : LEAST_WORDS
  return total < least ? [] : pieces.filter((piece) => piece.end > piece.start)
}

/** Verbs that say what a thing is by "as": "rejected the claim as absurd". */
const CALLING = new Set(['describe', 'reject', 'dismiss', 'denounce', 'condemn', 'characterise', 'characterize', 'depict', 'deride', 'hail', 'decry', 'brand', 'portray', 'slam', 'criticise', 'criticize', 'praise', 'welcome', 'laud']) // prettier-ignore

/** Words with a letter or digit in a stretch. */
export function wordCount(words: string): number {
  return words.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
}

const DATELINE = /^[^.\n]{0,60}\([\p{L} /]{2,30}\)\s*[.–—-]+\s*/u

/**
 * "A, B and C, X said": an unquoted piece before its cue begins with the sentence, however late the reader saw it
 * begin; the dateline and words of another attribution stay out.
 */
function fromSentenceStart(
  scene: Scene,
  piece: TokenRange,
  cue: TokenRange,
  quotations: readonly Quotation[],
): Span {
  const span = spanOf(scene.parse, piece)
  const sentence = scene.reading.tokens[cue.first]?.sentence ?? -1
  const first = scene.reading.sentences[sentence]?.first ?? piece.first
  const isRelative = relationOf(scene.parse, headOfRange(scene.parse, cue)) === 'acl'
  const isTrailing = cue.first >= piece.last && first < piece.first && !isRelative
  if (!isTrailing || scene.reading.tokens[piece.first]?.sentence !== sentence) return span
  const lead = { first, last: piece.first }
  const isQuoted = quotations.some((one) => spanHolds({ start: one.open, end: one.close }, span))
  if (isQuoted || holdsOtherWords(scene, lead, cue)) return span
  const start = scene.reading.tokens[first]?.start ?? span.start
  const dateline = DATELINE.exec(scene.document.text.slice(start, span.start))?.[0].length ?? 0
  return { start: start + dateline, end: span.end }
}

/** Does a range hold words of another attribution, or a verb of saying? */
function holdsOtherWords(scene: Scene, range: TokenRange, cue: TokenRange): boolean {
  const overlaps = (other: TokenRange | null): boolean =>
    other !== null && other.first < range.last && range.first < other.last
  const ofOther = scene.reading.attributions.some(
    (one) =>
      one.cue?.first !== cue.first &&
      (overlaps(one.cue) || overlaps(one.source) || one.content.some(overlaps)),
  )
  return ofOther
}

const NO_ANSWER = /\b(?:not|n['’]t)\b.*\b(?:respond|reply|comment|return)|\bdeclin/i
const TOPIC_VERBS = new Set([
  'discuss',
  'address',
  'debate',
  'brief',
  'consider',
  'review',
  'raise',
])
/** With an infinitive these tell a deed or a plan, which is an event, rather than words. */
const DEED_VERBS = new Set([
  'refuse',
  'agree',
  'decide',
  'decline',
  'plan',
  'intend',
  'try',
  'seek',
  'want',
  'begin',
  'continue',
])
/** What these do to a thing is a deed: "shelved the request". */
const DEEDS = new Set(['shelve', 'cancel', 'postpone', 'suspend', 'host', 'impose', 'lift', 'sign'])
const TELLING_VERBS = new Set([
  'cite',
  'quote',
  'speak',
  'talk',
  'tell',
  'inform',
  'ask',
  'chat',
  'converse',
  'complain',
  'appeal',
  'urge',
  'order',
  'instruct',
  'remind',
  'assure',
  'invite',
])

/**
 * Only what was spoken about ("discussed trade", "told them about its merits"), or done ("agreed to go"), and not what
 * was said.
 */
function saysNothing(scene: Scene, part: StatementPart, quotations: readonly Quotation[]): boolean {
  if (!part.cue) return false
  const verb = lemmaAt(scene.parse, headOfRange(scene.parse, part.cue))
  const cue = spanOf(scene.parse, part.cue)
  if (NO_ANSWER.test(scene.document.text.slice(cue.start, cue.end))) return true
  if (isToldOf(scene, part) || isQuestionPut(scene, part)) return true
  const isQuoted = part.content.some((range) =>
    quotations.some((one) => one.words > 2 && spansOverlap(one, spanOf(scene.parse, range))),
  )
  if (isQuoted) return false
  if (TOPIC_VERBS.has(verb) || DEEDS.has(verb)) return true
  if (DEED_VERBS.has(verb))
    return part.content.every((range) => tagOf(scene.parse, range.first) === 'TO')
  return TELLING_VERBS.has(verb) && !part.content.some((range) => hasFiniteVerb(scene, range))
}

/** "Growth is expected to go on": the subject of a passive cue is spoken of and does not speak. */
function isToldOf(scene: Scene, part: StatementPart): boolean {
  if (!part.cue) return false
  const verb = headOfRange(scene.parse, part.cue)
  const subject = dependents(scene.parse, verb, 'nsubj:pass')[0]
  if (!part.source) return subject !== undefined && SUPPOSING.test(lemmaAt(scene.parse, verb))
  return subject !== undefined && subject >= part.source.first && subject < part.source.last
}

const SUPPOSING = /^(?:expect|believe|think|suppose|assume|accuse|suspect|schedule|plan)$/

/** "Asked whether she was worried, she said": whoever was asked does not say this. */
function isQuestionPut(scene: Scene, { cue, content }: StatementPart): boolean {
  if (!cue || lemmaAt(scene.parse, headOfRange(scene.parse, cue)) !== 'ask') return false
  const first = scene.reading.tokens[cue.first]
  if (!first || !/^Asked$/.test(first.text)) return false
  return content.some((range) =>
    /^(?:whether|if|about|why|how|what|when)$/.test(lemmaAt(scene.parse, range.first)),
  )
}

function hasFiniteVerb(scene: Scene, range: TokenRange): boolean {
  for (let at = range.first; at < range.last; at++)
    if (/^(?:VBD|VBZ|VBP|MD|VB)$/.test(tagOf(scene.parse, at))) return true
  return false
}

/** The speaker by the source's words, else by the cue's subject; null leaves it to what was said before. */
function speakerOf(scene: Scene, part: StatementPart, made: NewParties): PartyRef | null {
  const { source, cue } = part
  if (!source) return cue ? (speakerOfCue(scene, cue) ?? unnamedSubject(scene, cue, made)) : null
  const named = speakerOfSource(scene, source)
  if (named) return named
  return meansSomebodyNamed(scene, source) ? null : unnamedSpeaker(scene, source, made)
}

/** "analysts warned": a subject of the cue's own without a name, where the reader gave no source. */
function unnamedSubject(scene: Scene, cue: TokenRange, made: NewParties): PartyRef | null {
  const agent = dependents(scene.parse, headOfRange(scene.parse, cue), 'nsubj')[0]
  if (agent === undefined || !tagOf(scene.parse, agent).startsWith('NN')) return null
  const source = subtreeRange(scene.parse, agent)
  if (source.first < cue.last && cue.first < source.last) return null
  const named = speakerOfSource(scene, source)
  if (named) return named
  return meansSomebodyNamed(scene, source) ? null : unnamedSpeaker(scene, source, made)
}

function isPersonPronoun(scene: Scene, source: TokenRange | null): boolean {
  if (!source || source.last - source.first !== 1) return false
  return /^(?:he|she|his|her)$/i.test(scene.reading.tokens[source.first]?.text ?? '')
}
