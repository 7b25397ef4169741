import type { PartyRecord, PartyRef } from '../../core/index.js'
import type { Codebook, CodebookParty } from '../../codebook/index.js'
import type { Scene } from '../scene.js'

/** Parties that the text means without naming them: the state of a speaker's "we", of a city visited, "Western". */

const byId = new WeakMap<Codebook, ReadonlyMap<string, CodebookParty>>()

function codebookPartiesOf(codebook: Codebook): ReadonlyMap<string, CodebookParty> {
  const known = byId.get(codebook)
  if (known) return known
  const made = new Map<string, CodebookParty>()
  for (const party of codebook.names.parties.values()) made.set(party.id, party)
  byId.set(codebook, made)
  return made
}

/** A reference to a state by its code, or null when the code is null or not in the codebook. */
export function stateRefOf(scene: Scene, iso3: string | null): PartyRef | null {
  if (iso3 === null) return null
  const party = scene.codebook.names.parties.get(iso3)
  return party ? { id: party.id, name: party.name } : null
}

/** The party that an id means: of this document, or of the codebook; null when neither. */
export function partyById(scene: Scene, id: string): PartyRecord | null {
  const known = scene.parties.get(id)
  if (known) return known
  const state = codebookPartiesOf(scene.codebook).get(id)
  if (!state) return null
  const { name, type, country, cameo, wikidata } = state
  return { kind: 'party', id: state.id, name, type, country, cameo, aliases: [], wikidata }
}

/** The parties of a scene with those that records refer to and the text does not name. */
export function withPartiesOf(
  scene: Scene,
  refs: readonly PartyRef[],
): ReadonlyMap<string, PartyRecord> {
  const parties = new Map(scene.parties)
  for (const ref of refs) {
    const party = parties.has(ref.id) ? null : partyById(scene, ref.id)
    if (party) parties.set(ref.id, party)
  }
  return parties
}
