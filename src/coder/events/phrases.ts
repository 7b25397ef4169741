import type { Parse } from '../parse.js'
import { dependents, lemmaAt, subtreeRange, tagOf } from '../parse.js'

/**
 * Obliques and nominal modifiers of a token that a preposition marks, by head token. As `obliquesOf`, but a
 * preposition that the reader hung on an inner word of the phrase ("of Foreign Minister X") counts too.
 */
export function phrasesWith(parse: Parse, at: number, ...prepositions: string[]): number[] {
  return dependents(parse, at, 'obl', 'nmod').filter((child) => {
    const marks = dependents(parse, child, 'case')
    if (marks.some((mark) => prepositions.includes(lemmaAt(parse, mark)))) return true
    const { first } = subtreeRange(parse, child)
    return /^(IN|TO)$/.test(tagOf(parse, first)) && prepositions.includes(lemmaAt(parse, first))
  })
}
