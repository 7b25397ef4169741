import type { EventCue } from '../../codebook/index.js'
import type { ReadEvent, TokenRange } from '../../core/index.js'
import type { Parse } from '../parse.js'
import { dependents, lemmaAt, relationOf, tagOf } from '../parse.js'
import type { Scene } from '../scene.js'
import { developmentAt } from './development.js'
import type { CueMatch } from './find-cues.js'
import { cuesAt } from './find-cues.js'
import { settleType } from './type-policy.js'
import { WORDS } from './words.js'

/** A happening that a clause may tell of, before its parties are known. */
export interface EventCandidate {
  readonly type: string
  /** The word that names what happened; of a light verb and its noun, the noun ("held talks": "talks"). */
  readonly token: number
  /** All words of the predicate, the light verb among them, in order. */
  readonly group: readonly number[]
  readonly model: ReadEvent | null
  readonly cue: EventCue | null
}

interface Sign {
  readonly token: number
  readonly group: readonly number[]
  readonly model: ReadEvent | null
  readonly cue: EventCue | null
}

/**
 * The happenings that a sentence may tell of: what the reader's event head found and what the codebook's cues match,
 * one for a predicate, a light verb and its noun being one predicate ("paid a visit", "talks were held").
 */
export function findCandidates(scene: Scene, sentence: TokenRange): EventCandidate[] {
  const signs = signsIn(scene, sentence)
  const merged = mergeLightVerbs(scene.parse, signs)
  return merged.flatMap((sign) => {
    const type = settleType(sign.model, sign.cue)
    return type === null ? [] : [{ ...sign, type, group: [...new Set(sign.group)].sort(ascending) }]
  })
}

const ascending = (a: number, b: number): number => a - b

function signsIn(scene: Scene, sentence: TokenRange): Sign[] {
  const models = new Map<number, ReadEvent>()
  for (const event of scene.reading.events)
    if (event.token >= sentence.first && event.token < sentence.last) models.set(event.token, event)
  const cues: CueMatch[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    const found = isInName(scene, at) ? [] : cuesAt(scene, at)
    const development = developmentAt(scene.parse, at)
    if (development && found[0]?.cue.kind !== 'frame') found.unshift(development)
    const match = found.find(({ cue }) => cue.event === models.get(at)?.type) ?? found[0]
    if (match) cues.push(match)
  }
  const signs = new Map<number, Sign>()
  for (const { token, group, cue } of cues)
    signs.set(token, { token, group, cue, model: models.get(token) ?? null })
  for (const [token, model] of models)
    if (!signs.has(token)) signs.set(token, { token, group: [token], cue: null, model })
  return [...signs.values()].sort((a, b) => a.token - b.token)
}

/** Does the word belong to the name of somebody or something ("Cooperation Council", "United States")? */
function isInName(scene: Scene, at: number): boolean {
  return (scene.mentionNumbers[at] ?? -1) >= 0
}

/** Signs with those of one predicate joined, one pair at a time, until none can be. */
function mergeLightVerbs(parse: Parse, signs: readonly Sign[]): Sign[] {
  const left = signs.map((sign) => withLightVerb(parse, sign))
  for (let a = 0; a < left.length; a++)
    for (let b = left.length - 1; b > a; b--) {
      const [one, two] = [left[a] as Sign, left[b] as Sign]
      if (!isOneHappening(parse, one, two)) continue
      left[a] = joinSigns(parse, one, two)
      left.splice(b, 1)
      b = left.length
    }
  return left
}

/** The sign of an event noun with the light verb that carries it, where that verb is no sign itself. */
function withLightVerb(parse: Parse, sign: Sign): Sign {
  const verb = lightVerbOf(parse, sign.token)
  return verb === null ? sign : { ...sign, group: [...sign.group, verb] }
}

/** The verb that adds nothing to a noun but tense and subject: "hold" of "held talks", "begin" of "talks began". */
export function lightVerbOf(parse: Parse, noun: number): number | null {
  if (!/^NN/.test(tagOf(parse, noun)) && tagOf(parse, noun) !== 'VBG') return null
  const head = parse.heads[noun] ?? -1
  const relation = parse.tokens[noun]?.relation ?? ''
  if (head >= 0 && tagOf(parse, head).startsWith('VB')) {
    const lemma = lemmaAt(parse, head)
    const isObject = relation === 'obj' || relation === 'nsubj:pass'
    if (isObject && WORDS.lightVerbs.has(lemma)) return head
    if (relation === 'nsubj' && WORDS.happenVerbs.has(lemma)) return head
    if (relation === 'obl' && /^(engage|enter|take|participate)$/.test(lemma)) return head
  }
  return (
    dependents(parse, noun, 'acl').find(
      (at) => tagOf(parse, at) === 'VBN' && WORDS.lightVerbs.has(lemmaAt(parse, at)),
    ) ?? null
  )
}

/** Do two signs tell of one happening: light verb and noun, or act and its own noun ("signed an agreement")? */
function isOneHappening(parse: Parse, one: Sign, two: Sign): boolean {
  if (two.group.includes(one.token) || one.group.includes(two.token)) return true
  const [upper, lower] = isUnder(parse, two.token, one.token) ? [one, two] : [two, one]
  if (!isUnder(parse, lower.token, upper.token)) return false
  const [a, b] = [settleType(upper.model, upper.cue), settleType(lower.model, lower.cue)]
  if (a === null || b === null || a !== b) return false
  const modes = [upper.cue?.mode ?? null, lower.cue?.mode ?? null]
  const differ = modes[0] !== null && modes[1] !== null && modes[0] !== modes[1]
  return !differ
}

const JOINING = new Set(['obj', 'nsubj', 'obl', 'nmod', 'compound', 'xcomp', 'iobj'])

function isUnder(parse: Parse, lower: number, upper: number): boolean {
  return parse.heads[lower] === upper && JOINING.has(relationOf(parse, lower))
}

function joinSigns(parse: Parse, one: Sign, two: Sign): Sign {
  const isNoun = (sign: Sign): boolean => /^NN/.test(tagOf(parse, sign.token))
  const isLight = (sign: Sign): boolean => WORDS.lightVerbs.has(lemmaAt(parse, sign.token))
  const [main, other] = isNoun(two) && isLight(one) ? [two, one] : [one, two]
  const model = strongerModel(main.model, other.model)
  return {
    token: main.token,
    group: [...main.group, ...other.group],
    model,
    cue: longerCue(main.cue, other.cue),
  }
}

function strongerModel(one: ReadEvent | null, two: ReadEvent | null): ReadEvent | null {
  if (!one || !two) return one ?? two
  return two.score > one.score ? two : one
}

function longerCue(one: EventCue | null, two: EventCue | null): EventCue | null {
  if (!one || !two) return one ?? two
  const rank = (cue: EventCue): number =>
    (cue.kind === 'frame' ? 2 : 0) + (cue.mode ? 1 : 0) + (cue.strength === 'strong' ? 1 : 0)
  return rank(two) > rank(one) ? two : one
}
