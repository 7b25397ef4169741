import type { Issue, PartyRef } from '../../core/index.js'
import { issueOf } from '../../core/index.js'
import { firstTokenAfter, relationOf } from '../parse.js'
import { paragraphsOf } from '../quotations.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import type { StatementCandidate } from './candidates.js'
import { contentOf, extentOf } from './candidates.js'

/** Speakers by what was said before: "he added", "noting that", a quotation that goes on. */

export type SpokenCandidate = StatementCandidate & {
  readonly speaker: PartyRef
  /** Was the speaker found by what was said before, and not by words beside the content? */
  readonly isInherited: boolean
}

/**
 * Give the candidates without a speaker the one who spoke before in their sentence, else the subject their cue
 * shares, else who spoke last in the same paragraph or the one before. "He" is who spoke last, unless another person
 * became the subject since. One who cannot be found leaves an issue.
 */
export function withSpeakers(
  scene: Scene,
  candidates: readonly StatementCandidate[],
  issues: Issue[],
): SpokenCandidate[] {
  const paragraphs = paragraphsOf(scene.document.text)
  const numberOf = (at: number): number => paragraphs.findLastIndex((one) => one.start <= at)
  const found: SpokenCandidate[] = []
  for (const candidate of candidates) {
    const here = numberOf(extentOf(candidate).start)
    const last = found.findLast(
      (one) =>
        here - numberOf(extentOf(one).start) <= 1 &&
        (!candidate.needsPerson || scene.parties.get(one.speaker.id)?.type === 'person'),
    )
    const speaker = speakerBy(scene, candidate, last ?? null, found.at(-1) ?? null)
    if (speaker) found.push({ ...candidate, speaker, isInherited: candidate.speaker === null })
    else issues.push(unresolved(scene, candidate))
  }
  return found
}

function speakerBy(
  scene: Scene,
  candidate: StatementCandidate,
  last: SpokenCandidate | null,
  before: SpokenCandidate | null,
): PartyRef | null {
  if (candidate.needsPerson && candidate.speaker && last && goesOn(scene, last, candidate))
    return { id: last.speaker.id, name: candidate.speaker.name }
  if (candidate.speaker) return candidate.speaker
  if (before && sentenceOf(scene, before) === sentenceOf(scene, candidate)) return before.speaker
  return candidate.sharedSubject ?? last?.speaker ?? null
}

/** Sentence of a candidate's cue, or of its content where it has none. */
function sentenceOf(scene: Scene, candidate: StatementCandidate): number {
  const at = candidate.cue?.first ?? firstTokenAfter(scene.parse, contentOf(candidate).start)
  return scene.reading.tokens[at]?.sentence ?? -1
}

/** Has no other person become a subject, outside what is said, between the last statement and the pronoun? */
function goesOn(scene: Scene, last: SpokenCandidate, candidate: StatementCandidate): boolean {
  const pronoun = candidate.source?.first ?? 0
  const from = Math.max(last.cue?.last ?? 0, firstTokenAfter(scene.parse, extentOf(last).end))
  const spoken = [last, candidate].flatMap((one) => one.pieces)
  for (let at = from; at < pronoun; at++) {
    const mention = mentionAt(scene, at)
    if (!mention || mention.head !== at || mention.form === 'pronoun') continue
    const start = scene.reading.tokens[at]?.start ?? 0
    if (spoken.some((piece) => piece.start <= start && start < piece.end)) continue
    const isPerson = scene.parties.get(mention.parties[0] ?? '')?.type === 'person'
    const isOther = mention.parties[0] !== last.speaker.id
    if (isPerson && isOther && relationOf(scene.parse, at) === 'nsubj') return false
  }
  return true
}

function unresolved(scene: Scene, candidate: StatementCandidate): Issue {
  const { start, end } = contentOf(candidate)
  const words = scene.document.text.slice(start, Math.min(end, start + 80))
  return issueOf(
    'speaker-unresolved',
    'note',
    scene.document.source,
    `Nobody is known to have said "${words}"; it was left out.`,
  )
}
