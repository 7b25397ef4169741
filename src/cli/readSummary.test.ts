import { describe, expect, it } from 'vitest'
import { issueOf } from '../core/index.js'
import { emptySummary } from '../pipeline/summary.js'
import type { ReadSummary } from '../pipeline/summary.js'
import { summaryLines } from './readSummary.js'

function linesOf(given: Partial<ReadSummary>, interrupted = false): string {
  const summary = { ...emptySummary(), ...given }
  return summaryLines(summary, { where: './ledger', seconds: 2, interrupted }).join('\n')
}

describe('the summary of a read', () => {
  it('says that nothing is new when the ledger held every report, and only then', () => {
    const nothing = 'Nothing new: the ledger held all of it.'
    expect(linesOf({ reports: { read: 0, known: 3, failed: 0 } })).toContain(nothing)
    expect(linesOf({ reports: { read: 2, known: 0, failed: 0 } })).not.toContain(nothing)
    expect(linesOf({ reports: { read: 2, known: 3, failed: 0 } })).not.toContain(nothing)
    expect(linesOf({ reports: { read: 0, known: 3, failed: 1 } })).not.toContain(nothing)
    expect(linesOf({ reports: { read: 0, known: 0, failed: 0 } })).not.toContain(nothing)
    expect(linesOf({ reports: { read: 0, known: 3, failed: 0 } }, true)).not.toContain(nothing)
  })

  it('says that a read was cut off, and how to go on', () => {
    const reports = { read: 2, known: 0, failed: 0 }
    expect(linesOf({ reports }, true)).toMatch(/Cut off .* the same command reads the rest/)
    expect(linesOf({ reports })).not.toContain('Cut off')
  })

  it('counts notes beside errors of the same code', () => {
    const error = issueOf('record-invalid', 'error', 'a.txt', 'not kept')
    const issueCounts = { 'record-invalid': 3, 'date-unknown': 1, 'file-empty': 1 }
    const errors = [error, issueOf('file-empty', 'error', 'b.txt', 'no text')]
    expect(linesOf({ errors, issueCounts })).toContain('Notes: 2 record-invalid, 1 date-unknown (')
    expect(linesOf({ errors: [error], issueCounts: { 'record-invalid': 1 } })).not.toContain(
      'Notes',
    )
  })
})
