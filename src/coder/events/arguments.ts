import type { PartyRef, ReadArgument } from '../../core/index.js'
import { dependents, lemmaAt, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import { campOf, crossesBorder, splitByCamp } from './borders.js'
import type { EventCandidate } from './candidates.js'
import defaults from './default-roles.json' with { type: 'json' }
import type { NominalParties } from './nominal-parties.js'
import { adjectiveParties, joinParties, NO_PARTIES, partiesOfNominal } from './nominal-parties.js'
import { nearParties, principalsOf } from './near-parties.js'
import nearTypes from './near-types.json' with { type: 'json' }
import { tokensOfSlot } from './slots.js'
import { WORDS } from './words.js'

/** The two sides of a happening, and how they were found. */
export interface EventParties {
  readonly actor: readonly PartyRef[]
  readonly recipient: readonly PartyRef[]
  /** Tokens of the mentions that name them. */
  readonly tokens: readonly number[]
  /** Was the side found by the reader, by the parse, or by both alike? */
  readonly actorBasis: RoleBasis
  readonly recipientBasis: RoleBasis
}

export type RoleBasis = 'none' | 'model' | 'parse' | 'both' | 'near'

/** The reader's raw score from which an argument counts. */
const ARGUMENT_SCORE = 0.5

interface Side {
  readonly parties: NominalParties
  readonly basis: RoleBasis
}

/**
 * Who acts upon whom: by the cue's slots (the type's own where no cue matched) along the parse, and by the reader's
 * arguments. Symmetric happenings with one list of parties ("talks between X and Y") give it to both sides.
 */
export function findParties(scene: Scene, candidate: EventCandidate): EventParties {
  const actor = sideOf(scene, candidate, 'actor', [])
  const isWhole = isSymmetric(scene, candidate) && hasTwoCamps(scene, actor.parties.refs)
  const recipient = isWhole ? NOBODY : sideOf(scene, candidate, 'recipient', actor.parties.refs)
  const sides = isSymmetric(scene, candidate)
    ? splitSides(scene, actor.parties.refs, recipient.parties.refs)
    : { actor: actor.parties.refs, recipient: recipient.parties.refs }
  const found: EventParties = {
    ...sides,
    tokens: [...actor.parties.tokens, ...recipient.parties.tokens],
    actorBasis: sides.actor.length > 0 ? either(actor.basis, recipient.basis) : 'none',
    recipientBasis: sides.recipient.length > 0 ? either(recipient.basis, actor.basis) : 'none',
  }
  return withOtherSide(scene, candidate, found)
}

const NOBODY: Side = { parties: NO_PARTIES, basis: 'none' }

/** Do the parties of one side already stand on both sides of a border ("talks between Oman and Iran")? */
function hasTwoCamps(scene: Scene, refs: readonly PartyRef[]): boolean {
  return new Set(refs.map((ref) => campOf(scene, ref))).size > 1
}

/** The parties with those that the clause leaves out, where the type and the document allow it. */
function withOtherSide(scene: Scene, candidate: EventCandidate, found: EventParties): EventParties {
  if (found.actor.length === 0)
    return found.recipient.length === 0 ? bothPrincipals(scene, candidate, found) : found
  if (crossesBorder(scene, found.actor, found.recipient) || hasOtherPeople(scene, candidate))
    return found
  const mayBeNear = candidate.type in nearTypes.recipient
  const { refs } = nearParties(scene, candidate, found.actor, mayBeNear)
  return refs.length > 0 ? { ...found, recipient: refs, recipientBasis: 'near' } : found
}

/** From this score of the reader on, talks without any party are those of the two that the document is about. */
const SURE_EVENT = 0.8

/** "The agreement was signed", "talks will resume" in a document about two states: between them. */
function bothPrincipals(
  scene: Scene,
  candidate: EventCandidate,
  found: EventParties,
): EventParties {
  const [actor, recipient] = principalsOf(scene)
  const isSure = (candidate.model?.score ?? 0) >= SURE_EVENT
  if (!actor || !recipient || !isSure || !isSymmetric(scene, candidate)) return found
  const basis = { actorBasis: 'near', recipientBasis: 'near' } as const
  return { ...found, actor: [actor], recipient: [recipient], ...basis }
}

/** Is it done to people whom the text does not tie to a state ("urged donors")? Then nobody near is meant. */
function hasOtherPeople(scene: Scene, candidate: EventCandidate): boolean {
  return tokensOfSlot(scene.parse, candidate, 'object').some((at) =>
    WORDS.peopleNouns.has(lemmaAt(scene.parse, at)),
  )
}

function either(one: RoleBasis, two: RoleBasis): RoleBasis {
  return one === 'none' ? two : one
}

/** Is the type one where a scorer, a reader and a historian would take the sides in either order? */
export function isSymmetric(scene: Scene, candidate: EventCandidate): boolean {
  return scene.codebook.eventTypes.get(candidate.type)?.symmetric ?? false
}

type Role = 'actor' | 'recipient'

function sideOf(
  scene: Scene,
  candidate: EventCandidate,
  role: Role,
  other: readonly PartyRef[],
): Side {
  const model = modelParties(scene, candidate, role, other)
  const parse = parseParties(scene, candidate, role, other)
  if (model.refs.length === 0)
    return { parties: parse, basis: parse.refs.length ? 'parse' : 'none' }
  if (parse.refs.length === 0) return { parties: model, basis: 'model' }
  if (shareParty(model.refs, parse.refs))
    return { parties: parse.refs.length >= model.refs.length ? parse : model, basis: 'both' }
  return candidate.cue?.strength === 'strong'
    ? { parties: parse, basis: 'parse' }
    : { parties: model, basis: 'model' }
}

function shareParty(one: readonly PartyRef[], two: readonly PartyRef[]): boolean {
  return one.some((ref) => two.some((other) => other.id === ref.id))
}

function modelParties(
  scene: Scene,
  candidate: EventCandidate,
  role: Role,
  other: readonly PartyRef[],
): NominalParties {
  const read: readonly ReadArgument[] =
    (role === 'actor' ? candidate.model?.actors : candidate.model?.recipients) ?? []
  const done = role === 'actor' ? passiveSubjects(scene, candidate) : []
  const tokens = nearestSentence(
    scene,
    candidate.token,
    read
      .filter(
        (one) =>
          one.score >= ARGUMENT_SCORE && !done.some((at) => isSameMention(scene, at, one.token)),
      )
      .map((one) => one.token),
  )
  return without(joinParties(tokens.map((token) => partiesOfNominal(scene, token))), other)
}

/** Whom a passive says it was done to: "Togo was asked", never the one who acts. */
function passiveSubjects(scene: Scene, candidate: EventCandidate): number[] {
  return candidate.group.flatMap((at) => dependents(scene.parse, at, 'nsubj:pass'))
}

function isSameMention(scene: Scene, one: number, other: number): boolean {
  const mention = mentionAt(scene, one)
  return one === other || (mention !== null && mention === mentionAt(scene, other))
}

/** The tokens in the predicate's own sentence; where there are none, all of them. */
function nearestSentence(
  scene: Scene,
  token: number,
  tokens: readonly number[],
): readonly number[] {
  const sentenceOf = (at: number): number | undefined => scene.reading.tokens[at]?.sentence
  const own = tokens.filter((at) => sentenceOf(at) === sentenceOf(token))
  return own.length > 0 ? own : tokens
}

function parseParties(
  scene: Scene,
  candidate: EventCandidate,
  role: Role,
  other: readonly PartyRef[],
): NominalParties {
  for (const slot of slotsOf(candidate, role)) {
    const found = without(slotParties(scene, candidate, slot), other)
    if (found.refs.length > 0) return found
  }
  return NO_PARTIES
}

/** The parties that stand in one slot of a candidate. */
function slotParties(scene: Scene, candidate: EventCandidate, slot: string): NominalParties {
  if (slot === 'adjective' || slot === 'compound') {
    const nouns = candidate.group.filter((at) => /^NN/.test(tagOf(scene.parse, at)))
    return joinParties(nouns.map((at) => adjectiveParties(scene, at) ?? NO_PARTIES))
  }
  const tokens = tokensOfSlot(scene.parse, candidate, slot)
  return joinParties(tokens.map((token) => partiesOfNominal(scene, token)))
}

/** The cue's own slots first, then the type's. */
function slotsOf(candidate: EventCandidate, role: Role): readonly string[] {
  const own = (role === 'actor' ? candidate.cue?.actor : candidate.cue?.recipient) ?? []
  const usual =
    role === 'actor'
      ? defaults.actor.default
      : (defaults.recipient[candidate.type as keyof typeof defaults.recipient] ?? [])
  return [...new Set([...own, ...usual])]
}

function without(found: NominalParties, other: readonly PartyRef[]): NominalParties {
  const refs = found.refs.filter((ref) => !other.some((one) => one.id === ref.id))
  return refs.length === found.refs.length
    ? found
    : { refs, tokens: refs.length ? found.tokens : [] }
}

/** A symmetric happening whose parties all stand on one side: its first camp, and the others. */
function splitSides(
  scene: Scene,
  actor: readonly PartyRef[],
  recipient: readonly PartyRef[],
): { actor: readonly PartyRef[]; recipient: readonly PartyRef[] } {
  if (actor.length > 0 && recipient.length > 0 && crossesBorder(scene, actor, recipient))
    return { actor, recipient }
  const all = actor.length === 0 || recipient.length === 0 ? [...actor, ...recipient] : null
  return all ? splitByCamp(scene, all) : { actor, recipient }
}
