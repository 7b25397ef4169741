import { describe, expect, it } from 'vitest'
import { EvalDataError } from './eval-files.js'
import { parseIob } from './iob.js'
import { countNames, namesOfTags } from './names.js'
import type { NameSpan } from './names.js'

const name = (first: number, last: number, type: NameSpan['type']): NameSpan => ({
  first,
  last,
  type,
})

describe('scores of names', () => {
  it('want the same words and the same type', () => {
    const gold = [name(0, 2, 'person'), name(4, 5, 'place'), name(6, 8, 'organisation')]
    const found = [
      name(0, 2, 'person'),
      name(4, 5, 'organisation'), // wrong type
      name(6, 7, 'organisation'), // a word short
      name(6, 7, 'organisation'), // said twice
    ]
    const { all, perType } = countNames([{ gold, found }])
    expect(all).toEqual({ hits: 1, found: 3, gold: 3 })
    expect(perType.organisation).toEqual({ hits: 0, found: 2, gold: 1 })
    expect(perType.place).toEqual({ hits: 0, found: 0, gold: 1 })
  })

  it('keep sentences apart', () => {
    const one = [name(0, 1, 'place')]
    const { all } = countNames([
      { gold: one, found: [] },
      { gold: [], found: one },
    ])
    expect(all).toEqual({ hits: 0, found: 1, gold: 1 })
  })
})

describe('names of IOB2 tags', () => {
  const typeOf = (type: string): NameSpan['type'] | null =>
    ({ PER: 'person', LOC: 'place' })[type] as NameSpan['type'] | null

  it('ends a name at O, at B- and at another type', () => {
    const tags = ['B-PER', 'I-PER', 'B-PER', 'O', 'B-LOC', 'I-PER', 'I-PER']
    expect(namesOfTags(tags, typeOf)).toEqual([
      name(0, 2, 'person'),
      name(2, 3, 'person'),
      name(4, 5, 'place'),
      name(5, 7, 'person'),
    ])
  })

  it('leaves out the types that are not asked for', () => {
    expect(namesOfTags(['B-misc', 'I-misc', 'B-LOC'], (type) => typeOf(type) ?? null)).toEqual([
      name(2, 3, 'place'),
    ])
  })
})

describe('reading IOB2 files', () => {
  it('reads UNER’s columns, with the spacing of # text and documents by # newdoc', () => {
    const file = [
      '# newdoc id = d1',
      '# text = Ann’s in Rome.',
      '1\tAnn\tB-PER\t-\tx',
      '2\t’s\tO\t-\t-',
      '3\tin\tO\t-\t-',
      '4\tRome\tB-LOC\t-\tx',
      '5\t.\tO\t-\t-',
      '',
      '# text = Yes',
      '1\tYes\tO\t-\t-',
      '',
      '# newdoc id = d2',
      '1\tNo\tO\t-\t-',
    ].join('\n')
    const { documents } = parseIob(file, 'f')
    expect(documents.map(({ sentences }) => sentences.length)).toEqual([2, 1])
    const first = documents[0]?.sentences[0]
    expect(first?.words.map(({ gap }) => gap)).toEqual([
      'paragraph',
      'none',
      'space',
      'space',
      'none',
    ])
    expect(first?.names).toEqual([name(0, 1, 'person'), name(3, 4, 'place')])
  })

  it('reads CrossNER’s columns, a sentence by itself, and counts the types left out', () => {
    const file =
      '#\tO\nThe\tB-politicalparty\nGreens\tI-politicalparty\n\nMay\tB-election\nvote\tO\n'
    const { documents, leftOut } = parseIob(file, 'f')
    expect(documents).toHaveLength(2)
    expect(documents[0]?.sentences[0]?.names).toEqual([name(1, 3, 'organisation')])
    expect(documents[1]?.sentences[0]?.names).toEqual([])
    expect(leftOut).toEqual({ election: 1 })
  })

  it('names the line of a row without an IOB2 tag', () => {
    expect(() => parseIob('A\tO\nB\tPERSON', 'f.txt')).toThrow('f.txt:2')
    expect(() => parseIob('just words', 'f')).toThrow(EvalDataError)
  })
})
