import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentId } from '../core/index.js'
import { spanOfRange } from '../core/index.js'
import { loadManifest, loadModel, ModelError, readDocument, readPair } from './index.js'
import type { ReaderModel } from './index.js'
import { SHAPES, shapeOf } from './shapes.js'
import { WINDOW_PIECES, windowsOf } from './windows.js'

const MODEL = fileURLToPath(new URL('../../model', import.meta.url))
const id = 'document:test' as DocumentId
const TEXT =
  'NAIROBI, Kenya — Kenyan Foreign Minister Peter Kimani met his Chilean counterpart in Nairobi on Tuesday.\n\n' +
  '“Our countries will sign the agreement in June,” Kimani said. He also thanked Chile for its support.'

let model: ReaderModel
beforeAll(async () => {
  model = await loadModel(MODEL)
})

describe('readDocument', () => {
  test('reads words, sentences, names, attributions and events of a report', async () => {
    const reading = await readDocument(model, { id, text: TEXT })
    const words = (range: { first: number; last: number }): string => {
      const { start, end } = spanOfRange(reading.tokens, range)
      return TEXT.slice(start, end)
    }
    expect(reading.sentences).toHaveLength(3)
    const met = reading.tokens.find((token) => token.text === 'met')
    expect(met?.tag).toBe('VBD')
    const subject = reading.tokens.find(
      (t) => t.relation === 'nsubj' && reading.tokens[t.head] === met,
    )
    expect(['Minister', 'Peter', 'Kimani']).toContain(subject?.text)
    expect(reading.names.map(words)).toContain('Peter Kimani')
    const quote = reading.attributions.find((one) => one.cue && words(one.cue) === 'said')
    expect(quote?.source && words(quote.source)).toBe('Kimani')
    expect(quote && words(quote.content[0] ?? { first: 0, last: 0 })).toContain(
      'Our countries will sign',
    )
    const events = new Map(
      reading.events.map((event) => [reading.tokens[event.token]?.text, event.type]),
    )
    expect(events.get('met')).toBe('CONSULT')
    expect(events.get('thanked')).toBe('SUPPORT')
  })

  test('gives the same reading twice', async () => {
    const once = await readDocument(model, { id, text: TEXT })
    expect(await readDocument(model, { id, text: TEXT })).toEqual(once)
  })

  test('reads any text: tokens in order, sentences that cover them, one root each, links backwards', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        const reading = await readDocument(model, { id, text: any })
        expect(reading.sentences.reduce((at, s) => (expect(s.first).toBe(at), s.last), 0)).toBe(
          reading.tokens.length,
        )
        for (const { first, last } of reading.sentences) {
          const heads = reading.tokens.slice(first, last).map((token) => token.head)
          expect(heads.filter((head) => head < 0)).toHaveLength(1)
          expect(heads.every((head) => head < 0 || (head >= first && head < last))).toBe(true)
        }
        for (const link of reading.links) expect(link.antecedent).toBeLessThan(link.mention)
      }),
      { numRuns: 25 },
    )
  })

  test('reads an empty text and a sentence longer than any window', async () => {
    expect((await readDocument(model, { id, text: '' })).tokens).toEqual([])
    const long = `The minister ${'met the very important delegation and '.repeat(120)}left.`
    const reading = await readDocument(model, { id, text: long })
    expect(reading.tokens.length).toBeGreaterThan(700)
  })
})

describe('readPair', () => {
  test('tells the act between two marked parties', async () => {
    const text = 'Kenyan troops shelled rebel positions in Somalia overnight, killing six.'
    const at = (words: string): { start: number; end: number } => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    })
    const chances = await readPair(model, {
      text,
      actor: at('Kenyan troops'),
      recipient: at('rebel'),
    })
    expect([...chances.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4)
    expect([...chances].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('ASSAULT')
  })
})

describe('windows', () => {
  test('cover all words in order and hold no more than fits', () => {
    const word = fc.record({
      text: fc.constantFrom('a', '.', 'The'),
      gap: fc.constantFrom(
        'none' as const,
        'space' as const,
        'line' as const,
        'paragraph' as const,
      ),
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.integer({ min: 1, max: 8 })), { maxLength: 900 }),
        (pairs) => {
          const sizes = pairs.map(([, size]) => size)
          const windows = windowsOf(
            pairs.map(([one]) => one),
            sizes,
          )
          expect(windows.reduce((at, w) => (expect(w.first).toBe(at), w.last), 0)).toBe(
            pairs.length,
          )
          for (const { first, last } of windows) {
            const pieces = sizes.slice(first, last).reduce((a, b) => a + b, 2)
            expect(pieces <= WINDOW_PIECES || last - first === 1).toBe(true)
          }
        },
      ),
    )
  })
})

describe('shapes', () => {
  test.each([
    ['minister', 'lower'],
    ['Macron', 'Title'],
    ['NATO', 'UPPER'],
    ['McDonald', 'mIxed'],
    ['7,600', 'digits'],
    ['19th', 'alnum'],
    ['“', 'sign'],
    ['A', 'Initial'],
    ['Élysée', 'Title'],
    ['阿', 'lower'],
  ])('%s is %s', (word, shape) => expect(SHAPES[shapeOf(word)]).toBe(shape))
})

describe('a model that is not whole', () => {
  test('is refused in words', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-model-'))
    try {
      expect(() => loadManifest(folder)).toThrow(ModelError)
      writeFileSync(join(folder, 'manifest.json'), '{"version": 3}')
      expect(() => loadManifest(folder)).toThrow(/manifest/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
