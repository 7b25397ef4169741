import type { EventParties } from '../events/arguments.js'
import type { EventCandidate } from '../events/candidates.js'
import type { Factuality } from '../events/factuality-hints.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import type { Grounds } from './confidence.js'
import { logOdds, marked } from './confidence.js'

/** What tells a right event from a wrong one: how sure the reader is, whether a cue agrees, how the sides were found. */
export function eventGrounds(
  scene: Scene,
  { model, cue, type }: EventCandidate,
  { recipientBasis, tokens }: EventParties,
  factuality: Factuality,
): Grounds {
  const forms = tokens.map((at) => mentionAt(scene, at)?.form)
  return {
    ...(model ? { odds: logOdds(model.score) } : {}),
    ...marked({
      'cue-alone': model === null,
      'types-differ': cue !== null && cue.event !== type,
      'recipient-both': recipientBasis === 'both',
      'recipient-near': recipientBasis === 'near',
      pronoun: forms.includes('pronoun'),
      // "the two countries", "both sides"
      description: forms.includes('description'),
      open: factuality !== 'actual' && factuality !== 'ongoing',
    }),
  }
}
