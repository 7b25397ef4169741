import words from './number-words.json' with { type: 'json' }

/** Numbers as words and digits: reading them, and the pattern fragments that find them. */

const ONES: Readonly<Record<string, number>> = words.ones
const TENS: Readonly<Record<string, number>> = words.tens
const SCALES: Readonly<Record<string, number>> = words.scales
const SHORT_SCALES: Readonly<Record<string, number>> = words.shortScales
const FRACTIONS: Readonly<Record<string, number>> = words.fractions
const ORDINALS: Readonly<Record<string, number>> = words.ordinals

/** Words as one pattern, longest first, so that "seventeen" wins over "seven". */
export function anyOf(list: readonly string[]): string {
  const sorted = [...list].sort((a, b) => b.length - a.length)
  return `(?:${sorted.map((word) => word.replace(/[.()]/g, '\\$&')).join('|')})`
}

const ones = anyOf(Object.keys(ONES))
const tens = anyOf(Object.keys(TENS))
const scales = anyOf(Object.keys(SCALES).filter((scale) => scale !== 'score'))
const small = `(?:${tens}(?:[- ]${ones})?|${ones})`

/** A number in words: "two", "twenty-five", "a hundred and fifty", "three million two hundred thousand". */
export const WORD_NUMBER =
  `(?:${small} and an? half ${scales}s?|(?:${small}|an?|half an?)[- ]${scales}s?(?:(?: and)? ${small}(?![- ]${scales}))?` +
  `(?:,? (?:and )?${small}(?: ${scales})+(?:(?: and)? ${small})?)*|${small})(?: and an? half)?`

/** A number in digits: "1,234.5", "12 000" is left to the caller, "2 1/2", ".5". */
export const DIGIT_NUMBER =
  '(?:\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?: \\d/\\d)?|\\d+[½¼¾]|[½¼¾]|\\.\\d+)'

export const SCALE_WORD = `(?:${anyOf(Object.keys(SCALES).filter((scale) => scale !== 'score'))}s?)`
export const SHORT_SCALE = anyOf(Object.keys(SHORT_SCALES))
export const FRACTION_WORD = anyOf(Object.keys(FRACTIONS))
export const ORDINAL_WORD = anyOf(Object.keys(ORDINALS))

const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

/** Value of a number in digits: thousands marks, decimals and fractions understood; null for anything else. */
export function readDigits(text: string): number | null {
  const mixed = /^(\d+) (\d)\/(\d)$/.exec(text)
  if (mixed) {
    const below = Number(mixed[3])
    return below === 0 ? null : Number(mixed[1]) + Number(mixed[2]) / below
  }
  const vulgar = /^(\d*)([½¼¾])$/.exec(text)
  if (vulgar) return Number(vulgar[1] ?? 0) + (VULGAR[vulgar[2] ?? ''] ?? 0)
  if (!/^(?:\d[\d,]*(?:\.\d+)?|\.\d+)$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}

/** The factor of a scale word or letter ("million", "bn", "crores"), or null. */
export function readScale(text: string): number | null {
  const word = text.toLowerCase().replace(/\.$/, '')
  return SCALES[word] ?? SCALES[word.replace(/s$/, '')] ?? SHORT_SCALES[word] ?? null
}

/** What one word adds to the number under way, or null when it is no number word. */
function step(word: string, state: { total: number; current: number | null }): boolean {
  const digits = readDigits(word)
  const plain = ONES[word] ?? TENS[word] ?? digits
  if (plain !== null) {
    state.current = (state.current ?? 0) + plain
    return true
  }
  const scale = readScale(word)
  if (scale === null) return false
  // "hundred" and "dozen" stay open for a greater scale: "two hundred thousand".
  if (scale <= 100) state.current = (state.current ?? 1) * scale
  else {
    state.total += (state.current ?? 1) * scale
    state.current = null
  }
  return true
}

/**
 * Value of a number in words, digits or both ("two and a half million", "a hundred", "1.5 billion",
 * "2 1/2"), or null when a word of it is not a number.
 */
export function readNumber(text: string): number | null {
  const clean = text.trim().toLowerCase()
  const direct = readDigits(clean)
  if (direct !== null) return direct
  const parts = clean.replace(/(\d) (\d\/\d)/, '$1_$2').split(/[\s-]+/)
  const state: { total: number; current: number | null } = { total: 0, current: null }
  let seen = false
  for (const [index, raw] of parts.entries()) {
    const word = raw.replace('_', ' ').replace(/,$/, '')
    if (word === 'and' || ((word === 'a' || word === 'an') && index < parts.length - 1)) continue
    if (word === 'half') state.current = (state.current ?? 0) + 0.5
    else if (!step(word, state)) return null
    seen = true
  }
  return seen ? state.total + (state.current ?? 0) : null
}

/** Value of an ordinal ("third", "3rd"), or null. */
export function readOrdinal(text: string): number | null {
  const word = text.toLowerCase()
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word)
  return digits ? Number(digits[1]) : (ORDINALS[word] ?? null)
}

/** Value of a fraction in words ("a third", "two-thirds", "three quarters", "half"), or null. */
export function readFraction(text: string): number | null {
  const parts = text.toLowerCase().split(/[\s-]+/)
  const share = FRACTIONS[parts.at(-1) ?? '']
  if (share === undefined) return null
  const head = parts
    .slice(0, -1)
    .join(' ')
    .replace(/^(?:a|an|one|the)$/, '')
  const times = head === '' ? 1 : readNumber(head)
  return times === null ? null : times * share
}
