import { findNames } from '../../codebook/index.js'
import type { PartyRef } from '../../core/index.js'
import { appositions, conjuncts, dependents, relationOf, spanOf, tagOf } from '../parse.js'
import type { Mention, Scene } from '../scene.js'
import { mentionAt, refsOfMention, speakerAt, uniqueRefs } from '../scene.js'
import { relativeReferent } from '../clauses.js'
import { phrasesWith } from './phrases.js'
import { stateRefOf } from './states.js'
import { WORDS } from './words.js'

/** From a noun to the parties it means: "Russian troops", "the foreign ministers of Chad and Niger", "Kenya's efforts". */

/** How far below a noun its party may stand: "the start of the visit of the president of Chad". */
const DEEPEST_NOUN = 3

/** A resolved noun: its parties, and the mentions' head tokens that name them (none for "we"). */
export interface NominalParties {
  readonly refs: readonly PartyRef[]
  readonly tokens: readonly number[]
}

export const NO_PARTIES: NominalParties = { refs: [], tokens: [] }

/**
 * The parties that a noun or pronoun and all coordinated with it mean: its own mention, its apposition, its owner or
 * adjective, what follows "of" or "by". Cities that stand for no state give the state they lie in. Empty when none.
 */
export function partiesOfNominal(scene: Scene, token: number): NominalParties {
  const referent = relativeReferent(scene.parse, token) ?? token
  const all = nominalConjuncts(scene, referent).map((at) => partiesOfOne(scene, at, DEEPEST_NOUN))
  return joinParties(all)
}

/** Several resolved nouns as one, each party once. */
export function joinParties(all: readonly NominalParties[]): NominalParties {
  const named = all.filter((one) => one.refs.length > 0 || one.tokens.length > 0)
  if (named.length === 0) return NO_PARTIES
  return {
    refs: uniqueRefs(named.flatMap((one) => one.refs)),
    tokens: [...new Set(named.flatMap((one) => one.tokens))],
  }
}

/**
 * The token and what is coordinated with it. Verbs, and words on the other side of the token's own head ("the minister
 * visited … and Sweden"), were joined by a wrong parse and are left out.
 */
function nominalConjuncts(scene: Scene, token: number): number[] {
  const { parse } = scene
  if (relationOf(parse, token) === 'conj') return [token]
  const head = parse.heads[token] ?? -1
  return conjuncts(parse, token).filter((at) => {
    const isApart = head >= 0 && at > head !== token > head
    return at === token || (!isApart && !tagOf(parse, at).startsWith('VB'))
  })
}

function partiesOfOne(scene: Scene, token: number, depth: number): NominalParties {
  const speaker = firstPersonParties(scene, token)
  if (speaker) return speaker
  const mention = mentionAt(scene, token)
  if (mention && (mention.form !== 'demonym' || mention.head === token))
    return { refs: actingRefs(scene, mention), tokens: [mention.head] }
  if (depth === 0) return NO_PARTIES
  return (
    firstFound(scene, phrasesWith(scene.parse, token, 'as', 'including', 'namely'), depth) ??
    firstFound(scene, appositions(scene.parse, token), depth) ??
    firstFound(scene, ownersOf(scene, token), depth) ??
    adjectiveParties(scene, token) ??
    firstFound(scene, complementsOf(scene, token), depth) ??
    firstFound(scene, besideOf(scene, token), depth) ??
    NO_PARTIES
  )
}

function firstFound(scene: Scene, tokens: readonly number[], depth: number): NominalParties | null {
  if (tokens.length === 0) return null
  const found = tokens.flatMap((at) =>
    nominalConjuncts(scene, at).map((one) => partiesOfOne(scene, one, depth - 1)),
  )
  const joined = joinParties(found)
  return joined.refs.length > 0 ? joined : null
}

/** "we", "our" in somebody's words: the speaker's state; "I", "my": the speaker. Null for any other word. */
function firstPersonParties(scene: Scene, token: number): NominalParties | null {
  const word = (scene.reading.tokens[token]?.text ?? '').toLowerCase()
  const isWe = WORDS.weWords.has(word)
  if (!isWe && !WORDS.iWords.has(word)) return null
  if (!tagOf(scene.parse, token).startsWith('PRP')) return null
  const speaker = speakerAt(scene, spanOf(scene.parse, { first: token, last: token + 1 }))?.speaker
  if (!speaker) return NO_PARTIES
  const country = scene.parties.get(speaker.id)?.country ?? null
  const state = isWe ? stateRefOf(scene, country) : null
  return { refs: [state ?? speaker], tokens: [] }
}

/** What a mention means as somebody who acts: a city gives its state. */
function actingRefs(scene: Scene, mention: Mention): PartyRef[] {
  return refsOfMention(scene, mention).map((ref) => {
    const party = scene.parties.get(ref.id)
    return party?.type === 'place' ? (stateRefOf(scene, party.country) ?? ref) : ref
  })
}

/** What the token stands beside as an apposition: "Peru, a country …". */
function besideOf(scene: Scene, token: number): number[] {
  let head = scene.parse.heads[token] ?? -1
  if (relationOf(scene.parse, token) !== 'appos' || head < 0) return []
  const isMany = tagOf(scene.parse, token) === 'NNS'
  while (isMany && relationOf(scene.parse, head) === 'conj') head = scene.parse.heads[head] ?? head
  return [head]
}

function ownersOf(scene: Scene, token: number): number[] {
  return dependents(scene.parse, token, 'nmod:poss')
}

function adjectivesOf(scene: Scene, token: number): number[] {
  return dependents(scene.parse, token, 'amod', 'compound', 'flat', 'nmod:desc').filter(
    (at) => mentionAt(scene, at) !== null,
  )
}

/** What a noun's adjectives and compounds name: "Chadian troops", "EU sanctions", "Western aid"; null when nothing. */
export function adjectiveParties(scene: Scene, noun: number): NominalParties | null {
  return firstFound(scene, adjectivesOf(scene, noun), 1) ?? adjectiveGroup(scene, noun)
}

/** "Western sanctions", "Gulf money": a group of states that is named here by its adjective alone. */
function adjectiveGroup(scene: Scene, token: number): NominalParties | null {
  for (const at of dependents(scene.parse, token, 'amod', 'compound')) {
    const word = scene.reading.tokens[at]?.text ?? ''
    if (!/^\p{Lu}/u.test(word) || mentionAt(scene, at) || isPartOfName(scene, at)) continue
    const use = ['countries', 'states']
      .flatMap((noun) => findNames(scene.codebook.names, `${word} ${noun}`))
      .find((one) => one.party.type === 'group')
    if (use) return { refs: [{ id: use.party.id, name: use.party.name }], tokens: [at] }
  }
  return null
}

/** "West African leaders": the first word says nothing without the next. */
function isPartOfName(scene: Scene, at: number): boolean {
  return /^\p{Lu}/u.test(scene.reading.tokens[at + 1]?.text ?? '')
}

/** What follows "by", else "of" or "from", else "in": "the attack by Chad", "the army of Chad", "the coup in Chad". */
function complementsOf(scene: Scene, token: number): number[] {
  const { parse } = scene
  for (const prepositions of [['by'], ['of', 'from'], ['in']]) {
    const found = [
      ...phrasesWith(parse, token, ...prepositions),
      ...(prepositions[0] === 'by' ? promotersOf(scene, token) : []),
    ]
    if (found.length > 0) return found
  }
  return []
}

/** "initiatives promoted by China", "a plan that Brazil drew up" by its passive: who is said to have done it. */
function promotersOf(scene: Scene, token: number): number[] {
  return dependents(scene.parse, token, 'acl').flatMap((verb) =>
    phrasesWith(scene.parse, verb, 'by'),
  )
}
