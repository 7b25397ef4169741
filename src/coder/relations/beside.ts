import type { PartyRef } from '../../core/index.js'
import { partyById, stateRefOf } from '../events/states.js'
import { partiesOfNominal } from '../events/nominal-parties.js'
import { relationOf, spanOf, tagOf } from '../parse.js'
import type { Mention, Scene } from '../scene.js'
import { mentionAt, refsOfMention, speakerAt } from '../scene.js'
import type { RelationMatch } from './find-relations.js'
import type { RelationSides } from './sides.js'

/** Relations told by an adjective before a name: "neighbouring Chad". */

/**
 * The sides of "neighbouring Chad": Chad, and the state named last before it in its sentence, else the state of whoever
 * says so. Null where the cue is no such adjective, or no state is there to be the neighbour.
 */
export function besideSides(scene: Scene, match: RelationMatch): RelationSides | null {
  const { parse } = scene
  const noun = parse.heads[match.head] ?? -1
  const isAdjective =
    match.tokens.length === 1 && /^amod|^compound/.test(relationOf(parse, match.head))
  if (!isAdjective || noun <= match.head || !match.cue.entry.symmetric) return null
  const owner = partiesOfNominal(scene, noun)
  const isNamed =
    mentionAt(scene, noun)?.form === 'name' && owner.refs.every((ref) => isState(scene, ref))
  if (!isNamed || owner.refs.length === 0) return null
  const before = stateBefore(scene, match.head, owner.refs)
  if (before) return { holder: { refs: [before.ref], tokens: [before.mention.head] }, owner }
  const ref = stateOfSpeaker(scene, match.head)
  return ref && !owner.refs.some(({ id }) => id === ref.id)
    ? { holder: { refs: [ref], tokens: [] }, owner }
    : null
}

const isState = (scene: Scene, ref: PartyRef): boolean =>
  partyById(scene, ref.id)?.type === 'country'

/** The state named, by its name or adjective, nearest before a token of its sentence. */
function stateBefore(
  scene: Scene,
  token: number,
  others: readonly PartyRef[],
): { mention: Mention; ref: PartyRef } | null {
  const sentence = scene.reading.tokens[token]?.sentence
  for (const mention of [...scene.mentions].reverse()) {
    if (mention.last > token || scene.reading.tokens[mention.first]?.sentence !== sentence) continue
    const ref = refsOfMention(scene, mention).find(
      (one) => isState(scene, one) && !others.some(({ id }) => id === one.id),
    )
    if (ref && !/^PRP/.test(tagOf(scene.parse, mention.head))) return { mention, ref }
  }
  return null
}

function stateOfSpeaker(scene: Scene, token: number): PartyRef | null {
  const span = spanOf(scene.parse, { first: token, last: token + 1 })
  const speaker = speakerAt(scene, span)?.speaker
  const party = speaker && partyById(scene, speaker.id)
  return party ? stateRefOf(scene, party.country) : null
}
