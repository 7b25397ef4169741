import type { PartyRef } from '../../core/index.js'
import type { AgreementDraft } from '../drafts.js'
import { uniqueRefs } from '../scene.js'
import { WORDS } from './words.js'

/** One record an agreement: which mentions are of the same, and what they tell together. */

/** An agreement found at one place of the text, with what tells it from others. */
export interface FoundAgreement {
  readonly draft: AgreementDraft
  readonly acronym: string | null
  readonly isNamed: boolean
  /** Is it only pointed back to ("the deal")? */
  readonly isBare: boolean
  /** Does it stand with "the" or "this"? */
  readonly isDefinite: boolean
  /** Do the words say how far it has come, rather than the way it is used? */
  readonly isTold: boolean
  readonly sentence: number
}

/** How far back, in sentences, "the deal" may point. */
const BARE_REACH = 4
const ORDER = ['proposed', 'negotiating', 'signed', 'ratified', 'in-force', 'ended']

/**
 * Mentions with the same name or acronym, or that point back to one ("the grain deal" after "the grain corridor
 * agreement"), as one record: the words of the first, the furthest status that any of them tells.
 */
export function joinMentions(found: readonly FoundAgreement[]): AgreementDraft[] {
  const joined: FoundAgreement[] = []
  for (const one of found) {
    const at = placeOf(joined, one)
    const known = joined[at]
    if (known) joined[at] = { ...joinTwo(known, one), sentence: one.sentence }
    else if (!one.isBare) joined.push(one)
  }
  return joined.map((one) => one.draft)
}

function placeOf(joined: readonly FoundAgreement[], one: FoundAgreement): number {
  if (!one.isBare) {
    const same = joined.findIndex((other) => isSame(one, other))
    if (same >= 0) return same
  }
  if (!one.isDefinite || one.isNamed) return -1
  return joined.findLastIndex((other) => isPointedTo(one, other))
}

const key = (name: string): string => name.toLowerCase().replace(/s$/, '')

function isSame(one: FoundAgreement, other: FoundAgreement): boolean {
  if (key(one.draft.name) === key(other.draft.name)) return true
  if (one.draft.form === other.draft.form && sorted(one) === sorted(other)) return true
  if (one.acronym !== null && one.acronym === other.acronym) return true
  return one.draft.name === other.acronym || other.draft.name === one.acronym
}

/** The words of a name in any order: "strategy for the Black Sea" is the "Black Sea Strategy". */
function sorted(one: FoundAgreement): string {
  const words = wordsOf(one.draft.name).filter((word) => !SMALL_WORDS.has(word))
  return words.length < 2 ? one.draft.name : words.sort().join(' ')
}

const SMALL_WORDS = new Set([
  'a',
  'an',
  'the',
  'of',
  'on',
  'for',
  'in',
  'with',
  'and',
  'new',
  'its',
])
const KIN = new Set(['agreement', 'treaty', 'contract'])

/** Does "the deal" or "the grain deal" mean an agreement told of shortly before, of its kind and with its words? */
function isPointedTo(one: FoundAgreement, other: FoundAgreement): boolean {
  if (one.sentence - other.sentence > BARE_REACH) return false
  const [form, before] = [one.draft.form, other.draft.form]
  if (form !== before && !(KIN.has(form) && KIN.has(before))) return false
  const known = new Set(wordsOf(other.draft.name))
  const own = wordsOf(one.draft.name).slice(0, -1)
  return own.every((word) => known.has(word) || WORDS.generalModifiers.has(word))
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function joinTwo(first: FoundAgreement, later: FoundAgreement): FoundAgreement {
  const parties: PartyRef[] = uniqueRefs([...first.draft.parties, ...later.draft.parties])
  const isLater = isFurther(first, later)
  const { status, factuality } = (isLater ? later : first).draft
  const time = first.draft.time ?? later.draft.time
  return {
    ...first,
    acronym: first.acronym ?? later.acronym,
    isTold: isLater ? later.isTold : first.isTold,
    draft: { ...first.draft, parties, status, factuality, time },
  }
}

/** Told words go before use; of equals the furthest status stands. */
function isFurther(first: FoundAgreement, later: FoundAgreement): boolean {
  if (later.draft.status === null) return false
  if (first.draft.status === null) return true
  if (first.isTold !== later.isTold) return later.isTold
  return ORDER.indexOf(later.draft.status) > ORDER.indexOf(first.draft.status)
}
