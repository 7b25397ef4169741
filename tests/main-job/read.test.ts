import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CodedRecord, PartyRecord } from '../../src/core/index.js'
import type { NewsDocument } from '../../src/core/index.js'
import { exportOf, readSamplesInto, runChancery, SAMPLES } from './chancery.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-read-'))
const ledger = join(folder, 'ledger')

interface Summary {
  reports: { read: number; known: number; failed: number }
  records: { added: number }
  kinds: Record<string, number>
  errors: { where: string; code: string; advice: string | null }[]
}

beforeAll(async () => {
  const ended = await runChancery(...readSamplesInto(ledger))
  expect(ended.err).toBe('')
  expect(ended.code).toBe(0)
  const summary = JSON.parse(ended.out) as Summary
  expect(summary.reports).toEqual({ read: 24, known: 0, failed: 0 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('reading the samples', () => {
  test('gives records of every kind', async () => {
    const records = (await exportOf(ledger)).map((line) => JSON.parse(line) as { kind: string })
    for (const kind of [
      'document',
      'party',
      'event',
      'statement',
      'figure',
      'agreement',
      'relation',
      'role',
    ])
      expect(records.filter((record) => record.kind === kind).length, kind).toBeGreaterThan(5)
  })

  test('every exported record keeps the contract and quotes its document', async () => {
    const records = (await exportOf(ledger)).map(
      (line) => JSON.parse(line) as NewsDocument | { kind: string },
    )
    const texts = new Map(
      records
        .filter((r): r is NewsDocument => r.kind === 'document')
        .map((d) => [d.id as string, d.text]),
    )
    const parties = new Set(
      records.filter((r) => r.kind === 'party').map((r) => PartyRecord.parse(r).id),
    )
    let checked = 0
    for (const raw of records) {
      if (raw.kind === 'document' || raw.kind === 'party') continue
      const record = CodedRecord.parse(raw)
      for (const { start, end, text } of record.evidence)
        expect(texts.get(record.document)?.slice(start, end)).toBe(text)
      if (record.kind === 'event')
        for (const ref of [...record.actor, ...record.recipient]) expect(parties).toContain(ref.id)
      if (record.kind === 'statement') expect(texts.get(record.document)).toContain(record.content)
      checked += 1
    }
    expect(checked).toBeGreaterThan(100)
  })

  test('again adds nothing and says so', async () => {
    const before = await exportOf(ledger)
    const ended = await runChancery('read', SAMPLES, '--ledger', ledger, '--as-of', '2025-01-01')
    expect(ended.code).toBe(0)
    expect(ended.out).toContain('24 known already')
    expect(ended.out).toContain('Nothing new')
    expect(await exportOf(ledger)).toEqual(before)
  })

  test('into a second ledger gives the same bytes', async () => {
    const other = join(folder, 'other')
    await runChancery('read', SAMPLES, '--ledger', other, '--as-of', '2025-01-01', '--threads', '1')
    expect(await exportOf(other)).toEqual(await exportOf(ledger))
  })

  test('is shown record by record, each with its words', async () => {
    const events = (await exportOf(ledger)).map(
      (line) => JSON.parse(line) as { kind: string; id: string; evidence: { text: string }[] },
    )
    const event = events.find((record) => record.kind === 'event')
    const ended = await runChancery('show', event?.id ?? '', '--ledger', ledger)
    expect(ended.code).toBe(0)
    expect(ended.out).toContain(`«${event?.evidence[0]?.text.replace(/\s+/g, ' ')}»`)
    const missing = await runChancery('show', 'event:0000', '--ledger', ledger)
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('nothing in')
  })
})

describe('reading what is broken', () => {
  test('names each broken file, says what to do, and reads the rest', async () => {
    const broken = join(folder, 'broken')
    const good =
      'Lima, March 3 2023 – Peruvian Foreign Minister Ana Quispe met Chilean President Gabriel Boric on Friday. “We will work together,” she said.'
    const { mkdirSync } = await import('node:fs')
    mkdirSync(broken)
    writeFileSync(join(broken, 'a-empty.txt'), '')
    writeFileSync(
      join(broken, 'b-binary.txt'),
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 0, 255]),
    )
    writeFileSync(join(broken, 'c-good.txt'), good)
    writeFileSync(
      join(broken, 'd-german.txt'),
      'Die Außenministerin hat am Montag in Berlin mit ihrem Amtskollegen aus Chile gesprochen. Beide Seiten lobten die gute Zusammenarbeit der letzten Jahre und wollen sie ausbauen.',
    )
    writeFileSync(
      join(broken, 'e-lines.jsonl'),
      `{"text": ${JSON.stringify(good.replace('Friday', 'Thursday'))}}\nnot json\n{"title": "no text"}\n`,
    )
    writeFileSync(join(broken, 'f-damaged.txt.gz'), gzipSync(good).subarray(0, 40))
    const ended = await runChancery(
      'read',
      broken,
      join(folder, 'nowhere'),
      '--ledger',
      join(folder, 'ledger-broken'),
      '--json',
    )
    expect(ended.code).toBe(1)
    const summary = JSON.parse(ended.out) as Summary
    expect(summary.reports.read).toBe(2)
    const named = summary.errors.map((error) => error.where)
    for (const file of [
      'a-empty.txt',
      'b-binary.txt',
      'd-german.txt',
      'e-lines.jsonl',
      'f-damaged.txt.gz',
      'nowhere',
    ])
      expect(
        named.some((where) => where.includes(file)),
        file,
      ).toBe(true)
    expect(summary.errors.every((error) => error.advice)).toBe(true)
  })

  test('wrong usage ends with 2 and says how it is done', async () => {
    for (const args of [
      ['read'],
      ['read', SAMPLES, '--published', '2023-02-30'],
      ['nonsense'],
      ['export', '--ledger', join(folder, 'mistyped')],
      ['eval', 'nothing', '--data', 'x'],
    ]) {
      const ended = await runChancery(...args)
      expect(ended.code, args.join(' ')).toBe(2)
      expect(ended.err.length).toBeGreaterThan(20)
    }
  })
})
