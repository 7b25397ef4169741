import type { PartyRecord, TokenRange } from '../../core/index.js'
import { partyIdOf } from '../../core/index.js'
import type { Mention, MentionForm } from '../scene.js'

/** A party while it is being found: its id is settled only when its name and country are. */
export interface PartyDraft {
  type: PartyRecord['type']
  country: string | null
  name: string
  cameo: string | null
  readonly aliases: Set<string>
  wikidata: string | null
}

/** A mention whose parties are still drafts. */
export interface MentionDraft extends TokenRange {
  readonly head: number
  readonly form: MentionForm
  readonly words: string
  parties: PartyDraft[]
  isPlace: boolean
}

/** An office beside a name, or stated of somebody: what the pass `roles` makes records of. */
export interface IntroductionDraft {
  readonly person: PartyDraft
  readonly office: TokenRange
  of: PartyDraft | null
  /** Everything from the office to the name. */
  readonly range: TokenRange
}

/** The record of a party draft; the same draft always gives the same id. */
export function partyRecordOf(draft: PartyDraft): PartyRecord {
  const aliases = [...draft.aliases].filter((alias) => alias !== draft.name).sort()
  return {
    kind: 'party',
    id: partyIdOf(draft.type, draft.country, draft.name),
    name: draft.name,
    type: draft.type,
    country: draft.country,
    cameo: draft.cameo,
    aliases,
    wikidata: draft.wikidata,
  }
}

/** A mention with its parties' ids. */
export function mentionOf(draft: MentionDraft): Mention {
  const ids = draft.parties.map((party) => partyIdOf(party.type, party.country, party.name))
  const { first, last, head, form, words, isPlace } = draft
  return { first, last, head, form, words, parties: [...new Set(ids)], isPlace }
}
