import { expect, it } from 'vitest'
import type { JudgedItem } from './judged-items.js'
import { judgedByOthers } from './judged-items.js'

it('judges by reason without the report itself', () => {
  const roles = (report: string, count: number, isRight: boolean): JudgedItem[] =>
    Array.from({ length: count }, () => ({
      report,
      kind: 'role',
      reason: 'role-apposition',
      isRight,
      grounds: {},
    }))
  const judged = judgedByOthers('role', [...roles('a', 8, true), ...roles('b', 8, false)])
  const confidenceIn = (report: string): number[] => [
    ...new Set(judged.filter((one) => one.report === report).map((one) => one.confidence)),
  ]
  expect(judged).toHaveLength(16)
  // One right and one wrong are added to eight: 1 of 10, and 9 of 10.
  expect(confidenceIn('a')).toEqual([0.1])
  expect(confidenceIn('b')).toEqual([0.9])
})
