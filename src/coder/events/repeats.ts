import type { PartyRef } from '../../core/index.js'
import { spansOverlap } from '../../core/index.js'
import { confidenceOf } from '../confidence/confidence.js'
import { clauseRoot } from '../clauses.js'
import { dependents, dominates, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import type { EventDraft } from '../drafts.js'
import type { EventParties } from './arguments.js'
import type { EventCandidate } from './candidates.js'

/** An event draft with the predicate it came from and how its sides were found. */
export interface FoundEvent {
  readonly draft: EventDraft
  readonly candidate: EventCandidate
  readonly parties: EventParties
}

/**
 * One event a happening: of two in one sentence with the same type and the same sides, where one stands in the
 * other's clause or words ("signed an agreement … after the signing"), the surer one stays.
 */
export function dropRepeats(scene: Scene, found: readonly FoundEvent[]): FoundEvent[] {
  const kept: FoundEvent[] = []
  const surer = (a: FoundEvent, b: FoundEvent): number =>
    confidenceOf(b.draft) - confidenceOf(a.draft)
  for (const event of [...found].sort(surer))
    if (!kept.some((other) => isRepeat(scene, event, other))) kept.push(event)
  return kept
    .filter((event) => !isSubjectOfTalk(scene, event))
    .filter((event) => !kept.some((other) => other !== event && isTopic(scene, event, other)))
    .sort((a, b) => a.candidate.token - b.candidate.token)
}

function isRepeat(scene: Scene, one: FoundEvent, two: FoundEvent): boolean {
  const [a, b] = [one.draft, two.draft]
  if (a.event !== b.event || a.factuality !== b.factuality) return false
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return false
  if (!haveSameSides(a, b)) return false
  const isOneClause =
    clauseRoot(scene.parse, one.candidate.token) === clauseRoot(scene.parse, two.candidate.token)
  const [span, other] = [a.spans[0], b.spans[0]]
  return isOneClause || (span !== undefined && other !== undefined && spansOverlap(span, other))
}

const TOPICS = new Set(['COOPERATE', 'AGREE'])

/** "spoke about cooperation with Chad": what is talked of, and no deed. */
function isSubjectOfTalk(scene: Scene, event: FoundEvent): boolean {
  const { group } = event.candidate
  if (!TOPICS.has(event.draft.event) || group.some((at) => !/^NN/.test(tagOf(scene.parse, at))))
    return false
  return group.some((at) =>
    dependents(scene.parse, at, 'case').some((mark) =>
      ['about', 'on', 'regarding', 'concerning'].includes(lemmaAt(scene.parse, mark)),
    ),
  )
}

/** Is one only what the other is about: "discussed cooperation", "agreed on a partnership", "refused to recognise"? */
function isTopic(scene: Scene, one: FoundEvent, two: FoundEvent): boolean {
  if (one.draft.reason !== 'event-cue' && one.draft.reason !== 'event-attribution') return false
  const isBelow =
    !one.candidate.group.some((at) => two.candidate.group.includes(at)) &&
    two.candidate.group.some((at) => dominates(scene.parse, at, one.candidate.token))
  if (!isBelow) return false
  if (two.draft.event === 'REJECT' && one.draft.factuality === 'denied') return true
  if (two.draft.event === 'REQUEST' && isClauseOf(scene, one, two)) return true
  const isNoun = /^NN/.test(scene.reading.tokens[one.candidate.token]?.tag ?? '')
  return isNoun && TOPICS.has(one.draft.event) && sharesSides(one.draft, two.draft)
}

/** Is one what the other asks for, in a clause of its own: "urged Chad to release them"? */
function isClauseOf(scene: Scene, one: FoundEvent, two: FoundEvent): boolean {
  const relation = relationOf(scene.parse, one.candidate.token)
  const isClause = relation === 'xcomp' || relation === 'ccomp' || relation === 'advcl'
  return isClause && two.candidate.group.includes(scene.parse.heads[one.candidate.token] ?? -1)
}

function sharesSides(
  a: { actor: readonly PartyRef[]; recipient: readonly PartyRef[] },
  b: { actor: readonly PartyRef[]; recipient: readonly PartyRef[] },
): boolean {
  const others = new Set([...b.actor, ...b.recipient].map((ref) => ref.id))
  return [...a.actor, ...a.recipient].some((ref) => others.has(ref.id))
}

function haveSameSides(
  a: { actor: readonly PartyRef[]; recipient: readonly PartyRef[] },
  b: { actor: readonly PartyRef[]; recipient: readonly PartyRef[] },
): boolean {
  const keyOf = (refs: readonly PartyRef[]): string =>
    refs
      .map((ref) => ref.id)
      .sort()
      .join(' ')
  const straight = keyOf(a.actor) === keyOf(b.actor) && keyOf(a.recipient) === keyOf(b.recipient)
  return straight || keyOf([...a.actor, ...a.recipient]) === keyOf([...b.actor, ...b.recipient])
}
