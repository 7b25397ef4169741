import type { PartyRef, TokenRange } from '../../core/index.js'
import { isNegated, isPredicate } from '../clauses.js'
import type { RelationDraft } from '../drafts.js'
import { campOf } from '../events/borders.js'
import { evidenceOf } from '../events/evidence.js'
import { partyById, withPartiesOf } from '../events/states.js'
import { ancestors, dependents, lemmaAt, relationOf, subtree, tagOf } from '../parse.js'
import type { PassResult, Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import { forEachSentence } from '../sentences.js'
import { relationCuesOf } from './cues.js'
import type { RelationMatch } from './find-relations.js'
import { findRelationCues } from './find-relations.js'
import type { RelationSides } from './sides.js'
import { sidesOf } from './sides.js'
import { toldRelations } from './ties.js'

/** Labels whose second side must be an organisation of states. */
const OF_ORGANISATION = new Set(['member-of', 'candidate-for', 'observer-in', 'chair-of'])
/** What one deed begins or ends for good: "established ties with", "broke off relations with". */
const WENT_ON = new Set(['diplomatic-relations', 'no-diplomatic-relations'])
/** What one deed makes so, where its object is the body itself: "joined the African Union in 2002". */
const ENTERING = /^(join|accede)$/
/** Verbs that tell of the end of what stood: "handed over its base". */
const ENDING = /^(hand|close|leave|vacate|shut|quit|lose|end)$/
/** Words too common to tell of a standing relation by a verb in the past: "joined", "hosted", "backed". */
const PAST = /^(VBD|VB)$/

/**
 * The pass `relations`: standing relations between two states or bodies, by the codebook's relation cues with a party
 * on either side along the parse. A list on one side gives a relation each. Denied ones are left out.
 */
export function codeRelations(scene: Scene): PassResult {
  const index = relationCuesOf(scene.codebook)
  const { results, issues } = forEachSentence(scene, 'relations', (sentence) =>
    relationsInSentence(scene, index, sentence),
  )
  const drafts = oncePerPair(results)
  const refs = drafts.flatMap((draft) => [draft.a, draft.b])
  return { drafts, issues, facts: { parties: withPartiesOf(scene, refs) } }
}

function relationsInSentence(
  scene: Scene,
  index: ReturnType<typeof relationCuesOf>,
  sentence: TokenRange,
): RelationDraft[] {
  const taken = new Set<number>()
  const told = toldRelations(scene, sentence)
    .filter(({ match }) => !isNegated(scene.parse, match.head))
    .flatMap(({ match, sides }) => draftsOf(scene, match, sides))
  const cued = findRelationCues(scene.parse, index, sentence).flatMap((match) => {
    if (match.tokens.some((at) => taken.has(at)) || !isStanding(scene, match)) return []
    const sides = sidesOf(scene, match)
    const drafts = sides ? draftsOf(scene, match, sides) : []
    if (drafts.length > 0) match.tokens.forEach((at) => taken.add(at))
    return drafts
  })
  return [...cued, ...told]
}

/** A relation for each pair of parties on the two sides; none where a side is not resolved. */
function draftsOf(scene: Scene, match: RelationMatch, sides: RelationSides): RelationDraft[] {
  const tokens = [...sides.holder.tokens, ...sides.owner.tokens]
  return sides.holder.refs
    .flatMap((a) => sides.owner.refs.map((b) => [a, b] as const))
    .filter(([a, b]) => canRelate(scene, match, a, b))
    .map(([a, b]) => draftOf(scene, match, a, b, tokens))
}

/** Is it told as lasting: not denied, and no single deed of the past? */
function isStanding(scene: Scene, match: RelationMatch): boolean {
  if (isDenied(scene, match) || isInName(scene, match) || isOver(scene, match)) return false
  if (isEntering(scene, match)) return true
  const tag = tagOf(scene.parse, match.head)
  const isVerb = match.cue.kind !== 'noun' && tag.startsWith('VB')
  if (isVerb && WENT_ON.has(match.cue.entry.label)) return tag !== 'VB'
  if (!isVerb || match.cue.words.length > 2) return true
  const hasAuxiliary = dependents(scene.parse, match.head, 'aux').length > 0
  return !PAST.test(tag) && !hasAuxiliary
}

/** Is it denied? "No diplomatic relations" is a relation of its own. */
function isDenied(scene: Scene, match: RelationMatch): boolean {
  if (match.cue.words[0] === 'no') return false
  return match.tokens.some((at) => isNegated(scene.parse, at))
}

/** "the Alliance of Sahel States": the noun is part of a name, and says nothing of who is whose. */
function isInName(scene: Scene, match: RelationMatch): boolean {
  const isWritten = /^\p{Lu}/u.test(scene.reading.tokens[match.head]?.text ?? '')
  const mention = mentionAt(scene, match.head)
  return match.cue.kind === 'noun' && isWritten && mention?.form === 'name'
}

function isOver(scene: Scene, match: RelationMatch): boolean {
  if (match.cue.kind !== 'noun' || relationOf(scene.parse, match.head) !== 'obj') return false
  return ENDING.test(lemmaAt(scene.parse, scene.parse.heads[match.head] ?? -1))
}

/** "joined the African Union": a body by its name as the object, and not joined "in condemning". */
function isEntering(scene: Scene, match: RelationMatch): boolean {
  const { parse } = scene
  if (match.cue.entry.label !== 'member-of' || match.cue.kind === 'noun') return false
  if (!ENTERING.test(lemmaAt(parse, match.head)) || !/^VB[DN]$/.test(tagOf(parse, match.head)))
    return false
  const body = dependents(parse, match.head, 'obj', 'obl')[0]
  const mention = body === undefined ? null : mentionAt(scene, body)
  if (mention?.form !== 'name') return false
  return !/^(in|for|at)$/.test(parse.words[mention.last] ?? '') || isYearNext(scene, mention.last)
}

function isYearNext(scene: Scene, at: number): boolean {
  return [1, 2].some((n) => /^(19|20)\d\d$/.test(scene.reading.tokens[at + n]?.text ?? ''))
}

function canRelate(scene: Scene, match: RelationMatch, a: PartyRef, b: PartyRef): boolean {
  const [one, two] = [campOf(scene, a), campOf(scene, b)]
  if (one === null || two === null || one === two) return false
  // Persons hold offices, which are roles; what stands lies between states and bodies.
  if ([a, b].some((ref) => partyById(scene, ref.id)?.type === 'person')) return false
  if (!OF_ORGANISATION.has(match.cue.entry.label)) return true
  return partyById(scene, b.id)?.type === 'igo' || partyById(scene, b.id)?.type === 'group'
}

function draftOf(
  scene: Scene,
  match: RelationMatch,
  a: PartyRef,
  b: PartyRef,
  tokens: readonly number[],
): RelationDraft {
  const { label } = match.cue.entry
  const clause = ancestors(scene.parse, match.head).find((at) => isPredicate(scene.parse, at))
  const isObject = /^(obj|xcomp)$/.test(relationOf(scene.parse, match.head))
  const verb = isObject ? (scene.parse.heads[match.head] ?? match.head) : match.head
  const group = match.cue.kind === 'noun' ? [verb, match.head] : match.tokens
  return {
    kind: 'relation',
    a,
    b,
    label,
    since: sinceOf(scene, clause ?? match.head) ?? begunIn(scene, match, clause ?? match.head),
    time: null,
    factuality: 'ongoing',
    reason: label === 'member-of' ? 'relation-member' : 'relation-cue',
    spans: [evidenceOf(scene, group, tokens)],
  }
}

/** The year or month after "since" in the clause, as written; null when there is none. */
function sinceOf(scene: Scene, clause: number): string | null {
  const words = subtree(scene.parse, clause)
    .map((at) => scene.reading.tokens[at]?.text ?? '')
    .join(' ')
  return /\bsince (?:[A-Z][a-z]+ )?(\d{4})\b/.exec(words)?.[1] ?? null
}

/** "established ties in 1992": the year in which a deed began what stands. */
function begunIn(scene: Scene, match: RelationMatch, clause: number): string | null {
  const isDeed = WENT_ON.has(match.cue.entry.label) || isEntering(scene, match)
  if (!isDeed || match.cue.kind === 'noun') return null
  const words = subtree(scene.parse, clause)
    .map((at) => scene.reading.tokens[at]?.text ?? '')
    .join(' ')
  return /\bin (?:[A-Z][a-z]+ )?(\d{4})\b/.exec(words)?.[1] ?? null
}

/** The first mention of each relation of a pair. */
function oncePerPair(drafts: readonly RelationDraft[]): RelationDraft[] {
  const seen = new Map<string, RelationDraft>()
  for (const draft of drafts) {
    const key = [draft.label, ...[draft.a.id, draft.b.id].sort()].join(' ')
    const known = seen.get(key)
    if (!known || (known.since === null && draft.since !== null)) seen.set(key, draft)
  }
  return [...seen.values()]
}
