import type { GoldFinding } from './ledger-gold.js'
import type { FindingLine, GoldDocument, KindCounts, LedgerLine } from './ledger-lines.js'
import { isRecordLine, stemOf } from './ledger-lines.js'
import { pairBest, quotesSame } from './ledger-match.js'

/** Kinds that the answers hold. */
const SCORED = new Set(['conflict', 'denial', 'sum-check', 'corroboration'])

/**
 * Findings of the ledger against the answers: one is right when for each stretch of the answer it cites a record that
 * rests on it. Findings that cite reports without answers are left out.
 */
export function scoreFindings(
  lines: readonly LedgerLine[],
  golds: readonly GoldDocument[],
  answers: readonly GoldFinding[],
): KindCounts {
  const stems = stemsByRecord(lines)
  const wanted = new Set(golds.map((gold) => gold.stem))
  const records = new Map(lines.filter(isRecordLine).map((record) => [record.id, record]))
  const found = lines.filter(
    (line): line is FindingLine =>
      line.kind === 'finding' &&
      SCORED.has(line.finding) &&
      line.records.every((id) => wanted.has(stems.get(id) ?? '')),
  )
  const cites = (finding: FindingLine, stretch: GoldFinding['records'][number]): boolean =>
    finding.records.some((id) => {
      const record = records.get(id)
      return record && stems.get(id) === stretch.document && quotesSame(record, stretch.quote)
    })
  const pairs = pairBest(answers, found, (gold, finding) =>
    gold.records.every((stretch) => cites(finding, stretch))
      ? 1 + (gold.finding === finding.finding ? 1 : 0)
      : 0,
  )
  const right = pairs.length
  return { gold: answers.length, found: found.length, right, paired: right, fields: {} }
}

/** Stem of the document that each record was read from, by the record's id. */
function stemsByRecord(lines: readonly LedgerLine[]): Map<string, string> {
  const documents = new Map(
    lines.flatMap((line) => (line.kind === 'document' ? [[line.id as string, stemOf(line)]] : [])),
  )
  return new Map(
    lines.filter(isRecordLine).map((record) => [record.id, documents.get(record.document) ?? '']),
  )
}
