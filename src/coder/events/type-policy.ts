import type { EventCue } from '../../codebook/index.js'
import type { ReadEvent } from '../../core/index.js'
import policy from './type-policy.json' with { type: 'json' }

/**
 * The PLOVER type of a predicate from the reader's event head and the codebook's cue, or null when neither is sure
 * enough. Thresholds are data (`type-policy.json`): chosen on the labelled passages and on reports the reader had not seen.
 */
export function settleType(model: ReadEvent | null, cue: EventCue | null): string | null {
  if (!model && !cue) return null
  if (!model) return cue && (cue.strength === 'strong' || policy.weakCueAlone) ? cue.event : null
  if (!cue) return model.score >= policy.modelAlone ? model.type : null
  if (model.type === cue.event) return cue.event
  const threshold = cue.strength === 'strong' ? policy.modelOverStrongCue : policy.modelOverWeakCue
  return model.score >= threshold ? model.type : cue.strength === 'strong' ? cue.event : null
}
