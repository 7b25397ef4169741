import { describe, expect, it } from 'vitest'
import { scoreClasses } from './classes.js'
import { EvalDataError } from './eval-files.js'
import { foldedChances, likeliest, parseMarked, parsePairs } from './pairs.js'

describe('scores of classes', () => {
  it('average F1 over the types of the gold', () => {
    const scores = scoreClasses([
      { gold: 'AID', found: 'AID' },
      { gold: 'AID', found: 'YIELD' },
      { gold: 'YIELD', found: 'YIELD' },
      { gold: 'REJECT', found: 'ACCUSE' }, // ACCUSE is in no gold: no class of its own
    ])
    // AID: 1 right, 1 found, 2 wanted → 2/3; YIELD: 1 right, 2 found, 1 wanted → 2/3; REJECT 0.
    expect(scores.macroF1).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3, 12)
    expect(scores.accuracy).toBe(0.5)
    expect(Object.keys(scores.perType)).toEqual(['AID', 'REJECT', 'YIELD'])
    expect(scores.perType.AID).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, gold: 2 })
  })

  it('are 0 for no items', () => {
    expect(scoreClasses([])).toEqual({ macroF1: 0, accuracy: 0, perType: {} })
  })
})

describe('marked sentences', () => {
  it('lose their marks and tell where both actors stand', () => {
    const { text, actor, recipient } = parseMarked('<t>B</t> was told by <s>A & Co</s> <i>.', 'f:1')
    expect(text).toBe('B was told by A & Co <i>.')
    expect(actor && text.slice(actor.start, actor.end)).toBe('A & Co')
    expect(recipient && text.slice(recipient.start, recipient.end)).toBe('B')
  })

  it('may mark one actor only, but not none', () => {
    expect(parseMarked('<s>A</s> left', 'f:1').recipient).toBeNull()
    expect(() => parseMarked('A left', 'f:7')).toThrow('f:7')
  })
})

describe('files of pairs', () => {
  it('count CONCEDE and RETREAT as YIELD and take quotation marks as they are', () => {
    const file = 'id\tmarked_sentence\tgold_root\n1\t"<s>A</s> left <t>B</t>\tRETREAT\n'
    const { rows, answers } = parsePairs(file, 'f')
    expect(answers).toBe('types')
    expect(rows.map(({ line, gold, pair }) => [line, gold, pair.text])).toEqual([
      [2, 'YIELD', '"A left B'],
    ])
  })

  it('read conflict or not where that is the answer', () => {
    const { rows } = parsePairs('marked_sentence\tgold_binary\n<s>A</s>\t1\n<t>B</t>\t0', 'f')
    expect(rows.map(({ gold }) => gold)).toEqual(['conflict', 'cooperation'])
  })

  it('name what is wrong with them', () => {
    expect(() => parsePairs('a\tb\n', 'f.tsv')).toThrow('f.tsv:1')
    expect(() => parsePairs('marked_sentence\tgold_root\n<s>A</s>\tNOSUCH', 'f.tsv')).toThrow(
      'f.tsv:2',
    )
    expect(() => parsePairs('marked_sentence\tgold_binary\n<s>A</s>\t2', 'f')).toThrow(
      EvalDataError,
    )
  })
})

it('chances of joined types add up before the likeliest is taken', () => {
  const chances = new Map([
    ['AID', 0.4],
    ['CONCEDE', 0.35],
    ['RETREAT', 0.25],
  ])
  expect(likeliest(foldedChances(chances, 'types'))).toBe('YIELD')
  expect(foldedChances(chances, 'conflict')).toEqual(new Map([['cooperation', 1]]))
  expect(likeliest(new Map())).toBe('')
})
