import type { Codebook, RelationEntry } from '../../codebook/index.js'

export type RelationCueKind = 'noun' | 'verb' | 'phrase'

/** One way of saying a relation: its words in order, lower case. */
export interface RelationCue {
  readonly entry: RelationEntry
  readonly kind: RelationCueKind
  readonly words: readonly string[]
}

/** Cues by the word that a match starts from: the last word of a noun, the first of a verb or phrase. */
export type RelationCueIndex = ReadonlyMap<string, readonly RelationCue[]>

const indexes = new WeakMap<Codebook, RelationCueIndex>()

/** The relation cues of a codebook, longest first for each word; built once for each codebook. */
export function relationCuesOf(codebook: Codebook): RelationCueIndex {
  const known = indexes.get(codebook)
  if (known) return known
  const made = new Map<string, RelationCue[]>()
  const add = (entry: RelationEntry, kind: RelationCueKind, text: string): void => {
    const words = text.toLowerCase().split(' ')
    const key = (kind === 'noun' ? words.at(-1) : words[0]) ?? ''
    const list = made.get(key)
    const cue = { entry, kind, words }
    if (list) list.push(cue)
    else made.set(key, [cue])
  }
  for (const entry of codebook.entries.relations) {
    for (const noun of entry.nouns) add(entry, 'noun', noun)
    for (const verb of entry.verbs) add(entry, 'verb', verb)
    for (const phrase of entry.phrases) add(entry, 'phrase', phrase)
  }
  for (const list of made.values()) list.sort((a, b) => b.words.length - a.words.length)
  indexes.set(codebook, made)
  return made
}
