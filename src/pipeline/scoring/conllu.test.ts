import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConllu } from './conllu.js'
import { EvalDataError } from './eval-files.js'

const row = (number: string, form: string, head = '0', relation = 'root', misc = '_'): string =>
  [number, form, '_', '_', 'NN', '_', head, relation, '_', misc].join('\t')

const FILE = [
  '# newdoc id = one',
  '# newpar id = one-p1',
  '# sent_id = one-1',
  row('1', 'We'),
  row('2-3', 'don’t', '_', '_'),
  row('2', 'do', '1'),
  row('3', 'n’t', '1'),
  row('3.1', 'ghost', '_'),
  row('4', 'know', '1', 'obj', 'SpaceAfter=No'),
  row('5', '.', '1', 'punct'),
  '',
  '# sent_id = one-2',
  row('1', 'Why', '0', 'root', 'SpaceAfter=No'),
  row('2', '?', '1', 'punct', 'SpaceAfter=No'),
  '',
  '# sent_id = one-3',
  '# newpar',
  row('1', 'So'),
  '',
  '# newdoc id = two',
  row('1', 'End'),
  '',
].join('\n')

describe('reading CoNLL-U', () => {
  it('rebuilds each document’s running text, paragraphs by blank lines', () => {
    const documents = parseConllu(FILE, 'f')
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['one', 'We don’t know. Why?\n\nSo'],
      ['two', 'End'],
    ])
  })

  it('cuts multiword tokens into their words and passes over empty nodes', () => {
    const words = parseConllu(FILE, 'f')[0]?.sentences[0]?.words ?? []
    expect(words.map(({ form, gap }) => [form, gap])).toEqual([
      ['We', 'paragraph'],
      ['do', 'space'],
      ['n’t', 'none'],
      ['know', 'space'],
      ['.', 'none'],
    ])
  })

  it('tells where sentences stand in the text', () => {
    for (const { text, sentences } of parseConllu(FILE, 'f'))
      for (const { span, words } of sentences) {
        const words0 = text.slice(span.start, span.end)
        expect(words0.startsWith(words[0]?.form ?? '?')).toBe(true)
        expect(words0.endsWith(words.at(-1)?.form ?? '?')).toBe(true)
      }
  })

  it('takes a file without # newdoc as one document', () => {
    const documents = parseConllu(`${row('1', 'A')}\n\n${row('1', 'B')}`, 'f')
    expect(documents.map(({ text }) => text)).toEqual(['A B'])
  })

  it('names the line of a row that is none', () => {
    expect(() => parseConllu(`${row('1', 'A')}\n1\tB`, 'f.conllu')).toThrow('f.conllu:2')
    expect(() => parseConllu(row('1', 'A', 'x'), 'f')).toThrow(EvalDataError)
    expect(() => parseConllu(row('1', 'A', '4'), 'f')).toThrow('head 4')
  })

  it('throws nothing but EvalDataError, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        try {
          parseConllu(content, 'f')
        } catch (error) {
          expect(error).toBeInstanceOf(EvalDataError)
        }
      }),
    )
  })
})
