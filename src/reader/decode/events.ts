import type { ReadArgument, ReadEvent } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import { rowOf } from '../session.js'
import type { Matrix, WindowOutput } from '../session.js'
import { linkScorer, linkScores } from './links.js'
import type { LinkName } from './links.js'
import { argmax, logit, sigmoid, softmax } from './numbers.js'

/** A word is given as an event candidate from this probability on; the coder decides which to keep. */
const CANDIDATE_SCORE = 0.25
/** A word is given as a candidate's actor or recipient from this probability on. */
const ARGUMENT_SCORE = 0.3

/** Room for rounding where a score alone rules a candidate out, before its probability is worked out. */
const ROUNDING = 1e-6

/** Event candidates of one window: predicates with type, factuality and the words that act and are acted upon. */
export function eventsOf(output: WindowOutput, manifest: Manifest): ReadEvent[] {
  const events: ReadEvent[] = []
  const least = leastMargin(output.event.width)
  for (let word = 0; word < output.count; word++) {
    if (typeMargin(output.event, word) < least) continue
    const chances = softmax(rowOf(output.event, word))
    const score = 1 - (chances[0] ?? 1)
    if (score < CANDIDATE_SCORE) continue
    const type = manifest.labels.events[argmax(chances.subarray(1)) + 1] ?? ''
    events.push({
      token: word,
      type,
      score,
      factuality: factualityOf(output, word, manifest),
      actors: argumentsOf(output, word, 'actor', manifest),
      recipients: argumentsOf(output, word, 'recipient', manifest),
    })
  }
  return events
}

/** By how much the best event type scores above “no event”. */
function typeMargin({ data, width }: Matrix, word: number): number {
  const none = word * width
  let top = -Infinity
  for (let i = none + 1; i < none + width; i++)
    if ((data[i] as number) > top) top = data[i] as number
  return top - (data[none] as number)
}

/**
 * The margin below which no word is a candidate. All n types together are at most n times as likely as the best of
 * them, which is e^margin times as likely as “no event”; most words fall short, and need no probabilities.
 */
function leastMargin(width: number): number {
  return logit(CANDIDATE_SCORE) - Math.log(width - 1) - ROUNDING
}

function factualityOf(
  output: WindowOutput,
  word: number,
  manifest: Manifest,
): Record<string, number> {
  const chances = softmax(rowOf(output.factuality, word))
  return Object.fromEntries(manifest.labels.factualities.map((name, i) => [name, chances[i] ?? 0]))
}

const LEAST_ARGUMENT = logit(ARGUMENT_SCORE) - ROUNDING

function argumentsOf(
  output: WindowOutput,
  word: number,
  name: LinkName,
  manifest: Manifest,
): ReadArgument[] {
  const scores = linkScores(manifest, name, output, word)
  const found: ReadArgument[] = []
  for (let other = 0; other < scores.length; other++) {
    const value = scores[other] as number
    if (value < LEAST_ARGUMENT) continue
    const score = sigmoid(value)
    if (score >= ARGUMENT_SCORE) found.push({ token: other, score })
  }
  return found.sort((a, b) => b.score - a.score)
}

/**
 * Probability of each event type (in `manifest.labels.eventTypes` order) between two marked stretches of a window whose
 * predicate is not marked: every word is weighed by how likely it is a predicate that links both. As in training
 * (`pair_log_probabilities`). An empty stretch is left out of account.
 */
export function pairChances(
  output: WindowOutput,
  manifest: Manifest,
  source: readonly number[],
  target: readonly number[],
): number[] {
  const actor = linkScorer(manifest, 'actor', output)
  const recipient = linkScorer(manifest, 'recipient', output)
  const best = (score: typeof actor, word: number, others: readonly number[]): number =>
    Math.max(...others.map((other) => score(word, other)))
  const weights: number[] = []
  const types: Float64Array[] = []
  for (let word = 0; word < output.count; word++) {
    const scores = rowOf(output.event, word)
    const some = logSumExp(scores.subarray(1)) - (scores[0] ?? 0)
    let weight = logSigmoid(some)
    if (source.length > 0) weight += logSigmoid(best(actor, word, source))
    if (target.length > 0) weight += logSigmoid(best(recipient, word, target))
    weights.push(weight)
    types.push(softmax(scores.subarray(1)))
  }
  const shares = softmax(weights)
  return manifest.labels.eventTypes.map((_, t) =>
    shares.reduce((sum, share, word) => sum + share * (types[word]?.[t] ?? 0), 0),
  )
}

function logSigmoid(value: number): number {
  return value > 0 ? -Math.log1p(Math.exp(-value)) : value - Math.log1p(Math.exp(value))
}

function logSumExp(row: ArrayLike<number>): number {
  const values = Array.from(row)
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0))
}
