import type { AgreementFormEntry, AgreementStatusEntry, Codebook } from '../../codebook/index.js'
import type { Parse } from '../parse.js'
import { lemmaAt } from '../parse.js'

type Form = AgreementFormEntry['form']
type Status = AgreementStatusEntry['status']

/** The codebook's words for agreements, ready to look up. */
export interface AgreementWords {
  /** Nouns by head word (the word before "of", else the last): the whole noun's words and the form. Longest first. */
  readonly nouns: ReadonlyMap<string, readonly FormNoun[]>
  /** Verbs by first word, with the words that must follow ("into force"); those with most words first. */
  readonly statusVerbs: ReadonlyMap<string, readonly StatusVerb[]>
  readonly statusNouns: ReadonlyMap<string, Status>
  readonly statusPhrases: readonly (readonly [string, Status])[]
  readonly areas: readonly (readonly [string, string])[]
}

export interface StatusVerb {
  readonly rest: readonly string[]
  readonly status: Status
}

export interface FormNoun {
  readonly words: readonly string[]
  /** Place of the head in `words`. */
  readonly head: number
  readonly form: Form
  /** The head word as written in the codebook: "agreement", "cease-fire". */
  readonly key: string
  /** Words between blanks: 2 for "free-trade agreement". */
  readonly size: number
}

const built = new WeakMap<Codebook, AgreementWords>()

/** The agreement words of a codebook, built once for each codebook. */
export function agreementWordsOf(codebook: Codebook): AgreementWords {
  const known = built.get(codebook)
  if (known) return known
  const { agreementForms, agreementStatuses, agreementAreas } = codebook.entries
  const made: AgreementWords = {
    nouns: nounIndex(agreementForms),
    statusVerbs: verbIndex(agreementStatuses),
    statusNouns: firstOf(agreementStatuses, (row) => row.nouns),
    statusPhrases: agreementStatuses
      .flatMap((row) => row.phrases.map((phrase) => [phrase, row.status] as const))
      .sort((a, b) => b[0].length - a[0].length),
    areas: agreementAreas.flatMap((row) => row.cues.map((cue) => [cue, row.area] as const)),
  }
  built.set(codebook, made)
  return made
}

function nounIndex(rows: readonly AgreementFormEntry[]): Map<string, FormNoun[]> {
  const made = new Map<string, FormNoun[]>()
  for (const { form, nouns } of rows)
    for (const noun of nouns) {
      // The reader splits words at hyphens: "free - trade agreement".
      const words = noun.toLowerCase().replaceAll('-', ' - ').split(' ')
      const of = words.indexOf('of')
      const head = of > 0 ? of - 1 : words.length - 1
      const found = words[head] ?? noun
      const blank = noun.toLowerCase().split(' ')
      const key = blank[of > 0 ? blank.indexOf('of') - 1 : blank.length - 1] ?? noun
      const entry = { words, head, form, key, size: blank.length }
      made.set(found, [...(made.get(found) ?? []), entry])
    }
  for (const list of made.values()) list.sort((a, b) => b.words.length - a.words.length)
  return made
}

function verbIndex(rows: readonly AgreementStatusEntry[]): Map<string, StatusVerb[]> {
  const made = new Map<string, StatusVerb[]>()
  for (const { status, verbs } of rows)
    for (const verb of verbs) {
      const [first = verb, ...rest] = verb.split(' ')
      made.set(first, [...(made.get(first) ?? []), { rest, status }])
    }
  for (const list of made.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return made
}

/** How far from its verb the rest of it may begin: "put the plan forward". */
const REST_REACH = 4

/** What a verb of the text says of how far an agreement has come ("entered into force"); null when nothing. */
export function verbStatusAt(parse: Parse, words: AgreementWords, verb: number): Status | null {
  const after = parse.words.slice(verb + 1, verb + 1 + REST_REACH + 3)
  const holds = (rest: readonly string[]): boolean =>
    rest.length === 0 ||
    [...Array(REST_REACH).keys()].some((from) => rest.every((word, n) => after[from + n] === word))
  const list = words.statusVerbs.get(lemmaAt(parse, verb)) ?? []
  return list.find(({ rest }) => holds(rest))?.status ?? null
}

function firstOf(
  rows: readonly AgreementStatusEntry[],
  wordsOf: (row: AgreementStatusEntry) => readonly string[],
): Map<string, Status> {
  const made = new Map<string, Status>()
  for (const row of rows)
    for (const word of wordsOf(row)) if (!made.has(word)) made.set(word, row.status)
  return made
}

/** The noun of an agreement whose head stands at a token, the longest that fits; null when it is none. */
export function formAt(parse: Parse, words: AgreementWords, at: number): FormNoun | null {
  const text = parse.tokens[at]?.text.toLowerCase() ?? ''
  const list = words.nouns.get(lemmaAt(parse, at)) ?? words.nouns.get(text.replace(/s$/, '')) ?? []
  return (
    list.find((noun) =>
      noun.words.every((word, n) => {
        const here = at - noun.head + n
        return n === noun.head || parse.tokens[here]?.text.toLowerCase() === word
      }),
    ) ?? null
  )
}
