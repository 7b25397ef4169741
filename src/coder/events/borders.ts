import type { PartyRef } from '../../core/index.js'
import type { Scene } from '../scene.js'
import { homeOf, isOfficial } from './officials.js'
import { partyById } from './states.js'

/** Which side of a border a party stands on. */

/**
 * What two parties are compared by: a state's code, an organisation of many states, a region or a group that the codebook
 * knows; null when it is not known where it belongs. "President Lopez" without a state is taken for one of the state that
 * the document is about, and where there is no such state, for one of some state that is not named beside him.
 */
export function campOf(scene: Scene, ref: PartyRef): string | null {
  const party = partyById(scene, ref.id)
  if (!party) return null
  if (party.type === 'igo') return `igo ${party.id}`
  if (party.country !== null) return party.country
  if (isOfficial(scene, party.id)) return homeOf(scene) ?? 'official'
  if (/^IGO/.test(party.cameo ?? '')) return `igo ${party.cameo}`
  const isKnown = scene.codebook.names.parties.has(party.name)
  if (party.type === 'group' && isKnown) return `group ${party.id}`
  if (party.type === 'place' && isKnown) return `place ${party.id}`
  return null
}

/** Is the party an organisation of states, or does it act for one? */
export function isInternational(scene: Scene, ref: PartyRef): boolean {
  const camp = campOf(scene, ref)
  return camp !== null && camp.startsWith('igo ')
}

/** Does something between these two sides cross a border: does one side hold a party of another camp than the other? */
export function crossesBorder(
  scene: Scene,
  actors: readonly PartyRef[],
  recipients: readonly PartyRef[],
): boolean {
  const camps = (refs: readonly PartyRef[]): (string | null)[] =>
    refs.map((ref) => campOf(scene, ref))
  const across = camps(recipients)
  return camps(actors).some((mine) =>
    across.some((other) => mine !== null && other !== null && mine !== other),
  )
}

/** The first camp's parties, and the others: the two sides of "Kenya, Ethiopia and Somalia agreed". */
export function splitByCamp(
  scene: Scene,
  refs: readonly PartyRef[],
): { actor: PartyRef[]; recipient: PartyRef[] } {
  const first = refs[0] ? campOf(scene, refs[0]) : null
  const isFirst = (ref: PartyRef): boolean => campOf(scene, ref) === first
  return { actor: refs.filter(isFirst), recipient: refs.filter((ref) => !isFirst(ref)) }
}
