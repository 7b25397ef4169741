import type {
  NameType,
  ReadAttribution,
  ReadEvent,
  ReadLink,
  ReadName,
  ReadTime,
  TimexType,
  TokenRange,
} from '../core/index.js'
import { attributionsOf } from './decode/attributions.js'
import { eventsOf } from './decode/events.js'
import { linksOf, mentionVectors } from './decode/coreference.js'
import type { MentionVectors, Place } from './decode/coreference.js'
import { rangesOf, transitionsOf } from './decode/spans.js'
import type { LabelledRange, Transitions } from './decode/spans.js'
import { headsOf, relationsOf, sentencesOf, tagsOf } from './decode/syntax.js'
import { runWindow } from './session.js'
import type { Manifest } from './manifest.js'
import type { ReaderModel } from './session.js'
import { windowsOf } from './windows.js'
import type { Word } from './windows.js'

/** What the reader says of a sequence of words. Indexes are into that sequence. */
export interface WordReading {
  readonly tags: readonly string[]
  /** −1 for the root of a sentence. */
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  readonly sentences: readonly TokenRange[]
  readonly names: readonly ReadName[]
  readonly attributions: readonly ReadAttribution[]
  readonly times: readonly ReadTime[]
  readonly events: readonly ReadEvent[]
  /** What linking mentions across windows needs of each window. */
  readonly windows: readonly { readonly first: number; readonly mentions: MentionVectors }[]
}

/** What is known of the sentences before reading: all of them, or words at which one begins for sure. */
export interface KnownSentences {
  readonly sentences?: readonly TokenRange[]
  readonly starts?: ReadonlySet<number>
}

/**
 * Reads words that are already split. Known `sentences` are taken as they are; else the reader finds them. Each window
 * is decoded before the next is read, so that the network's answers for a long text are never all in memory.
 */
export async function readWords(
  model: ReaderModel,
  words: readonly Word[],
  known: KnownSentences = {},
): Promise<WordReading> {
  const sizes = words.map((word) => model.pieces.of(word.text).length)
  const cuts = known.sentences && new Set(known.sentences.map((sentence) => sentence.first))
  const schemes = schemesOf(model.manifest)
  const parts: WindowReading[] = []
  for (const range of windowsOf(words, sizes, cuts)) {
    const window = words.slice(range.first, range.last)
    const part = await readWindow(model, window, knownWithin(known, range), schemes)
    parts.push(shifted(part, range.first))
  }
  return joined(parts)
}

/** What is read of one window; indexes are into its words until it is shifted to its place. */
interface WindowReading extends Omit<WordReading, 'windows'> {
  readonly first: number
  readonly mentions: MentionVectors
}

async function readWindow(
  model: ReaderModel,
  words: readonly Word[],
  known: KnownSentences,
  schemes: Schemes,
): Promise<WindowReading> {
  const { manifest } = model
  const output = await runWindow(model, words)
  const sentences = known.sentences ?? sentencesOf(output, words, known.starts)
  const heads = headsOf(output, sentences)
  return {
    first: 0,
    sentences,
    heads,
    relations: await relationsOf(model, output, heads),
    mentions: mentionVectors(output, manifest),
    tags: tagsOf(output, manifest.labels.tags, words),
    names: namesOf(rangesOf(output.name, manifest.labels.names, schemes.names)),
    times: timesOf(rangesOf(output.time, manifest.labels.times, schemes.times)),
    attributions: attributionsOf(output, manifest, schemes.attributions),
    events: eventsOf(output, manifest),
  }
}

/** A window's reading with indexes into all words, its first word being word number `by`. */
function shifted(part: WindowReading, by: number): WindowReading {
  return {
    ...part,
    first: by,
    heads: part.heads.map((head) => (head < 0 ? -1 : head + by)),
    sentences: part.sentences.map((sentence) => shiftRange(sentence, by)),
    names: part.names.map((name) => ({ ...name, ...shiftRange(name, by) })),
    times: part.times.map((time) => ({ ...time, ...shiftRange(time, by) })),
    attributions: part.attributions.map((one) => shiftAttribution(one, by)),
    events: part.events.map((event) => shiftEvent(event, by)),
  }
}

/** What is known of a window's sentences, counted from its start: the parts that lie in it. */
function knownWithin({ sentences, starts }: KnownSentences, range: TokenRange): KnownSentences {
  const within = sentences?.filter((s) => s.first < range.last && s.last > range.first)
  return {
    sentences: within?.map((s) => ({
      first: Math.max(s.first, range.first) - range.first,
      last: Math.min(s.last, range.last) - range.first,
    })),
    starts: starts && new Set([...starts].map((start) => start - range.first)),
  }
}

/** How label sequences of each kind may run. */
interface Schemes {
  readonly names: Transitions
  readonly times: Transitions
  readonly attributions: Transitions
}

/**
 * Texts written for training hold more names than others, so the network expects too many: with this, as many names are
 * missed as are wrongly seen (UNER EWT dev; on CrossNER's dev set it changes nothing).
 */
const NAME_CAUTION = 1

/** The schemes of each manifest in use, which are the same for all texts. */
const knownSchemes = new WeakMap<Manifest, Schemes>()

function schemesOf(manifest: Manifest): Schemes {
  const known = knownSchemes.get(manifest)
  if (known) return known
  const { labels, crf } = manifest
  const schemes = {
    names: transitionsOf(labels.names, undefined, NAME_CAUTION),
    times: transitionsOf(labels.times),
    attributions: transitionsOf(labels.attributions, crf),
  }
  knownSchemes.set(manifest, schemes)
  return schemes
}

const NAME_TYPES: Readonly<Record<string, NameType>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
}

function namesOf(ranges: readonly LabelledRange[]): ReadName[] {
  return ranges.map(({ first, last, label, score }) => ({
    first,
    last,
    type: NAME_TYPES[label] ?? 'organisation',
    score,
  }))
}

function timesOf(ranges: readonly LabelledRange[]): ReadTime[] {
  return ranges.map(({ first, last, label, score }) => ({
    first,
    last,
    type: label as TimexType,
    score,
  }))
}

function joined(parts: readonly WindowReading[]): WordReading {
  return {
    tags: chained(parts.map((part) => part.tags)),
    heads: chained(parts.map((part) => part.heads)),
    relations: chained(parts.map((part) => part.relations)),
    sentences: chained(parts.map((part) => part.sentences)),
    names: chained(parts.map((part) => part.names)),
    attributions: chained(parts.map((part) => part.attributions)),
    times: chained(parts.map((part) => part.times)),
    events: chained(parts.map((part) => part.events)),
    windows: parts.map(({ first, mentions }) => ({ first, mentions })),
  }
}

/** Lists one behind the other, by concat: flatMap takes a hundred times as long over thousands of words. */
function chained<T>(lists: readonly (readonly T[])[]): T[] {
  const none: T[] = []
  return none.concat(...lists)
}

function shiftRange(range: TokenRange, by: number): TokenRange {
  return { first: range.first + by, last: range.last + by }
}

function shiftAttribution(one: ReadAttribution, by: number): ReadAttribution {
  return {
    source: one.source && shiftRange(one.source, by),
    cue: one.cue && shiftRange(one.cue, by),
    content: one.content.map((piece) => shiftRange(piece, by)),
    score: one.score,
  }
}

function shiftEvent(event: ReadEvent, by: number): ReadEvent {
  const move = (argument: { token: number; score: number }): { token: number; score: number } => ({
    token: argument.token + by,
    score: argument.score,
  })
  return {
    ...event,
    token: event.token + by,
    actors: event.actors.map(move),
    recipients: event.recipients.map(move),
  }
}

/** Links from mentions to earlier mentions, over all `words` that were read. */
export function linksIn(read: WordReading, words: readonly Word[], manifest: Manifest): ReadLink[] {
  const tokens = words.map(({ text }, i) => {
    const [tag = '', head = -1, relation = ''] = [read.tags[i], read.heads[i], read.relations[i]]
    return { text, tag, head, relation }
  })
  return linksOf(tokens, read.names, placesOf(read), manifest)
}

function placesOf(read: WordReading): (token: number) => Place {
  const windowOf = new Int32Array(read.tags.length)
  read.windows.forEach((window, w) =>
    windowOf.fill(w, window.first, window.first + window.mentions.isHead.length),
  )
  return (token) => {
    const window = read.windows[windowOf[token] ?? 0] as WordReading['windows'][number]
    return { vectors: window.mentions, word: token - window.first }
  }
}
