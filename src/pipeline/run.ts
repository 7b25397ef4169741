/**
 * The main job, from reports to the ledger. Read this file first: it is the one place where the stages meet.
 *
 *   files → NewsReport → prepareDocument → reader pool → codeReading → appendReading
 *
 * Several reports are read at once, on threads of their own; they are prepared, coded and kept one by one in the order
 * of the files, so that the ledger is the same however many threads there are and wherever a run was cut off.
 */
import { issueOf } from '../core/index.js'
import type { Issue, NewsReport } from '../core/index.js'
import { listReportFiles, loadReportFile } from '../sources/files/index.js'
import { readDoor } from '../ledger/index.js'
import { ModelError } from '../reader/index.js'
import { finishReport, fingerprintOf, startReport } from './readReport.js'
import type { KeptReport, ReadOptions, ReportUnderway } from './readReport.js'
import type { Services } from './services.js'
import { addIssues, emptySummary, keptReport } from './summary.js'
import type { ReadSummary } from './summary.js'

/** How far a run has come. */
export interface ReadProgress {
  readonly bytesDone: number
  readonly bytesTotal: number
  readonly reportsDone: number
  /** The file being read. */
  readonly file: string
}

export interface RunHooks {
  readonly onProgress?: (progress: ReadProgress) => void
  /** Called with each report that was kept. */
  readonly onKept?: (kept: KeptReport) => void
  /** Stops the run after the reports that are under way. */
  readonly signal?: AbortSignal
}

/** Reports that are prepared ahead of the one being kept, for each reading thread. */
const AHEAD_A_THREAD = 3

/**
 * Reads every report under paths into the ledger. Trouble with one report is an issue in the summary and the rest goes
 * on; only trouble with the ledger or the reader's weights throws (LedgerError, ModelError).
 */
export async function readReports(
  paths: readonly string[],
  services: Services,
  options: ReadOptions,
  hooks: RunHooks = {},
): Promise<ReadSummary> {
  const summary = emptySummary()
  const files = await listReportFiles(paths)
  addIssues(summary, files.issues)
  const bytesTotal = files.value.reduce((sum, file) => sum + file.sizeBytes, 0)
  const queue: ReportUnderway[] = []
  let bytesDone = 0
  for (const file of files.value) {
    for await (const loaded of loadReportFile(file)) {
      if (hooks.signal?.aborted) break
      addIssues(summary, loaded.issues)
      if (loaded.value) await enqueue(loaded.value, queue, summary, services, options)
      const ahead = queue.length > 0 ? (await services.reader()).threads * AHEAD_A_THREAD : 0
      while (queue.length > ahead) await keepNext(queue, summary, services, hooks)
      hooks.onProgress?.({
        bytesDone,
        bytesTotal,
        reportsDone: reportsDone(summary),
        file: file.path,
      })
    }
    bytesDone += file.sizeBytes
  }
  while (queue.length > 0) {
    await keepNext(queue, summary, services, hooks)
    hooks.onProgress?.({ bytesDone, bytesTotal, reportsDone: reportsDone(summary), file: '' })
  }
  if (summary.reports.read > 0) summary.stageMs.read = (await services.reader()).spentMs()
  return summary
}

function reportsDone(summary: ReadSummary): number {
  return summary.reports.read + summary.reports.known + summary.reports.failed
}

/** Starts a report unless the ledger has it, and puts it at the queue's end. */
async function enqueue(
  report: NewsReport,
  queue: ReportUnderway[],
  summary: ReadSummary,
  services: Services,
  options: ReadOptions,
): Promise<void> {
  const fingerprint = fingerprintOf(report, options, services)
  const waiting = queue.some((one) => one.fingerprint === fingerprint)
  if (waiting || (await readDoor(services.ledger).hasReport(fingerprint))) {
    summary.reports.known += 1
    return
  }
  try {
    const began = performance.now()
    const started = await startReport(report, fingerprint, options, services)
    summary.stageMs.prepare += performance.now() - began
    addIssues(summary, started.issues)
    if (started.value) queue.push(started.value)
  } catch (error) {
    if (error instanceof ModelError) throw error
    addIssues(summary, [failed(report.source, error)])
  }
}

/** Codes and keeps the report at the queue's head. */
async function keepNext(
  queue: ReportUnderway[],
  summary: ReadSummary,
  services: Services,
  hooks: RunHooks,
): Promise<void> {
  const next = queue.shift()
  if (!next) return
  try {
    await next.reading
  } catch (error) {
    if (error instanceof ModelError) throw error
    addIssues(summary, [failed(next.report.source, error)])
    return
  }
  const kept = await finishReport(next, services)
  keptReport(summary, kept)
  hooks.onKept?.(kept.value)
}

function failed(where: string, error: unknown): Issue {
  const message = error instanceof Error ? error.message : String(error)
  return issueOf(
    'report-failed',
    'error',
    where,
    message,
    'Nothing of this report was kept; the others were read.',
  )
}
