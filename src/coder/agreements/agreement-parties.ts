import type { PartyRef, TokenRange } from '../../core/index.js'
import { agentOf } from '../clauses.js'
import { partyById, stateRefOf } from '../events/states.js'
import { phrasesWith } from '../events/phrases.js'
import type { NominalParties } from '../events/nominal-parties.js'
import { joinParties, partiesOfNominal } from '../events/nominal-parties.js'
import { ancestors, conjuncts, dependents, relationOf, tagOf } from '../parse.js'
import type { Mention, Scene } from '../scene.js'
import { mentionAt, mentionsIn, refsOfMention, uniqueRefs } from '../scene.js'

/**
 * Whose agreement it is: parties in its name ("UN Charter"), beside it ("the Kenya-Japan agreement", "our agreement
 * with", "between A and B"), else those who sign, negotiate or ratify it with each other.
 */
export function partiesOfAgreement(scene: Scene, head: number, name: TokenRange): PartyRef[] {
  const inside = mentionsIn(scene, name)
    .filter((mention) => head < mention.first || head >= mention.last)
    .filter((mention) => !isTown(scene, mention))
    .flatMap((mention) => refsOfMention(scene, mention))
  const beside = resolve(scene, besideTokens(scene, head)).refs
  const own = uniqueRefs([...inside, ...beside])
  const all = own.length >= 2 ? own : uniqueRefs([...own, ...signatories(scene, head)])
  return uniqueRefs(all.map((ref) => bound(scene, ref)))
}

/** Who is bound: an official's state, not the official. */
function bound(scene: Scene, ref: PartyRef): PartyRef {
  const party = partyById(scene, ref.id)
  const isOfficial = party?.type === 'person' || party?.type === 'government'
  return isOfficial ? (stateRefOf(scene, party.country) ?? ref) : ref
}

function resolve(scene: Scene, tokens: readonly number[]): NominalParties {
  return joinParties(tokens.map((at) => partiesOfNominal(scene, at)))
}

/** Does a modifier name a party of its own ("the EU agreement"), and not the agreement itself? */
function isOther(scene: Scene, token: number, head: number): boolean {
  const mention = mentionAt(scene, token)
  return mention !== null && mention !== mentionAt(scene, head) && !isTown(scene, mention)
}

/** "the Jeddah Declaration" is called after a town, which is not bound by it. */
function isTown(scene: Scene, mention: Mention): boolean {
  return mention.parties.every((id) => partyById(scene, id)?.type === 'place')
}

function besideTokens(scene: Scene, head: number): number[] {
  const { parse } = scene
  const heads = conjuncts(parse, head)
  const owners = heads.flatMap((at) => dependents(parse, at, 'nmod:poss'))
  const modifiers = dependents(parse, head, 'compound', 'amod').filter((at) =>
    isOther(scene, at, head),
  )
  return [
    ...owners,
    ...modifiers,
    ...heads.flatMap((at) => phrasesWith(parse, at, 'between', 'with', 'of')),
  ]
}

/** Subject and "with" phrase of the verb that governs the agreement. */
function signatories(scene: Scene, head: number): readonly PartyRef[] {
  const { parse } = scene
  const line = ancestors(parse, head).slice(1, 5)
  const verb = line.find((at) => tagOf(parse, at).startsWith('VB'))
  if (verb === undefined) return []
  const isInside = ['obj', 'nsubj', 'obl', 'nmod', 'conj', 'xcomp'].includes(
    relationOf(parse, head),
  )
  if (!isInside) return []
  const doer = agentOf(parse, verb)
  const tokens = [
    ...(doer === null || doer === head ? [] : [doer]),
    ...phrasesWith(parse, verb, 'with', 'between'),
  ]
  return resolve(
    scene,
    tokens.filter((at) => at !== head),
  ).refs
}
