import { expect, it } from 'vitest'
import { countSentences } from './sentences.js'

it('a sentence is right only when both its ends are', () => {
  const gold = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 22, end: 30 },
  ]
  const found = [
    { start: 0, end: 10 },
    { start: 11, end: 30 },
  ]
  expect(countSentences([{ gold, found }])).toEqual({ hits: 1, found: 2, gold: 3 })
})

it('documents are kept apart', () => {
  const one = { start: 0, end: 5 }
  const counts = countSentences([
    { gold: [one], found: [] },
    { gold: [], found: [one] },
  ])
  expect(counts).toEqual({ hits: 0, found: 1, gold: 1 })
})
