import type { EventCue } from '../../codebook/index.js'
import type { Parse } from '../parse.js'
import { dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'

/** A cue of the codebook found in the text: its token, and all the words that make it up. */
export interface CueMatch {
  readonly token: number
  readonly group: readonly number[]
  readonly cue: EventCue
}

/** How far behind its verb a particle or a frame's noun may stand, in tokens. */
const FARTHEST_WORD = 9
/** Nouns may be parted from the words before them by an adjective or two: "joint military exercise". */
const FARTHEST_MODIFIER = 4

/**
 * The cue that stands at a token, the longest first: a frame before a verb with a particle before a bare verb.
 * Null when the token carries none, or is a verb cue used as an adjective of a name ("United", "visiting professor").
 */
export function cueAt(scene: Scene, token: number): CueMatch | null {
  const form = (scene.reading.tokens[token]?.text ?? '').toLowerCase()
  const cues = scene.codebook.eventCues.byForm.get(form)
  if (!cues) return null
  const ranked = [...cues].sort((a, b) => rankOf(b) - rankOf(a))
  for (const cue of ranked) {
    const rest = restOf(scene.parse, token, cue)
    if (rest) return { token, group: [token, ...rest].sort((a, b) => a - b), cue }
  }
  return null
}

/** All the cues of a type that stand at a token. */
export function cuesOfTypeAt(scene: Scene, token: number, type: string): EventCue[] {
  const form = (scene.reading.tokens[token]?.text ?? '').toLowerCase()
  return (scene.codebook.eventCues.byForm.get(form) ?? []).filter(
    (cue) => cue.event === type && restOf(scene.parse, token, cue) !== null,
  )
}

function rankOf(cue: EventCue): number {
  const kind = cue.kind === 'frame' ? 20 : 0
  return kind + cue.rest.length * 4 + (cue.strength === 'strong' ? 2 : 0)
}

/** Tokens of the cue's other words, or null when they are not all there or the word class is wrong. */
function restOf(parse: Parse, token: number, cue: EventCue): number[] | null {
  const tag = tagOf(parse, token)
  if (cue.kind === 'noun')
    return /^NN/.test(tag) || isGerundNoun(parse, token)
      ? wordsBefore(parse, token, cue.rest)
      : null
  if (!tag.startsWith('VB') || relationOf(parse, token) === 'aux') return null
  if (cue.kind === 'frame') return nounOfFrame(parse, token, cue.rest)
  return wordsAfter(parse, token, cue.rest)
}

/** "the signing of", "his meeting with": an -ing form with an article, an owner or a preposition before it. */
function isGerundNoun(parse: Parse, token: number): boolean {
  if (tagOf(parse, token) !== 'VBG') return false
  return dependents(parse, token, 'det', 'nmod:poss', 'case').length > 0
}

function wordsBefore(parse: Parse, token: number, words: readonly string[]): number[] | null {
  const found: number[] = []
  let at = token - 1
  for (const word of [...words].reverse()) {
    const floor = Math.max(0, at - FARTHEST_MODIFIER + 1)
    while (at >= floor && !hasWord(parse, at, word)) at--
    if (at < floor || !isSameSentence(parse, at, token)) return null
    found.push(at--)
  }
  return found
}

/** Particles and prepositions after a verb, in order, each hanging on it or on a phrase of it. */
function wordsAfter(parse: Parse, verb: number, words: readonly string[]): number[] | null {
  const found: number[] = []
  let at = verb + 1
  for (const word of words) {
    const end = verb + FARTHEST_WORD
    while (at <= end && !(hasWord(parse, at, word) && hangsOn(parse, at, verb))) at++
    if (at > end) return null
    found.push(at++)
  }
  return found
}

/** The noun of a light verb: its object, the subject of its passive, or the noun that its participle modifies. */
function nounOfFrame(parse: Parse, verb: number, words: readonly string[]): number[] | null {
  const places = [
    ...dependents(parse, verb, 'obj', 'nsubj:pass', 'obl', 'nsubj', 'xcomp'),
    ...(relationOf(parse, verb) === 'acl' ? [parse.heads[verb] ?? -1] : []),
  ]
  for (const place of places) {
    const noun = [place, ...dependents(parse, place, 'conj')].find((at) =>
      hasWord(parse, at, words.at(-1) ?? ''),
    )
    if (noun === undefined || noun < 0) continue
    const rest = wordsBefore(parse, noun, words.slice(0, -1))
    if (rest) return [noun, ...rest]
  }
  return null
}

function hasWord(parse: Parse, at: number, word: string): boolean {
  const text = parse.tokens[at]?.text.toLowerCase()
  return text !== undefined && (text === word || lemmaAt(parse, at) === word)
}

function hangsOn(parse: Parse, at: number, verb: number): boolean {
  let here = parse.heads[at] ?? -1
  for (let step = 0; step < 3 && here >= 0; step++) {
    if (here === verb) return true
    here = parse.heads[here] ?? -1
  }
  return false
}

function isSameSentence(parse: Parse, a: number, b: number): boolean {
  return parse.tokens[a]?.sentence === parse.tokens[b]?.sentence
}
