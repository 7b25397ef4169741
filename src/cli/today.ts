/** The day of asking, in UTC as an ISO date: with `serve`'s moment of a decision, all that reads the clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
