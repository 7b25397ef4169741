import type { PartyRef } from '../../core/index.js'
import { spansOverlap } from '../../core/index.js'
import { clauseRoot } from '../clauses.js'
import type { Scene } from '../scene.js'
import type { FoundEvent } from './index.js'

/**
 * One event a happening: of two in one sentence with the same type and the same sides, where one stands in the
 * other's clause or words ("signed an agreement … after the signing"), the surer one stays.
 */
export function dropRepeats(scene: Scene, found: readonly FoundEvent[]): FoundEvent[] {
  const kept: FoundEvent[] = []
  for (const event of [...found].sort((a, b) => b.draft.confidence - a.draft.confidence))
    if (!kept.some((other) => isRepeat(scene, event, other))) kept.push(event)
  return kept.sort((a, b) => a.candidate.token - b.candidate.token)
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
