import type { Span } from '../core/index.js'

/**
 * Splits running text into words the way the Universal Dependencies English treebanks do: clitics apart ("do|n't",
 * "France|'s"), hyphenated words apart ("EU|-|Kazakhstan"), abbreviations and initials whole ("U.S.", "Mr."),
 * numbers whole with their marks ("7,600", "27.6"), every other sign alone.
 */

const ABBREVIATIONS =
  'Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|vs|Inc|Ltd|Co|Corp|' +
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|approx|i\\.e|e\\.g'

const TOKEN = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`[@#][\p{L}\p{N}_]+`,
    String.raw`(?:\p{Lu}\.){2,}(?!\p{L})|\p{Lu}\.(?=\s?\p{Lu})`,
    String.raw`(?:${ABBREVIATIONS})\.(?=\s|,|$)`,
    String.raw`Nos?\.(?=\s?\p{N})`,
    String.raw`\p{N}+(?:[.,:/]\p{N}+)*(?:st|nd|rd|th|s)?(?!\p{L})`,
    String.raw`\p{N}+(?:[.,]\p{N}+)*`,
    String.raw`[\p{L}\p{M}]+(?:&\p{Lu}+)*\p{N}*`,
    String.raw`\.{2,}|…|-{2,}|[!?]{2,}`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
)

const CLITIC = /^(['’])(s|re|ve|ll|d|m)$/i
const CLITIC_TAIL = /^(s|re|ve|ll|d|m)$/i
/** A map, since a plain object would be taken to know the word “constructor” as well. */
const SPLIT_WORDS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
])

/** Word spans of a text, in order, without overlap; together they cover every character that is not white space. */
export function tokenize(text: string): Span[] {
  const raw: Span[] = []
  for (const match of text.matchAll(TOKEN))
    raw.push({ start: match.index, end: match.index + match[0].length })
  return splitClitics(text, raw)
}

function splitClitics(text: string, raw: readonly Span[]): Span[] {
  const words: Span[] = []
  for (let i = 0; i < raw.length; i++) {
    const span = raw[i] as Span
    const next = raw[i + 1]
    const word = text.slice(span.start, span.end)
    if (isNegatedVerb(text, span, next, raw[i + 2])) {
      const tail = raw[i + 2] as Span
      words.push({ start: span.start, end: span.end - 1 }, { start: span.end - 1, end: tail.end })
      i += 2
    } else if (next && isClitic(text, span, next, raw[i - 1], raw[i + 2])) {
      words.push({ start: span.start, end: next.end })
      i += 1
    } else pushWord(words, span, word)
  }
  return words.filter((span) => span.end > span.start)
}

function pushWord(words: Span[], span: Span, word: string): void {
  const cut = SPLIT_WORDS.get(word.toLowerCase())
  if (cut === undefined) words.push(span)
  else
    words.push(
      { start: span.start, end: span.start + cut },
      { start: span.start + cut, end: span.end },
    )
}

/** "don", "'", "t" standing together, with something left before the n. */
function isNegatedVerb(
  text: string,
  verb: Span,
  mark: Span | undefined,
  tail: Span | undefined,
): boolean {
  if (!mark || !tail || mark.start !== verb.end || tail.start !== mark.end) return false
  return (
    /^['’]$/.test(text.slice(mark.start, mark.end)) &&
    /^t$/i.test(text.slice(tail.start, tail.end)) &&
    /[\p{L}]n$/iu.test(text.slice(verb.start, verb.end))
  )
}

/** An apostrophe that touches the word before it and a clitic behind it that ends there. */
function isClitic(
  text: string,
  mark: Span,
  tail: Span,
  before: Span | undefined,
  after: Span | undefined,
): boolean {
  if (!before || before.end !== mark.start || mark.end !== tail.start) return false
  if (
    after &&
    after.start === tail.end &&
    /^[\p{L}\p{N}]/u.test(text.slice(after.start, after.end))
  )
    return false
  return (
    CLITIC_TAIL.test(text.slice(tail.start, tail.end)) &&
    CLITIC.test(text.slice(mark.start, tail.end))
  )
}
