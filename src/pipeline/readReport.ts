import { codeReading, CODER_VERSION } from '../coder/index.js'
import type { Grounds } from '../coder/index.js'
import { contentHash, issueOf } from '../core/index.js'
import type { Issue, NewsDocument, NewsReport, Outcome, Reading } from '../core/index.js'
import {
  findDuplicate,
  prepareDocument,
  signatureKeys,
  signatureOf,
  storyStarts,
} from '../documents/index.js'
import { appendReading, readDoor } from '../ledger/index.js'
import type { AppendSummary } from '../ledger/index.js'
import type { Services } from './services.js'

/** What the user says of the reports. */
export interface ReadOptions {
  /** The day of reading (ISO date): it only bounds inferred years. */
  readonly asOf: string
  /** Whether the day was named by the user: then reading for another day is another reading. */
  readonly asOfGiven: boolean
  readonly published: string | null
  readonly publisher: string | null
}

/** A report on its way: prepared, and being read on another thread. */
export interface ReportUnderway {
  readonly report: NewsReport
  readonly fingerprint: string
  readonly document: NewsDocument
  readonly issues: readonly Issue[]
  readonly reading: Promise<Reading>
}

/** Hash of a report, the options that bear on its reading, and all versions: the same gives the same reading. */
export function fingerprintOf(
  report: NewsReport,
  options: ReadOptions,
  services: Services,
): string {
  const { format, body, title, publisher, url, published } = report
  const given = [options.published, options.publisher, options.asOfGiven ? options.asOf : null]
  const versions = [services.readerVersion, CODER_VERSION, services.codebook.version]
  return contentHash([format, body, title, publisher, url, published, given, versions])
}

/** Prepares a report and starts reading it. A null value says, by its issues, why there is nothing to read. */
export async function startReport(
  report: NewsReport,
  fingerprint: string,
  options: ReadOptions,
  services: Services,
): Promise<Outcome<ReportUnderway | null>> {
  const defaults = { published: options.published, publisher: options.publisher }
  const prepared = prepareDocument(report, { asOf: options.asOf, defaults })
  if (!prepared.value) return { value: null, issues: prepared.issues }
  const reader = await services.reader()
  const { id, text } = prepared.value
  const reading = reader.read({ id, text, breaks: storyStarts(text) })
  // Awaited later, in the order of the reports: a failure before then is not unhandled.
  reading.catch(() => undefined)
  return {
    value: { report, fingerprint, document: prepared.value, issues: prepared.issues, reading },
    issues: [],
  }
}

/** What keeping one report gave. `tokens`: words read. */
export interface KeptReport {
  readonly summary: AppendSummary
  readonly tokens: number
  readonly recordKinds: readonly string[]
  /** What the confidence of each record rests on, by the record's id. */
  readonly grounds: ReadonlyMap<string, Grounds>
  readonly codeMs: number
  readonly appendMs: number
}

/**
 * Codes what was read and keeps it in the ledger. Reports must be finished in their order, one at a time: names are
 * joined to the persons of earlier reports, and copies point to what was kept earlier.
 */
export async function finishReport(
  underway: ReportUnderway,
  services: Services,
): Promise<Outcome<KeptReport>> {
  const reading = await underway.reading
  const sketch = signatureOf(underway.document.text)
  const signature = { keys: signatureKeys(sketch), sketch }
  const { document, issue } = await withDuplicate(underway.document, signature, services)
  const began = performance.now()
  const coded = codeReading(document, reading, services.codebook, services.persons)
  const issues = [...underway.issues, ...(issue ? [issue] : []), ...coded.issues]
  const codeMs = performance.now() - began
  const appended = await appendReading(services.ledger, {
    document,
    parties: coded.value.parties,
    records: coded.value.records,
    issues,
    signature,
    reportFingerprint: underway.fingerprint,
  })
  for (const party of coded.value.parties) services.persons.add(party)
  const kept = {
    summary: appended.value,
    tokens: reading.tokens.length,
    recordKinds: coded.value.records.map((record) => record.kind),
    grounds: coded.value.grounds,
    codeMs,
    appendMs: performance.now() - began - codeMs,
  }
  return { value: kept, issues: [...issues, ...appended.issues] }
}

async function withDuplicate(
  document: NewsDocument,
  signature: { keys: string[]; sketch: number[] },
  services: Services,
): Promise<{ document: NewsDocument; issue: Issue | null }> {
  const candidates = await readDoor(services.ledger).findDuplicates(signature)
  const known = candidates
    .filter((candidate) => candidate.document !== document.id)
    .map((candidate) => ({
      id: candidate.duplicateOf ?? candidate.document,
      signature: candidate.sketch,
    }))
  const copy = findDuplicate(signature.sketch, known)
  if (!copy || copy.id === document.id) return { document, issue: null }
  const share = Math.round(copy.similarity * 100)
  const message = `${share} % of its words in order stand in ${copy.id}, read earlier`
  return {
    document: { ...document, duplicateOf: copy.id },
    issue: issueOf('duplicate-document', 'note', document.source, message),
  }
}
