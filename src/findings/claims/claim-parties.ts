import type { Codebook, Marker } from '../../codebook/index.js'
import type { EventRecord, PartyRecord, PartyRef, StatementRecord } from '../../core/index.js'
import type { ToldManner } from './manners.js'
import type { MatterHit } from './matters.js'
import type { SideMention } from './mentions.js'
import type { Sides } from '../sides.js'
import { stemOf, type TextWord } from '../words.js'

/** Whose conduct words tell of, and whom the matter concerns, as far as word order tells. */

/** A record with its words read, for claims. */
export interface ClaimScene {
  readonly record: StatementRecord | EventRecord
  readonly words: readonly TextWord[]
  readonly mentions: readonly SideMention[]
  readonly markers: ReadonlyMap<Marker, ReadonlySet<number>>
  readonly sides: Sides
  readonly codebook: Codebook
}

/** Words between a preposition and the party that it leads to ("of the occupied parts of Donetsk"). */
const PREPOSITION_REACH = 4
/** Words after a cue within which the party concerned is looked for. */
const CONCERNED_REACH = 12
/** Words between a possessor and its cue ("Ukraine's full territorial integrity"). */
const POSSESSOR_REACH = 2
/** A direct object stands at most so many words after its verb. */
const OBJECT_REACH = 2
/** A stand told without its subject ("support for a settlement") has no more words. */
const BARE_STAND_WORDS = 8
/** Words between an agent marker and the agent. */
const AGENT_REACH = 3
const PREPOSITIONS = new Set(
  ['in', 'at', 'on', 'for', 'with', 'from', 'to', 'against', 'between', 'of', 'by'].map(stemOf),
)
const OWNING = new Set(['of', 'in', 'from'].map(stemOf))
const RELATIVE = /^(?:that|which|who|and|or)$/iu
const FIRST_PERSON = /^(?:we|us|our|i|my)$/iu
const PRONOUN = /^(?:it|they|he|she|its|their|his|her)$/iu

/** The sides whose conduct a cue tells of; `[null]` where the words do not tell. */
export function holdersOf(
  scene: ClaimScene,
  hit: MatterHit,
  teller: PartyRef | null,
  told: ToldManner,
): readonly (PartyRef | null)[] {
  const { record, sides } = scene
  if (record.kind === 'statement') return [writtenHolder(scene, hit, teller, told)]
  if (record.event === 'ACCUSE') return orNull(sides.sidesOf(record.recipient))
  const actors = sides.sidesOf(record.actor)
  // An act of speech has its teller among its actors, and is told once for each.
  if (teller && actors.some((side) => side.id === teller.id)) return [teller]
  const written = writtenHolder(scene, hit, teller, told)
  return actors.some((side) => side.id === written?.id) ? [written] : [null]
}

function orNull(sides: readonly PartyRef[]): readonly (PartyRef | null)[] {
  return sides.length === 0 ? [null] : sides
}

function writtenHolder(
  scene: ClaimScene,
  hit: MatterHit,
  teller: PartyRef | null,
  told: ToldManner,
): PartyRef | null {
  const { words, mentions } = scene
  const [head = 0] = hit.at
  const sentence = words[head]?.sentence
  const here = mentions.filter(({ first }) => words[first]?.sentence === sentence)
  const agent = agentOf(scene, here)
  if (agent) return agent.side
  const doer = hit.isOwnStance && !hit.isTurned ? doerOf(here, hit) : null
  if (doer) return doer.side
  // "… help Russia to evade": whom the matter concerns does not do it.
  const leading = new Set(hit.matter.concerns.map(stemOf))
  const before = here.filter(
    (mention) => mention.last < head && !leading.has(words[mention.first - 1]?.stem ?? ''),
  )
  const subject = before.find((mention) => !PREPOSITIONS.has(stemBefore(words, mention)))
  if (subject) return subject.side
  // "Firms in Serbia help …", but not "In Serbia, …".
  const owner = before.find(
    (mention) => mention.first > 1 && OWNING.has(stemBefore(words, mention)),
  )
  if (owner) return owner.side
  const isOwn = isSubjectless(words, sentence) || isBareStand(scene, sentence)
  return isOwn || told.manner === 'pledges' ? teller : null
}

function agentOf({ words, markers }: ClaimScene, here: readonly SideMention[]): SideMention | null {
  const agents = markers.get('agent') ?? new Set()
  const led = here.find(({ first }) =>
    [...agents].some(
      (at) => at < first && first - at <= AGENT_REACH && words[at]?.clause === words[first]?.clause,
    ),
  )
  return led ?? null
}

/** "The Iraqi invasion": who stands right before a deed does it, unless a word before turns the deed round for another. */
function doerOf(here: readonly SideMention[], { at }: MatterHit): SideMention | null {
  return here.find(({ last }) => last === Math.min(...at) - 1) ?? null
}

/** Content cut from its subject ("to comply with", "helping", "it exports"): the speaker is meant. */
function isSubjectless(words: readonly TextWord[], sentence: number | undefined): boolean {
  const [first] = words
  if (!first || first.sentence !== sentence) return false
  return /^(?:to|\p{L}+ing)$/iu.test(first.written) || PRONOUN.test(first.written)
}

/** "Support for a negotiated settlement", "respect for its borders": a stand that has no subject is the speaker's own. */
function isBareStand({ words, markers }: ClaimScene, sentence: number | undefined): boolean {
  const [first, second] = words
  if (!first || first.sentence !== sentence || !/^(?:for|to)$/iu.test(second?.written ?? ''))
    return false
  const isShort = words.filter((word) => word.sentence === sentence).length <= BARE_STAND_WORDS
  return (
    isShort && (markers.get('support')?.has(0) === true || markers.get('reverse')?.has(0) === true)
  )
}

function stemBefore(words: readonly TextWord[], mention: SideMention): string {
  const before = words[mention.first - 1]
  if (!before || before.sentence !== words[mention.first]?.sentence) return ''
  return before.stem === 'the' ? (words[mention.first - 2]?.stem ?? '') : before.stem
}

/**
 * Whom a matter concerns: the party that one of its prepositions leads to after the cue, a possessor before a cue
 * without stance, a party right after the cue, or the last other side before it. Null when the words do not tell;
 * undefined when the matter can only concern a kind of party that the words do not name.
 */
export function concernedIn(
  scene: ClaimScene,
  hit: MatterHit,
  holder: PartyRef | null,
): PartyRef | null | undefined {
  const { matter } = hit
  if (matter.concerns.length === 0) return null
  const { words, mentions } = scene
  const sentence = words[hit.at[0] ?? 0]?.sentence
  const here = mentions.filter(
    (mention) => words[mention.first]?.sentence === sentence && fits(mention, hit),
  )
  const led = ledTo(words, here, hit)
  const found = led ?? (hit.isOwnStance ? null : possessorOf(words, here, hit, holder))
  if (found) return found
  const near = rightAfter(here, hit) ?? subjectOfAgent(scene, here, hit)
  if (near) return near
  if (matter.parties.length > 0) return undefined
  const isHolderFit = here.some(({ side }) => side.id === holder?.id)
  return matter.own && isHolderFit ? holder : null
}

/** A direct object ("invaded Ukraine"), or a name among the words of the cue ("recognise the Donetsk republic"). */
function rightAfter(here: readonly SideMention[], { at }: MatterHit): PartyRef | null {
  const [from, to] = [Math.min(...at), Math.max(...at)]
  return here.find(({ first }) => first > from && first - to <= OBJECT_REACH)?.side ?? null
}

/** "Russia receives drones with the support of …": who receives is concerned, for the agent is who does it. */
function subjectOfAgent(
  scene: ClaimScene,
  here: readonly SideMention[],
  { at, isOwnStance }: MatterHit,
): PartyRef | null {
  if (!isOwnStance || !agentOf(scene, here)) return null
  return here.find(({ first }) => first < Math.min(...at))?.side ?? null
}

/** States, bodies and groups of states can be concerned. */
const CONCERNED_TYPES: readonly PartyRecord['type'][] = [
  'country',
  'government',
  'place',
  'igo',
  'group',
]

function fits({ type }: SideMention, { matter }: MatterHit): boolean {
  const types = matter.parties.length > 0 ? matter.parties : CONCERNED_TYPES
  return type !== null && types.includes(type)
}

/** The party that one of the matter's words leads to: after the cue, or else before it ("helps Russia to circumvent"). */
function ledTo(
  words: readonly TextWord[],
  here: readonly SideMention[],
  { at, matter }: MatterHit,
): PartyRef | null {
  const [from, to] = [Math.min(...at), Math.max(...at)]
  const leading = new Set(matter.concerns.map(stemOf))
  const led = here.filter(
    ({ first }) => first <= to + CONCERNED_REACH && isLed(words, first, leading),
  )
  return (led.find(({ first }) => first > from) ?? led.at(-1))?.side ?? null
}

function isLed(words: readonly TextWord[], first: number, leading: ReadonlySet<string>): boolean {
  for (let at = first - 1; at >= first - PREPOSITION_REACH && at >= 0; at--) {
    const word = words[at]
    if (!word || RELATIVE.test(word.written) || word.clause !== words[first]?.clause) return false
    if (leading.has(word.stem)) return true
  }
  return false
}

function possessorOf(
  words: readonly TextWord[],
  here: readonly SideMention[],
  { at }: MatterHit,
  holder: PartyRef | null,
): PartyRef | null {
  const from = Math.min(...at)
  const near = here.filter(({ last }) => last < from && from - last <= POSSESSOR_REACH + 1)
  const possessor = near.at(-1)
  if (possessor) return possessor.side
  const own = words.slice(Math.max(0, from - POSSESSOR_REACH), from)
  if (!own.some(({ written }) => PRONOUN.test(written))) return null
  // "We support them in protecting their sovereignty": "their" is not who says "we".
  const said = here.filter(({ last }) => last < from)
  const isFirstPerson = said.some(({ first }) => FIRST_PERSON.test(words[first]?.written ?? ''))
  const other = isFirstPerson ? said.findLast(({ side }) => side.id !== holder?.id) : undefined
  return other?.side ?? holder
}
