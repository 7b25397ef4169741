import type { LedgerEntry } from './read-door.js'

/**
 * The entries that still count, oldest first: an undo takes its entry out, and an undo that was itself undone takes out
 * nothing. An undo can only name an earlier entry, so one walk from the latest settles all.
 */
export function standingEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const undone = new Set<string>()
  const standing: LedgerEntry[] = []
  for (const entry of [...entries].reverse()) {
    if (undone.has(entry.id)) continue
    if (entry.kind === 'undo') undone.add(String(entry.body['entry']))
    standing.push(entry)
  }
  return standing.reverse()
}
