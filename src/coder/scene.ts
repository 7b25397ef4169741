import type {
  Issue,
  NewsDocument,
  PartyRecord,
  PartyRef,
  Reading,
  ReadTime,
  RecordAttribution,
  RecordTime,
  Span,
  TokenRange,
} from '../core/index.js'
import { spanHolds } from '../core/index.js'
import { clauseRoot } from './clauses.js'
import type { Codebook } from '../codebook/index.js'
import type { RecordDraft } from './drafts.js'
import type { Parse } from './parse.js'
import { conjuncts, indexParse, relationOf, tokenAt } from './parse.js'
import type { KnownPersons } from './parties/known-persons.js'
import type { FoundTime } from './time/index.js'

/** How a mention names its parties. */
export type MentionForm =
  | 'name' // "Roman Vassilenko", "Kazakhstan", "the Kremlin"
  | 'demonym' // "Kazakh"
  | 'body' // "the ministry", "the government"
  | 'office' // "the German president"
  | 'pronoun' // "he", "their"
  | 'description' // "the two countries", "both sides"

/** Words of the text that mean one party, or several ("the two countries"). */
export interface Mention extends TokenRange {
  /** Head token of the words. */
  readonly head: number
  readonly form: MentionForm
  /** The party as the text has it here: a person's name without the office before it. */
  readonly words: string
  /** Ids of the parties meant, into `Scene.parties`. Never empty. */
  readonly parties: readonly string[]
  /** Does it stand here for where something is, and not for who acts ("in Astana")? */
  readonly isPlace: boolean
}

/** An office that the text gives a person. */
export interface Introduction {
  /** Id of the person. */
  readonly person: string
  /** The office without country and name: "Deputy Foreign Minister". */
  readonly office: TokenRange
  /** Id of the state or body it is held in, or null. */
  readonly of: string | null
  /** All the words of the introduction, office and name. */
  readonly range: TokenRange
}

/** A time expression of the text with its place in the calendar; `value` null when it has none. */
export interface SceneTime {
  readonly range: ReadTime
  readonly value: RecordTime | null
}

/** A stretch of the text that somebody says: the content of a statement. */
export interface SpokenStretch {
  readonly span: Span
  readonly attribution: RecordAttribution
}

/**
 * All that the coder knows of a document while it works: what it was given, and what the passes so far have found.
 * Never changed: a pass gives back what it adds (`PassResult`).
 */
export interface Scene {
  readonly document: NewsDocument
  readonly reading: Reading
  readonly codebook: Codebook
  /** Persons of the ledger, from documents coded before this one. */
  readonly knownPersons: KnownPersons
  readonly parse: Parse
  /** Parties of this document by id. From the pass `parties`. */
  readonly parties: ReadonlyMap<string, PartyRecord>
  /** Mentions of parties by position; they do not overlap. From the pass `parties`. */
  readonly mentions: readonly Mention[]
  /** For each token, the number of the mention that covers it, or −1. */
  readonly mentionNumbers: readonly number[]
  /** Offices beside persons' names, by position. From the pass `parties`. */
  readonly introductions: readonly Introduction[]
  /** Time expressions by position. From the pass `times`. */
  readonly times: readonly SceneTime[]
  /** The same as the rules found them, placed or not. From the pass `times`. */
  readonly foundTimes: readonly FoundTime[]
  /** Contents of statements. From the pass `statements`. */
  readonly spoken: readonly SpokenStretch[]
  readonly drafts: readonly RecordDraft[]
}

/** What a pass adds: records, trouble, and facts that later passes stand on. */
export interface PassResult {
  readonly drafts?: readonly RecordDraft[]
  readonly issues?: readonly Issue[]
  readonly facts?: Partial<
    Pick<Scene, 'parties' | 'mentions' | 'introductions' | 'times' | 'foundTimes' | 'spoken'>
  >
}

export interface Pass {
  readonly name: string
  readonly run: (scene: Scene) => PassResult
}

/** The scene before any pass: the reading indexed, nothing found yet. */
export function openScene(
  document: NewsDocument,
  reading: Reading,
  codebook: Codebook,
  knownPersons: KnownPersons,
): Scene {
  return {
    document,
    reading,
    codebook,
    knownPersons,
    parse: indexParse(reading),
    parties: new Map(),
    mentions: [],
    mentionNumbers: reading.tokens.map(() => -1),
    introductions: [],
    times: [],
    foundTimes: [],
    spoken: [],
    drafts: [],
  }
}

/** The scene with what a pass added. */
export function extendScene(scene: Scene, result: PassResult): Scene {
  const drafts = result.drafts?.length ? [...scene.drafts, ...result.drafts] : scene.drafts
  const next: Scene = { ...scene, ...result.facts, drafts }
  if (!result.facts?.mentions) return next
  const mentionNumbers = scene.reading.tokens.map(() => -1)
  next.mentions.forEach((mention, number) => {
    for (let at = mention.first; at < mention.last; at++) mentionNumbers[at] = number
  })
  return { ...next, mentionNumbers }
}

/** The mention that covers a token, or null. */
export function mentionAt(scene: Scene, token: number): Mention | null {
  return scene.mentions[scene.mentionNumbers[token] ?? -1] ?? null
}

/** A reference to a party by the words of a mention. */
export function refsOfMention(scene: Scene, mention: Mention): PartyRef[] {
  const isOne = mention.parties.length === 1
  return mention.parties.map((id) => ({
    id,
    name: isOne ? mention.words : (scene.parties.get(id)?.name ?? mention.words),
  }))
}

/** The parties that a token's mention means (one, or several for "the two countries"); [] when it means none. */
export function partiesAt(scene: Scene, token: number): PartyRef[] {
  const mention = mentionAt(scene, token)
  return mention ? refsOfMention(scene, mention) : []
}

/** The parties of a token and of all that is coordinated with it: "Spain, Italy and Malta". Each once. */
export function partiesOfPhrase(scene: Scene, token: number): PartyRef[] {
  const refs = conjuncts(scene.parse, token).flatMap((at) => partiesAt(scene, at))
  return uniqueRefs(refs)
}

/** References with each party kept once, in order. */
export function uniqueRefs(refs: readonly PartyRef[]): PartyRef[] {
  const seen = new Set<string>()
  return refs.filter((ref) => !seen.has(ref.id) && seen.add(ref.id))
}

/** Mentions that lie in a token range, in order. */
export function mentionsIn(scene: Scene, range: TokenRange): Mention[] {
  const numbers = new Set<number>()
  for (let at = range.first; at < range.last; at++) {
    const number = scene.mentionNumbers[at] ?? -1
    if (number >= 0) numbers.add(number)
  }
  return [...numbers].map((number) => scene.mentions[number] as Mention)
}

/** Who says the words at a span: the speaker of the smallest statement content that holds it, or null. */
export function speakerAt(scene: Scene, span: Span): RecordAttribution | null {
  let best: SpokenStretch | null = null
  for (const stretch of scene.spoken) {
    if (!spanHolds(stretch.span, span)) continue
    const isSmaller =
      !best || stretch.span.end - stretch.span.start < best.span.end - best.span.start
    if (isSmaller) best = stretch
  }
  return best?.attribution ?? null
}

/**
 * When what a token tells of took place: the time expression in its own clause, nearest first; null when the clause
 * has none that could be placed in the calendar. A time in a clause below ("the pact signed in 2009") is that clause's,
 * unless that clause says when the token itself was ("a visit planned for June").
 */
export function timeAt(scene: Scene, token: number): RecordTime | null {
  const clause = clauseRoot(scene.parse, token)
  const found = scene.times.filter((time) => {
    if (time.value === null) return false
    const at = time.range.first
    if (tokenAt(scene.parse, at).sentence !== tokenAt(scene.parse, token).sentence) return false
    const own = clauseRoot(scene.parse, at)
    return own === clause || isAbout(scene.parse, own, token)
  })
  found.sort((a, b) => distance(a.range, token) - distance(b.range, token))
  return found[0]?.value ?? null
}

/** Does a clause say something of a token: "planned for June" of "visit"? */
function isAbout(parse: Parse, clause: number, token: number): boolean {
  return parse.heads[clause] === token && relationOf(parse, clause) === 'acl'
}

function distance(range: TokenRange, token: number): number {
  if (token < range.first) return range.first - token
  return token >= range.last ? token - range.last + 1 : 0
}
