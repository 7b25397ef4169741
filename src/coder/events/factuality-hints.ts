import type { Codebook } from '../../codebook/index.js'
import type { FACTUALITIES } from '../../core/index.js'

export type Factuality = (typeof FACTUALITIES)[number]

/** The codebook's words that say how real an act is, by where they stand beside it. */
export interface FactualityHints {
  readonly governors: ReadonlyMap<string, Factuality>
  readonly modals: ReadonlyMap<string, Factuality>
  readonly adverbs: ReadonlyMap<string, Factuality>
  readonly nouns: ReadonlyMap<string, Factuality>
  readonly adjectives: ReadonlyMap<string, Factuality>
}

const indexes = new WeakMap<Codebook, FactualityHints>()

/** The hints of a codebook by lemma, built once for each codebook. Of "be due" and "rule out" the last word counts too. */
export function factualityHintsOf(codebook: Codebook): FactualityHints {
  const known = indexes.get(codebook)
  if (known) return known
  const rows = codebook.entries.factualityHints
  const made: FactualityHints = {
    governors: indexOf(rows.flatMap((row) => row.governors.map((word) => [word, row.factuality]))),
    modals: indexOf(rows.flatMap((row) => row.modals.map((word) => [word, row.factuality]))),
    adverbs: indexOf(rows.flatMap((row) => row.adverbs.map((word) => [word, row.factuality]))),
    nouns: indexOf(rows.flatMap((row) => row.nouns.map((word) => [word, row.factuality]))),
    adjectives: indexOf(
      rows.flatMap((row) => row.adjectives.map((word) => [word, row.factuality])),
    ),
  }
  indexes.set(codebook, made)
  return made
}

/** First entry wins, so that the codebook's order decides where a word is listed twice. */
function indexOf(pairs: readonly (readonly [string, Factuality])[]): Map<string, Factuality> {
  const made = new Map<string, Factuality>()
  for (const [words, factuality] of pairs) {
    const key = words.replace(/^be /, '')
    if (!made.has(key)) made.set(key, factuality)
  }
  return made
}
