import type { PartyRef } from '../../core/index.js'
import { subjectOf } from '../clauses.js'
import { phrasesWith } from '../events/phrases.js'
import type { NominalParties } from '../events/nominal-parties.js'
import { joinParties, NO_PARTIES, partiesOfNominal } from '../events/nominal-parties.js'
import { partyById } from '../events/states.js'
import { conjuncts, dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt, refsOfMention } from '../scene.js'
import { besideSides } from './beside.js'
import type { RelationMatch } from './find-relations.js'

/** The two sides of a relation: who it is said of, and whose it is. */
export interface RelationSides {
  readonly holder: NominalParties
  readonly owner: NominalParties
}

const TOWARDS = ['with', 'of', 'to', 'for', 'on', 'against', 'in', 'from']

/** The sides of a relation cue along the parse; null when one of them names no party. */
export function sidesOf(scene: Scene, match: RelationMatch): RelationSides | null {
  // "its ally Chad" says by its own words whose ally; an adjective does not.
  const beside = match.cue.kind === 'phrase' ? besideSides(scene, match) : null
  if (beside) return beside
  const between = resolve(scene, phrasesWith(scene.parse, match.head, ...jointWords(match)))
  if (match.cue.entry.label === 'mediator-between' && between.refs.length > 0)
    return mediatorSides(scene, match, between)
  if (between.refs.length >= 2) return pairOf(between)
  const isNoun = /^NN/.test(tagOf(scene.parse, match.head))
  const sides = isNoun ? nounSides(scene, match) : runSides(scene, match)
  if (sides.owner.refs.length === 0 && sides.holder.refs.length >= 2 && match.cue.entry.symmetric)
    return pairOf(sides.holder)
  if (sides.holder.refs.length > 0 && sides.owner.refs.length > 0) return sides
  return match.cue.entry.symmetric ? tiesRaised(scene, match.head) : null
}

/** "among" joins the sides of a noun ("ties among"), not those of a verb ("borders five states, among them"). */
function jointWords(match: RelationMatch): string[] {
  return match.cue.kind === 'verb' ? ['between'] : ['between', 'among']
}

/** "Qatar, a mediator between Chad and Mali": the mediator on one side, all others on the other. */
function mediatorSides(
  scene: Scene,
  match: RelationMatch,
  owner: NominalParties,
): RelationSides | null {
  const holder = holderOf(scene, groupHead(scene, match.head))
  return holder.refs.length > 0 ? { holder: without(holder, owner), owner } : null
}

/** "Relations between Chad and Mali were raised to a strategic partnership": the sides stand with the subject. */
function tiesRaised(scene: Scene, noun: number): RelationSides | null {
  const verb = scene.parse.heads[noun] ?? -1
  const subject = verb < 0 ? null : subjectOf(scene.parse, verb)
  if (subject === null || !/^(relation|relationship|tie|ty)$/.test(lemmaAt(scene.parse, subject)))
    return null
  const between = resolve(scene, phrasesWith(scene.parse, subject, 'between'))
  return between.refs.length >= 2 ? pairOf(between) : null
}

function pairOf(all: NominalParties): RelationSides {
  return {
    holder: { refs: all.refs.slice(0, 1), tokens: all.tokens },
    owner: { refs: all.refs.slice(1), tokens: all.tokens },
  }
}

function resolve(scene: Scene, tokens: readonly number[]): NominalParties {
  return joinParties(tokens.map((at) => partiesOfNominal(scene, at)))
}

/** "X is Y's ally", "X, an ally of Y", "Y calls X its ally", "X has close ties with Y", "Y's ties with X". */
function nounSides(scene: Scene, match: RelationMatch): RelationSides {
  const { parse } = scene
  const noun = groupHead(scene, match.head)
  const owners = resolve(scene, [
    ...dependents(parse, match.head, 'nmod:poss'),
    ...(noun === match.head ? [] : dependents(parse, noun, 'nmod:poss')),
    ...ownersOfName(scene, noun),
  ])
  const others = resolve(scene, phrasesOf(scene, match.head))
  const holder = holderOf(scene, firstOfList(scene, noun))
  if (holder.refs.length > 0) {
    const named = resolve(scene, namedBefore(scene, match))
    const choices = [owners, others, callerOf(scene, noun), named].map((side) =>
      without(side, holder),
    )
    const owner =
      choices.find((side) => side.refs.length > 0) ?? topicBefore(scene, match.head, owners, holder)
    return { holder, owner }
  }
  return { holder: owners, owner: without(others, owners) }
}

/**
 * "Serbia is its largest partner": "its" cannot be Serbia's, so it is that of the state the sentence before begins
 * with. Nobody where the owner was no such pronoun.
 */
function topicBefore(
  scene: Scene,
  noun: number,
  owners: NominalParties,
  holder: NominalParties,
): NominalParties {
  const isSelf = owners.refs.some((ref) => holder.refs.some((one) => one.id === ref.id))
  const pronouns = owners.tokens.filter((token) => /^PRP/.test(tagOf(scene.parse, token)))
  const sentence = scene.reading.tokens[noun]?.sentence ?? 0
  if (!isSelf || pronouns.length === 0) return NO_PARTIES
  const mention = scene.mentions.find(
    (one) =>
      scene.reading.tokens[one.first]?.sentence === sentence - 1 &&
      refsOfMention(scene, one).some((ref) => isOtherState(scene, ref, holder)),
  )
  if (!mention) return NO_PARTIES
  return { refs: refsOfMention(scene, mention).slice(0, 1), tokens: [] }
}

function isOtherState(scene: Scene, ref: PartyRef, holder: NominalParties): boolean {
  const isState = partyById(scene, ref.id)?.type === 'country'
  return isState && !holder.refs.some((one) => one.id === ref.id)
}

/** "its arch-rival Chad": the owner may hang on the name that the noun stands before. */
function ownersOfName(scene: Scene, noun: number): number[] {
  const name = nameAfter(scene, noun)
  return name === null ? [] : dependents(scene.parse, name, 'nmod:poss').filter((one) => one < noun)
}

/** "ASEAN member Laos", "key ally Chad": the name that a noun before it describes; null when there is none. */
function nameAfter(scene: Scene, noun: number): number | null {
  const head = scene.parse.heads[noun] ?? -1
  const isBefore = head > noun && /^(compound|amod|nmod|nmod:desc)$/.test(relationIn(scene, noun))
  return isBefore && mentionAt(scene, head)?.form === 'name' ? head : null
}

function relationIn(scene: Scene, token: number): string {
  return scene.parse.tokens[token]?.relation ?? ''
}

/** "Chad, Mali's ally, …": an apposition that the parse took for a list; its owner shows that it is none. */
function listedWith(scene: Scene, noun: number): NominalParties | null {
  const head = scene.parse.heads[noun] ?? -1
  const isOwned = dependents(scene.parse, noun, 'nmod:poss').length > 0
  const mention = head < 0 || !isOwned ? null : mentionAt(scene, head)
  if (relationOf(scene.parse, noun) !== 'conj' || mention?.form !== 'name') return null
  if (scene.parse.words[mention.last] !== ',') return null
  return { refs: refsOfMention(scene, mention), tokens: [head] }
}

/** "our donor and our neighbour": the first noun of a list has the subject, or the name, of all. */
function firstOfList(scene: Scene, noun: number): number {
  let here = noun
  while (relationOf(scene.parse, here) === 'conj') {
    const head = scene.parse.heads[here] ?? -1
    if (head < 0 || !/^NN/.test(tagOf(scene.parse, head))) break
    here = head
  }
  return mentionAt(scene, here)?.form === 'name' ? noun : here
}

/** "a NATO member", "a former French colony": the name or adjective before the noun, no word of the cue. */
function namedBefore(scene: Scene, match: RelationMatch): number[] {
  const noun = match.head
  return dependents(scene.parse, noun, 'compound', 'amod').filter(
    (child) => child < noun && mentionAt(scene, child) !== null && child !== nameAfter(scene, noun),
  )
}

function phrasesOf(scene: Scene, noun: number): number[] {
  const verb = scene.parse.heads[noun] ?? -1
  const own = phrasesWith(scene.parse, noun, ...TOWARDS)
  const ofVerb =
    relationOf(scene.parse, noun) === 'obj' ? phrasesWith(scene.parse, verb, 'with', 'to') : []
  const gap = gapPhrase(scene, noun)
  return [...own, ...ofVerb, ...gap]
}

/** "two countries with which it has ties": what the relative word of the clause above refers to. */
function gapPhrase(scene: Scene, noun: number): number[] {
  const verb = scene.parse.heads[noun] ?? -1
  if (verb < 0 || relationOf(scene.parse, verb) !== 'acl') return []
  return dependents(scene.parse, verb, 'obl').filter((at) => /^W/.test(tagOf(scene.parse, at)))
}

/** "one of its main allies": the noun counted is "one". */
function groupHead(scene: Scene, noun: number): number {
  const head = scene.parse.heads[noun] ?? -1
  const isCounted =
    relationOf(scene.parse, noun) === 'nmod' &&
    /^(one|some|many|two|three|number|among)$/i.test(lemmaAt(scene.parse, head))
  return isCounted ? head : noun
}

/** Who a noun is said of: subject of a copula, the noun it stands beside, object of "call", subject of "have". */
function holderOf(scene: Scene, noun: number): NominalParties {
  const { parse } = scene
  const head = parse.heads[noun] ?? -1
  const relation = relationOf(parse, noun)
  if (dependents(parse, noun, 'cop', 'nsubj').length > 0)
    return resolve(scene, at(subjectOf(parse, noun)))
  const name = nameAfter(scene, noun)
  if (name !== null) return resolve(scene, [name])
  const listed = listedWith(scene, noun)
  if (listed) return listed
  if (relation === 'appos' || parse.tokens[noun]?.relation === 'acl') return resolve(scene, [head])
  const named = dependents(parse, noun, 'appos', 'flat')
  const beside = resolve(scene, named)
  if (beside.refs.length > 0) return beside
  if (head < 0 || !tagOf(parse, head).startsWith('VB')) return NO_PARTIES
  const isCalled = CALLING.has(lemmaAt(parse, head))
  if (relation === 'xcomp' || isAsPhrase(scene, noun) || (isCalled && relation === 'obj'))
    return calledParties(scene, head, noun)
  if (relation === 'obj') return resolve(scene, at(subjectOf(parse, head)))
  return NO_PARTIES
}

function at(token: number | null): number[] {
  return token === null ? [] : [token]
}

function isAsPhrase(scene: Scene, noun: number): boolean {
  return (
    relationOf(scene.parse, noun) === 'obl' &&
    dependents(scene.parse, noun, 'case').some((mark) => lemmaAt(scene.parse, mark) === 'as')
  )
}

const CALLING = new Set([
  'call',
  'consider',
  'regard',
  'describe',
  'see',
  'view',
  'deem',
  'name',
  'term',
])

/** Who calls another so: the subject of "call", "consider" above the noun. */
function callerOf(scene: Scene, noun: number): NominalParties {
  const verb = scene.parse.heads[noun] ?? -1
  if (verb < 0 || !CALLING.has(lemmaAt(scene.parse, verb))) return NO_PARTIES
  return resolve(scene, at(subjectOf(scene.parse, verb)))
}

/** "calls both Chad and Niger its allies", "remained an ally": the object, else the subject. */
function calledParties(scene: Scene, verb: number, noun: number): NominalParties {
  const objects = dependents(scene.parse, verb, 'obj')
    .filter((object) => object !== noun)
    .flatMap((object) => conjuncts(scene.parse, object))
  const called = resolve(scene, objects)
  return called.refs.length > 0 ? called : resolve(scene, at(subjectOf(scene.parse, verb)))
}

/** Verbs and set phrases: the subject of their verb, and what follows their last word. */
function runSides(scene: Scene, match: RelationMatch): RelationSides {
  const { parse } = scene
  const last = match.tokens.at(-1) ?? match.head
  const after = /^(IN|TO)$/.test(tagOf(parse, last))
    ? [parse.heads[last] ?? -1].filter((token) => token >= 0)
    : match.tokens.flatMap((token) => [
        ...dependents(parse, token, 'obj').filter((object) => !match.tokens.includes(object)),
        ...phrasesWith(parse, token, ...TOWARDS),
      ])
  const owner = resolve(scene, after)
  const holder = isVerb(scene, match.head)
    ? resolve(scene, at(subjectOf(parse, match.head)))
    : holderOf(scene, groupHead(scene, match.head))
  return { holder: without(holder, owner), owner }
}

function isVerb(scene: Scene, token: number): boolean {
  return tagOf(scene.parse, token).startsWith('VB')
}

function without(found: NominalParties, other: NominalParties): NominalParties {
  const refs = found.refs.filter((ref) => !other.refs.some((one) => one.id === ref.id))
  return refs.length === found.refs.length ? found : { refs, tokens: found.tokens }
}
