import type { EventCue } from '../../codebook/index.js'
import type { Parse } from '../parse.js'
import { dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import { objectOf } from '../clauses.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import { phrasesWith } from './phrases.js'
import { WORDS } from './words.js'

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
 * The cues that stand at a token, the longest first: a frame before a verb with a particle before a bare verb. Empty
 * when the token carries none.
 */
export function cuesAt(scene: Scene, token: number): CueMatch[] {
  const cues = scene.codebook.eventCues.byForm.get(scene.parse.words[token] ?? '')
  if (!cues) return []
  const found: CueMatch[] = []
  for (const cue of cues) {
    const rest = restOf(scene, token, cue)
    if (rest) found.push({ token, group: [token, ...rest].sort((a, b) => a - b), cue })
  }
  return found.sort((a, b) => rankOf(b.cue) - rankOf(a.cue))
}

/** All the cues of a type that stand at a token. */
export function cuesOfTypeAt(scene: Scene, token: number, type: string): EventCue[] {
  return (scene.codebook.eventCues.byForm.get(scene.parse.words[token] ?? '') ?? []).filter(
    (cue) => cue.event === type && restOf(scene, token, cue) !== null,
  )
}

function rankOf(cue: EventCue): number {
  const kind = cue.kind === 'frame' ? 20 : 0
  return kind + cue.rest.length * 4 + (cue.strength === 'strong' ? 2 : 0)
}

/** Tokens of the cue's other words, or null when they are not all there or the word class is wrong. */
function restOf(scene: Scene, token: number, cue: EventCue): number[] | null {
  const { parse } = scene
  const tag = tagOf(parse, token)
  if (cue.kind === 'noun' && isForThePress(parse, token)) return null
  if (cue.kind === 'noun')
    return /^NN/.test(tag) || isGerundNoun(parse, token)
      ? wordsBefore(parse, token, cue.rest)
      : null
  if (!tag.startsWith('VB') || relationOf(parse, token) === 'aux') return null
  if (cue.kind === 'frame') return nounOfFrame(parse, token, cue.rest)
  if (cue.lemma.startsWith('ask') && isQuestion(parse, token)) return null
  if (WORDS.hostVerbs.has(cue.lemma) && cue.event === 'CONSULT' && !hasGuest(scene, token))
    return null
  return wordsAfter(parse, token, cue.rest)
}

/** "a press conference", "told a conference": an audience, and no meeting of two sides. */
function isForThePress(parse: Parse, noun: number): boolean {
  if (!/^(conference|briefing|forum|session)$/.test(lemmaAt(parse, noun))) return false
  const isPress = dependents(parse, noun, 'compound', 'amod').some((at) =>
    /^(press|news|media)$/.test(lemmaAt(parse, at)),
  )
  const head = parse.heads[noun] ?? -1
  return isPress || (relationOf(parse, noun) === 'obj' && lemmaAt(parse, head) === 'tell')
}

/** "asked about", "asked whether": a question, and no request. */
function isQuestion(parse: Parse, verb: number): boolean {
  if (phrasesWith(parse, verb, 'about').length > 0) return true
  return dependents(parse, verb, 'ccomp', 'advcl').some((clause) =>
    dependents(parse, clause, 'mark', 'advmod', 'obj').some((at) =>
      /^(whether|if|what|why|how|when|who)$/.test(lemmaAt(parse, at)),
    ),
  )
}

/** Is somebody received, and not a decision welcomed? The object is a person, or people. */
function hasGuest(scene: Scene, verb: number): boolean {
  const guest = objectOf(scene.parse, verb)
  if (guest === null) return false
  const mention = mentionAt(scene, guest)
  const isPerson = mention?.parties.some((id) => scene.parties.get(id)?.type === 'person') ?? false
  return isPerson || WORDS.groupNouns.has(lemmaAt(scene.parse, guest))
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
    const isLast = found.length === words.length
    const fits = (place: number): boolean =>
      hasWord(parse, place, word) &&
      hangsOn(parse, place, verb) &&
      !(isLast && word === 'to' && relationOf(parse, place) === 'mark')
    while (at <= end && !fits(at)) at++
    if (at > end) return null
    found.push(at++)
  }
  return found
}

/** Prepositions that end a frame's noun: "fire missiles at". */
const FRAME_ENDINGS = new Set(['at', 'on', 'to', 'with', 'against', 'for', 'from', 'of', 'over'])

/** The noun of a light verb: its object, the subject of its passive, or the noun that its participle modifies. */
function nounOfFrame(parse: Parse, verb: number, words: readonly string[]): number[] | null {
  const last = words.at(-1) ?? ''
  if (words.length > 1 && FRAME_ENDINGS.has(last))
    return phrasesWith(parse, verb, last).length > 0
      ? nounOfFrame(parse, verb, words.slice(0, -1))
      : null
  for (const noun of frameNouns(parse, verb)) {
    if (!hasWord(parse, noun, last)) continue
    const rest = wordsBefore(parse, noun, words.slice(0, -1))
    if (rest) return [noun, ...rest]
  }
  return null
}

const FRAME_NOUNS = new WeakMap<Parse, Map<number, number[]>>()

/** Nouns that may stand in a verb's frame, each with what is coordinated with it. Kept: one verb has dozens of frames. */
function frameNouns(parse: Parse, verb: number): readonly number[] {
  const known = FRAME_NOUNS.get(parse) ?? new Map<number, number[]>()
  FRAME_NOUNS.set(parse, known)
  const seen = known.get(verb)
  if (seen) return seen
  const places = [
    ...dependents(parse, verb, 'obj', 'nsubj:pass', 'obl'),
    ...(relationOf(parse, verb) === 'acl' ? [parse.heads[verb] ?? -1] : []),
  ]
  const nouns = places
    .flatMap((place) => [place, ...dependents(parse, place, 'conj')])
    .filter((at) => at >= 0)
  known.set(verb, nouns)
  return nouns
}

function hasWord(parse: Parse, at: number, word: string): boolean {
  return parse.words[at] === word || lemmaAt(parse, at) === word
}

/** On the verb itself, or on a phrase or infinitive of it. */
function hangsOn(parse: Parse, at: number, verb: number): boolean {
  const head = parse.heads[at] ?? -1
  if (head === verb) return true
  if (head < 0 || parse.heads[head] !== verb) return false
  return ['obl', 'obj', 'xcomp', 'advcl', 'ccomp', 'iobj'].includes(relationOf(parse, head))
}

function isSameSentence(parse: Parse, a: number, b: number): boolean {
  return parse.tokens[a]?.sentence === parse.tokens[b]?.sentence
}
