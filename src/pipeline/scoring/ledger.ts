import type { CodedRecord, NewsDocument, PartyRecord, RecordKind } from '../../core/index.js'
import { RECORD_KINDS } from '../../core/index.js'
import { scoreFindings } from './ledger-findings.js'
import type { GoldByKind, GoldFinding, GoldReport } from './ledger-gold.js'
import type { GoldDocument, KindCounts, LedgerLine, Tally } from './ledger-lines.js'
import { isRecordLine, stemOf } from './ledger-lines.js'
import type { KindRules } from './ledger-match.js'
import { KIND_RULES, pairBest } from './ledger-match.js'
import type { PartyWorld } from './ledger-parties.js'
import { squashed, wordF1 } from './ledger-words.js'

/**
 * How well a ledger holds what hand-made answers say reports hold. Records are paired with answers by the words they
 * rest on and the parties they name; a pair is right where the fields that define its kind agree.
 */

/** What became of one answer or record; `gold` is null for a record that no answer wants, `found` for a missed answer. */
export interface LedgerMatch {
  readonly kind: RecordKind
  readonly gold: GoldByKind[RecordKind] | null
  readonly found: CodedRecord | null
  readonly isRight: boolean
}

export interface LedgerScores {
  /** Mean of the F1 of the six kinds, 0 to 1. */
  readonly macroF1: number
  readonly kinds: Readonly<Record<RecordKind, KindCounts>>
  /** Only where answers for findings were given. */
  readonly findings: KindCounts | null
  /** Day, publisher, boilerplate that is gone, and words that are kept. */
  readonly documents: Readonly<Record<DocumentField, Tally>>
  /** Evidence that is the document's own words. */
  readonly evidence: Tally
  /** Stems of answers whose report is not in the ledger. */
  readonly unread: readonly string[]
  readonly matches: Readonly<Record<string, readonly LedgerMatch[]>>
}

type DocumentField = 'published' | 'publisher' | 'boilerplate' | 'text'

/** Scores the lines of an export against answers; each document is paired with its answers by `stemOf`. */
export function scoreLedger(
  lines: readonly LedgerLine[],
  golds: readonly GoldDocument[],
  findings: readonly GoldFinding[] | null = null,
): LedgerScores {
  const parties = new Map(
    lines.flatMap((line) => (line.kind === 'party' ? [[line.id, line] as const] : [])),
  )
  const reports = golds.map(({ stem, gold }) => reportOf(lines, stem, gold, parties))
  const kinds = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, addKinds(reports.map((report) => report.counts[kind]))]),
  ) as Record<RecordKind, KindCounts>
  return {
    macroF1: RECORD_KINDS.reduce((sum, kind) => sum + kindF1(kinds[kind]), 0) / RECORD_KINDS.length,
    kinds,
    findings: findings && scoreFindings(lines, golds, findings),
    documents: addFields(reports.map((report) => report.documents)) as LedgerScores['documents'],
    evidence: addTallies(reports.map((report) => report.evidence)),
    unread: reports.filter((report) => !report.isRead).map((report) => report.stem),
    matches: Object.fromEntries(reports.map((report) => [report.stem, report.matches])),
  }
}

/** F1 of a kind's counts; 0 where nothing is right, also where nothing was wanted. */
export function kindF1({ gold, found, right }: KindCounts): number {
  return right === 0 ? 0 : (2 * right) / (gold + found)
}

interface ReportScores {
  readonly stem: string
  readonly isRead: boolean
  readonly counts: Readonly<Record<RecordKind, KindCounts>>
  readonly matches: readonly LedgerMatch[]
  readonly documents: Readonly<Record<string, Tally>>
  readonly evidence: Tally
}

function reportOf(
  lines: readonly LedgerLine[],
  stem: string,
  gold: GoldReport,
  parties: ReadonlyMap<string, PartyRecord>,
): ReportScores {
  const document = lines.find(
    (line): line is NewsDocument => line.kind === 'document' && stemOf(line) === stem,
  )
  const records = lines.filter(isRecordLine).filter((record) => record.document === document?.id)
  const world = { gold, parties }
  const scored = RECORD_KINDS.map((kind) => [kind, scoreKind(kind, records, world)] as const)
  return {
    stem,
    isRead: document !== undefined,
    counts: Object.fromEntries(scored.map(([kind, one]) => [kind, one.counts])) as Record<
      RecordKind,
      KindCounts
    >,
    matches: scored.flatMap(([, one]) => one.matches),
    documents: documentFields(document ?? null, gold),
    evidence: evidenceTally(document ?? null, records),
  }
}

function answersOf<K extends RecordKind>(kind: K, gold: GoldReport): readonly GoldByKind[K][] {
  const lists: { [Kind in RecordKind]: readonly GoldByKind[Kind][] } = {
    event: gold.events,
    statement: gold.statements,
    figure: gold.figures,
    agreement: gold.agreements,
    relation: gold.relations,
    role: gold.roles,
  }
  return lists[kind]
}

function scoreKind<K extends RecordKind>(
  kind: K,
  records: readonly CodedRecord[],
  world: PartyWorld,
): { counts: KindCounts; matches: LedgerMatch[] } {
  type Found = Extract<CodedRecord, { kind: K }>
  const rules: KindRules<K> = KIND_RULES[kind]
  const golds = answersOf(kind, world.gold)
  const found = records.filter((record): record is Found => record.kind === kind)
  const pairs = pairBest(golds, found, (gold, record) => rules.fit(gold, record, world))
  const right = pairs.filter((pair) => rules.isRight(pair))
  const fields = Object.entries(rules.fields).map(([name, agrees]) => {
    const agreeing = right.filter((pair) => agrees(pair.gold, pair.found))
    return [name, { right: agreeing.length, of: right.length }] as const
  })
  const paired = new Set<unknown>(pairs.flatMap((pair) => [pair.gold, pair.found]))
  return {
    counts: {
      gold: golds.length,
      found: found.length,
      right: right.length,
      paired: pairs.length,
      fields: Object.fromEntries(fields),
    },
    matches: [
      ...pairs.map((pair) => ({
        kind,
        gold: pair.gold,
        found: pair.found,
        isRight: right.includes(pair),
      })),
      ...golds
        .filter((gold) => !paired.has(gold))
        .map((gold) => ({ kind, gold, found: null, isRight: false })),
      ...found
        .filter((record) => !paired.has(record))
        .map((record) => ({ kind, gold: null, found: record, isRight: false })),
    ],
  }
}

const FEWEST_PUBLISHER_SHARED = 0.5

function documentFields(
  document: NewsDocument | null,
  gold: GoldReport,
): Record<DocumentField, Tally> {
  const count = (checks: readonly boolean[]): Tally =>
    document ? { right: checks.filter(Boolean).length, of: checks.length } : { right: 0, of: 0 }
  const { published, publisher, boilerplate } = gold.document
  const text = squashed(document?.text)
  const isKept = (words: string | null | undefined): boolean => text.includes(squashed(words))
  return {
    published: count([(published ?? null) === (document?.published ?? null)]),
    publisher: count(
      publisher ? [wordF1(publisher, document?.publisher) >= FEWEST_PUBLISHER_SHARED] : [],
    ),
    boilerplate: count((boilerplate ?? []).map((words) => !isKept(words))),
    text: count([
      ...gold.statements.map((one) => isKept(one.content)),
      ...gold.events.map((one) => isKept(one.quote)),
    ]),
  }
}

function evidenceTally(document: NewsDocument | null, records: readonly CodedRecord[]): Tally {
  const all = records.flatMap((record) => record.evidence)
  const own = all.filter(({ start, end, text }) => document?.text.slice(start, end) === text)
  return { right: own.length, of: all.length }
}

function addTallies(tallies: readonly Tally[]): Tally {
  return {
    right: tallies.reduce((sum, tally) => sum + tally.right, 0),
    of: tallies.reduce((sum, tally) => sum + tally.of, 0),
  }
}

/** Sums tallies by name. */
function addFields(list: readonly Readonly<Record<string, Tally>>[]): Record<string, Tally> {
  const names = [...new Set(list.flatMap((fields) => Object.keys(fields)))]
  return Object.fromEntries(
    names.map((name) => [name, addTallies(list.flatMap((fields) => fields[name] ?? []))]),
  )
}

function addKinds(counts: readonly KindCounts[]): KindCounts {
  const sum = (of: (one: KindCounts) => number): number =>
    counts.reduce((total, one) => total + of(one), 0)
  return {
    gold: sum((one) => one.gold),
    found: sum((one) => one.found),
    right: sum((one) => one.right),
    paired: sum((one) => one.paired),
    fields: addFields(counts.map((one) => one.fields)),
  }
}
