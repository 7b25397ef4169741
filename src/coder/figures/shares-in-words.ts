import { spansOverlap, type Span } from '../../core/spans.js'
import { comparatorBefore, directionAround } from './around.js'
import { isPlural } from './nouns.js'
import { anyOf, FRACTION_WORD, readFraction, readNumber, WORD_NUMBER } from './number-words.js'
import type { Quantity } from './quantity.js'
import words from './share-words.json' with { type: 'json' }

/** Shares told without a percent sign: "shrank by a third", "more than half", "six in ten". */

const PART = `(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\\s-](?!half)${FRACTION_WORD})`
const CLAUSE_END = `(?=\\s*(?:[.,;:)–—]|$)|\\s+(?:${anyOf(words.goesOn)})(?![\\p{L}]))`
const HALF = `half(?!-|\\s+(?:${anyOf(words.afterOtherHalf)})(?![\\p{L}]))`
const ROUGH = anyOf(words.rough)

/** "grew by a tenth": a rise or fall alone is told so, since "by a third party" tells none. */
const BY = new RegExp(`(?<=\\bby\\s(?:${ROUGH}\\s)?)(?:${PART}|half)${CLAUSE_END}`, 'giu')
/** "more than half", "half its value"; not "half past", "more than half an hour". */
const HALVES = new RegExp(
  `(?<=(?<![\\p{L}])${ROUGH}\\s)${HALF}(?![\\p{L}])|(?<![\\p{L}-]|(?:${anyOf(words.halvesOfTime)})\\s)half(?=\\s+(?:its|their|his|her|these|those|our)\\s)`,
  'giu',
)
/** "…, a third.", "Chad a twentieth": parts of what a share just before was of. */
const FURTHER_PART = new RegExp(
  `(?<=[,;:]\\s|\\p{Lu}\\p{L}+\\s|(?<![\\p{L}])(?:and|${ROUGH})\\s)${PART}(?=\\s*[.,;:)]|\\s+(?:with|from|to)\\s)`,
  'gu',
)
/** "a quarter of one per cent". */
const OF_PERCENT = new RegExp(
  `(?<![\\p{L}-])(?:${PART}\\s+of\\s+|half\\s+(?:of\\s+)?)(?:one|an?|1)\\s+(?:per\\s?cent|percentage\\s+point)(?![\\p{L}])`,
  'giu',
)
const NUMBER = `(?:${WORD_NUMBER.replaceAll(' ', '\\s+').replaceAll('[- ]', '(?:-|\\s+)')}|\\d[\\d,]*)`
const RATIO = new RegExp(
  `(?<![\\p{L}\\d.,$€£-])(?<part>${NUMBER})(?<noun>\\s+\\p{L}+(?:\\s\\p{L}+)?)??\\s+(?<join>in|out\\s+of)\\s+(?<every>every\\s+)?(?<whole>${anyOf(words.wholes)})(?![\\p{L}\\d-]|[.,:]\\d)(?:\\s+(?<next>\\p{L}+))?`,
  'giu',
)
const FARTHEST_SHARE = 150

function shareQuantity(text: string, number: Span, share: number): Quantity {
  const before = comparatorBefore(text, number.start)
  const start = before?.start ?? number.start
  return {
    start,
    end: number.end,
    value: Number(share.toPrecision(6)),
    high: null,
    unit: { unit: '%', kind: 'share', text: text.slice(number.start, number.end), per: null },
    comparator: before?.comparator ?? '=',
    direction: directionAround(text, { start, end: number.end }),
    fromTo: false,
    age: false,
    duration: false,
    vague: false,
    number,
  }
}

function sharesLike(text: string, pattern: RegExp): Quantity[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const number = { start: match.index, end: match.index + match[0].length }
    const value = readFraction(match[0].replace(/\s+/g, ' '))
    return value === null ? [] : [shareQuantity(text, number, value * 100)]
  })
}

function partsOfPercent(text: string): Quantity[] {
  return [...text.matchAll(OF_PERCENT)].flatMap((match) => {
    const number = { start: match.index, end: match.index + match[0].length }
    const part = match[0].replace(/\s+(?:of\s+)?(?:one|an?|1)\s+per.*$/is, '')
    const value = readFraction(part.replace(/\s+/g, ' '))
    return value === null ? [] : [shareQuantity(text, number, value)]
  })
}

/**
 * "six in ten", "one worker in eight", "78 out of every 100 tonnes"; not "two in ten days", "three attacks in five towns",
 * "nine out of fifteen members".
 */
function ratios(text: string): Quantity[] {
  return [...text.matchAll(RATIO)].flatMap((match) => {
    const { part = '', noun = '', join = '', every, whole = '', next = '' } = match.groups ?? {}
    const [low, high] = [readNumber(part), readNumber(whole)]
    if (low === null || high === null || low >= high || high < 3) return []
    const isRound = high === 10 || high === 100 || high === 1000
    if (!every && /^out/i.test(join) && !isRound) return []
    if (words.times.includes(next.toLowerCase())) return []
    if (noun && !every && /^in$/i.test(join) && isPlural(next)) return []
    const length = match[0].length - (next ? (/\s+\p{L}+$/u.exec(match[0])?.[0].length ?? 0) : 0)
    const number = { start: match.index, end: match.index + length }
    return [shareQuantity(text, number, (100 * low) / high)]
  })
}

/** A further part counts only after a share in the same stretch. */
const followsShare = (found: readonly Quantity[], part: Quantity): boolean =>
  found.some(
    ({ unit, end }) =>
      unit?.kind === 'share' && end <= part.start && part.start - end <= FARTHEST_SHARE,
  )

/**
 * The quantities of a text with the shares that are told in words, as percent; a share takes the place of the numbers
 * that it is made of. `dates`: spans of dates and clock times, which hold no shares. In text order.
 */
export function withSharesInWords(
  text: string,
  found: readonly Quantity[],
  dates: readonly Span[],
): Quantity[] {
  const told = [
    ...partsOfPercent(text),
    ...ratios(text),
    ...sharesLike(text, BY).filter(({ direction }) => direction !== null),
    ...sharesLike(text, HALVES),
    ...sharesLike(text, FURTHER_PART).filter((part) => followsShare(found, part)),
  ]
  const shares: Quantity[] = []
  for (const share of told)
    if (![...dates, ...shares].some((span) => spansOverlap(span, share.number))) shares.push(share)
  if (shares.length === 0) return [...found]
  const others = found.filter(
    ({ number }) => !shares.some((share) => spansOverlap(share.number, number)),
  )
  return [...others, ...shares].sort((a, b) => a.start - b.start)
}
