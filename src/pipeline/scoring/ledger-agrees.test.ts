import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { CodedRecord, NewsDocument, PartyRecord } from '../../core/index.js'
import type { GoldDocument, LedgerLine } from './ledger-lines.js'
import { GoldFinding, GoldReport } from './ledger-gold.js'
import { scoreLedger } from './ledger.js'

/**
 * Our scores against the published scorer's on the same ledgers. The ledgers are made of the answers themselves, with
 * things left out, doubled and altered by chance, so that every rule of the scorer has something to say.
 */
const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const SEEDS = join(SHARED, 'seeds')
const SCORER = join(SHARED, 'score', 'score-ledger.mjs')
const isThere = existsSync(SCORER) && existsSync(SEEDS)
const folder = mkdtempSync(join(tmpdir(), 'chancery-score-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Chance = () => number

/** Numbers from 0 to 1 that a seed settles (mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Answers extends GoldDocument {
  readonly text: string
}

function loadAnswers(): Answers[] {
  return readdirSync(SEEDS)
    .filter((name) => name.endsWith('.gold.json') && name !== 'findings.gold.json')
    .sort()
    .map((name) => {
      const stem = name.slice(0, -'.gold.json'.length)
      const gold = GoldReport.parse(JSON.parse(readFileSync(join(SEEDS, name), 'utf8')))
      return { stem, gold, text: readFileSync(join(SEEDS, `${stem}.txt`), 'utf8') }
    })
}

const pick = <T>(chance: Chance, list: readonly T[]): T =>
  list[Math.floor(chance() * list.length)] as T

/** A word or two less, now and then; else as it is. */
function worn(chance: Chance, text: string): string {
  const words = text.split(' ')
  return chance() < 0.6 ? text : words.filter(() => chance() < 0.8).join(' ') || text
}

function ledgerOf(answers: readonly Answers[], seed: number): LedgerLine[] {
  const chance = chanceOf(seed)
  return answers.flatMap((answer) => (chance() < 0.1 ? [] : reportLines(answer, chance)))
}

function reportLines({ stem, gold, text }: Answers, chance: Chance): LedgerLine[] {
  const id = `document:${stem}`
  const day = chance() < 0.7 ? (gold.document.published ?? null) : '2001-01-01'
  const document = {
    kind: 'document', id, source: `/somewhere/${stem}.txt`, url: null, text, title: null, published: day,
    publisher: chance() < 0.7 ? (gold.document.publisher ?? null) : 'The Daily Nothing',
  } as unknown as NewsDocument // prettier-ignore
  const parties = gold.parties.map((party, n) => ({
    kind: 'party', id: `${stem}-party-${n}`, name: chance() < 0.8 ? party.name : `the ${party.name.toUpperCase()}`,
    type: party.type, country: party.country ?? null, cameo: null, wikidata: null,
    aliases: (party.mentions ?? []).filter(() => chance() < 0.5),
  })) as unknown as PartyRecord[] // prettier-ignore
  const refOf = (name: string | null | undefined): { id: string; name: string } => {
    const at = gold.parties.findIndex((party) => party.name === name)
    if (chance() < 0.15) return { id: 'party:none', name: pick(chance, ['Atlantis', 'France', 'the U.S.', 'Vasilenko']) }
    return { id: at < 0 ? 'party:none' : `${stem}-party-${at}`, name: name ?? 'nobody' }
  } // prettier-ignore
  return [document, ...parties, ...recordsOf({ gold, text, id, chance, refOf })]
}

interface Making {
  readonly gold: GoldReport
  readonly text: string
  readonly id: string
  readonly chance: Chance
  readonly refOf: (name: string | null | undefined) => { id: string; name: string }
}

function recordsOf({ gold, text, id, chance, refOf }: Making): CodedRecord[] {
  const refs = (names: readonly string[] | null | undefined) =>
    (names ?? []).filter(() => chance() < 0.9).map(refOf)
  const evidence = (quote: string | null | undefined) => {
    const words = worn(chance, quote ?? text.slice(0, 30))
    const start = Math.max(0, text.indexOf(words))
    return [{ start, end: start + words.length, text: words }]
  }
  const half = <T>(value: T, other: T): T => (chance() < 0.75 ? value : other)
  const time = (days: unknown) => half(days, { start: '2020-01-01', end: '2020-12-31' })
  const made: object[] = [
    ...gold.events.map((one) => ({
      ...one, kind: 'event', event: half(one.event, 'ACCUSE'), actor: refs(one.actor), recipient: refs(one.recipient),
      time: time(one.time), factuality: half(one.factuality, 'denied'), mode: half(one.mode, 'phone'), evidence: evidence(one.quote),
    })),
    ...gold.statements.map((one) => ({
      ...one, kind: 'statement', speaker: refOf(one.speaker), content: worn(chance, one.content),
      directness: half(one.directness, 'mixed'), evidence: evidence(one.content),
    })),
    ...gold.figures.map((one) => ({
      ...one, kind: 'figure', value: half(one.value, 7), unit: half(one.unit, pick(chance, ['%', 'dollars', 'EUR', 'km'])),
      comparator: one.comparator ?? '=', subject: refs(one.subject), time: time(one.time),
      indicator: half(one.indicator, null), evidence: evidence(one.quote),
    })),
    ...gold.agreements.map((one) => ({
      ...one, kind: 'agreement', name: worn(chance, one.name ?? 'pact'), status: half(one.status, 'ended'),
      form: half(one.form, 'treaty'), evidence: evidence(one.quote),
    })),
    ...gold.relations.map((one) => {
      const [a, b] = half([refOf(one.a), refOf(one.b)], [refOf(one.b), refOf(one.a)])
      return { ...one, kind: 'relation', a, b, label: half(one.label, 'ally'), since: half(one.since ?? null, '1991'), evidence: evidence(one.quote) }
    }),
    ...gold.roles.map((one) => ({
      ...one, kind: 'role', person: refOf(one.person), office: worn(chance, one.office ?? ''), evidence: evidence(null),
    })),
  ] // prettier-ignore
  const kept = made.filter(() => chance() < 0.85)
  const doubled = kept.filter(() => chance() < 0.1)
  return [...kept, ...doubled].map((record, n) => ({
    ...record,
    id: `record:${id}-${n}`,
    document: id,
  })) as CodedRecord[]
}

/** Findings over records drawn by chance and over records that rest on the answers' stretches. */
function withFindings(
  lines: readonly LedgerLine[],
  answers: readonly GoldFinding[],
  chance: Chance,
): LedgerLine[] {
  const records = lines.filter((line): line is CodedRecord => 'evidence' in line)
  const resting = (quote: string) =>
    records.find((record) => record.evidence.some((one) => quote.includes(one.text)))
  const findings = answers.map((answer, n) => ({
    kind: 'finding' as const,
    id: `finding:${n}`,
    finding: chance() < 0.8 ? answer.finding : 'conflict',
    records: answer.records.map(({ quote }) => (resting(quote) ?? pick(chance, records)).id),
  }))
  return [...lines, ...findings]
}

const Published = z.object({
  macro: z.number(),
  total: z.record(
    z.string(),
    z.object({ gold: z.number(), pred: z.number(), right: z.number(), located: z.number() }),
  ),
  detail: z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()]))),
  doc: z.record(z.string(), z.tuple([z.number(), z.number()])),
  unpaired: z.number(),
  badEvidence: z.number(),
  evidenceCount: z.number(),
})

describe.skipIf(!isThere)('our ledger scores (skipped where ../shared is absent)', () => {
  it.each([1, 2, 3, 4, 5, 6])('are the published scorer’s to the last digit, ledger %i', (seed) => {
    const answers = loadAnswers()
    const path = join(SEEDS, 'findings.gold.json')
    const findings = z.array(GoldFinding).parse(JSON.parse(readFileSync(path, 'utf8')))
    const lines = withFindings(ledgerOf(answers, seed), findings, chanceOf(seed))
    const file = join(folder, `ledger-${seed}.jsonl`)
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const output = execFileSync('node', [SCORER, file, SEEDS, '--json'], { encoding: 'utf8' })
    const published = Published.parse(JSON.parse(output))

    const ours = scoreLedger(lines, answers, findings)
    expect(ours.macroF1).toBe(published.macro)
    expect(ours.macroF1).toBeGreaterThan(0.2)
    const totals = Object.entries({ ...ours.kinds, finding: ours.findings }).map(([kind, one]) => [
      kind,
      { gold: one?.gold, pred: one?.found, right: one?.right, located: one?.paired },
    ])
    expect(Object.fromEntries(totals)).toEqual(published.total)
    for (const [kind, fields] of Object.entries(published.detail))
      for (const [name, [right, of]] of Object.entries(fields))
        expect(ours.kinds[kind as 'event'].fields[name], `${kind} ${name}`).toEqual({ right, of })
    for (const [name, [right, of]] of Object.entries(published.doc))
      expect(ours.documents[name as 'text'], name).toEqual({ right, of })
    expect(ours.unread).toHaveLength(published.unpaired)
    expect(ours.evidence.of).toBe(published.evidenceCount)
    expect(ours.evidence.of - ours.evidence.right).toBe(published.badEvidence)
  })
})

describe('the table of countries', () => {
  it.skipIf(!isThere)('is the published scorer’s (skipped where ../shared is absent)', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
    const ours = read(fileURLToPath(new URL('./ledger-names.json', import.meta.url)))
    expect((ours as { countries: unknown }).countries).toEqual(
      read(join(SHARED, 'score', 'iso3.json')),
    )
  })
})
