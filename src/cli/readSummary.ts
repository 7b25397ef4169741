import { RECORD_KINDS } from '../core/index.js'
import type { IssueCode } from '../core/index.js'
import type { ReadSummary } from '../pipeline/index.js'
import { counted } from './print.js'

/** What the summary does not know of its run. `interrupted`: cut off by Ctrl-C. */
export interface ReadRun {
  readonly where: string
  readonly seconds: number
  readonly interrupted: boolean
}

/** What a read did, in lines for a person; its errors are not among them. */
export function summaryLines(summary: ReadSummary, run: ReadRun): string[] {
  const { read, known, failed } = summary.reports
  const lines = [headline(summary, run)]
  if (read > 0) {
    for (const kind of RECORD_KINDS) lines.push(countLine(`${kind}s`, summary.kinds[kind]))
    lines.push(`${countLine('parties', summary.parties.added)} new`)
  }
  if (run.interrupted)
    lines.push('Cut off by Ctrl-C: what was read is kept, and the same command reads the rest.')
  else if (read === 0 && known > 0 && failed === 0)
    lines.push('Nothing new: the ledger held all of it.')
  const notes = noteCounts(summary).map(([code, count]) => `${count} ${code}`)
  if (notes.length > 0) lines.push(`Notes: ${notes.join(', ')} (--json shows them)`)
  return lines
}

function headline({ reports, tokens }: ReadSummary, { where, seconds }: ReadRun): string {
  const speed = Math.round(tokens / seconds).toLocaleString('en')
  const known = reports.known > 0 ? `, ${reports.known} known already` : ''
  const pace = reports.read > 0 ? ` (${speed} words a second)` : ''
  return `Read ${counted(reports.read, 'report')}${known} in ${seconds.toFixed(1)} s${pace} into ${where}`
}

function countLine(name: string, count: number): string {
  return `  ${name.padEnd(11)}${String(count).padStart(7)}`
}

/** Issues that kept no report from being read, by code; those that did are listed one by one. */
function noteCounts({ issueCounts, errors }: ReadSummary): [string, number][] {
  const counts = new Map(Object.entries(issueCounts) as [IssueCode, number][])
  for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) - 1)
  return [...counts].filter(([, count]) => count > 0)
}
