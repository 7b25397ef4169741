import type { TokenRange } from '../../core/index.js'
import type { Parse } from '../parse.js'
import { conjuncts, dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { RelationCue, RelationCueIndex } from './cues.js'

/** A relation cue in the text: its words, and the one that the others hang on. */
export interface RelationMatch {
  readonly cue: RelationCue
  readonly tokens: readonly number[]
  readonly head: number
}

/** The relation cues in a sentence, longest first; they may overlap. */
export function findRelationCues(
  parse: Parse,
  index: RelationCueIndex,
  sentence: TokenRange,
): RelationMatch[] {
  const found: RelationMatch[] = []
  for (let at = sentence.first; at < sentence.last; at++) found.push(...matchesAt(parse, index, at))
  return found.sort((a, b) => b.tokens.length - a.tokens.length || a.head - b.head)
}

function matchesAt(parse: Parse, index: RelationCueIndex, at: number): RelationMatch[] {
  const asWritten = index.get(parse.words[at] ?? '') ?? []
  const asLemma = index.get(lemmaAt(parse, at)) ?? []
  if (asWritten.length + asLemma.length === 0) return []
  const before = modifiersBefore(parse, at)
  const found: RelationMatch[] = []
  for (const cue of new Set([...asWritten, ...asLemma])) {
    const tokens =
      cue.kind === 'noun' ? nounTokens(parse, at, before, cue) : runTokens(parse, at, cue)
    if (tokens) found.push({ cue, tokens, head: cue.kind === 'noun' ? at : topOf(parse, tokens) })
  }
  return found
}

/** What stands before a noun and belongs to it: its modifiers, theirs, and what is coordinated with them. */
function modifiersBefore(parse: Parse, noun: number): number[] {
  return dependents(parse, noun, 'amod', 'compound', 'nmod', 'advmod')
    .flatMap((child) => [
      child,
      ...conjuncts(parse, child),
      ...dependents(parse, child, 'advmod', 'amod', 'compound', 'punct', 'obl', 'nmod'),
    ])
    .filter((child) => child < noun)
}

/** "no diplomatic relations": the parse may hang "no" elsewhere. */
const nearBefore = (at: number): number[] => [at - 1, at - 2, at - 3]

/** The noun with its modifiers, which may stand anywhere before it: "strong economic and personal ties" has "strong ties". */
function nounTokens(
  parse: Parse,
  at: number,
  before: readonly number[],
  cue: RelationCue,
): number[] | null {
  if (!/^NN/.test(tagOf(parse, at))) return null
  const found: number[] = []
  for (const word of cue.words.slice(0, -1)) {
    const parts = word.split('-')
    const place = (word === 'no' ? nearBefore(at) : before).find(
      (child) =>
        !found.includes(child) &&
        (hasWord(parse, child, word) || hasWord(parse, child, parts.at(-1) ?? word)),
    )
    if (place === undefined) return null
    found.push(place)
  }
  return [...found, at].sort((a, b) => a - b)
}

/**
 * The cue's words one after the other; articles, adjectives and adverbs between them do not matter. A preposition at
 * the end may stand further on, with its own phrase ("shares a border of 300 km with"): then it is left out.
 */
function runTokens(parse: Parse, first: number, cue: RelationCue): number[] | null {
  if (cue.kind === 'verb' && !tagOf(parse, first).startsWith('VB')) return null
  const found = [first]
  let at = first + 1
  for (const [n, word] of cue.words.entries()) {
    if (n === 0) continue
    while (parse.tokens[at] && !hasWord(parse, at, word) && isSkipped(parse, at)) at++
    if (!hasWord(parse, at, word))
      return n === cue.words.length - 1 && n > 1 && ENDINGS.has(word) ? found : null
    found.push(at++)
  }
  return found
}

const ENDINGS = new Set(['with', 'of', 'to', 'in'])

function hasWord(parse: Parse, at: number, word: string): boolean {
  const text = parse.tokens[at]?.text.toLowerCase()
  return text !== undefined && (text === word || lemmaAt(parse, at) === word)
}

function isSkipped(parse: Parse, at: number): boolean {
  return /^(DT|RB|JJ|CD|PRP\$)$/.test(tagOf(parse, at))
}

/** The token of a run that all others hang on. */
function topOf(parse: Parse, tokens: readonly number[]): number {
  const inside = new Set(tokens)
  const tops = tokens.filter(
    (at) =>
      !inside.has(parse.heads[at] ?? -1) &&
      !['case', 'det', 'mark'].includes(relationOf(parse, at)),
  )
  return tops[0] ?? tokens[0] ?? 0
}
