import type { LedgerEntry } from './read-door.js'
import { standingEntries } from './standing.js'

/**
 * Merges and splits that stand, and what follows from them. Pure. A party has at most one standing merge, and merges
 * never lead back to where they began; whoever writes one checks that (`clashOf`).
 */

/** A party is another, from this decision on. */
interface PartyMerge {
  readonly into: string
  /** The entry that says so, and its place among all entries. */
  readonly entry: string
  readonly sequence: number
}

/** Mentions of a party in one record are another party. */
export interface PartySplit {
  readonly sequence: number
  readonly party: string
  readonly as: string
}

export interface PartyDecisions {
  /** Merges by the party that was merged. */
  readonly merges: ReadonlyMap<string, PartyMerge>
  /** Splits by the record whose mentions they name, oldest first. */
  readonly splits: ReadonlyMap<string, readonly PartySplit[]>
}

export const NO_PARTY_DECISIONS: PartyDecisions = { merges: new Map(), splits: new Map() }

/** What the entries about parties come to; `entries` are all of them, oldest first. */
export function partyDecisionsOf(entries: readonly LedgerEntry[]): PartyDecisions {
  const merges = new Map<string, PartyMerge>()
  const splits = new Map<string, PartySplit[]>()
  for (const { id, kind, party, body, sequence } of standingEntries(entries)) {
    if (party === null) continue
    if (kind === 'merge') merges.set(party, { into: String(body['into']), entry: id, sequence })
    if (kind === 'split')
      for (const record of recordsOfSplit(body)) {
        const split = { sequence, party, as: String(body['as']) }
        splits.set(record, [...(splits.get(record) ?? []), split])
      }
  }
  return { merges, splits }
}

/** Ids of the records that the body of a split names. */
export function recordsOfSplit(body: LedgerEntry['body']): string[] {
  return Array.isArray(body['records']) ? body['records'].map(String) : []
}

/**
 * A party, the one that it was merged into, and so on to the one that it counts as, which is the last. With `before`,
 * only merges count that were decided before the entry of that sequence number.
 */
export function chainOf(id: string, { merges }: PartyDecisions, before = Infinity): string[] {
  const chain = [id]
  for (;;) {
    const merge = merges.get(chain.at(-1) ?? id)
    if (!merge || merge.sequence >= before || chain.includes(merge.into)) return chain
    chain.push(merge.into)
  }
}

/** Standing merges that cannot stand together: two of one party, or a circle. Null when all is well. */
export function clashOf(entries: readonly LedgerEntry[]): { party: string; said: string } | null {
  const into = new Map<string, string>()
  for (const { kind, party, body } of standingEntries(entries)) {
    if (kind !== 'merge' || party === null) continue
    const other = into.get(party)
    if (other !== undefined) return { party, said: `it is merged into ${other}` }
    into.set(party, String(body['into']))
  }
  for (const party of into.keys()) {
    const said = 'it would be merged into itself, in a circle'
    if (leadsBack(party, into)) return { party, said }
  }
  return null
}

function leadsBack(party: string, into: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let at = into.get(party); at !== undefined && !seen.has(at); at = into.get(at)) {
    if (at === party) return true
    seen.add(at)
  }
  return false
}
