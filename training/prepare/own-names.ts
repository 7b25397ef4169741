import type { Span } from '../../src/core/index.js'
import { tagStretch, wordsWithin } from './types.js'

/** Names of a text by type (PER, ORG, LOC): every occurrence of each string, or with `name@2` only the second. */
export type LabelledNames = Readonly<Record<string, readonly string[]>>

/** IOB2 tags of a text's names: single occurrences first, then longer strings before shorter ones. */
export function nameTags(text: string, spans: readonly Span[], names: LabelledNames): string[] {
  const tags = spans.map(() => 'O')
  const wanted = Object.entries(names).flatMap(([type, strings]) =>
    strings.map((string) => ({ type, ...numbered(string) })),
  )
  wanted.sort(
    (a, b) => Number(a.n === null) - Number(b.n === null) || b.name.length - a.name.length,
  )
  for (const { type, name, n } of wanted) {
    const found = occurrencesOf(text, name)
    const places = n === null ? found : found.slice(n - 1, n)
    for (const start of places)
      tagStretch(tags, wordsWithin(spans, start, start + name.length), type)
  }
  return tags
}

function numbered(string: string): { name: string; n: number | null } {
  const found = /^(.+)@(\d+)$/s.exec(string)
  return { name: found?.[1] ?? string, n: found ? Number(found[2]) : null }
}

/** Where a name stands as whole words. */
function occurrencesOf(text: string, name: string): number[] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'gu')
  return [...text.matchAll(whole)].map((match) => match.index)
}
