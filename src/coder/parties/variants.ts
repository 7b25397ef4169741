/** Spelling variants of names, above all of names written over from other scripts. */

/** Lower case, without accents; letters that do not decompose ("ø", "ł", "ı") by their plain ones. */
export function plainLetters(words: string): string {
  if (/^[\x00-\x7f]*$/.test(words)) return words.toLowerCase()
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
}

/** Ways in which writers differ when they write a Cyrillic, Arabic or Turkic name in Latin letters. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/shch|sch|tsch/g, 'sh'],
  [/tch/g, 'ch'],
  [/(?:iy|ij|yi|ii|yy|ey|ei|ay|ai)$/g, 'i'],
  [/kh|gh/g, 'h'],
  [/zh|dj|dzh/g, 'j'],
  [/ts|tz/g, 'c'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ye|yo|io|ie|je|jo/g, 'e'],
  [/ya|ia|ja/g, 'a'],
  [/yu|iu|ju|ou|oo/g, 'u'],
  [/[yj]/g, 'i'],
  [/ee/g, 'i'],
  [/ff$/g, 'v'],
  [/(.)\1+/g, '$1'],
]

/** Keys that were asked for: every report is compared with all persons of the ledger. */
const spellingKeys = new Map<string, string>()
const MOST_KEYS = 100_000

/** A key that spelling variants of one name share ("Vasilenko", "Vassilenko"; "Zelensky", "Zelenskyy"). */
export function spellingKey(name: string): string {
  const ready = spellingKeys.get(name)
  if (ready !== undefined) return ready
  if (spellingKeys.size >= MOST_KEYS) spellingKeys.clear()
  const key = SPELLINGS.reduce((soFar, [from, to]) => soFar.replace(from, to), plainLetters(name))
  spellingKeys.set(name, key)
  return key
}

/** May two surnames be one? Same spelling key, or keys of six letters and more that differ in one. */
export function areSpellings(a: string, b: string): boolean {
  const [x, y] = [spellingKey(a), spellingKey(b)]
  if (x === y) return x.length > 1
  return Math.min(x.length, y.length) >= 6 && x[0] === y[0] && differsByOne(x, y)
}

/** Do two words differ in exactly one letter: changed, left out or put in? */
function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const skipA = a.slice(at + (a.length >= b.length ? 1 : 0))
  const skipB = b.slice(at + (b.length >= a.length ? 1 : 0))
  return skipA === skipB
}

const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'von',
  'van',
  'der',
  'bin',
  'ibn',
  'al',
  'el',
  'le',
  'la',
  'ben',
  'abu',
  'dos',
  'del',
])

/** A person's name in parts: given names and surname with its particles ("de Montbrial"). */
export interface NameParts {
  readonly given: readonly string[]
  readonly surname: string
}

/** Split a person's name; a single word is a surname. */
export function partsOfName(name: string): NameParts {
  const words = name.split(/\s+/).filter(Boolean)
  let at = Math.max(words.length - 1, 0)
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase())) at--
  return { given: words.slice(0, at), surname: words.slice(at).join(' ') }
}

/**
 * May two full names be one person's? Surnames alike, and first given names alike or one an opening or initial of
 * the other ("Kassym Tokayev", "Kassym-Jomart Tokayev", "K. Tokayev").
 */
export function mayBeOnePerson(a: string, b: string): boolean {
  const [x, y] = [partsOfName(a), partsOfName(b)]
  if (!areSpellings(x.surname, y.surname)) return false
  const [g, h] = [x.given[0], y.given[0]]
  if (g === undefined || h === undefined) return true
  const [m, n] = [spellingKey(g), spellingKey(h)]
  return m.startsWith(n) || n.startsWith(m) || areSpellings(g, h)
}

/** May a single word mean this full name: its surname, its last word, or (as in Chinese names) its first? */
export function mayBeShortFor(word: string, full: string): boolean {
  const parts = partsOfName(full)
  if (areSpellings(word, parts.surname)) return true
  const words = full.split(/\s+/)
  return words.some((part) => part.length > 1 && plainLetters(part) === plainLetters(word))
}
