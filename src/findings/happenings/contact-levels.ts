import type { Codebook } from '../../codebook/index.js'
import type { EventRecord, PartyRef } from '../../core/index.js'
import type { FindingGround } from '../ground.js'
import type { Happening } from './happenings.js'
import { higherOf, levelOf, levelsIn, officeOf, type OfficeLevel } from '../offices.js'

/** At which level states and bodies are in contact: that of the highest person on either side. */

const CONTACTS: ReadonlySet<Happening['type']> = new Set(['CONSULT', 'AGREE'])

/**
 * Finds the level of a contact (CONSULT or AGREE) from the offices of all persons whom its records name: by the title
 * that stands there ("the Turkish president"), else by the ledger's roles. Null where they tell none, and for other acts.
 */
export function contactLevelsIn(
  ground: FindingGround,
  codebook: Codebook,
): (happening: Happening) => OfficeLevel | null {
  const events = new Map<string, EventRecord>()
  for (const record of ground.records)
    if (record.kind === 'event' && CONTACTS.has(record.event)) events.set(record.id, record)
  const heldBy = levelsIn(ground, codebook)
  const levelOfRef = (ref: PartyRef, document: string, day: string | null): OfficeLevel | null => {
    const written = writtenLevel(ground, codebook, ref)
    return written ?? heldBy(ref, { document, day })
  }
  return (happening) => {
    if (!CONTACTS.has(happening.type)) return null
    const day = happening.days?.end ?? null
    const named = happening.records.flatMap((id) => {
      const record = events.get(id)
      if (!record) return []
      const refs = [...record.actor, ...record.recipient]
      return refs.map((ref) => levelOfRef(ref, record.document, day))
    })
    return named.reduce((a, b) => higherOf(a, b), null)
  }
}

/** The level of a title that stands for a person; null for a name, which may hold a title by chance ("Stephen King"). */
function writtenLevel(
  { parties }: FindingGround,
  codebook: Codebook,
  { id, name }: PartyRef,
): OfficeLevel | null {
  const party = parties.get(id)
  if (party?.type !== 'person' && party?.type !== 'government') return null
  if (party.type === 'person' && (name === party.name || party.aliases.includes(name))) return null
  return levelOf(officeOf(codebook, name.replace(/^the\s/iu, '')))
}
