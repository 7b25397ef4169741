import type { Span } from '../../core/spans.js'
import words from './figure-words.json' with { type: 'json' }
import { anyOf } from './number-words.js'
import type { Comparator } from './quantity.js'

/** The words beside a quantity that tell how exact it is, and whether it is a change. */

const BEFORE = Object.entries(words.comparators).map(([comparator, phrases]) => ({
  comparator: comparator as Comparator,
  pattern: new RegExp(
    `(?:^|[\\s(–—-])(?<phrase>${anyOf(phrases).replaceAll(' ', '\\s+')})\\s*(?:the\\s+|a\\s+)?$`,
    'iu',
  ),
}))
const AFTER = Object.entries(words.comparatorsAfter).map(([comparator, phrases]) => ({
  comparator: comparator as Comparator,
  pattern: new RegExp(`^\\s*(?<phrase>${anyOf(phrases)})(?![\\p{L}])`, 'iu'),
}))

/** "handed over two sailors", "a dispute over three islands": no comparator. */
const OTHER_OVER = new RegExp(`\\b(?:${anyOf(words.phrasalOver)})\\s+over\\s+$`, 'i')

export interface FoundComparator {
  readonly comparator: Comparator
  /** Where its words begin. */
  readonly start: number
}

/** The comparator whose words end right before an offset; the longest phrase wins. */
export function comparatorBefore(text: string, offset: number): FoundComparator | null {
  const window = text.slice(Math.max(0, offset - 40), offset)
  const from = Math.max(0, offset - 40)
  const found = BEFORE.flatMap(({ comparator, pattern }) => {
    const match = pattern.exec(window)
    const phrase = match?.groups?.phrase
    if (!match || !phrase || (phrase.toLowerCase() === 'over' && OTHER_OVER.test(window))) return []
    return [
      { comparator, start: from + match.index + match[0].indexOf(phrase), length: phrase.length },
    ]
  })
  found.sort((a, b) => b.length - a.length)
  return found[0] ?? null
}

/** The comparator right after a quantity: "or more", "or so". */
export function comparatorAfter(text: string, offset: number): Comparator | null {
  const window = text.slice(offset, offset + 16)
  return AFTER.find(({ pattern }) => pattern.test(window))?.comparator ?? null
}

const UP = new Set(words.up)
const DOWN = new Set(words.down)
const BETWEEN =
  /^(?:by|to|about|around|nearly|almost|more|than|over|some|a|an|the|just|another|only|further|roughly|approximately|at|least|up|as|much|slightly|sharply|from|of)$/i

/** The word that tells a rise or fall right before a number ("rose by nearly"), or right after it ("higher", "increase"). */
export function directionAround(text: string, quantity: Span): 'up' | 'down' | null {
  const before = text
    .slice(Math.max(0, quantity.start - 50), quantity.start)
    .split(/\s+/)
    .filter(Boolean)
  for (const word of before.reverse().slice(0, 5)) {
    const lower = word.toLowerCase()
    if (lower !== 'more' && lower !== 'up' && UP.has(lower)) return 'up'
    if (lower !== 'less' && DOWN.has(lower)) return 'down'
    if (lower === 'up' && before[0]?.toLowerCase() === 'up') return 'up'
    if (!BETWEEN.test(lower)) break
  }
  const after =
    /^\s+(higher|more|increase|rise|growth|jump|gain|lower|less|fewer|decrease|fall|drop|decline|cut|reduction)\b/i.exec(
      text.slice(quantity.end, quantity.end + 20),
    )?.[1]
  if (!after) return null
  return /^(?:lower|less|fewer|decrease|fall|drop|decline|cut|reduction)$/i.test(after)
    ? 'down'
    : 'up'
}
