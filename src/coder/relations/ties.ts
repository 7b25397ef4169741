import type { Codebook, RelationEntry } from '../../codebook/index.js'
import type { TokenRange } from '../../core/index.js'
import { subjectOf } from '../clauses.js'
import { phrasesWith } from '../events/phrases.js'
import { joinParties, partiesOfNominal } from '../events/nominal-parties.js'
import { lemmaAt } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt } from '../scene.js'
import type { RelationMatch } from './find-relations.js'
import type { RelationSides } from './sides.js'
import words from './tie-words.json' with { type: 'json' }

/** Relations told by a predicate of ties ("relations between A and B are tense") or by "A-backed B". */

const TIE_NOUNS = new Set(words.tieNouns)
const OF_TIES = ['strained-ties', 'close-ties'] as const
const BACKED = new Set(words['supports-in-conflict'])

/** A relation whose sides are already known. */
export interface ToldRelation {
  readonly match: RelationMatch
  readonly sides: RelationSides
}

/** The relations of a sentence that the words around a name or its ties tell without a cue between the parties. */
export function toldRelations(scene: Scene, sentence: TokenRange): ToldRelation[] {
  const found: ToldRelation[] = []
  for (let at = sentence.first; at < sentence.last; at++) {
    const one = tiesAt(scene, at) ?? backedAt(scene, at)
    if (one) found.push(one)
  }
  return found
}

/** "Relations between Chad and Mali are tense": the predicate says how they are. */
function tiesAt(scene: Scene, at: number): ToldRelation | null {
  const lemma = lemmaAt(scene.parse, at)
  const label = OF_TIES.find((one) => words[one].includes(lemma))
  const entry = label && entryOf(scene.codebook, label)
  const subject = entry ? subjectOf(scene.parse, at) : null
  if (!entry || subject === null || subject > at) return null
  if (!TIE_NOUNS.has(lemmaAt(scene.parse, subject))) return null
  const between = phrasesWith(scene.parse, subject, 'between')
  const all = joinParties(between.map((token) => partiesOfNominal(scene, token)))
  const [first, ...others] = all.refs
  if (!first || others.length === 0) return null
  const sides = {
    holder: { refs: [first], tokens: [subject, ...all.tokens] },
    owner: { refs: others, tokens: all.tokens },
  }
  return { match: matchOf(entry, [at], lemma), sides }
}

/** How far behind "Iran-backed" the name of who is backed may stand: "Iran-backed Houthi rebels". */
const NAME_REACH = 3

/** "Iran-backed Hezbollah": who backs stands before the hyphen, who is backed behind. */
function backedAt(scene: Scene, at: number): ToldRelation | null {
  const { words: text } = scene.parse
  if (!BACKED.has(text[at] ?? '') || !/^[-–]$/.test(text[at - 1] ?? '')) return null
  const entry = entryOf(scene.codebook, 'supports-in-conflict')
  const name = [...Array(NAME_REACH).keys()]
    .map((n) => at + 1 + n)
    .find((token) => mentionAt(scene, token)?.form === 'name')
  if (!entry || name === undefined || mentionAt(scene, at - 2) === null) return null
  const holder = partiesOfNominal(scene, mentionAt(scene, at - 2)?.head ?? at - 2)
  const owner = partiesOfNominal(scene, mentionAt(scene, name)?.head ?? name)
  if (holder.refs.length === 0 || owner.refs.length === 0) return null
  return { match: matchOf(entry, [at], text[at] ?? ''), sides: { holder, owner } }
}

function entryOf(codebook: Codebook, label: string): RelationEntry | undefined {
  return codebook.entries.relations.find((entry) => entry.label === label)
}

function matchOf(entry: RelationEntry, tokens: readonly number[], word: string): RelationMatch {
  return { cue: { entry, kind: 'phrase', words: [word] }, tokens, head: tokens[0] ?? 0 }
}
