import type { ReadArgument, ReadEvent } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import { rowOf } from '../session.js'
import type { WindowOutput } from '../session.js'
import { linkScorer } from './links.js'
import type { LinkName } from './links.js'
import { argmax, sigmoid, softmax } from './numbers.js'

/** A word is given as an event candidate from this probability on; the coder decides which to keep. */
const CANDIDATE_SCORE = 0.25
/** A word is given as a candidate's actor or recipient from this probability on. */
const ARGUMENT_SCORE = 0.3

/** Event candidates of one window: predicates with type, factuality and the words that act and are acted upon. */
export function eventsOf(output: WindowOutput, manifest: Manifest): ReadEvent[] {
  const events: ReadEvent[] = []
  for (let word = 0; word < output.count; word++) {
    const chances = softmax(rowOf(output.event, word))
    const score = 1 - (chances[0] ?? 1)
    if (score < CANDIDATE_SCORE) continue
    const type = manifest.labels.events[argmax(chances.slice(1)) + 1] ?? ''
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

function factualityOf(
  output: WindowOutput,
  word: number,
  manifest: Manifest,
): Record<string, number> {
  const chances = softmax(rowOf(output.factuality, word))
  return Object.fromEntries(manifest.labels.factualities.map((name, i) => [name, chances[i] ?? 0]))
}

function argumentsOf(
  output: WindowOutput,
  word: number,
  name: LinkName,
  manifest: Manifest,
): ReadArgument[] {
  const scoreLink = linkScorer(manifest, name, output)
  const found: ReadArgument[] = []
  for (let other = 0; other < output.count; other++) {
    const score = sigmoid(scoreLink(word, other))
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
