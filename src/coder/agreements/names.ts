import type { TokenRange } from '../../core/index.js'
import type { Parse } from '../parse.js'
import { dependents, relationOf, subtree, tagOf, tokenAt } from '../parse.js'
import type { FormNoun } from './forms.js'

/** The words that name or describe an agreement, around its head noun. */

/** What may stand between the capitals of a name: "Treaty on the Non-Proliferation of Nuclear Weapons". */
const JOINING = /^(of|on|for|and|the|in|to|-|–|&|between)$/i
const LONGEST_NAME = 16

export interface AgreementName extends TokenRange {
  readonly isNamed: boolean
  /** "EPCA" in brackets behind it, or null. */
  readonly acronym: string | null
}

/** The name that the head noun is part of, when it is written with capitals and is more than that one word; else null. */
export function properName(
  parse: Parse,
  head: number,
  noun: FormNoun,
  sentence: TokenRange,
): AgreementName | null {
  if (!isCapital(parse, head)) return null
  const first = nameStart(parse, head, sentence)
  const last = nameEnd(parse, head, noun, sentence)
  const size = [...Array(last - first).keys()].filter((n) => isCapital(parse, first + n)).length
  const isOpening = head === sentence.first
  if (size < (isOpening ? 3 : 2)) return null
  return { first, last, isNamed: true, acronym: acronymAfter(parse, last) }
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
    if (isCapital(parse, at) && !/^(The|A|An|In|On|Under|Both|This|That|Its|His|Our)$/.test(text))
      first = at
    else if (!/^(and|of|on|-|–|&)$/.test(text) || first !== at + 1) break
  }
  return first
}

/** On over "of", "on" … and the capitals and numbers after them; a name in quotation marks belongs to it. */
function nameEnd(parse: Parse, head: number, noun: FormNoun, sentence: TokenRange): number {
  let last = head + noun.words.length - noun.head
  let at = last
  while (at < sentence.last && at - head < LONGEST_NAME) {
    const text = tokenAt(parse, at).text
    if (isCapital(parse, at) || /^\d{4}([-–]\d{2,4})?$/.test(text)) last = at + 1
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
  return relationOf(parse, child) === 'nmod'
}

function tightSubtree(parse: Parse, at: number): number[] {
  const loose = new Set(
    dependents(parse, at, 'acl', 'appos', 'parataxis').flatMap((child) => subtree(parse, child)),
  )
  return subtree(parse, at).filter(
    (token) => !loose.has(token) && relationOf(parse, token) !== 'punct',
  )
}
