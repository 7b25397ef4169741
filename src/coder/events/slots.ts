import { agentOf, isPassive, objectOf, subjectOf } from '../clauses.js'
import type { Parse } from '../parse.js'
import { dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { EventCandidate } from './candidates.js'
import { phrasesWith } from './phrases.js'
import { WORDS } from './words.js'

/**
 * Where a party may stand around a predicate. The codebook's role slots (subject, object, indirect-object, agent,
 * possessive, compound, adjective, clause-object, oblique:P, modifier:P), and three of this pass: `destination`
 * (where somebody goes), `controller` (whose talks "said after talks" are) and `deep-object` (the object of an
 * infinitive below: "refused to recognise X").
 */
export function tokensOfSlot(parse: Parse, candidate: EventCandidate, slot: string): number[] {
  const { verbs, nouns } = wordsOf(parse, candidate)
  const colon = slot.indexOf(':')
  const kind = colon < 0 ? slot : slot.slice(0, colon)
  const preposition = colon < 0 ? '' : slot.slice(colon + 1)
  const at = (tokens: readonly (number | null | undefined)[]): number[] =>
    tokens.filter(
      (token) => typeof token === 'number' && !candidate.group.includes(token),
    ) as number[]
  switch (kind) {
    case 'subject':
      return at(verbs.flatMap((verb) => doersOf(parse, verb)))
    case 'object':
      return verbs.flatMap((verb) => objectsOf(parse, candidate, verb))
    case 'indirect-object':
      return at(verbs.flatMap((verb) => dependents(parse, verb, 'iobj')))
    case 'agent':
      return at(candidate.group.flatMap((word) => phrasesWith(parse, word, 'by')))
    case 'possessive':
      return at(nouns.flatMap((noun) => dependents(parse, noun, 'nmod:poss')))
    case 'adjective':
      return at(nouns.flatMap((noun) => dependents(parse, noun, 'amod')))
    case 'compound':
      return at(nouns.flatMap((noun) => dependents(parse, noun, 'compound')))
    case 'clause-object':
      return at(verbs.flatMap((verb) => clauseSubjects(parse, verb)))
    case 'oblique':
    case 'modifier':
      return at(phrasesOf(parse, candidate, preposition))
    case 'destination':
      return isGoing(parse, candidate)
        ? at(['to', 'in', 'at', 'into'].flatMap((word) => phrasesOf(parse, candidate, word)))
        : []
    case 'controller':
      return verbs.length === 0 && CONTROLLED.has(candidate.type)
        ? at([controllerOf(parse, candidate.token)])
        : []
    case 'deep-object':
      return at(verbs.flatMap((verb) => deepObjects(parse, verb)))
    default:
      return []
  }
}

/** Happenings that the subject of the clause takes part in: "said after talks"; not "circumvent sanctions". */
const CONTROLLED = new Set(['CONSULT', 'AGREE'])

interface CandidateWords {
  readonly verbs: readonly number[]
  readonly nouns: readonly number[]
}

const KNOWN_WORDS = new WeakMap<EventCandidate, CandidateWords>()

/** The verbs and the nouns of a candidate. Kept: a dozen slots are asked for each. */
function wordsOf(parse: Parse, candidate: EventCandidate): CandidateWords {
  const known = KNOWN_WORDS.get(candidate) ?? sortWords(parse, candidate)
  KNOWN_WORDS.set(candidate, known)
  return known
}

function sortWords(parse: Parse, candidate: EventCandidate): CandidateWords {
  const isVerb = (at: number): boolean =>
    tagOf(parse, at).startsWith('VB') || dependents(parse, at, 'cop').length > 0
  return {
    verbs: candidate.group.filter(isVerb),
    nouns: candidate.group.filter((at) => !tagOf(parse, at).startsWith('VB')),
  }
}

/** Who does it; for a participle before a noun ("the visiting minister"), that noun. */
function doersOf(parse: Parse, verb: number): (number | null)[] {
  if (relationOf(parse, verb) === 'amod')
    return tagOf(parse, verb) === 'VBG' ? [parse.heads[verb] ?? null] : []
  if (isPlainPast(parse, verb)) return [subjectOf(parse, verb)]
  const own = agentOf(parse, verb)
  if (own !== null || isPassive(parse, verb)) return [own]
  return [subjectOf(parse, verb) ?? controllerOf(parse, verb)]
}

/** What it is done to; for a participle before a noun ("the seized ship"), that noun. */
function doneToOf(parse: Parse, verb: number): (number | null)[] {
  if (relationOf(parse, verb) === 'amod')
    return tagOf(parse, verb) === 'VBN' ? [parse.heads[verb] ?? null] : []
  const objects = dependents(parse, verb, 'obj')
  if (isPlainPast(parse, verb) && objects.length > 0) return objects.slice(0, 1)
  return [objectOf(parse, verb) ?? gapOf(parse, verb)]
}

/** "expelled" with an object of its own is no passive, whatever the subject's relation says. */
function isPlainPast(parse: Parse, verb: number): boolean {
  return (
    tagOf(parse, verb) === 'VBD' &&
    dependents(parse, verb, 'obj').length > 0 &&
    dependents(parse, verb, 'aux:pass').length === 0 &&
    isPassive(parse, verb)
  )
}

/** The object; a light verb's noun is none, but the object of an act ("praised the French decision") is one. */
function objectsOf(parse: Parse, candidate: EventCandidate, verb: number): number[] {
  const isAct = candidate.token === verb
  return doneToOf(parse, verb).filter(
    (at): at is number => at !== null && (isAct || !candidate.group.includes(at)),
  )
}

/** "a country he praised", "a step that Paris condemned": the noun that a relative clause without object modifies. */
function gapOf(parse: Parse, verb: number): number | null {
  if (parse.tokens[verb]?.relation !== 'acl:relcl') return null
  const subject = dependents(parse, verb, 'nsubj')[0]
  const isRelative = subject === undefined || /^W/.test(tagOf(parse, subject))
  return isRelative ? null : (parse.heads[verb] ?? null)
}

function clauseSubjects(parse: Parse, verb: number): number[] {
  return dependents(parse, verb, 'ccomp', 'xcomp').flatMap((clause) =>
    isPassive(parse, clause)
      ? phrasesWith(parse, clause, 'by')
      : dependents(parse, clause, 'nsubj', 'csubj'),
  )
}

/** Phrases with a preposition on the predicate, nearest first: on its words, then on their objects and infinitives. */
function phrasesOf(parse: Parse, candidate: EventCandidate, preposition: string): number[] {
  let level: number[] = [...candidate.group]
  for (let depth = 0; depth < 3; depth++) {
    const found = level.flatMap((word) => phrasesWith(parse, word, preposition))
    if (found.length > 0) return found
    level = level.flatMap((word) => dependents(parse, word, 'obj', 'xcomp'))
  }
  return []
}

/** The subject of the verb that an event noun hangs under ("Chad's minister said after talks"); null when none. */
function controllerOf(parse: Parse, token: number): number | null {
  let here = token
  for (let step = 0; step < 6; step++) {
    const head = parse.heads[here] ?? -1
    if (head < 0) return null
    const relation = relationOf(parse, here)
    if (!['obl', 'nmod', 'obj', 'conj', 'advcl', 'acl', 'xcomp'].includes(relation)) return null
    if (tagOf(parse, head).startsWith('VB')) return agentOf(parse, head)
    here = head
  }
  return null
}

/** Objects of the infinitives and participles below a verb: "agreed to help Chad", "ruled out recognising it". */
function deepObjects(parse: Parse, verb: number): number[] {
  const clauses = [
    ...dependents(parse, verb, 'xcomp', 'ccomp', 'advcl'),
    ...dependents(parse, verb, 'obj', 'obl').flatMap((noun) => dependents(parse, noun, 'acl')),
  ]
  return clauses.flatMap((clause) => [
    ...dependents(parse, clause, 'obj', 'iobj'),
    ...phrasesWith(parse, clause, 'with', 'to', 'against', 'on', 'from', 'for'),
    ...deepObjects(parse, clause),
  ])
}

/** May where it happens be whom it is done to: a visit, a deployment, an attack? */
function isGoing(parse: Parse, candidate: EventCandidate): boolean {
  if (candidate.type !== 'CONSULT') return true
  return candidate.cue?.mode === 'visit' || isMotion(parse, candidate)
}

/** Is the predicate's verb one of going somewhere ("arrive", "travel")? */
export function isMotion(parse: Parse, candidate: EventCandidate): boolean {
  return candidate.group.some((at) => WORDS.visitVerbs.has(lemmaAt(parse, at)))
}
