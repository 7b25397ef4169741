import type { AgreementFormEntry, AgreementStatusEntry, Codebook } from '../../codebook/index.js'
import type { Parse } from '../parse.js'
import { lemmaAt } from '../parse.js'

type Form = AgreementFormEntry['form']
type Status = AgreementStatusEntry['status']

/** The codebook's words for agreements, ready to look up. */
export interface AgreementWords {
  /** Nouns by head word (the word before "of", else the last): the whole noun's words and the form. Longest first. */
  readonly nouns: ReadonlyMap<string, readonly FormNoun[]>
  readonly statusVerbs: ReadonlyMap<string, Status>
  readonly statusNouns: ReadonlyMap<string, Status>
  readonly statusPhrases: readonly (readonly [string, Status])[]
  readonly areas: readonly (readonly [string, string])[]
}

export interface FormNoun {
  readonly words: readonly string[]
  /** Place of the head in `words`. */
  readonly head: number
  readonly form: Form
}

const built = new WeakMap<Codebook, AgreementWords>()

/** The agreement words of a codebook, built once for each codebook. */
export function agreementWordsOf(codebook: Codebook): AgreementWords {
  const known = built.get(codebook)
  if (known) return known
  const { agreementForms, agreementStatuses, agreementAreas } = codebook.entries
  const made: AgreementWords = {
    nouns: nounIndex(agreementForms),
    statusVerbs: firstOf(agreementStatuses, (row) =>
      row.verbs.map((verb) => verb.split(' ')[0] ?? verb),
    ),
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
      const words = noun.toLowerCase().split(' ')
      const of = words.indexOf('of')
      const head = of > 0 ? of - 1 : words.length - 1
      const key = words[head] ?? noun
      made.set(key, [...(made.get(key) ?? []), { words, head, form }])
    }
  for (const list of made.values()) list.sort((a, b) => b.words.length - a.words.length)
  return made
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
