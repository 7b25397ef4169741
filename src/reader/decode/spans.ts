import type { TokenRange } from '../../core/index.js'
import { rowOf } from '../session.js'
import type { Matrix } from '../session.js'
import { argmax, softmax } from './numbers.js'

/** A labelled stretch of words in one window. `score`: mean probability of its words' labels. */
export interface LabelledRange extends TokenRange {
  readonly label: string
  readonly score: number
}

/**
 * Scores of label sequences: what follows what, what begins, what ends. All zero where nothing was learnt. Labels that
 * may stand behind the same labels with the same scores (without learnt ones: every beginning, say) are of one group:
 * what is best before one of them is best before all.
 */
export interface Transitions {
  /** For each label, its group. */
  readonly groupOf: Uint8Array
  readonly groups: readonly Group[]
  readonly first: Float64Array
  readonly last: Float64Array
}

/** The labels that may stand before those of a group, and the score of each such step. */
interface Group {
  readonly before: Uint8Array
  readonly steps: Float64Array
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
  const first = Float64Array.from(labels, (label, i) =>
    mayFollow('O', label) ? (learnt?.first[i] ?? 0) + bonusOf(label) : -Infinity,
  )
  const last = Float64Array.from(labels, (label, i) =>
    mayFollow(label, 'O') ? (learnt?.last[i] ?? 0) : -Infinity,
  )
  const columns = labels.map((to, j) =>
    labels.flatMap((from, i) =>
      mayFollow(from, to) ? [[i, (learnt?.transitions[i * size + j] ?? 0) + bonusOf(to)]] : [],
    ),
  )
  return { ...grouped(columns), first, last }
}

/** Groups of labels with equal columns; a column has pairs of a label that may stand before and the step's score. */
function grouped(columns: readonly number[][][]): Pick<Transitions, 'groupOf' | 'groups'> {
  const names = columns.map((column) => JSON.stringify(column))
  const distinct = [...new Set(names)]
  const groups = distinct.map((name) => {
    const column = columns[names.indexOf(name)] ?? []
    return {
      before: Uint8Array.from(column, ([from]) => from ?? 0),
      steps: Float64Array.from(column, ([, score]) => score ?? 0),
    }
  })
  return { groupOf: Uint8Array.from(names, (name) => distinct.indexOf(name)), groups }
}

function mayFollow(from: string, to: string): boolean {
  const open = from.startsWith('B-') || from.startsWith('I-')
  const goesOn = to.startsWith('I-') || to.startsWith('E-')
  return open ? goesOn && from.slice(2) === to.slice(2) : !goesOn
}

/** The best label sequence for a window (Viterbi). `emissions` has one row of label scores a word. */
export function bestSequence(emissions: Matrix, transitions: Transitions): number[] {
  const { data, width } = emissions
  const { groupOf, groups } = transitions
  const length = data.length / width
  const score = transitions.first.map((value, j) => value + (data[j] ?? 0))
  const tops = new Float64Array(groups.length)
  // For each word and group, the label that is best before.
  const back = new Uint8Array(length * groups.length)
  for (let i = 1; i < length; i++) {
    stepOn(groups, score, tops, back, i * groups.length)
    for (let j = 0; j < width; j++)
      score[j] = (tops[groupOf[j] as number] as number) + (data[i * width + j] as number)
  }
  return tracePath(score, back, transitions, length)
}

/** For each group, the best score of a step to it (into `tops`) and the label it comes from (into `back`, at `at`). */
function stepOn(
  groups: readonly Group[],
  score: Float64Array,
  tops: Float64Array,
  back: Uint8Array,
  at: number,
): void {
  for (let g = 0; g < groups.length; g++) {
    const { before, steps } = groups[g] as Group
    let top = -Infinity
    let label = 0
    for (let k = 0; k < before.length; k++) {
      const value = (score[before[k] as number] as number) + (steps[k] as number)
      if (value > top) {
        top = value
        label = before[k] as number
      }
    }
    tops[g] = top
    back[at + g] = label
  }
}

function tracePath(
  score: Float64Array,
  back: Uint8Array,
  { last, groupOf, groups }: Transitions,
  length: number,
): number[] {
  if (length === 0) return []
  let at = Math.max(0, argmax(score.map((value, j) => value + (last[j] ?? 0))))
  const path = new Array<number>(length)
  path[length - 1] = at
  for (let i = length - 1; i > 0; i--)
    path[i - 1] = at = back[i * groups.length + (groupOf[at] as number)] as number
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
  for (let i = 0; i < path.length; i++) {
    const name = labels[path[i] ?? 0] ?? 'O'
    if (name === 'O') continue
    if (name.startsWith('B-') || name.startsWith('S-')) first = i
    if ((name.startsWith('E-') || name.startsWith('S-')) && first >= 0) {
      const score = meanScore(emissions, path, first, i + 1)
      ranges.push({ first, last: i + 1, label: name.slice(2), score })
    }
  }
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
