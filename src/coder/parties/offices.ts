import type { TokenRange } from '../../core/index.js'
import type { Parse } from '../parse.js'
import { relationOf } from '../parse.js'
import words from './office-words.json' with { type: 'json' }

/** Phrases that name an office, found by the words around a name. Countries and bodies inside are mentions already. */

const HEADS = new Set(words.heads)
const MODIFIERS = new Set(words.modifiers)
const JOINTS = new Set(['and', '-', '–', '—', '/', '&', 'of', 'for', 'the'])
const TAIL_PREPOSITIONS = new Set(['of', 'for', 'at', 'to', 'on', 'in', 'with', 'from'])
/** After these, the country or body is where the office is held and not part of its name. */
const HOLDING_PREPOSITIONS = new Set(['of', 'at', 'in', 'with', 'from'])
const CALENDAR_WORDS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/
/** No office is longer, the state or body inside it included. */
export const LONGEST_OFFICE_TOKENS = 14

/** What the office finder asks of the mentions found so far. */
export interface MentionLookup {
  /** Last token (exclusive) of the country or body mention that starts at a token, or null. */
  readonly endingOf: (first: number) => number | null
  /** First token of the country or body mention that ends before `last`, or null. */
  readonly startOf: (last: number) => number | null
}

export interface OfficePhrase extends TokenRange {
  /** A token of the mention of the state or body it is held in, or null when none stands there. */
  readonly ofToken: number | null
  /** Everything that belongs to the introduction, the mention of the state included. */
  readonly whole: TokenRange
}

const lower = (parse: Parse, at: number): string => (parse.tokens[at]?.text ?? '').toLowerCase()

/** Is a token the head word of an office ("minister")? */
export function isOfficeHead(parse: Parse, at: number): boolean {
  const word = lower(parse, at).replace(/^(?:ex|vice|co)-/, '')
  return HEADS.has(word) || (word === 'charge' && endOfAffaires(parse, at + 1) > at + 1)
}

/** Where "d'affaires" ends that begins at a token; the token itself when it does not. */
function endOfAffaires(parse: Parse, at: number): number {
  const isThere = [/^d$/, /^['’]$/, /^affaires$/].every((word, i) =>
    word.test(lower(parse, at + i)),
  )
  return isThere ? at + 3 : at
}

function isCapitalised(parse: Parse, at: number): boolean {
  return /^\p{Lu}/u.test(parse.tokens[at]?.text ?? '')
}

function isModifier(parse: Parse, at: number): boolean {
  const tag = parse.tokens[at]?.tag ?? ''
  if (MODIFIERS.has(lower(parse, at)) || isField(parse, at)) return true
  if (CALENDAR_WORDS.test(parse.tokens[at]?.text ?? '')) return false
  return isCapitalised(parse, at) && /^(NNPS?|NNS?|JJ)$/.test(tag)
}

/** Does the word say what an office is for: "irrigation" of "irrigation minister"? */
function isField(parse: Parse, at: number): boolean {
  const head = parse.heads[at] ?? -1
  const isNear = head > at && head - at <= 3
  const isCompound = relationOf(parse, at) === 'compound' && parse.tokens[at]?.tag === 'NN'
  return isNear && isCompound && isOfficeHead(parse, head)
}

/**
 * The office that ends where a name begins: "Deputy Foreign Minister" before "Roman Vassilenko", with the state or
 * body before it ("Kazakh", "IFRI", "Germany's") or inside it ("President of the Republic of Kazakhstan"). Null when
 * the words before the name are no office.
 */
export function officeBefore(
  parse: Parse,
  name: number,
  floor: number,
  lookup: MentionLookup,
): OfficePhrase | null {
  return (
    officeWithStateInside(parse, name, floor, lookup) ??
    plainOfficeBefore(parse, name, floor, lookup)
  )
}

function plainOfficeBefore(
  parse: Parse,
  name: number,
  floor: number,
  lookup: MentionLookup,
): OfficePhrase | null {
  let first = name
  let sawHead = false
  while (first - 1 >= floor && name - first < LONGEST_OFFICE_TOKENS) {
    const at = first - 1
    if (lookup.startOf(first) !== null) break
    const isHead = isOfficeHead(parse, at)
    if (isHead || (sawHead && isModifier(parse, at)) || isTitleTail(parse, at, name))
      sawHead ||= isHead
    else if (!(sawHead && isJoint(parse, at, floor)) && !(!sawHead && lower(parse, at) === 'of'))
      break
    first = at
  }
  while (first < name && !canOpenOffice(parse, first)) first++
  if (!sawHead || first >= name) return null
  const before = lookup.startOf(possessorEnd(parse, first))
  const ofToken = before === null ? null : possessorEnd(parse, first) - 1
  return { first, last: name, ofToken, whole: { first: before ?? first, last: name } }
}

/** May an office begin with this word? "under" only in "under secretary". */
function canOpenOffice(parse: Parse, at: number): boolean {
  if (lower(parse, at) === 'under') return /^(secretary|-)$/.test(lower(parse, at + 1))
  return isModifier(parse, at) || isOfficeHead(parse, at)
}

/** Is the token a word of "of Foreign Affairs" or "d'affaires" that closes an office? */
function isTitleTail(parse: Parse, at: number, name: number): boolean {
  for (let back = at; back > at - 3; back--)
    if (endOfAffaires(parse, back) > at && isOfficeHead(parse, back - 1)) return true
  if (!isCapitalised(parse, at) && lower(parse, at) !== 'affairs') return false
  for (let back = at; back > at - 5 && back > 0; back--)
    if (/^(of|for)$/.test(lower(parse, back)) && isOfficeHead(parse, back - 1)) return at < name
  return false
}

function isJoint(parse: Parse, at: number, floor: number): boolean {
  if (!JOINTS.has(lower(parse, at))) return false
  if (at - 1 < floor) return false
  if (/^[–—]$/.test(lower(parse, at))) return isOfficeHead(parse, at - 1)
  return isModifier(parse, at - 1) || isOfficeHead(parse, at - 1)
}

/** Where the words before a possessive mark end: at "Germany" of "Germany 's Foreign Minister". */
function possessorEnd(parse: Parse, first: number): number {
  return parse.tokens[first - 1]?.tag === 'POS' || /^['’]s?$/.test(lower(parse, first - 1))
    ? first - 1
    : first
}

function officeWithStateInside(
  parse: Parse,
  name: number,
  floor: number,
  lookup: MentionLookup,
): OfficePhrase | null {
  const state = lookup.startOf(name)
  if (state === null) return null
  let at = state - 1
  if (lower(parse, at) === 'the') at--
  if (lower(parse, at) !== 'of' || at - 1 < floor) return null
  const office = plainOfficeBefore(parse, at, floor, lookup)
  return (
    office && {
      ...office,
      last: at,
      ofToken: name - 1,
      whole: { first: office.whole.first, last: name },
    }
  )
}

/**
 * The office that starts at a token, as it stands after a name and comma, or alone: "the Deputy Managing Director for
 * Russia, Central Asia and OSCE at EEAS". `limit` is the end of the sentence. Null when no office starts there.
 */
export function officeAt(
  parse: Parse,
  start: number,
  limit: number,
  lookup: MentionLookup,
): OfficePhrase | null {
  let at = start
  if (/^(the|a|an|its|their|his|her|current|now)$/.test(lower(parse, at))) at++
  let ofToken: number | null = null
  const owner = lookup.endingOf(at)
  if (owner !== null) {
    ofToken = owner - 1
    at = owner
    if (/^['’]s?$/.test(lower(parse, at))) at++
  }
  const first = at
  const head = officeHeadFrom(parse, first, limit, lookup)
  if (head === null) return null
  const tail = officeTail(parse, head, limit, lookup)
  const whole = { first: start, last: tail.wholeLast }
  return { first, last: tail.last, ofToken: tail.ofToken ?? ofToken, whole }
}

/** The head word of an office whose words begin at a token; null when other words come first. */
function officeHeadFrom(
  parse: Parse,
  first: number,
  limit: number,
  lookup: MentionLookup,
): number | null {
  let head: number | null = null
  for (let at = first; at < limit && at - first < LONGEST_OFFICE_TOKENS; at++) {
    if (lookup.endingOf(at) !== null) break
    if (isOfficeHead(parse, at)) head = at
    else if (!isModifier(parse, at) && !/^(and|-|–|&)$/.test(lower(parse, at))) break
  }
  return head
}

interface OfficeTail {
  last: number
  wholeLast: number
  ofToken: number | null
}

function officeTail(parse: Parse, head: number, limit: number, lookup: MentionLookup): OfficeTail {
  const from = endOfPostposed(parse, endOfAffaires(parse, head + 1))
  const tail: OfficeTail = { last: from, wholeLast: from, ofToken: null }
  let at = from
  while (at < limit) {
    const word = lower(parse, at)
    if (/^(and|-|–|—|\/)$/.test(word) && isCapitalised(parse, at + 1))
      at = officeWords(parse, at + 1, limit, lookup)
    else if (TAIL_PREPOSITIONS.has(word)) {
      const next = lower(parse, at + 1) === 'the' ? at + 2 : at + 1
      const end = lookup.endingOf(next)
      const isWholeHolder = end !== null && !/^NNS?$/.test(parse.tokens[end]?.tag ?? '')
      const isSpokenFor = word === 'for' && /^spokes/.test(lower(parse, from - 1))
      if (isWholeHolder && (HOLDING_PREPOSITIONS.has(word) || isSpokenFor))
        return { last: tail.last, ...holderTail(parse, end, lookup) }
      const reached =
        end === null ? officeWords(parse, next, limit, lookup) : listEnd(parse, end, limit, lookup)
      if (reached === next) return tail
      at = reached
    } else return tail
    tail.last = tail.wholeLast = at
  }
  return tail
}

/** Where "Extraordinary and Plenipotentiary" after "Ambassador" ends; the token itself when no such word stands there. */
function endOfPostposed(parse: Parse, from: number): number {
  let at = from
  while (/^(extraordinary|plenipotentiary|designate|elect)$/.test(lower(parse, at)))
    at += lower(parse, at + 1) === 'and' ? 2 : 1
  return at
}

/** The holder that ends at a token, or the state it belongs to in turn: "of the State Council of China to Kenya". */
function holderTail(
  parse: Parse,
  end: number,
  lookup: MentionLookup,
): Pick<OfficeTail, 'ofToken' | 'wholeLast'> {
  const word = lower(parse, end)
  const next = lower(parse, end + 1) === 'the' ? end + 2 : end + 1
  const further = word === 'of' || word === 'to' ? lookup.endingOf(next) : null
  if (further === null) return { ofToken: end - 1, wholeLast: end }
  return { ofToken: (word === 'of' ? further : end) - 1, wholeLast: further }
}

/** End of a run of words that can stand in an office's name. */
function officeWords(parse: Parse, from: number, limit: number, lookup: MentionLookup): number {
  let at = from
  while (
    at < limit &&
    lookup.endingOf(at) === null &&
    (isModifier(parse, at) || isOfficeHead(parse, at))
  ) {
    at++
    const joins = /^(and|&|-)$/.test(lower(parse, at)) && isModifier(parse, at + 1)
    if (joins && lookup.endingOf(at + 1) === null) at++
  }
  return at
}

/** End of a list of countries and bodies: "Russia, Central Asia and OSCE". */
function listEnd(parse: Parse, from: number, limit: number, lookup: MentionLookup): number {
  let at = from
  while (at < limit && /^(,|and|&)$/.test(lower(parse, at))) {
    const next = lookup.endingOf(at + 1)
    if (next === null) return at
    at = next
  }
  return at
}
