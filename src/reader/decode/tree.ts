import { argmax } from './numbers.js'

/**
 * Heads of a sentence's words from arc scores: the greedy choice where it is a tree, else the maximum spanning tree
 * with one root (Chu and Liu 1965, Edmonds 1967; as McDonald et al. 2005 use it for parsing).
 *
 * `scores[d][h]` is how well h heads d; `scores[d][d]` how well d is the root. Gives each word's head, −1 for the root.
 */
export function decodeTree(scores: readonly ArrayLike<number>[]): number[] {
  const greedy = scores.map((row, d) => {
    let best = d
    for (let h = 0; h < scores.length; h++) if ((row[h] as number) > (row[best] as number)) best = h
    return best === d ? -1 : best
  })
  return isTree(greedy) ? greedy : spanningTree(scores)
}

/** Is there one root, and does every word reach it? */
export function isTree(heads: readonly number[]): boolean {
  let roots = 0
  for (const head of heads) if (head < 0) roots++
  if (roots !== 1) return false
  // The number, from 1 on, of the walk that first came by each word: a walk that meets itself goes in a circle.
  const walks = new Int32Array(heads.length)
  for (let i = 0; i < heads.length; i++) {
    let at = i
    while (at >= 0 && walks[at] === 0) {
      walks[at] = i + 1
      at = heads[at] as number
    }
    if (at >= 0 && walks[at] === i + 1) return false
  }
  return true
}

function spanningTree(scores: readonly ArrayLike<number>[]): number[] {
  const root = likeliestRoot(scores)
  // Node 0 stands above the sentence; only the chosen root may hang on it.
  const weights = [new Float64Array(scores.length + 1).fill(-Infinity)]
  scores.forEach((row, d) => {
    const weight = new Float64Array(scores.length + 1).fill(-Infinity)
    if (d === root) weight[0] = 0
    else {
      for (let h = 0; h < scores.length; h++) weight[h + 1] = row[h] as number
      weight[d + 1] = -Infinity
    }
    weights.push(weight)
  })
  return maximumArborescence(weights)
    .slice(1)
    .map((head) => head - 1)
}

function likeliestRoot(scores: readonly ArrayLike<number>[]): number {
  const gain = scores.map((row, d) => {
    let other = -Infinity
    for (let h = 0; h < scores.length; h++)
      if (h !== d && (row[h] as number) > other) other = row[h] as number
    return (row[d] as number) - other
  })
  return argmax(gain)
}

/** Heads of the maximum arborescence rooted at node 0; `weights[d][h]`. Cycles are contracted one at a time. */
function maximumArborescence(weights: readonly Float64Array[]): number[] {
  const heads = weights.map((row, d) => (d === 0 ? -1 : Math.max(0, argmax(row))))
  const cycle = findCycle(heads)
  if (!cycle) return heads
  const inside = new Set(cycle)
  const outside = weights.map((_, i) => i).filter((i) => !inside.has(i))
  const joined = outside.length
  const enter = new Map<number, number>()
  const leave = new Map<number, number>()
  const smaller = Array.from({ length: joined + 1 }, () =>
    new Float64Array(joined + 1).fill(-Infinity),
  )
  outside.forEach((d, di) =>
    copyPicked(weights[d] as Float64Array, outside, smaller[di] as Float64Array),
  )
  outside.forEach((node, i) => {
    const into = bestOf(
      cycle,
      (c) => (weights[c]?.[node] ?? -Infinity) - (weights[c]?.[heads[c] as number] ?? 0),
    )
    const from = bestOf(cycle, (c) => weights[node]?.[c] ?? -Infinity)
    enter.set(i, into.node)
    leave.set(i, from.node)
    ;(smaller[joined] as Float64Array)[i] = into.value
    ;(smaller[i] as Float64Array)[joined] = from.value
  })
  const solved = maximumArborescence(smaller)
  const result = [...heads]
  outside.forEach((node, i) => {
    if (node === 0) return
    const head = solved[i] as number
    result[node] = head === joined ? (leave.get(i) as number) : (outside[head] as number)
  })
  const entry = solved[joined] as number
  result[enter.get(entry) as number] = outside[entry] as number
  return result
}

/** Copies the picked places of a row, in their order. */
function copyPicked(row: Float64Array, picked: readonly number[], into: Float64Array): void {
  for (let i = 0; i < picked.length; i++) into[i] = row[picked[i] as number] as number
}

function bestOf(
  nodes: readonly number[],
  value: (node: number) => number,
): { node: number; value: number } {
  let best = nodes[0] as number
  let top = -Infinity
  for (const node of nodes) {
    const here = value(node)
    if (here > top) {
      top = here
      best = node
    }
  }
  return { node: best, value: top }
}

function findCycle(heads: readonly number[]): number[] | null {
  const state = new Int32Array(heads.length)
  for (let i = 1; i < heads.length; i++) {
    let at = i
    while (at > 0 && state[at] === 0) {
      state[at] = i
      at = heads[at] as number
    }
    if (at > 0 && state[at] === i) {
      const cycle = [at]
      for (let next = heads[at] as number; next !== at; next = heads[next] as number)
        cycle.push(next)
      return cycle
    }
  }
  return null
}
