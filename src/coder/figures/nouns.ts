import type { ReadToken } from '../../core/readings.js'
import type { Span } from '../../core/spans.js'
import words from './figure-words.json' with { type: 'json' }

/** The noun that a number counts: "400 observers", "three new cars". */

const STOPS = new Set(words.nounStops)
const SKIPPED = new Set(words.skippedAdjectives)
const ADJECTIVES = new Set(words.adjectives)
const PLURALS = new Set(words.pluralNouns)
const NOT_PLURAL = new Set(words.notPlural)
const LONGEST_WORDS = 5

export const isPlural = (word: string) => {
  const lower = word.toLowerCase().replace(/['’]s?$/, '')
  if (PLURALS.has(lower) || /(?:men|women|children|people)$/.test(lower)) return true
  return lower.length > 3 && /[^s'’]s$/.test(lower) && !NOT_PLURAL.has(lower)
}

interface Word extends Span {
  readonly text: string
}

/** The words after an offset up to the first mark, number or word that ends a noun phrase. */
function phraseAfter(text: string, offset: number): Word[] {
  const found: Word[] = []
  const pattern = /[\s-]*(?:["“”‘’]?)(?<word>[\p{L}][\p{L}'’.&]*(?:-\p{L}+)*)/uy
  pattern.lastIndex = offset
  while (found.length < LONGEST_WORDS) {
    const match = pattern.exec(text)
    const word = match?.groups?.word?.replace(/[.’']+$/, '') ?? ''
    // "eight more ships": a stop word elsewhere, but right after the number it is skipped.
    const skipped = found.length === 0 && SKIPPED.has(word.toLowerCase())
    if (!match || !word || (STOPS.has(word.toLowerCase()) && !skipped)) break
    const start = match.index + match[0].length - (match.groups?.word ?? '').length
    found.push({ start, end: start + word.length, text: word })
    if (/[.]$/.test(match.groups?.word ?? '')) break
  }
  return found
}

/** Without a parse: the phrase ends with its first plural; a singular one with its first word that is no adjective. */
function guessedNoun(phrase: readonly Word[], plural: boolean): readonly Word[] {
  const skip = phrase.findIndex((word) => !SKIPPED.has(word.text.toLowerCase()))
  const rest = skip < 0 ? [] : phrase.slice(skip)
  if (plural) {
    const at = rest.findIndex((word) => isPlural(word.text))
    if (at >= 0) return rest.slice(0, at + 1)
  }
  const at = rest.findIndex((word) => !ADJECTIVES.has(word.text.toLowerCase()))
  return at < 0 ? [] : rest.slice(0, at + 1)
}

/** With a parse: the words from the number to the noun it modifies. */
function parsedNoun(tokens: readonly ReadToken[], number: Span, text: string): Span | null {
  const index = tokens.findIndex((token) => token.start < number.end && number.start < token.end)
  if (index < 0) return null
  let at = index
  // "40 billion dollars": the scale word may stand between; climb while inside the number.
  for (let hops = 0; hops < 4; hops++) {
    const token = tokens[at]
    const head = token ? tokens[token.head] : undefined
    if (!token || !head) return null
    if (head.start >= number.end) {
      if (!token.relation.startsWith('nummod') || !/^NN/.test(head.tag)) return null
      const first = tokens.find((other) => other.start >= number.end)
      if (!first || head.end - first.start > 60) return null
      return /[,;:()]/.test(text.slice(first.start, head.end))
        ? null
        : { start: first.start, end: head.end }
    }
    at = token.head
  }
  return null
}

/** The counted noun after a number, or null. `end`: where the number's words end. `value` tells singular or plural. */
export function nounAfter(
  text: string,
  number: Span,
  value: number,
  tokens: readonly ReadToken[] | null,
): Span | null {
  const parsed = tokens ? parsedNoun(tokens, number, text) : null
  if (parsed) return parsed
  const phrase = phraseAfter(text, number.end)
  const noun = guessedNoun(phrase, value !== 1)
  const [first, last] = [noun[0], noun.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** The plural after "one of the": "one of the best ships" counts one speaker. */
export function nounAfterOf(text: string, offset: number): Span | null {
  const lead = /^\s+of\s+(?:the|its|his|her|their|our|those|these|my|your)\s+/i.exec(
    text.slice(offset),
  )
  if (!lead) return null
  const phrase = phraseAfter(text, offset + lead[0].length)
  const at = phrase.findIndex((word) => isPlural(word.text))
  const [first, last] = [phrase[0], phrase[at]]
  return at >= 0 && first && last ? { start: first.start, end: last.end } : null
}
