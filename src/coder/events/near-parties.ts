import type { PartyRef, TokenRange } from '../../core/index.js'
import { ancestors, relationOf } from '../parse.js'
import type { Mention, Scene } from '../scene.js'
import { mentionsIn, refsOfMention } from '../scene.js'
import { campOf } from './borders.js'
import type { EventCandidate } from './candidates.js'
import type { NominalParties } from './nominal-parties.js'
import { NO_PARTIES } from './nominal-parties.js'

/**
 * The other side of a happening that its clause leaves out ("Kyiv refused"): with `mayBeNear` the nearest party of another
 * camp in the same sentence; of a document about two sides, the other one; then, with `mayBeNear`, those who act in the
 * sentences before. None when there is more than one camp to choose from at the same distance.
 */
export function nearParties(
  scene: Scene,
  candidate: EventCandidate,
  known: readonly PartyRef[],
  mayBeNear: boolean,
): NominalParties {
  const camps = new Set(known.map((ref) => campOf(scene, ref)))
  const number = scene.reading.tokens[candidate.token]?.sentence ?? 0
  const here = otherMentions(scene, scene.reading.sentences[number], camps)
  const inSentence = mayBeNear ? nearest(scene, candidate, here) : null
  if (inSentence) return partiesOf(scene, inSentence, camps)
  const principal = otherPrincipal(scene, known)
  if (principal.refs.length > 0 || !mayBeNear) return principal
  for (let back = 1; back <= FARTHEST_SENTENCE; back++) {
    const before = otherMentions(scene, scene.reading.sentences[number - back], camps)
    if (before.length === 0) continue
    const acting = before.filter((mention) => isActing(scene, mention))
    const choice = oneCamp(scene, acting.length > 0 ? acting : before, camps)
    return choice ? partiesOf(scene, choice, camps) : NO_PARTIES
  }
  return NO_PARTIES
}

/** How many sentences before its own a happening's other side may stand. */
const FARTHEST_SENTENCE = 3

function otherMentions(
  scene: Scene,
  sentence: TokenRange | undefined,
  camps: ReadonlySet<string | null>,
): Mention[] {
  if (!sentence) return []
  return mentionsIn(scene, sentence).filter(
    (mention) => !mention.isPlace && otherRefs(scene, mention, camps).length > 0,
  )
}

function otherRefs(scene: Scene, mention: Mention, camps: ReadonlySet<string | null>): PartyRef[] {
  return refsOfMention(scene, mention).filter((ref) => {
    const camp = campOf(scene, ref)
    return camp !== null && !camps.has(camp)
  })
}

/** The mention nearest to the predicate in the tree, then in the text. */
function nearest(
  scene: Scene,
  candidate: EventCandidate,
  mentions: readonly Mention[],
): Mention | null {
  const line = ancestors(scene.parse, candidate.token)
  const distance = (mention: Mention): number => {
    const path = ancestors(scene.parse, mention.head)
    const meeting = path.findIndex((at) => line.includes(at))
    const up = meeting < 0 ? 20 : line.indexOf(path[meeting] ?? -1)
    return (meeting < 0 ? 20 : meeting) + up + Math.abs(mention.head - candidate.token) / 100
  }
  return [...mentions].sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function isActing(scene: Scene, mention: Mention): boolean {
  return ['nsubj', 'root', 'obj'].includes(relationOf(scene.parse, mention.head))
}

/** The last mention, if all of them belong to one camp. */
function oneCamp(
  scene: Scene,
  mentions: readonly Mention[],
  camps: ReadonlySet<string | null>,
): Mention | null {
  const found = new Set(
    mentions.flatMap((mention) =>
      otherRefs(scene, mention, camps).map((ref) => campOf(scene, ref)),
    ),
  )
  return found.size === 1 ? (mentions.at(-1) ?? null) : null
}

function partiesOf(
  scene: Scene,
  mention: Mention,
  camps: ReadonlySet<string | null>,
): NominalParties {
  return { refs: otherRefs(scene, mention, camps), tokens: [mention.head] }
}

/** How much oftener the two sides that a document is about must be named than any third, and how often at least. */
const CLEARLY = 1.5
const OFTEN = 3

const KNOWN_PRINCIPALS = new WeakMap<Scene['mentions'], readonly PartyRef[]>()

/** The two states or organisations that a document is about; [] where there are not just two. */
export function principalsOf(scene: Scene): readonly PartyRef[] {
  const known = KNOWN_PRINCIPALS.get(scene.mentions) ?? findPrincipals(scene)
  KNOWN_PRINCIPALS.set(scene.mentions, known)
  return known
}

function findPrincipals(scene: Scene): readonly PartyRef[] {
  const counts = new Map<string, number>()
  const states = new Map<string, PartyRef>()
  for (const ref of scene.mentions.flatMap((mention) => refsOfMention(scene, mention))) {
    const camp = campOf(scene, ref)
    if (camp === null) continue
    counts.set(camp, (counts.get(camp) ?? 0) + 1)
    const type = scene.parties.get(ref.id)?.type
    if ((type === 'country' || type === 'igo') && !states.has(camp)) states.set(camp, ref)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [, second, third] = ranked
  if (!second || second[1] < Math.max(OFTEN, CLEARLY * (third?.[1] ?? 0))) return []
  const two = ranked.slice(0, 2).flatMap(([camp]) => states.get(camp) ?? [])
  return two.length === 2 ? two : []
}

/** Of a document about two, the one that is on no side yet; none of any other document. */
function otherPrincipal(scene: Scene, known: readonly PartyRef[]): NominalParties {
  const camps = new Set(known.map((ref) => campOf(scene, ref)))
  const principals = principalsOf(scene)
  const others = principals.filter((ref) => !camps.has(campOf(scene, ref)))
  return principals.length === 2 && others.length === 1 ? { refs: others, tokens: [] } : NO_PARTIES
}
