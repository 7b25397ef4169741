import type { TokenRange } from '../../core/index.js'
import { lemmaAt } from '../parse.js'
import type { Scene } from '../scene.js'
import speech from './speech-verbs.json' with { type: 'json' }

const VERBS = new Set(speech.verbs)

/** A verb of saying at a token, strong enough to carry a quotation beside it ("said", "pointed out"), or null. */
export function speechVerbAt(scene: Scene, at: number): TokenRange | null {
  const token = scene.reading.tokens[at]
  if (!token || !/^VB/.test(token.tag)) return null
  const isCue = VERBS.has(lemmaAt(scene.parse, at)) || isStrongCue(scene, token.text)
  if (!isCue) return null
  const particle = scene.reading.tokens[at + 1]
  return { first: at, last: particle?.tag === 'RP' ? at + 2 : at + 1 }
}

function isStrongCue(scene: Scene, form: string): boolean {
  const cues = scene.codebook.attributionCues.byForm.get(form.toLowerCase()) ?? []
  return cues.some(
    (cue) => cue.kind === 'verb' && cue.strength === 'strong' && cue.rest.length === 0,
  )
}
