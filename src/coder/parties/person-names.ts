import type { TokenRange } from '../../core/index.js'
import type { Board } from './board.js'
import { isFree, lowerAt, wordsOf } from './board.js'
import { trimName } from './names.js'
import { isOfficeHead } from './offices.js'
import officeWords from './office-words.json' with { type: 'json' }
import { partsOfName } from './variants.js'

/** Where persons are named: the reader's names put whole, and words it overlooked. */

export const TITLES = new Set(officeWords.titles)
const MODIFIERS = new Set(officeWords.modifiers)
const PARTICLES = /^(?:da|de|di|do|dos|du|von|van|der|den|bin|ibn|al|el|ben|ould|della)$/i
const CALENDAR_WORDS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Yesterday|Today)$/

/** The reader's persons, and capitalised words after an office that it overlooked. */
export function personRanges(board: Board): TokenRange[] {
  const { parse, reading } = board.scene
  const ranges: TokenRange[] = []
  for (const name of joinedPersons(board)) {
    const range = withoutTitles(board, trimName(board, name))
    if (range && isFree(board, range)) ranges.push(range)
  }
  const isNamed = (at: number): boolean =>
    board.taken[at] !== null || ranges.some((range) => range.first <= at && at < range.last)
  reading.tokens.forEach((token, at) => {
    if (!isOfficeHead(parse, at) || !/^\p{Lu}/u.test(token.text)) return
    let last = at + 1
    while (last < at + 4 && isNamePart(board, last) && !isNamed(last)) last++
    const isEnough = last > at + 2 || (last === at + 2 && SOLO_OFFICES.test(token.text))
    if (isEnough && !isNamed(last)) ranges.push({ first: at + 1, last })
  })
  ranges.push(...overlookedRanges(board, ranges, isNamed))
  return ranges.sort((a, b) => a.first - b.first)
}

/** Words the reader overlooked: "Mr Nkosi", and the surname of somebody whose full name it saw. */
function overlookedRanges(
  board: Board,
  ranges: readonly TokenRange[],
  isNamed: (at: number) => boolean,
): TokenRange[] {
  const surnames = new Set(
    ranges.flatMap((range) => {
      const words = wordsOf(board, range)
      const { surname } = partsOfName(words)
      return range.last - range.first > 1 && surname.length > 3 && !/\s/.test(surname)
        ? [surname]
        : []
    }),
  )
  return board.scene.reading.tokens.flatMap((token, at): TokenRange[] => {
    if (!token.tag.startsWith('NNP') || isNamed(at)) return []
    const isTitled = TITLES.has(lowerAt(board, at - 1).replace(/\.$/, '')) && isNamePart(board, at)
    if (!isTitled && !surnames.has(token.text)) return []
    const whole = acrossNeighbours(board, { first: at, last: at + 1 })
    return isNamed(whole.first) || isNamed(whole.last - 1) ? [{ first: at, last: at + 1 }] : [whole]
  })
}

/** Offices after which a single capitalised word is a surname. */
const SOLO_OFFICES =
  /^(?:President|Minister|Chancellor|Premier|Ambassador|Senator|King|Queen|Emir)$/

/** The reader's persons, those that a hyphen or a blank parts joined: "Kassym", "-", "Jomart Tokayev". */
function joinedPersons(board: Board): TokenRange[] {
  const { names, tokens } = board.scene.reading
  const joined: TokenRange[] = []
  for (const name of names) {
    if (name.type !== 'person') continue
    const whole = acrossNeighbours(board, acrossHyphens(board, name))
    const last = joined.at(-1)
    const between =
      last &&
      tokens
        .slice(last.last, name.first)
        .map((token) => token.text)
        .join('')
    const isOne =
      last !== undefined &&
      (between === '' || /^[-‑]$/.test(between ?? '') || PARTICLES.test(between ?? ''))
    const isSameSentence = last && tokens[last.first]?.sentence === tokens[whole.first]?.sentence
    if (isOne && isSameSentence) joined[joined.length - 1] = { first: last.first, last: whole.last }
    else if (!last || whole.first >= last.last) joined.push(whole)
  }
  return joined
}

/** A name with the capitalised words right beside it: "Espen" before "Barth Eide", "da Silva" after "Lula". */
function acrossNeighbours(board: Board, name: TokenRange): TokenRange {
  const { tokens } = board.scene.reading
  const inSentence = (at: number): boolean => tokens[at]?.sentence === tokens[name.first]?.sentence
  const isFreePart = (at: number): boolean =>
    inSentence(at) && isNamePart(board, at) && !board.taken[at] && !isTitleWord(board, at)
  let { first, last } = name
  while (name.first - first < 3 && isFreePart(first - 1)) first--
  for (let step = 0; step < 3; step++) {
    const skip = PARTICLES.test(tokens[last]?.text ?? '') && inSentence(last) ? 1 : 0
    if (!isFreePart(last + skip)) break
    last += skip + 1
  }
  return { first, last }
}

/** A name with the words that a hyphen without blanks ties to it: "Frank-" before "Walter Steinmeier". */
function acrossHyphens(board: Board, name: TokenRange): TokenRange {
  const { tokens } = board.scene.reading
  const isTied = (at: number): boolean => {
    const [before, hyphen, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
    return (
      /^[-‑]$/.test(hyphen?.text ?? '') &&
      before?.end === hyphen?.start &&
      hyphen?.end === after?.start &&
      [before, after].every((token) => /^\p{Lu}/u.test(token?.text ?? ''))
    )
  }
  let { first, last } = name
  while (first >= 2 && isTied(first - 1) && !board.taken[first - 2]) first -= 2
  while (isTied(last) && !board.taken[last + 1]) last += 2
  return { first, last }
}

/** May a word be part of a person’s name: a capitalised proper noun that is no day, month or title? */
export function isNamePart(board: Board, at: number): boolean {
  const token = board.scene.reading.tokens[at]
  const isWord = token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(token.text) && token.tag === 'NNP'
  return isWord && !CALENDAR_WORDS.test(token.text) && !isTitleWord(board, at)
}

/** A name without the titles and office words that the reader left before it. */
function withoutTitles(board: Board, range: TokenRange): TokenRange | null {
  let { first } = range
  while (first < range.last - 1 && isTitleWord(board, first)) first++
  const words = wordsOf(board, { first, last: range.last })
  return /^\p{L}/u.test(words) ? { first, last: range.last } : null
}

/** A title, an office or a demonym that the reader took for the first word of a name. */
function isTitleWord(board: Board, at: number): boolean {
  const word = lowerAt(board, at).replace(/\.$/, '')
  const isOffice = isOfficeHead(board.scene.parse, at) || MODIFIERS.has(word)
  return TITLES.has(word) || isOffice || board.taken[at] !== null
}
