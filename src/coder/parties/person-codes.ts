import type { Codebook } from '../../codebook/index.js'
import type { Board } from './board.js'
import { wordsOf } from './board.js'
import { lettersKey } from './gazetteer.js'

/** CAMEO codes of persons: country and office ("KAZGOV"), or the body's own code. */

const suffixIndexes = new WeakMap<Codebook, ReadonlyMap<string, string>>()

function suffixIndexOf(codebook: Codebook): ReadonlyMap<string, string> {
  const known = suffixIndexes.get(codebook)
  if (known) return known
  const made = new Map<string, string>()
  for (const office of codebook.entries.offices)
    for (const title of office.titles)
      if (!made.has(lettersKey(title))) made.set(lettersKey(title), office.cameo)
  suffixIndexes.set(codebook, made)
  return made
}

/** The code suffix of an office: of its whole title, else of the longest ending of it that the codebook has. */
export function officeSuffix(codebook: Codebook, office: string): string | null {
  const index = suffixIndexOf(codebook)
  const words = office.split(/\s+/)
  for (let first = 0; first < words.length; first++) {
    const suffix = index.get(lettersKey(words.slice(first).join(' ')))
    if (suffix) return suffix
  }
  for (let last = words.length - 1; last > 0; last--) {
    const suffix = index.get(lettersKey(words.slice(0, last).join(' ')))
    if (suffix) return suffix
  }
  return null
}

/** Give each introduced person the code of country and office; in a body, the body's own code. */
export function settlePersonCodes(board: Board): void {
  for (const { person, office, of } of board.introductions) {
    if (person.cameo !== null) continue
    if (of && (of.type === 'igo' || of.type === 'media')) person.cameo = of.cameo
    else if (person.country !== null) {
      const suffix = officeSuffix(board.scene.codebook, wordsOf(board, office))
      person.cameo = suffix === null ? null : `${person.country}${suffix}`
    }
  }
}
