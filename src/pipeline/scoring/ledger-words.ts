import names from './ledger-names.json' with { type: 'json' }

/** How the ledger's scorer compares texts. The rules are the published scorer's, so that its figures are ours. */

/** Words too common to tell two stretches apart. */
const COMMON = new Set(
  ['the', 'a', 'an', 'of', 'and', 'in', 'on', 'for', 'to', 'with', 'at', 'by', 'from'].concat([
    'its',
    'his',
    'her',
    'their',
    'mr',
    'ms',
    'mrs',
    'dr',
  ]),
)
const FEWEST_WORDS_SHARED = 0.35

/** Lower case without accents, possessives and marks (but % $ € £ and full stops); words apart by one blank. */
export function plainWords(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]s\b/g, '')
    .replace(/[^\p{L}\p{N}%$€£.]+/gu, ' ')
    .trim()
}

const wordList = (text: string | null | undefined): string[] =>
  plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && !COMMON.has(word))

/** F1 of the words that two texts share, each as often as it stands in both; 0 where one has none. */
export function wordF1(a: string | null | undefined, b: string | null | undefined): number {
  const [left, right] = [wordList(a), wordList(b)]
  if (left.length === 0 || right.length === 0) return 0
  const free = [...right]
  let shared = 0
  for (const word of left) {
    const at = free.indexOf(word)
    if (at < 0) continue
    free.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / (left.length + right.length)
}

/** A text with its white space made single blanks. */
export function squashed(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** Do two stretches of one document mean the same place: one holds the other, or they share enough words? */
export function sameStretch(a: string | null | undefined, b: string | null | undefined): boolean {
  const [left, right] = [squashed(a), squashed(b)]
  if (left === '' || right === '') return false
  return left.includes(right) || right.includes(left) || wordF1(left, right) >= FEWEST_WORDS_SHARED
}

const UNITS: Readonly<Record<string, string>> = names.units

/** A unit under one name for all its spellings, singular. */
export function unitKey(unit: string | null | undefined): string {
  const plain = plainWords(unit)
  return UNITS[plain] ?? plain.replace(/s$/, '')
}
