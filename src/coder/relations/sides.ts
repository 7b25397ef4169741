import { subjectOf } from '../clauses.js'
import { phrasesWith } from '../events/phrases.js'
import type { NominalParties } from '../events/nominal-parties.js'
import { joinParties, NO_PARTIES, partiesOfNominal } from '../events/nominal-parties.js'
import { conjuncts, dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
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
  const between = resolve(scene, phrasesWith(scene.parse, match.head, 'between', 'among'))
  if (between.refs.length >= 2) return pairOf(between)
  const isNoun = /^NN/.test(tagOf(scene.parse, match.head))
  const sides = isNoun ? nounSides(scene, match) : runSides(scene, match)
  if (sides.owner.refs.length === 0 && sides.holder.refs.length >= 2 && match.cue.entry.symmetric)
    return pairOf(sides.holder)
  return sides.holder.refs.length > 0 && sides.owner.refs.length > 0 ? sides : null
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
  ])
  const others = resolve(scene, phrasesOf(scene, match.head))
  const holder = holderOf(scene, noun)
  if (holder.refs.length > 0) {
    const choices = [owners, others, callerOf(scene, noun)].map((side) => without(side, holder))
    return { holder, owner: choices.find((side) => side.refs.length > 0) ?? NO_PARTIES }
  }
  return { holder: owners, owner: without(others, owners) }
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
  if (dependents(parse, noun, 'cop').length > 0) return resolve(scene, at(subjectOf(parse, noun)))
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
