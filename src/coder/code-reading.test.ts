import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodedRecord, quotesText } from '../core/index.js'
import { codeReading } from './code-reading.js'
import { indexPersons } from './parties/known-persons.js'
import { finishCoding } from './finish.js'
import { extendScene, openScene, speakerAt } from './scene.js'
import { forEachSentence } from './sentences.js'
import { buildDocument, buildReading } from './testing/build-reading.js'
import { testCodebook } from './testing/test-codebook.js'

const text =
  'Omani envoy Salim Said said Oman was ready. “We want calm in the whole Gulf,” he added.'
const notes = {
  names: ['person: Salim Said'],
  attributions: [
    { source: 'Omani envoy Salim Said', cue: 'said', content: ['Oman was ready'] },
    { source: 'he', cue: 'added', content: ['“We want calm in the whole Gulf,”'] },
  ],
}
const nobody = indexPersons()
const open = () => openScene(buildDocument(text), buildReading(text, notes), testCodebook, nobody)

describe('coding a reading', () => {
  it('gives the same bytes every time', () => {
    const code = () =>
      JSON.stringify(
        codeReading(buildDocument(text), buildReading(text, notes), testCodebook, nobody),
      )
    expect(code()).toBe(code())
  })

  it('cites the document’s own words, names only its own parties, keeps to the contract', () => {
    const { value } = codeReading(
      buildDocument(text),
      buildReading(text, notes),
      testCodebook,
      nobody,
    )
    const ids = new Set(value.parties.map((party) => party.id))
    expect(value.records.length).toBeGreaterThan(2)
    for (const record of value.records) {
      CodedRecord.parse(record)
      for (const evidence of record.evidence) expect(quotesText(text, evidence)).toBe(true)
      if (record.kind === 'statement') expect(ids.has(record.speaker.id)).toBe(true)
    }
  })

  it('sorts by position and has no id twice', () => {
    const { records } = codeReading(
      buildDocument(text),
      buildReading(text, notes),
      testCodebook,
      nobody,
    ).value
    const starts = records.map((record) => record.evidence[0]?.start ?? 0)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length)
  })

  it('goes on after a sentence that cannot be coded, and says so', () => {
    const scene = open()
    const { results, issues } = forEachSentence(scene, 'test', (_, number) => {
      if (number === 0) throw new Error('no verb')
      return [number]
    })
    expect(results).toEqual([1])
    expect(issues).toMatchObject([{ code: 'sentence-not-parsed', severity: 'warning' }])
    expect(issues[0]?.message).toContain('no verb')
  })

  it('leaves out a record that breaks the contract, with an issue, and keeps the rest', () => {
    const role = {
      kind: 'role' as const,
      person: { id: 'party:x', name: 'Salim Said' },
      of: null,
      time: null,
      factuality: 'actual' as const,
      reason: 'role-apposition' as const,
    }
    const good = { ...role, office: 'envoy', spans: [{ start: 6, end: 11 }] }
    const outside = { ...role, office: 'envoy', spans: [{ start: 6, end: 9999 }] }
    const nameless = { ...role, office: '', spans: [{ start: 6, end: 11 }] }
    const scene = extendScene(open(), { drafts: [good, outside, nameless, good] })
    const { value, issues } = finishCoding(scene)
    expect(value.records.map((record) => record.evidence[0]?.text)).toContain('envoy')
    expect(issues.every((issue) => issue.code === 'record-invalid')).toBe(true)
    expect(issues.length).toBeGreaterThan(0)
  })

  it('gives what is said inside a statement to its speaker, and nothing outside', () => {
    const attribution = { speaker: { id: 'party:x', name: 'Salim Said' }, chain: ['Reuters'] }
    const scene = extendScene(open(), {
      facts: { spoken: [{ span: { start: 28, end: 42 }, attribution }] },
    })
    expect(speakerAt(scene, { start: 28, end: 32 })).toEqual(attribution)
    expect(speakerAt(scene, { start: 0, end: 5 })).toBeNull()
  })

  it('survives any text with any parse', () => {
    const word = fc.constantFrom(
      'President',
      'Kenya',
      'Ana',
      'Ruiz',
      'said',
      '“',
      '”',
      ',',
      '.',
      'of',
      'the',
      'he',
      '(',
      ')',
      'UN',
      '-',
      ':',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: -1, max: 40 }), { minLength: 40, maxLength: 40 }),
        (words, heads) => {
          const made = words.join(' ')
          const reading = buildReading(made, {})
          const tokens = reading.tokens.map((token, at) => ({ ...token, head: heads[at] ?? -1 }))
          const last = tokens.length
          const attributions =
            last > 3
              ? [
                  {
                    source: { first: 0, last: 1 },
                    cue: { first: 1, last: 2 },
                    content: [{ first: 2, last }],
                    score: 0.5,
                  },
                ]
              : []
          const outcome = codeReading(
            buildDocument(made),
            { ...reading, tokens, attributions },
            testCodebook,
            nobody,
          )
          expect(
            outcome.issues.filter(
              (issue) => issue.code === 'sentence-not-parsed' || issue.code === 'record-invalid',
            ),
          ).toEqual([])
          for (const record of outcome.value.records)
            for (const evidence of record.evidence) expect(quotesText(made, evidence)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
