import type { CodedRecord, PartyRef } from '../core/index.js'

/** Ids of the parties that a record names in any role, the speaker of its attribution included; each once. */
export function partyIdsOf(record: CodedRecord): string[] {
  const speaker = record.attribution ? [record.attribution.speaker] : []
  return [...new Set([...namedIn(record), ...speaker].map((ref) => ref.id))]
}

function namedIn(record: CodedRecord): PartyRef[] {
  switch (record.kind) {
    case 'event':
      return [...record.actor, ...record.recipient]
    case 'statement':
      return [record.speaker, ...record.about]
    case 'figure':
      return [...record.subject, ...record.partner]
    case 'agreement':
      return record.parties
    case 'relation':
      return [record.a, record.b]
    case 'role':
      return record.of ? [record.person, record.of] : [record.person]
  }
}
