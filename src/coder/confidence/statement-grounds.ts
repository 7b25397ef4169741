import type { StatementDraft } from '../drafts.js'
import { headOfRange } from '../parse.js'
import type { Scene } from '../scene.js'
import type { SpokenCandidate } from '../statements/continuity.js'
import { speechVerbAt } from '../statements/cues.js'
import type { Grounds } from './confidence.js'
import { logOdds, marked } from './confidence.js'

/** What tells a right statement from a wrong one: how sure the reader is, and how speaker and words were found. */
export function statementGrounds(
  scene: Scene,
  { score, cue, speaker, isInherited }: SpokenCandidate,
  directness: StatementDraft['directness'],
): Grounds {
  const verb = cue && speechVerbAt(scene, headOfRange(scene.parse, cue))
  return {
    odds: logOdds(score),
    ...marked({
      'speech-verb': verb !== null,
      // "analysts": a party that the statement alone brings in.
      'speaker-unnamed': !scene.parties.has(speaker.id),
      'speaker-from-before': isInherited,
      direct: directness === 'direct',
    }),
  }
}
