import { issueOf } from '../../core/index.js'
import type { Issue, NewsReport, Outcome } from '../../core/index.js'
import { decodeText } from './decode.js'
import { isGzipError, messageOfError } from './errors.js'
import type { ReportFile } from './listFiles.js'
import { readLines, readWhole } from './readBytes.js'
import { parseJsonLine, splitFrontMatter } from './reportFields.js'

export interface LoadOptions {
  /** Largest single report in bytes, unpacked; 20 MiB unless given. */
  readonly reportLimitBytes?: number
}

const REPORT_LIMIT_BYTES = 20 * 1024 * 1024

/** The reports of one file: one, or one a line of a JSON Lines file, which is read line by line. Never throws. */
export async function* loadReportFile(
  file: ReportFile,
  options: LoadOptions = {},
): AsyncGenerator<Outcome<NewsReport | null>> {
  const limitBytes = options.reportLimitBytes ?? REPORT_LIMIT_BYTES
  let anyRead = false
  try {
    if (file.kind.format !== 'jsonl') yield await loadWhole(file, limitBytes)
    else
      for await (const line of loadLines(file, limitBytes)) {
        anyRead ||= line.value !== null
        yield line
      }
  } catch (error) {
    const read = anyRead ? 'what came before the damage was read' : 'nothing of it was read'
    const advice = isGzipError(error)
      ? `Fetch or pack the file again; ${read}.`
      : 'Check that the file is there and that you may read it.'
    yield {
      value: null,
      issues: [issueOf('file-not-readable', 'error', file.path, messageOfError(error), advice)],
    }
  }
}

async function loadWhole(
  file: ReportFile,
  limitBytes: number,
): Promise<Outcome<NewsReport | null>> {
  const bytes = await readWhole(file, limitBytes)
  if (bytes === null) return { value: null, issues: [tooLarge(file.path, limitBytes)] }
  const { format } = file.kind
  if (format === 'jsonl') throw new RangeError('a JSON Lines file is read by lines')
  const decoded = decodeText(bytes, format, file.path)
  if (decoded.value === null) return { value: null, issues: decoded.issues }
  if (decoded.value.trim() === '') return { value: null, issues: [emptyFile(file.path)] }
  const none = { title: null, publisher: null, url: null, published: null }
  if (format !== 'markdown')
    return { value: { source: file.path, format, body: decoded.value, ...none }, issues: [] }
  const { value, issues } = splitFrontMatter(decoded.value, file.path)
  return { value: { source: file.path, format, body: value.body, ...value.fields }, issues }
}

async function* loadLines(
  file: ReportFile,
  limitBytes: number,
): AsyncGenerator<Outcome<NewsReport | null>> {
  let lines = 0
  for await (const { number, bytes } of readLines(file, limitBytes)) {
    const source = `${file.path}#${number}`
    if (number === 1 && bytes !== null && isUtf16(bytes)) {
      yield { value: null, issues: [notUtf8(file.path)] }
      return
    }
    if (bytes === null) {
      lines++
      yield { value: null, issues: [tooLarge(source, limitBytes)] }
      continue
    }
    const decoded = decodeText(bytes, 'jsonl', source)
    const outcome =
      decoded.value === null
        ? { value: null, issues: decoded.issues }
        : parseJsonLine(decoded.value, source)
    if (outcome.value === null && outcome.issues.length === 0) continue
    lines++
    yield outcome
    // Packed bytes are wrong from the first line on: say it once.
    if (number === 1 && outcome.issues.some((issue) => issue.code === 'file-binary')) return
  }
  if (lines === 0) yield { value: null, issues: [emptyFile(file.path)] }
}

/** Lines are told by single bytes, which UTF-16 has not. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function notUtf8(where: string): Issue {
  const message = 'The file is UTF-16; JSON Lines are read as UTF-8.'
  return issueOf('file-encoding', 'error', where, message, 'Save it as UTF-8 and read it again.')
}

function tooLarge(where: string, limitBytes: number): Issue {
  const limit = `${Math.round(limitBytes / 1024 / 1024)} MB`
  const message = `The text is larger than ${limit}, the most that one report may have.`
  return issueOf(
    'file-too-large',
    'error',
    where,
    message,
    'Divide it into reports: a file each, or one JSON Lines file.',
  )
}

function emptyFile(where: string): Issue {
  return issueOf(
    'file-empty',
    'error',
    where,
    'The file holds no text.',
    'Save the report again, or leave the file out.',
  )
}
