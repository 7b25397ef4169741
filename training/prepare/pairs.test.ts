import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownPairDocuments } from './pairs.js'

describe('marked sentences of the project', () => {
  let folder: string
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'pairs-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  const read = (...rows: { marked: string; type: string }[]) => {
    writeFileSync(join(folder, 'pairs-1.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'))
    return ownPairDocuments(pathToFileURL(`${folder}/`))
  }

  it('lose their marks, and keep the words that stood in them', () => {
    const marked = 'After rains <t>two reporters</t> were held by <s>police</s> at 5<6.'
    const [document] = read({ marked, type: 'COERCE' })
    const { words, pair } = document!
    expect(words.join(' ')).toBe('After rains two reporters were held by police at 5 < 6 .')
    expect(pair!.source.map((at) => words[at])).toEqual(['police'])
    expect(pair!.target.map((at) => words[at])).toEqual(['two', 'reporters'])
    expect(pair!.type).toBe('COERCE')
  })

  it.each([
    ['<s>Peru</s> asked Chile.', 'REQUEST', 'pairs-1.jsonl-1: mark one actor'],
    ['<s>Peru</s> asked <t>Chile</t> and <t>Cuba</t>.', 'REQUEST', 'pairs-1.jsonl-1: mark one'],
    ['<s>Peru asked <t>Chile</t></s>.', 'REQUEST', 'pairs-1.jsonl-1: mark one actor'],
    ['<s>Peru</s> asked <t>Chile</t>.', 'ASK', 'pairs-1.jsonl-1: ASK is no type'],
  ])('are refused with their place: %s %s', (marked, type, message) => {
    expect(() => read({ marked, type })).toThrow(message)
  })

  it('are all in order', () => {
    const documents = ownPairDocuments(new URL('../data/', import.meta.url))
    expect(documents.length).toBeGreaterThan(600)
    for (const { pair } of documents) expect(pair!.source.length * pair!.target.length).not.toBe(0)
  })
})
