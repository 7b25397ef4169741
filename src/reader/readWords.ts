import type {
  NameType,
  ReadAttribution,
  ReadEvent,
  ReadName,
  ReadTime,
  TimexType,
  TokenRange,
} from '../core/index.js'
import { attributionsOf } from './decode/attributions.js'
import { eventsOf } from './decode/events.js'
import { mentionVectors } from './decode/coreference.js'
import type { MentionVectors } from './decode/coreference.js'
import { rangesOf, transitionsOf } from './decode/spans.js'
import type { Transitions } from './decode/spans.js'
import { headsOf, relationsOf, sentencesOf, tagsOf } from './decode/syntax.js'
import { runWindows } from './session.js'
import type { Manifest } from './manifest.js'
import type { ReaderModel, WindowOutput } from './session.js'
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

/** Wordpieces that go through the network at once, padding included: more would not fit a core's cache and be slower. */
const BATCH_PIECES = 460

/**
 * Reads words that are already split. `sentences`, where given, are taken as they are (for text whose sentences are
 * known); else the reader finds them. Windows are decoded batch by batch, so that the network's answers for a long text
 * are never all in memory.
 */
export async function readWords(
  model: ReaderModel,
  words: readonly Word[],
  sentences?: readonly TokenRange[],
): Promise<WordReading> {
  const sizes = words.map((word) => model.pieces.of(word.text).length)
  const starts = sentences && new Set(sentences.map((sentence) => sentence.first))
  const ranges = windowsOf(words, sizes, starts)
  const schemes = schemesOf(model.manifest)
  const parts = new Array<WindowReading>(ranges.length)
  for (const batch of batchesOf(ranges, sizes)) {
    const windows = batch.map((i) => ranges[i] as TokenRange)
    const read = await readBatch(model, words, windows, sentences, schemes)
    batch.forEach((i, n) => (parts[i] = read[n] as WindowReading))
  }
  return joined(parts)
}

/** Numbers of the windows that go through the network together: of like length, so that little is padding. */
function batchesOf(ranges: readonly TokenRange[], sizes: readonly number[]): number[][] {
  const length = (range: TokenRange): number => {
    let sum = 2
    for (let i = range.first; i < range.last; i++) sum += sizes[i] ?? 0
    return sum
  }
  const order = ranges
    .map((range, i) => ({ i, length: length(range) }))
    .sort((a, b) => a.length - b.length)
  const batches: number[][] = []
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && (order[to]?.length ?? 0) * (to + 1 - from) <= BATCH_PIECES) to++
    batches.push(order.slice(from, to).map(({ i }) => i))
    from = to
  }
  return batches
}

/** What is read of one window; indexes are into all words. */
interface WindowReading extends Omit<WordReading, 'windows'> {
  readonly first: number
  readonly mentions: MentionVectors
}

async function readBatch(
  model: ReaderModel,
  words: readonly Word[],
  ranges: readonly TokenRange[],
  sentences: readonly TokenRange[] | undefined,
  schemes: Schemes,
): Promise<WindowReading[]> {
  const windows = ranges.map((range) => words.slice(range.first, range.last))
  const outputs = await runWindows(model, windows)
  const parsed = outputs.map((output, w) => {
    const range = ranges[w] as TokenRange
    const inside = sentences ? clipped(sentences, range) : sentencesOf(output, windows[w] ?? [])
    return { output, sentences: inside, heads: headsOf(output, inside) }
  })
  const relations = await relationsOf(model, parsed)
  return parsed.map((part, w) => ({
    ...decodedWindow(part.output, model.manifest, schemes, ranges[w]?.first ?? 0),
    heads: part.heads.map((head) => (head < 0 ? -1 : head + (ranges[w]?.first ?? 0))),
    relations: relations[w] ?? [],
    sentences: part.sentences.map((s) => shiftRange(s, ranges[w]?.first ?? 0)),
  }))
}

/** The parts of sentences that lie in a window, counted from its start. */
function clipped(sentences: readonly TokenRange[], range: TokenRange): TokenRange[] {
  return sentences
    .filter((s) => s.first < range.last && s.last > range.first)
    .map((s) => ({
      first: Math.max(s.first, range.first) - range.first,
      last: Math.min(s.last, range.last) - range.first,
    }))
}

/** How label sequences of each kind may run. */
interface Schemes {
  readonly names: Transitions
  readonly times: Transitions
  readonly attributions: Transitions
}

function schemesOf({ labels, crf }: Manifest): Schemes {
  return {
    names: transitionsOf(labels.names),
    times: transitionsOf(labels.times),
    attributions: transitionsOf(labels.attributions, crf),
  }
}

function decodedWindow(
  output: WindowOutput,
  manifest: Manifest,
  schemes: Schemes,
  first: number,
): Omit<WindowReading, 'heads' | 'relations' | 'sentences'> {
  const { labels } = manifest
  return {
    first,
    mentions: mentionVectors(output, manifest),
    tags: tagsOf(output, labels.tags),
    names: labelled(output, 'name', labels.names, schemes.names).map((range) => ({
      ...shiftRange(range, first),
      type: NAME_TYPES[range.label] ?? 'organisation',
      score: range.score,
    })),
    times: labelled(output, 'time', labels.times, schemes.times).map((range) => ({
      ...shiftRange(range, first),
      type: range.label as TimexType,
      score: range.score,
    })),
    attributions: attributionsOf(output, manifest, schemes.attributions).map((one) =>
      shiftAttribution(one, first),
    ),
    events: eventsOf(output, manifest).map((event) => shiftEvent(event, first)),
  }
}

function joined(parts: readonly WindowReading[]): WordReading {
  return {
    tags: parts.flatMap((part) => part.tags),
    heads: parts.flatMap((part) => part.heads),
    relations: parts.flatMap((part) => part.relations),
    sentences: parts.flatMap((part) => part.sentences),
    names: parts.flatMap((part) => part.names),
    attributions: parts.flatMap((part) => part.attributions),
    times: parts.flatMap((part) => part.times),
    events: parts.flatMap((part) => part.events),
    windows: parts.map(({ first, mentions }) => ({ first, mentions })),
  }
}

const NAME_TYPES: Readonly<Record<string, NameType>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
}

function labelled(
  output: WindowOutput,
  name: 'name' | 'time',
  labels: readonly string[],
  transitions: Parameters<typeof rangesOf>[2],
): ReturnType<typeof rangesOf> {
  const emissions = Array.from({ length: output.count }, (_, i) => output.row(name, i))
  return rangesOf(emissions, labels, transitions)
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
