import type { CodedRecord, PartyRef } from './records.js'

/** The parties that a record is between or about, by the fields of its kind; who claims it is not among them. */
export function partiesOfRecord(record: CodedRecord): readonly PartyRef[] {
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
