import type { Issue, PartyRef, RecordAttribution, Span, TokenRange } from '../../core/index.js'
import { spanHolds } from '../../core/index.js'
import { isNegated } from '../clauses.js'
import { statementGrounds } from '../confidence/statement-grounds.js'
import type { StatementDraft } from '../drafts.js'
import { dependents, headOfRange, rangeOfSpan, spanOf, subtreeSpan } from '../parse.js'
import type { PassResult, Scene, SpokenStretch } from '../scene.js'
import { mentionsIn, refsOfMention, timeAt, uniqueRefs } from '../scene.js'
import { notParsed } from '../sentences.js'
import { candidatesOf } from './attributed.js'
import type { StatementCandidate } from './candidates.js'
import { contentOf } from './candidates.js'
import { directnessOf } from './content.js'
import type { Quotation } from '../quotations.js'
import { findQuotations } from '../quotations.js'
import type { SpokenCandidate } from './continuity.js'
import { withSpeakers } from './continuity.js'
import { interviewCandidates } from './interviews.js'
import { quotedCandidates } from './quoted.js'
import { selectCandidates } from './select.js'
import type { NewParties } from './speakers.js'

/** Code the statements of a document: who says what, by which words. */
export function codeStatements(scene: Scene): PassResult {
  const made: NewParties = new Map()
  const issues: Issue[] = []
  const quotations = findQuotations(scene.document.text)
  const attributed = attributedCandidates(scene, quotations, made, issues)
  const quoted = quotedCandidates(scene, quotations, attributed)
  const interview = interviewCandidates(scene, quotations)
  const selected = selectCandidates(scene, [...attributed, ...quoted, ...interview])
  const spoken = withSpeakers(scene, selected, issues)
  const stretches = spoken.flatMap((one) => stretchesOf(scene, one))
  const drafts = spoken.map((one) => draftOf(scene, one, quotations, stretches))
  const parties = new Map([...scene.parties, ...made])
  return { drafts, issues, facts: { spoken: stretches, parties } }
}

function attributedCandidates(
  scene: Scene,
  quotations: readonly Quotation[],
  made: NewParties,
  issues: Issue[],
): StatementCandidate[] {
  return scene.reading.attributions.flatMap((attribution) => {
    try {
      return candidatesOf(scene, attribution, quotations, made)
    } catch (error) {
      issues.push(notParsed(scene, 'statements', 'an attribution', error))
      return []
    }
  })
}

function stretchesOf(scene: Scene, candidate: SpokenCandidate): SpokenStretch[] {
  const attribution = { speaker: candidate.speaker, chain: [...scene.document.citedSources] }
  return candidate.pieces.map((span) => ({ span, attribution }))
}

function draftOf(
  scene: Scene,
  candidate: SpokenCandidate,
  quotations: readonly Quotation[],
  stretches: readonly SpokenStretch[],
): StatementDraft {
  const { text } = scene.document
  const content = contentOf(candidate)
  const cue = candidate.cue && spanOf(scene.parse, candidate.cue)
  const verb = candidate.cue ? headOfRange(scene.parse, candidate.cue) : null
  const source = candidate.source && spanOf(scene.parse, candidate.source)
  const directness = candidate.isVerbatim ? 'direct' : directnessOf(content, cue, quotations)
  return {
    kind: 'statement',
    speaker: candidate.speaker,
    office: officeOf(scene, candidate.source),
    cue: cue && text.slice(cue.start, cue.end),
    content: text.slice(content.start, content.end),
    directness,
    audience: verb === null ? null : audienceOf(scene, verb, content),
    about: aboutOf(scene, candidate),
    time: verb === null ? null : timeAt(scene, verb),
    factuality: verb !== null && isNegated(scene.parse, verb) ? 'denied' : 'actual',
    grounds: statementGrounds(scene, candidate, directness),
    reason: candidate.reason,
    attribution: outerSpeaker(stretches, content, cue ?? source),
    spans: [
      content,
      ...candidate.pieces.filter((piece) => piece.start !== content.start),
      ...(cue ? [cue] : []),
      ...(source ? [source] : []),
    ],
  }
}

/** Who reports the statement, where its cue stands inside what another says. */
function outerSpeaker(
  stretches: readonly SpokenStretch[],
  content: Span,
  cue: Span | null,
): RecordAttribution | null {
  if (!cue) return null
  const outer = stretches.filter((one) => spanHolds(one.span, cue) && spanHolds(one.span, content))
  outer.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
  return outer[0]?.attribution ?? null
}

/** The office in the words of the source, as written, or null. */
function officeOf(scene: Scene, source: TokenRange | null): string | null {
  if (!source) return null
  const introduction = scene.introductions.find(
    (one) => one.range.first < source.last && source.first < one.range.last,
  )
  const alone = mentionsIn(scene, source).find((mention) => mention.form === 'office')
  const range = introduction?.office ?? (alone ? { first: alone.first, last: alone.last } : null)
  if (!range) return null
  const { start, end } = spanOf(scene.parse, range)
  return scene.document.text.slice(start, end).replace(/^(?:the|a|an)\s+/i, '')
}

/** Whom it is said to: the object of "told", or "to reporters", "at a conference" after the cue. */
function audienceOf(scene: Scene, verb: number, content: Span): string | null {
  const objects = dependents(scene.parse, verb, 'obj', 'iobj')
  const obliques = dependents(scene.parse, verb, 'obl').filter((at) => {
    const words = subtreeSpan(scene.parse, at)
    return /^(?:to|before|at an?|in an? (?:interview|meeting|call|briefing))\b/i.test(
      scene.document.text.slice(words.start, words.end),
    )
  })
  for (const at of [...objects, ...obliques]) {
    const span = subtreeSpan(scene.parse, at)
    const isApart = span.end <= content.start || span.start >= content.end
    const words = scene.document.text
      .slice(span.start, span.end)
      .replace(/^(?:to|at|before)\s+/i, '')
    if (isApart && words.length <= 90) return words
  }
  return null
}

/** The parties named in what is said, the speaker not among them. */
function aboutOf(scene: Scene, candidate: SpokenCandidate): PartyRef[] {
  const refs = candidate.pieces.flatMap((piece) => {
    const range = rangeOfSpan(scene.parse, piece)
    const mentions = range ? mentionsIn(scene, range) : []
    return mentions
      .filter((one) => one.form !== 'pronoun')
      .flatMap((one) => refsOfMention(scene, one))
  })
  return uniqueRefs(refs).filter((ref) => ref.id !== candidate.speaker.id)
}
