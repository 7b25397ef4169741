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
  if (heads.filter((head) => head < 0).length !== 1) return false
  const reaches = new Uint8Array(heads.length)
  for (let i = 0; i < heads.length; i++) {
    const path: number[] = []
    let at = i
    while (at >= 0 && !reaches[at]) {
      if (path.includes(at)) return false
      path.push(at)
      at = heads[at] as number
    }
    for (const step of path) reaches[step] = 1
  }
  return true
}

function spanningTree(scores: readonly ArrayLike<number>[]): number[] {
  const size = scores.length
  const root = likeliestRoot(scores)
  // Node 0 stands above the sentence; only the chosen root may hang on it.
  const weights = Array.from({ length: size + 1 }, (_, d) =>
    Float64Array.from({ length: size + 1 }, (__, h) => {
      if (d === 0 || d === h) return -Infinity
      if (h === 0) return d - 1 === root ? 0 : -Infinity
      return d - 1 === root ? -Infinity : (scores[d - 1]?.[h - 1] as number)
    }),
  )
  return maximumArborescence(weights)
    .slice(1)
    .map((head) => head - 1)
}

function likeliestRoot(scores: readonly ArrayLike<number>[]): number {
  const gain = scores.map((row, d) => {
    let other = -Infinity
    for (let h = 0; h < scores.length; h++) if (h !== d) other = Math.max(other, row[h] as number)
    return (row[d] as number) - other
  })
  return gain.indexOf(Math.max(...gain))
}

/** Heads of the maximum arborescence rooted at node 0; `weights[d][h]`. Cycles are contracted one at a time. */
function maximumArborescence(weights: readonly Float64Array[]): number[] {
  const heads = weights.map((row, d) => (d === 0 ? -1 : row.indexOf(Math.max(...row))))
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
    outside.forEach((h, hi) => {
      ;(smaller[di] as Float64Array)[hi] = weights[d]?.[h] ?? -Infinity
    }),
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

function bestOf(
  nodes: readonly number[],
  value: (node: number) => number,
): { node: number; value: number } {
  let best = { node: nodes[0] as number, value: -Infinity }
  for (const node of nodes) if (value(node) > best.value) best = { node, value: value(node) }
  return best
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
