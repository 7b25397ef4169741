import type { PartyRecord } from '../core/index.js'
import { partyIdOf } from '../core/index.js'
import { addPartyRows, listKnownParties } from './append-rows.js'
import { parseParty } from './contract.js'
import { addDecision, decisionIdOf, kept, noteComplaint, refuse } from './decisions.js'
import type { DraftDecision } from './decisions.js'
import type { Ledger } from './ledger.js'
import { storableArgument } from './list-records.js'
import { lockParties } from './locks.js'
import { clashOf, partyDecisionsOf, recordsOfSplit } from './party-decisions.js'
import * as state from './party-state.js'
import type { LedgerEntry } from './read-door.js'
import type { Decided, ReviewNote, SplitTarget } from './review-door.js'
import type { Db } from './rows.js'
import { standingEntries } from './standing.js'

/**
 * What a person decides about parties. The entries of records stay; what the records come to is folded again for those
 * that a decision touches. Each function gives the entry, or null with an issue that says why there is none.
 */

/**
 * Merges a party into another: every record that names the first names the second from now on, those read later too.
 * Merges may follow one another (A into B, B into C), in whatever order; a circle is refused.
 */
export function mergeParties(
  ledger: Ledger,
  partyId: string,
  into: string,
  note: ReviewNote,
): Promise<Decided> {
  return decide(ledger, { kind: 'merge', party: partyId, asked: { into } }, note, async (now) => {
    if (partyId === into) return refuse('invalid', partyId, 'a party is not merged into itself')
    if (!(await isKnown(now.db, partyId))) return unknownParty(partyId)
    return (await isKnown(now.db, into)) ? { into } : unknownParty(into)
  })
}

/**
 * Splits a party: what the named records say of it is of another party, one of the ledger or a new one by its name, type
 * and country. Each record must name the party as things stand.
 */
export function splitParty(
  ledger: Ledger,
  partyId: string,
  records: readonly string[],
  as: SplitTarget,
  note: ReviewNote,
): Promise<Decided> {
  const named = [...new Set(records)].sort()
  const target = targetOf(as)
  const asked = { records: named, as: 'id' in as ? as : { ...as } }
  return decide(ledger, { kind: 'split', party: partyId, asked }, note, async (now) => {
    if (typeof target === 'string') return refuse('invalid', partyId, target)
    if (target.id === partyId) return refuse('invalid', partyId, 'it would stay the same party')
    if (!(await isKnown(now.db, partyId))) return unknownParty(partyId)
    const refusal = mergedRefusal(now, partyId) ?? mergedRefusal(now, target.id)
    if (refusal) return refusal
    const stranger = await strangerAmong(now.db, named, partyId)
    if (stranger) return stranger
    const isNew = !(await isKnown(now.db, target.id))
    if (isNew && !target.made) return unknownParty(target.id)
    if (isNew && target.made) await addMade(now.db, target.made, named[0] ?? '')
    return { records: named, as: target.id, made: isNew }
  })
}

/** Takes back a merge or a split, or an undo of one, by its entry's id; `partyId` is the party that the entry is about. */
export function undoPartyDecision(
  ledger: Ledger,
  entryId: string,
  partyId: string,
  note: ReviewNote,
): Promise<Decided> {
  const asked = { entry: entryId }
  return decide(ledger, { kind: 'undo', party: partyId, asked }, note, (now) =>
    Promise.resolve(
      standingEntries(now.entries).some((entry) => entry.id === entryId)
        ? asked
        : refuse('conflict', entryId, 'the entry was undone already'),
    ),
  )
}

interface Asked {
  readonly kind: 'merge' | 'split' | 'undo'
  readonly party: string
  readonly asked: LedgerEntry['body']
}

/** The ledger as a decision finds it: all decisions about parties, oldest first. */
interface Now {
  readonly db: Db
  readonly entries: readonly LedgerEntry[]
}

async function decide(
  ledger: Ledger,
  { kind, party, asked }: Asked,
  note: ReviewNote,
  settle: (now: Now) => Promise<LedgerEntry['body'] | Decided>,
): Promise<Decided> {
  const complaint = noteComplaint(note)
  if (complaint !== null) return refuse('invalid', party, complaint)
  const id = decisionIdOf(kind, party, asked, note)
  return ledger.db.transaction().execute(async (db) => {
    await lockParties(ledger, db, 'exclusive')
    const entries = await state.listPartyEntries(db)
    const known = entries.find((entry) => entry.id === id)
    if (known) return kept(known)
    const body = await settle({ db, entries })
    if (isDecided(body)) return body
    const draft = { kind, record: null, document: null, party, body }
    const clash = clashOf([...entries, entryOf(id, draft, note)])
    if (clash) return clashRefusal(clash)
    await addDecision(db, id, draft, note)
    return kept(await follow(db, id))
  })
}

function isDecided(body: LedgerEntry['body'] | Decided): body is Decided {
  return 'refused' in body && 'issues' in body
}

/** The decision as the entry that it will be, later than all others. */
function entryOf(id: string, draft: DraftDecision, note: ReviewNote): LedgerEntry {
  const { who, when, why } = note
  return { ...draft, id, sequence: Number.MAX_SAFE_INTEGER, who, when, why }
}

/** Brings the derived tables up to a decision that was just added, and gives its entry. */
async function follow(db: Db, id: string): Promise<LedgerEntry> {
  const entries = await state.listPartyEntries(db)
  const added = entries.find((entry) => entry.id === id)
  if (!added) throw new Error(`the entry ${id} was not kept`)
  const decisions = partyDecisionsOf(entries)
  await state.replaceMergedParties(db, decisions)
  const cause = causeOf(added, entries)
  const touched =
    cause.kind === 'split'
      ? recordsOfSplit(cause.body)
      : await state.listTouchedRecords(db, cause.party ?? '')
  await state.rebuildRecords(db, touched, decisions)
  return added
}

/** The merge or split that an undo, or an undo of an undo, is about in the end. */
function causeOf(entry: LedgerEntry, entries: readonly LedgerEntry[]): LedgerEntry {
  if (entry.kind !== 'undo') return entry
  const target = entries.find((one) => one.id === entry.body['entry'])
  return target ? causeOf(target, entries) : entry
}

type Target = { readonly id: string; readonly made: PartyRecord | null }

/** The party that split mentions mean, or what is wrong with it. */
function targetOf(as: SplitTarget): Target | string {
  if ('id' in as) return { id: as.id, made: null }
  const name = as.name.trim().normalize('NFC')
  const { type, country } = as
  const id = partyIdOf(type, country, name)
  const rest = { cameo: null, aliases: [], wikidata: null }
  const made = parseParty({ kind: 'party', id, name, type, country, ...rest })
  return typeof made === 'string' ? made : { id, made }
}

/** Adds the row of a party that a split brings in; the first record that it is split from stands for its document. */
async function addMade(db: Db, party: PartyRecord, record: string): Promise<void> {
  const { document } = await db
    .selectFrom('records')
    .select('document')
    .where('id', '=', record)
    .executeTakeFirstOrThrow()
  await addPartyRows(db, [party], document)
  await state.addMadeParty(db, party.id)
}

async function isKnown(db: Db, id: string): Promise<boolean> {
  return (await listKnownParties(db, [storableArgument(id)])).length > 0
}

/** Why not all of the records name the party as things stand; null when they do. */
async function strangerAmong(
  db: Db,
  records: readonly string[],
  party: string,
): Promise<Decided | null> {
  if (records.length === 0) return refuse('invalid', party, 'a split names at least one record')
  const ids = records.map(storableArgument)
  const found = await db.selectFrom('records').select('id').where('id', 'in', ids).execute()
  const known = new Set(found.map((row) => row.id))
  const missing = records.find((id) => !known.has(id))
  if (missing !== undefined) return refuse('unknown', missing, `there is no record ${missing}`)
  const naming = await db
    .selectFrom('record_parties')
    .select('record')
    .where('party', '=', party)
    .where('record', 'in', ids)
    .execute()
  const names = new Set(naming.map((row) => row.record))
  const other = records.find((id) => !names.has(id))
  if (other === undefined) return null
  return refuse('conflict', other, `the record ${other} does not name ${party} as things stand`)
}

function unknownParty(id: string): Decided {
  return refuse('unknown', id, `there is no party ${id}`)
}

const UNDO_FIRST = 'undo that decision first'

function mergedRefusal({ entries }: Now, party: string): Decided | null {
  const merge = partyDecisionsOf(entries).merges.get(party)
  if (!merge) return null
  return refuse('conflict', party, `${party} was merged into ${merge.into}`, UNDO_FIRST)
}

function clashRefusal({ party, said }: { party: string; said: string }): Decided {
  return refuse('conflict', party, `${party} cannot be merged so: ${said}`, UNDO_FIRST)
}
