/** How often a state must be named, and how much oftener than the next, for a document to be about it. */
const CLEARLY = 1.5

/**
 * The state that a document is about: named clearly oftener than any other and `least` times; null when none is.
 * `named`: the code of each mention of a state.
 */
export function homeAmong(named: Iterable<string>, least: number): string | null {
  const counts = new Map<string, number>()
  for (const country of named) counts.set(country, (counts.get(country) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const isClear = first && first[1] >= Math.max(least, CLEARLY * (second?.[1] ?? 0))
  return isClear ? first[0] : null
}
