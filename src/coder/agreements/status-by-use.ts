import type { AgreementRecord } from '../../core/index.js'
import { dependents, lemmaAt, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import type { AgreementMention } from './find.js'
import { WORDS } from './words.js'

type Status = AgreementRecord['status']

/**
 * How far an agreement has come by the way it is used, where no word tells: what others act under, are party to or
 * break is in force, and so is a treaty that is named, or called "the" treaty, as a thing that is there; such a
 * declaration was adopted; what is only wished for is proposed. Null otherwise.
 */
export function statusByUse(scene: Scene, mention: AgreementMention): Status {
  const { head, name, form } = mention
  if (isPlanned(scene, head)) return 'proposed'
  if (isGround(scene, name.first)) return 'in-force'
  if (isWished(scene, head)) return 'proposed'
  if (isIndefinite(scene, head) || !(name.isNamed || isKnown(scene, head))) return null
  return form === 'declaration' || form === 'memorandum' ? 'signed' : 'in-force'
}

function isPlanned(scene: Scene, head: number): boolean {
  return dependents(scene.parse, head, 'amod').some((at) =>
    WORDS.plannedWords.has(lemmaAt(scene.parse, at)),
  )
}

/** "under the treaty", "in line with the treaty", "a party to the treaty": the words just before it. */
function isGround(scene: Scene, first: number): boolean {
  const { words } = scene.parse
  const isArticle = /^(the|its|their|this|that|a|an)$/.test(words[first - 1] ?? '')
  const end = isArticle ? first - 1 : first
  if (WORDS.groundPrepositions.has(words[end - 1] ?? '')) return true
  return WORDS.groundPhrases.some((phrase) => {
    const parts = phrase.split(' ')
    return parts.every((part, n) => words[end - parts.length + n] === part)
  })
}

/** "wants a …", "calls for a …". */
function isWished(scene: Scene, head: number): boolean {
  const verb = scene.parse.heads[head] ?? -1
  const isBelowVerb = tagOf(scene.parse, verb).startsWith('VB')
  return isBelowVerb && isIndefinite(scene, head) && WORDS.wishVerbs.has(lemmaAt(scene.parse, verb))
}

/** "the peace plan", "Chad's memorandum": spoken of as a thing that is there. */
function isKnown(scene: Scene, head: number): boolean {
  const isOwned = dependents(scene.parse, head, 'nmod:poss').length > 0
  const marks = dependents(scene.parse, head, 'det').map((at) => lemmaAt(scene.parse, at))
  return isOwned || marks.some((word) => /^(the|this|that)$/.test(word))
}

function isIndefinite(scene: Scene, head: number): boolean {
  return dependents(scene.parse, head, 'det').some((at) => /^an?$/.test(lemmaAt(scene.parse, at)))
}
