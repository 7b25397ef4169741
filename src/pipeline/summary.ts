import { RECORD_KINDS } from '../core/index.js'
import type { Issue, IssueCode, Outcome, RecordKind } from '../core/index.js'
import type { KeptReport } from './readReport.js'

/** What a run did. Errors are kept whole; other issues are counted by code, the first few kept as examples. */
export interface ReadSummary {
  /** `known`: in the ledger already, word for word. `failed`: not read; each has an error. */
  readonly reports: { read: number; known: number; failed: number }
  readonly documents: { added: number; known: number }
  readonly parties: { added: number; known: number }
  readonly records: { added: number; known: number; refused: number }
  /** Records of the reports read in this run, by kind. */
  readonly kinds: Record<RecordKind, number>
  tokens: number
  /** Time spent in each stage; `read` is the reading threads' own, beside the others. */
  readonly stageMs: { prepare: number; read: number; code: number; append: number }
  readonly errors: Issue[]
  readonly issueCounts: Partial<Record<IssueCode, number>>
  readonly examples: Issue[]
}

const MOST_EXAMPLES = 200
const MOST_ERRORS = 10_000

/** A summary of nothing yet. */
export function emptySummary(): ReadSummary {
  return {
    reports: { read: 0, known: 0, failed: 0 },
    documents: { added: 0, known: 0 },
    parties: { added: 0, known: 0 },
    records: { added: 0, known: 0, refused: 0 },
    kinds: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<RecordKind, number>,
    tokens: 0,
    stageMs: { prepare: 0, read: 0, code: 0, append: 0 },
    errors: [],
    issueCounts: {},
    examples: [],
  }
}

/** Adds issues met outside a kept report: an error among them is a report that was not read. */
export function addIssues(summary: ReadSummary, issues: readonly Issue[]): void {
  count(summary, issues)
  const errors = issues.filter((issue) => issue.severity === 'error')
  summary.reports.failed += errors.length
  if (summary.errors.length < MOST_ERRORS) summary.errors.push(...errors)
}

/** Adds a report that went through; a refused document counts as failed. */
export function keptReport(summary: ReadSummary, kept: Outcome<KeptReport>): void {
  const { summary: appended, tokens, recordKinds } = kept.value
  count(summary, kept.issues)
  if (appended.document === 'refused') {
    summary.reports.failed += 1
    summary.errors.push(...kept.issues.filter((issue) => issue.severity === 'error'))
    return
  }
  summary.reports.read += 1
  summary.documents[appended.document] += 1
  summary.parties.added += appended.parties.added
  summary.parties.known += appended.parties.known
  summary.records.added += appended.records.added
  summary.records.known += appended.records.known
  summary.records.refused += appended.records.refused
  for (const kind of recordKinds) summary.kinds[kind as RecordKind] += 1
  summary.tokens += tokens
  summary.stageMs.code += kept.value.codeMs
  summary.stageMs.append += kept.value.appendMs
}

function count(summary: ReadSummary, issues: readonly Issue[]): void {
  for (const issue of issues) {
    summary.issueCounts[issue.code] = (summary.issueCounts[issue.code] ?? 0) + 1
    if (summary.examples.length < MOST_EXAMPLES) summary.examples.push(issue)
  }
}
