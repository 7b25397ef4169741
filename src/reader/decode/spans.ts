import type { TokenRange } from '../../core/index.js'
import { rowOf } from '../session.js'
import type { Matrix } from '../session.js'
import { softmax } from './numbers.js'

/** A labelled stretch of words in one window. `score`: mean probability of its words' labels. */
export interface LabelledRange extends TokenRange {
  readonly label: string
  readonly score: number
}

/** Scores of label sequences: what follows what, what begins, what ends. All zero where nothing was learnt. */
export interface Transitions {
  readonly follow: readonly Float64Array[]
  /** For each label, the labels that may stand before it. */
  readonly before: readonly (readonly number[])[]
  readonly first: Float64Array
  readonly last: Float64Array
}

/**
 * Transition scores for B-I-E-S-O labels: learnt ones where given (a conditional random field's), and −∞ for those that
 * the scheme forbids ("I" with nothing open, "B" never closed, a change of type within a stretch). `caution`: by how
 * much the score of a labelled word must be above that of O.
 */
export function transitionsOf(
  labels: readonly string[],
  learnt?: { transitions: readonly number[]; first: readonly number[]; last: readonly number[] },
  caution = 0,
): Transitions {
  const size = labels.length
  const bonusOf = (label: string): number => (label === 'O' ? caution : 0)
  const follow = labels.map((from, i) =>
    Float64Array.from(labels, (to, j) =>
      mayFollow(from, to) ? (learnt?.transitions[i * size + j] ?? 0) + bonusOf(to) : -Infinity,
    ),
  )
  const first = Float64Array.from(labels, (label, i) =>
    mayFollow('O', label) ? (learnt?.first[i] ?? 0) + bonusOf(label) : -Infinity,
  )
  const last = Float64Array.from(labels, (label, i) =>
    mayFollow(label, 'O') ? (learnt?.last[i] ?? 0) : -Infinity,
  )
  const before = labels.map((to) => labels.flatMap((from, i) => (mayFollow(from, to) ? [i] : [])))
  return { follow, before, first, last }
}

function mayFollow(from: string, to: string): boolean {
  const open = from.startsWith('B-') || from.startsWith('I-')
  const goesOn = to.startsWith('I-') || to.startsWith('E-')
  return open ? goesOn && from.slice(2) === to.slice(2) : !goesOn
}

/** The best label sequence for a window (Viterbi). `emissions` has one row of label scores a word. */
export function bestSequence(emissions: Matrix, transitions: Transitions): number[] {
  const { data, width } = emissions
  const length = data.length / width
  let score = transitions.first.map((value, j) => value + (data[j] ?? 0))
  const back: Int16Array[] = []
  for (let i = 1; i < length; i++) {
    const step = new Float64Array(width)
    const from = new Int16Array(width)
    for (let j = 0; j < width; j++) {
      let top = -Infinity
      for (const k of transitions.before[j] ?? []) {
        const value = (score[k] as number) + (transitions.follow[k]?.[j] as number)
        if (value > top) {
          top = value
          from[j] = k
        }
      }
      step[j] = top + (data[i * width + j] as number)
    }
    back.push(from)
    score = step
  }
  return tracePath(score, back, transitions, length)
}

function tracePath(
  score: Float64Array,
  back: readonly Int16Array[],
  transitions: Transitions,
  length: number,
): number[] {
  if (length === 0) return []
  let at = 0
  let top = -Infinity
  score.forEach((value, j) => {
    const total = value + (transitions.last[j] ?? 0)
    if (total > top) {
      top = total
      at = j
    }
  })
  const path = new Array<number>(length)
  path[length - 1] = at
  for (let i = length - 1; i > 0; i--) path[i - 1] = at = back[i - 1]?.[at] ?? 0
  return path
}

/** Labelled stretches of a window, in order. */
export function rangesOf(
  emissions: Matrix,
  labels: readonly string[],
  transitions: Transitions,
): LabelledRange[] {
  const path = bestSequence(emissions, transitions)
  const ranges: LabelledRange[] = []
  let first = -1
  path.forEach((label, i) => {
    const name = labels[label] ?? 'O'
    if (name.startsWith('B-') || name.startsWith('S-')) first = i
    if ((name.startsWith('E-') || name.startsWith('S-')) && first >= 0)
      ranges.push({
        first,
        last: i + 1,
        label: name.slice(2),
        score: meanScore(emissions, path, first, i + 1),
      })
  })
  return ranges
}

function meanScore(
  emissions: Matrix,
  path: readonly number[],
  first: number,
  last: number,
): number {
  let sum = 0
  for (let i = first; i < last; i++) sum += softmax(rowOf(emissions, i))[path[i] ?? 0] ?? 0
  return sum / (last - first)
}
