import type { EventCue } from '../../codebook/index.js'
import { dependents, lemmaAt, tagOf } from '../parse.js'
import type { Parse } from '../parse.js'
import development from './development.json' with { type: 'json' }
import type { Factuality } from './factuality-hints.js'
import type { CueMatch } from './find-cues.js'

/** Relations that develop ("deepen ties with", "relations are growing"): one happening of verb and noun. */

const VERBS = new Set(development.verbs)
const NOUNS = new Set(development.nouns)
const GENERAL = new Set(development.general)

const CUE: EventCue = Object.freeze({
  id: 'COOPERATE: develop ties',
  event: 'COOPERATE',
  mode: null,
  lemma: 'develop ties',
  head: 'develop',
  kind: 'frame',
  rest: ['ties'],
  actor: development.actor,
  recipient: development.recipient,
  strength: 'strong',
  nounForms: [],
  factuality: null,
  contexts: [],
})

/** The match of a verb of development with a noun of relations, or null. */
export function developmentAt(parse: Parse, verb: number): CueMatch | null {
  if (!tagOf(parse, verb).startsWith('VB') || !VERBS.has(lemmaAt(parse, verb))) return null
  const nouns = dependents(parse, verb, 'obj', 'nsubj', 'nsubj:pass')
  const noun = nouns
    .flatMap((at) => [at, ...dependents(parse, at, 'conj')])
    .find((at) => NOUNS.has(lemmaAt(parse, at)) || NOUNS.has(singular(parse, at)))
  return noun === undefined
    ? null
    : { token: verb, group: [verb, noun].sort((a, b) => a - b), cue: CUE }
}

function singular(parse: Parse, at: number): string {
  return (parse.tokens[at]?.text ?? '').toLowerCase().replace(/s$/, '')
}

/** Is the cue one that names cooperation as such, and no deed? */
export function isGeneralCooperation(cue: EventCue | null): boolean {
  return cue !== null && cue.event === 'COOPERATE' && (cue === CUE || GENERAL.has(cue.lemma))
}

/** The type as told: cooperation that is only intended is an agreement to it. */
export function typeAsTold(type: string, cue: EventCue | null, factuality: Factuality): string {
  const isOpen = factuality === 'planned' || factuality === 'possible'
  return type === 'COOPERATE' && isOpen && isGeneralCooperation(cue) ? 'AGREE' : type
}
