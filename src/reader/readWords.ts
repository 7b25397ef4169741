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
import { rangesOf, transitionsOf } from './decode/spans.js'
import { headsOf, relationsOf, sentencesOf, tagsOf } from './decode/syntax.js'
import { runWindows } from './session.js'
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
  /** The network's answers, by window, for what is decided across windows. */
  readonly windows: readonly { readonly first: number; readonly output: WindowOutput }[]
}

/** Wordpieces that go through the network at once, padding included: enough to keep it busy, and little memory. */
const BATCH_PIECES = 1800

/**
 * Reads words that are already split. `sentences`, where given, are taken as they are (for text whose sentences are
 * known); else the reader finds them. Nothing of the words is kept after the call.
 */
export async function readWords(
  model: ReaderModel,
  words: readonly Word[],
  sentences?: readonly TokenRange[],
): Promise<WordReading> {
  const sizes = words.map((word) => model.pieces.of(word.text).length)
  const starts = sentences && new Set(sentences.map((sentence) => sentence.first))
  const ranges = windowsOf(words, sizes, starts)
  const outputs = await runAll(model, words, sizes, ranges)
  const parts = ranges.map((range, w) => {
    const output = outputs[w] as WindowOutput
    const own = words.slice(range.first, range.last)
    const inside = sentences ? clipped(sentences, range) : sentencesOf(output, own)
    return { first: range.first, output, sentences: inside, heads: headsOf(output, inside) }
  })
  const relations = await relationsOf(model, parts)
  return joined(model, parts, relations)
}

/** Runs windows in batches of like length; gives the answers in the windows' order. */
async function runAll(
  model: ReaderModel,
  words: readonly Word[],
  sizes: readonly number[],
  ranges: readonly TokenRange[],
): Promise<WindowOutput[]> {
  const length = (range: TokenRange): number => {
    let sum = 2
    for (let i = range.first; i < range.last; i++) sum += sizes[i] ?? 0
    return sum
  }
  const order = ranges
    .map((range, i) => ({ i, length: length(range) }))
    .sort((a, b) => a.length - b.length)
  const outputs = new Array<WindowOutput>(ranges.length)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && (order[to]?.length ?? 0) * (to + 1 - from) <= BATCH_PIECES) to++
    const batch = order.slice(from, to)
    const windows = batch.map(({ i }) => words.slice(ranges[i]?.first, ranges[i]?.last))
    const answers = await runWindows(model, windows)
    batch.forEach(({ i }, n) => (outputs[i] = answers[n] as WindowOutput))
    from = to
  }
  return outputs
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

interface Part {
  readonly first: number
  readonly output: WindowOutput
  readonly sentences: readonly TokenRange[]
  readonly heads: readonly number[]
}

function joined(
  model: ReaderModel,
  parts: readonly Part[],
  relations: readonly string[][],
): WordReading {
  const { manifest } = model
  const names = transitionsOf(manifest.labels.names)
  const times = transitionsOf(manifest.labels.times)
  const attributions = transitionsOf(manifest.labels.attributions, manifest.crf)
  const found = parts.map(({ first, output }) => ({
    names: labelled(output, 'name', manifest.labels.names, names).map((r) => ({
      ...shiftRange(r, first),
      type: NAME_TYPES[r.label] ?? 'organisation',
      score: r.score,
    })),
    times: labelled(output, 'time', manifest.labels.times, times).map((r) => ({
      ...shiftRange(r, first),
      type: r.label as TimexType,
      score: r.score,
    })),
    attributions: attributionsOf(output, manifest, attributions).map((a) =>
      shiftAttribution(a, first),
    ),
    events: eventsOf(output, manifest).map((event) => shiftEvent(event, first)),
  }))
  return {
    tags: parts.flatMap(({ output }) => tagsOf(output, manifest.labels.tags)),
    heads: parts.flatMap(({ heads, first }) => heads.map((head) => (head < 0 ? -1 : head + first))),
    relations: relations.flat(),
    sentences: parts.flatMap(({ sentences, first }) => sentences.map((s) => shiftRange(s, first))),
    names: found.flatMap((f) => f.names),
    attributions: found.flatMap((f) => f.attributions),
    times: found.flatMap((f) => f.times),
    events: found.flatMap((f) => f.events),
    windows: parts.map(({ first, output }) => ({ first, output })),
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
