import type { PartyRef, TokenRange } from '../../core/index.js'
import { ancestors, relationOf } from '../parse.js'
import type { Mention, Scene } from '../scene.js'
import { mentionsIn, refsOfMention } from '../scene.js'
import { campOf } from './borders.js'
import type { EventCandidate } from './candidates.js'
import type { NominalParties } from './nominal-parties.js'
import { NO_PARTIES } from './nominal-parties.js'

/**
 * The other side of a happening that its clause leaves out ("Kyiv refused"): the nearest party of another camp, first
 * in the same sentence, then among those who act in the sentence before. None when there is more than one camp to
 * choose from at the same distance.
 */
export function nearParties(
  scene: Scene,
  candidate: EventCandidate,
  known: readonly PartyRef[],
): NominalParties {
  const camps = new Set(known.map((ref) => campOf(scene, ref)))
  const number = scene.reading.tokens[candidate.token]?.sentence ?? 0
  const here = otherMentions(scene, scene.reading.sentences[number], camps)
  const inSentence = nearest(scene, candidate, here)
  if (inSentence) return partiesOf(scene, inSentence, camps)
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
