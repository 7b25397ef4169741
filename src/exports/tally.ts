/** What an export wrote and what it left out, counted while it goes. */
export interface Tally {
  /** Rows, lines or calendar entries written. */
  rows: number
  /** Records left out, by why. */
  readonly leftOut: Map<string, number>
}

/** A tally of nothing. */
export function newTally(): Tally {
  return { rows: 0, leftOut: new Map() }
}

/** Counts a record that was left out, and why: words that go after "3 records left out: ". */
export function leaveOut(tally: Tally, why: string): void {
  tally.leftOut.set(why, (tally.leftOut.get(why) ?? 0) + 1)
}
