/** What was searched for, as words to show where they stand. */

/** The words of a search that are to be found; operators and words that must not stand are left out. */
export function wordsOf(query: string): string[] {
  const wanted = query.replace(/(^|\s)-(?:"[^"]*"|\S+)/g, ' ')
  const words = wanted.match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => word.toLowerCase()))].filter(
    (word) => word !== 'or' && word.length > 1,
  )
}

/**
 * A pattern that finds the words with other endings too, as the search does: “visits” finds “visited”. Null where there
 * are none.
 */
export function patternOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  const stems = words.map((word) => word.replace(/(?<=\p{L}{3})(?:ing|ies|ed|es|s|y|e)$/u, ''))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})\\p{L}*`, 'giu')
}

/** A half-open stretch of a text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where the pattern stands in the text. */
export function placesOf(text: string, pattern: RegExp | null): Stretch[] {
  if (!pattern) return []
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}
