import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Matrix } from '../session.js'
import { dot, dotRows } from './numbers.js'
import { bestSequence, rangesOf, transitionsOf } from './spans.js'
import { decodeTree, isTree } from './tree.js'

const matrix = (size: number): fc.Arbitrary<number[][]> =>
  fc.array(
    fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: size, maxLength: size }),
    {
      minLength: size,
      maxLength: size,
    },
  )

/** Rows of label scores as the network gives them. */
function emissionsOf(rows: readonly number[][]): Matrix {
  return { data: Float32Array.from(rows.flat()), width: rows[0]?.length ?? 0 }
}

/** Total score of a tree; the root counts its own place. */
function total(scores: readonly number[][], heads: readonly number[]): number {
  return heads.reduce((sum, head, d) => sum + (scores[d]?.[head < 0 ? d : head] ?? 0), 0)
}

/** Every tree over `size` words, by trying all head assignments. */
function allTrees(size: number): number[][] {
  const choices = Array.from({ length: size + 1 }, (_, i) => i - 1)
  let partial: number[][] = [[]]
  for (let d = 0; d < size; d++)
    partial = partial.flatMap((heads) => choices.filter((h) => h !== d).map((h) => [...heads, h]))
  return partial.filter(isTree)
}

describe('decodeTree', () => {
  test('gives one tree with one root for any scores', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }).chain(matrix), (scores) => {
        const heads = decodeTree(scores)
        expect(heads).toHaveLength(scores.length)
        expect(isTree(heads)).toBe(true)
      }),
    )
  })

  test('finds the best tree among those with its root, by trying all', () => {
    const trees = allTrees(4)
    expect(trees.length).toBe(64) // Cayley: 4^3 rooted labelled trees
    fc.assert(
      fc.property(matrix(4), (scores) => {
        const heads = decodeTree(scores)
        const root = heads.indexOf(-1)
        const rivals = trees.filter((tree) => tree.indexOf(-1) === root)
        const best = Math.max(...rivals.map((tree) => total(scores, tree)))
        expect(total(scores, heads)).toBeCloseTo(best, 6)
      }),
    )
  })

  test('breaks a cycle where it costs least', () => {
    // 0 and 1 want each other; 2 is the root and would rather head 1 than 0.
    const scores = [
      [-9, 5, 1],
      [5, -9, 4],
      [-9, -9, 3],
    ]
    expect(decodeTree(scores)).toEqual([1, 2, -1])
  })
})

describe('dotRows', () => {
  test('gives to the last digit what dot gives for each row', () => {
    const numbers = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { maxLength: 60 })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 5 }), (values, size) => {
        const data = Float32Array.from(values)
        const vector = Float32Array.from({ length: size }, (_, i) => 0.1 * i + 0.3)
        const step = size + 1
        const products = new Float64Array(Math.floor(data.length / step))
        dotRows(vector, { data, from: 1, step }, products)
        products.forEach((product, n) =>
          expect(product).toBe(dot(vector, 0, data, 1 + n * step, size)),
        )
      }),
    )
  })
})

describe('label sequences', () => {
  const labels = ['O', 'B-X', 'I-X', 'E-X', 'S-X', 'B-Y', 'I-Y', 'E-Y', 'S-Y']

  test('are always legal: what begins ends, and nothing goes on that did not begin', () => {
    const emissions = fc.array(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 9, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 15,
      },
    )
    fc.assert(
      fc.property(emissions, (rows) => {
        const names = bestSequence(emissionsOf(rows), transitionsOf(labels)).map(
          (label) => labels[label] ?? '',
        )
        let open: string | null = null
        for (const name of names) {
          const kind = name.slice(2)
          if (open !== null) expect(name === `I-${open}` || name === `E-${open}`).toBe(true)
          else expect(/^(O|B-|S-)/.test(name)).toBe(true)
          open = /^[BI]-/.test(name) ? kind : null
        }
        expect(open).toBeNull()
      }),
    )
  })

  test('become ranges with a score that is a probability', () => {
    const row = (label: string): number[] => labels.map((name) => (name === label ? 4 : 0))
    const rows = ['O', 'B-X', 'I-X', 'E-X', 'S-Y', 'O'].map(row)
    const ranges = rangesOf(emissionsOf(rows), labels, transitionsOf(labels))
    expect(ranges.map(({ first, last, label }) => [first, last, label])).toEqual([
      [1, 4, 'X'],
      [4, 5, 'Y'],
    ])
    for (const { score } of ranges) expect(score > 0.5 && score < 1).toBe(true)
  })

  test('leave a word unlabelled where its label is not above O by the caution asked for', () => {
    const rows = emissionsOf([labels.map((name) => (name === 'S-X' ? 1 : 0))])
    const bestWith = (caution: number): unknown =>
      labels[bestSequence(rows, transitionsOf(labels, undefined, caution))[0] ?? -1]
    expect(bestWith(0.5)).toBe('S-X')
    expect(bestWith(1.5)).toBe('O')
  })

  test('follow learnt transitions where the words leave it open', () => {
    const size = labels.length
    const transitions = new Array<number>(size * size).fill(0)
    transitions[0 * size + 4] = 3 // O → S-X
    const learnt = {
      transitions,
      first: new Array<number>(size).fill(0),
      last: new Array<number>(size).fill(0),
    }
    const flat = [labels.map((name) => (name === 'O' ? 1 : 0)), labels.map(() => 0)]
    expect(
      bestSequence(emissionsOf(flat), transitionsOf(labels, learnt)).map((l) => labels[l]),
    ).toEqual(['O', 'S-X'])
  })
})
