import type { MatterEntry } from '../codebook/index.js'
import type { CodedRecord, PartyRef } from '../core/index.js'
import type { FindingGround } from './ground.js'

/** How a finding's `why` speaks of a record: who says what, where. */

/** A quotation longer than this is cut at a word. */
const LONGEST_QUOTE = 140

/** A clause on a record: “Olaf Scholz says “…” (Spree Journal, 2023-09-29)”. `verb` is for a statement: "says", "denies". */
export function tellOf(ground: FindingGround, record: CodedRecord, verb = 'says'): string {
  const quote = `“${shortened(wordsOfRecord(record))}”`
  const where = whereOf(ground, record)
  const speaker = record.kind === 'statement' ? record.speaker : record.attribution?.speaker
  if (!speaker) return `${publisherOf(ground, record)} has ${quote}${dayOf(ground, record)}`
  return `${nameOf(ground, speaker)} ${verb} ${quote} (${where})`
}

/** The canonical name of a party of the ledger; as the reference has it where the ledger does not know it. */
export function nameOf(ground: FindingGround, ref: PartyRef): string {
  return ground.parties.get(ref.id)?.name ?? ref.name
}

/** A matter with whom it concerns: "territorial integrity of Ukraine". */
export function matterName(matter: MatterEntry, concerned: PartyRef | null): string {
  const [preposition] = matter.concerns
  if (!concerned || preposition === undefined) return matter.name
  return `${matter.name} ${preposition} ${concerned.name}`
}

/** What a record says in its document's words: a statement's content, else its evidence. */
export function wordsOfRecord(record: CodedRecord): string {
  if (record.kind === 'statement') return record.content
  return record.evidence.map((one) => one.text).join(' … ')
}

/** Parties of a finding: each once, without persons and media. */
export function statesAndBodies(ground: FindingGround, parties: readonly PartyRef[]): PartyRef[] {
  const isOne = ({ id }: PartyRef): boolean =>
    !['person', 'media'].includes(ground.parties.get(id)?.type ?? 'group')
  return [...new Map(parties.filter(isOne).map((party) => [party.id, party])).values()]
}

/** Names in a sentence: "A", "A and B", "A, B and C". */
export function joined(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function shortened(text: string): string {
  const plain = text.replace(/[“”"]/gu, '').replace(/\s+/gu, ' ').trim()
  if (plain.length <= LONGEST_QUOTE) return plain
  return `${plain.slice(0, plain.lastIndexOf(' ', LONGEST_QUOTE))} …`
}

function publisherOf(ground: FindingGround, record: CodedRecord): string {
  const document = ground.documents.get(record.document)
  return document?.publisher ?? document?.title ?? 'a report without publisher or title'
}

function dayOf(ground: FindingGround, record: CodedRecord): string {
  const day = ground.documents.get(record.document)?.published
  return day ? ` (${day})` : ''
}

function whereOf(ground: FindingGround, record: CodedRecord): string {
  const day = ground.documents.get(record.document)?.published
  return [publisherOf(ground, record), ...(day ? [day] : [])].join(', ')
}
