import type { AgreementRecord } from '../../core/index.js'
import { isNegated } from '../clauses.js'
import { dependents, lemmaAt, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { WORDS } from './words.js'

type Status = AgreementRecord['status']

/** How far an agreement has come at one mention, and whether words say so or only its use ("under the treaty"). */
export interface ToldStatus {
  readonly status: Status
  readonly isTold: boolean
  /** Is it a deed that is still to come, so that less than the deed's own status stands? */
  readonly isAhead?: boolean
}

/** A status that words tell. */
export const told = (status: Status): ToldStatus => ({ status, isTold: true })
/** A status that only the use tells. */
export const byUse = (status: Status): ToldStatus => ({ status, isTold: false })

/** What is left of a status in a verb that is denied or still to come. */
export function turned(scene: Scene, verb: number, status: Status): ToldStatus {
  const isDenied = isNegated(scene.parse, verb)
  if (!isDenied && !isAhead(scene, verb)) return told(status)
  if (status === 'signed')
    return isDenied ? unsigned(scene, verb) : { status: 'proposed', isTold: true, isAhead: true }
  if (status === 'ratified' || status === 'in-force') return told('signed')
  if (status === 'ended') return byUse('in-force')
  return isDenied ? byUse(null) : told(status)
}

/** "has not been signed" is still worked on; "never signed it" is of one party and says nothing. */
function unsigned(scene: Scene, verb: number): ToldStatus {
  const isPerfect = dependents(scene.parse, verb, 'aux').some(
    (at) => lemmaAt(scene.parse, at) === 'have',
  )
  return isPerfect ? told('negotiating') : byUse(null)
}

/** Is the verb told as still to come: "will sign", "plans to ratify", "to be signed", "expires next year"? */
export function isAhead(scene: Scene, verb: number): boolean {
  const { parse } = scene
  const auxiliaries = dependents(parse, verb, 'aux').map((at) => lemmaAt(parse, at))
  if (
    auxiliaries.some((word) =>
      /^(will|shall|would|may|could|might|can|should|must|['’]ll)$/.test(word),
    )
  )
    return true
  if (auxiliaries.includes('have')) return false
  if (auxiliaries.includes('do')) return false
  const isBase = tagOf(parse, verb) === 'VB' || isBareForm(scene, verb)
  if (isBase || hasToBe(scene, verb))
    return !/^(manage|begin|help)$/.test(lemmaAt(parse, parse.heads[verb] ?? -1))
  const marks = dependents(parse, verb, 'mark', 'advmod').map((at) => lemmaAt(parse, at))
  const isPresent =
    /^VB[ZP]$/.test(tagOf(parse, verb)) || auxiliaries.includes('be') || hasBe(scene, verb)
  if (isPresent && marks.some((word) => WORDS.conditions.has(word))) return true
  return /^(expire|lapse)$/.test(lemmaAt(parse, verb)) && /^VB[ZP]$/.test(tagOf(parse, verb))
}

const SAME_IN_PAST = /^(set|put|cut|hit|let|shut|quit|spread|split|beat)$/

/** "that Belgrade suspend it": the form without an ending, whatever its tag. */
function isBareForm(scene: Scene, verb: number): boolean {
  const word = scene.parse.words[verb] ?? ''
  return (
    /^VB[DN]$/.test(tagOf(scene.parse, verb)) &&
    word === lemmaAt(scene.parse, verb) &&
    !SAME_IN_PAST.test(word)
  )
}

/** "to be signed": an infinitive in the passive. */
function hasToBe(scene: Scene, verb: number): boolean {
  const marks = (scene.parse.children[verb] ?? []).map((at) => scene.parse.words[at])
  return marks.includes('to') && marks.includes('be')
}

function hasBe(scene: Scene, verb: number): boolean {
  return (scene.parse.children[verb] ?? []).some((at) =>
    /^(is|are)$/.test(scene.parse.words[at] ?? ''),
  )
}

/** Is a token a verb by its tag? */
export function isVerb(scene: Scene, at: number): boolean {
  return tagOf(scene.parse, at).startsWith('VB')
}
