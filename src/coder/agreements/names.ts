import type { TokenRange } from '../../core/index.js'
import type { Parse } from '../parse.js'
import { dependents, relationOf, subtree, tagOf, tokenAt } from '../parse.js'
import type { FormNoun } from './forms.js'
import { isYear } from './tells.js'
import { WORDS } from './words.js'

/** The words that name or describe an agreement, around its head noun. */

/** What may stand between the capitals of a name: "Treaty on the Non-Proliferation of Nuclear Weapons". */
const JOINING = /^(of|on|for|and|the|in|to|-|–|&|between)$/i
const LONGEST_NAME = 16

export interface AgreementName extends TokenRange {
  readonly isNamed: boolean
  /** "EPCA" in brackets behind it, or null. */
  readonly acronym: string | null
}

/**
 * The name that the head noun is part of: written with capitals and more than that one word ("Treaty on Open Skies"),
 * or with the capitals before it ("Minsk agreements"); a year before it ("the 1960 Indus Waters Treaty") and a topic in
 * lower case ("Ottawa Convention on landmines") belong to it. Null when it is no name.
 */
export function properName(
  parse: Parse,
  head: number,
  noun: FormNoun,
  sentence: TokenRange,
): AgreementName | null {
  const start = head - noun.head
  const isWritten = isCapital(parse, head)
  if (!isWritten && !isNameBefore(parse, start, sentence)) return null
  const first = nameStart(parse, isWritten ? head : start, sentence)
  const end = isWritten ? nameEnd(parse, head, noun, sentence) : start + noun.words.length
  const size = [...Array(end - first).keys()].filter((n) => isCapital(parse, first + n)).length
  const isOpening = head === sentence.first
  if (isWritten && size < (isOpening ? 3 : 2) && !isNumbered(parse, end)) return null
  const last = Math.max(end, topicEnd(parse, head, end))
  const year = isYear(parse.tokens[first - 1]?.text) ? 1 : 0
  return { first: first - year, last, isNamed: true, acronym: acronymAfter(parse, end) }
}

/** "Resolution 2728", "Protocol 14": the number stands for a name. */
function isNumbered(parse: Parse, end: number): boolean {
  return /^\d[\d/]*$/.test(parse.tokens[end - 1]?.text ?? '')
}

/** Do the words before a lower-case noun name it: "Minsk agreements", "the OPEC+ deal", "EU–Mercosur agreement"? */
function isNameBefore(parse: Parse, start: number, sentence: TokenRange): boolean {
  const at = parse.tokens[start - 1]?.text === '+' ? start - 2 : start - 1
  if (at < sentence.first || !isCapital(parse, at)) return false
  const isName = /^NNPS?$/.test(tagOf(parse, at))
  return isName || (at > sentence.first && tagOf(parse, at) === 'JJ')
}

/** Where the topic after a name ends: "on landmines" when it hangs on the name's head. */
function topicEnd(parse: Parse, head: number, end: number): number {
  if (!/^(on|concerning)$/.test(parse.words[end] ?? '')) return end
  const topic = dependents(parse, head, 'nmod').find((child) =>
    dependents(parse, child, 'case').includes(end),
  )
  return topic === undefined ? end : Math.max(...tightSubtree(parse, topic)) + 1
}

function isCapital(parse: Parse, at: number): boolean {
  return /^\p{Lu}/u.test(parse.tokens[at]?.text ?? '')
}

/** Back over capitals and the joining words between them; an owner ("Chad's") and an article stay outside. */
function nameStart(parse: Parse, head: number, sentence: TokenRange): number {
  let first = head
  for (let at = head - 1; at >= sentence.first && head - at < LONGEST_NAME; at--) {
    const text = tokenAt(parse, at).text
    if (/^['’]s?$/.test(text)) break
    if (
      isCapital(parse, at) &&
      !/^(The|A|An|In|On|Under|Both|This|That|Its|His|Our|After|Before|By|With|For|When|Last|Two|These|Such|New)$/.test(
        text,
      )
    )
      first = at
    else if (!/^(and|of|on|-|–|&|\+)$/.test(text) || first !== at + 1) break
  }
  return first
}

/** On over "of", "on" … and the capitals and numbers after them; a name in quotation marks belongs to it. */
function nameEnd(parse: Parse, head: number, noun: FormNoun, sentence: TokenRange): number {
  let last = head + noun.words.length - noun.head
  let at = last
  while (at < sentence.last && at - head < LONGEST_NAME) {
    const text = tokenAt(parse, at).text
    if (
      isCapital(parse, at) ||
      /^\d{4}([-–]\d{2,4})?$/.test(text) ||
      (at === last && /^\d[\d/]*$/.test(text))
    )
      last = at + 1
    else if (!JOINING.test(text) || /^(between|in|to)$/i.test(text)) break
    at++
  }
  return last
}

function acronymAfter(parse: Parse, last: number): string | null {
  const word = parse.tokens[last + 1]?.text ?? ''
  const isBracketed = parse.tokens[last]?.text === '(' && parse.tokens[last + 2]?.text === ')'
  return isBracketed && /^[A-Z][A-Z0-9&-]{1,9}$/.test(word) ? word : null
}

/** Where a described agreement begins and ends: its modifiers, and what it is on, without article and owner. */
export function describedName(parse: Parse, head: number, noun: FormNoun): AgreementName {
  const own = [head - noun.head, head + noun.words.length - noun.head - 1, head]
  const parts = (parse.children[head] ?? []).filter((child) => isDescribing(parse, head, child))
  const tokens = [...own, ...parts.flatMap((child) => tightSubtree(parse, child))]
  return {
    first: Math.min(...tokens),
    last: Math.max(...tokens) + 1,
    isNamed: false,
    acronym: null,
  }
}

function isDescribing(parse: Parse, head: number, child: number): boolean {
  const relation = parse.tokens[child]?.relation ?? ''
  if (child < head)
    return /^(amod|compound)/.test(relation) && !/^(JJ)?CD$/.test(tagOf(parse, child))
  if (relationOf(parse, child) !== 'nmod') return false
  const marks = dependents(parse, child, 'case').map((mark) => parse.words[mark] ?? '')
  return !marks.some((mark) => WORDS.exampleWords.has(mark) || WORDS.sidePlaces.has(mark))
}

function tightSubtree(parse: Parse, at: number): number[] {
  const loose = new Set(
    [...dependents(parse, at, 'acl', 'appos', 'parataxis'), ...otherTexts(parse, at)].flatMap(
      (child) => subtree(parse, child),
    ),
  )
  return subtree(parse, at).filter(
    (token) => !loose.has(token) && relationOf(parse, token) !== 'punct',
  )
}

/** "a memorandum on X and a protocol on Y": what the reader hung on X, though it is a thing of its own. */
function otherTexts(parse: Parse, at: number): number[] {
  return subtree(parse, at).filter(
    (child) =>
      relationOf(parse, child) === 'conj' &&
      dependents(parse, child, 'det').some((det) => /^(an?|another)$/.test(parse.words[det] ?? '')),
  )
}
