import { clauseRoot } from '../clauses.js'
import { conjuncts, dependents, lemmaAt, relationOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import type { EventCandidate } from './candidates.js'
import { isMotion } from './slots.js'
import { partyById } from './states.js'
import { WORDS } from './words.js'

/**
 * Where it happened, by canonical name: a place after "in", "at" or "near" on the predicate's words or its clause; for
 * a visit, where it went. Null when the text does not say.
 */
export function placeOfEvent(
  scene: Scene,
  candidate: EventCandidate,
  mode: string | null,
): string | null {
  const words = new Set([...candidate.group, clauseRoot(scene.parse, candidate.token)])
  for (const word of words) {
    const place = locativesOf(scene, word)
      .map((at) => placeName(scene, at))
      .find(Boolean)
    if (place) return place
  }
  return mode === 'visit' ? destinationName(scene, candidate) : null
}

function locativesOf(scene: Scene, word: number): number[] {
  return dependents(scene.parse, word, 'obl', 'nmod').filter((at) =>
    dependents(scene.parse, at, 'case').some((mark) =>
      WORDS.placePrepositions.has(lemmaAt(scene.parse, mark)),
    ),
  )
}

/** The place that a token names: a place, or a state standing for where something is. */
function placeName(scene: Scene, token: number): string | null {
  const mention = mentionAt(scene, token)
  if (!mention) return null
  const party = partyById(scene, mention.parties[0] ?? '')
  const isSomewhere = party?.type === 'place' || (party?.type === 'country' && mention.isPlace)
  return party && isSomewhere ? party.name : null
}

function destinationName(scene: Scene, candidate: EventCandidate): string | null {
  for (const word of candidate.group) {
    const found = dependents(scene.parse, word, 'obj', 'obl', 'nmod').filter((at) => {
      const isTo = dependents(scene.parse, at, 'case').some(
        (mark) => lemmaAt(scene.parse, mark) === 'to',
      )
      return isTo || (relationOf(scene.parse, at) === 'obj' && isMotion(scene.parse, candidate))
    })
    const names = found.flatMap((at) => conjuncts(scene.parse, at).map((one) => nameAt(scene, one)))
    const places = names.filter((name) => name !== null)
    if (places.length > 0) return places.join(', ')
  }
  return null
}

function nameAt(scene: Scene, token: number): string | null {
  const mention = mentionAt(scene, token)
  const party = mention ? partyById(scene, mention.parties[0] ?? '') : null
  return party?.type === 'place' || party?.type === 'country' ? party.name : null
}
