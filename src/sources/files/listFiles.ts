import { readdir, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { issueOf } from '../../core/index.js'
import type { Issue, Outcome } from '../../core/index.js'
import { fileKindOf, isCompanionFile, READ_ENDINGS } from './fileKind.js'
import type { FileKind } from './fileKind.js'
import { messageOfError } from './errors.js'

/** A file of reports, found but not opened. `path` is as given, or the given folder with the rest of the way. */
export interface ReportFile {
  readonly path: string
  readonly kind: FileKind
  /** Bytes on the disk, for progress. */
  readonly sizeBytes: number
}

interface Listing {
  readonly files: ReportFile[]
  readonly issues: Issue[]
  /** Real paths of files and folders met: each is listed once, and a loop of links ends. */
  readonly seen: Set<string>
}

/**
 * The files of reports under paths: files, folders (with all below them) and globs, in the order given, those of a
 * folder or glob by name. A file reached twice is listed once. Every path that gives nothing has an issue.
 */
export async function listReportFiles(paths: readonly string[]): Promise<Outcome<ReportFile[]>> {
  const listing: Listing = { files: [], issues: [], seen: new Set() }
  for (const path of paths) await listPath(path, listing)
  return { value: listing.files, issues: listing.issues }
}

async function listPath(path: string, listing: Listing): Promise<void> {
  const found = await statOrIssue(path)
  if (found === null) {
    if (path !== '' && isDynamicPattern(path)) return listGlob(path, listing)
    const advice = 'Check the spelling; quote a pattern such as "reports/*.html" for the shell.'
    listing.issues.push(
      issueOf('file-not-found', 'error', path, 'No file or folder is there.', advice),
    )
    return
  }
  if ('code' in found) listing.issues.push(found)
  else if (found.isDirectory()) await listGivenFolder(path, listing)
  else await listFile(path, found, listing)
}

/** Stat of a path, null when nothing is there, an issue when it can't be looked at. */
async function statOrIssue(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR' || path === '') return null
    return notReadable(path, error)
  }
}

function notReadable(path: string, error: unknown): Issue {
  const advice = 'Check that you may read it, and that it is no broken or circular link.'
  return issueOf('file-not-readable', 'error', path, messageOfError(error), advice)
}

async function listGlob(pattern: string, listing: Listing): Promise<void> {
  const { base, rest } = splitPattern(pattern)
  const options = { followSymbolicLinks: false, expandDirectories: false, onlyFiles: false }
  const matches = await glob(rest, { ...options, cwd: base === '' ? '.' : base })
  const found = matches.map((match) => base + match.replace(/\/$/, '')).sort(byCodeUnits)
  if (found.length === 0)
    listing.issues.push(
      issueOf(
        'file-not-found',
        'error',
        pattern,
        'No file matches the pattern.',
        'Check the pattern and the folder it starts in.',
      ),
    )
  for (const path of found) await listPath(path, listing)
}

/** A pattern's fixed beginning ("../news/", with its slash) and the rest, in which the first wildcard stands. */
function splitPattern(pattern: string): { base: string; rest: string } {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  const at = first === -1 ? parts.length - 1 : first
  const base = parts.slice(0, at).map((part) => `${part}/`)
  return { base: base.join(''), rest: parts.slice(at).join('/') }
}

async function listGivenFolder(path: string, listing: Listing): Promise<void> {
  const folder = path.replace(/(?<=.)[/\\]+$/, '')
  const before = listing.files.length + listing.issues.length
  const isNew = await listFolder(folder, listing)
  if (isNew && listing.files.length + listing.issues.length === before) {
    const advice = `Files with these endings are read: ${READ_ENDINGS}.`
    listing.issues.push(
      issueOf(
        'file-not-found',
        'error',
        path,
        'The folder holds no file that Chancery reads.',
        advice,
      ),
    )
  }
}

/** Lists a folder by name order, links to folders included once; false when it was listed before. */
async function listFolder(folder: string, listing: Listing): Promise<boolean> {
  const real = await realpath(folder)
  if (listing.seen.has(real)) return false
  listing.seen.add(real)
  let names: string[]
  try {
    names = (await readdir(folder)).sort(byCodeUnits)
  } catch (error) {
    listing.issues.push(notReadable(folder, error))
    return true
  }
  const siblings = new Set(names)
  for (const name of names) await listEntry(folder, name, siblings, listing)
  return true
}

async function listEntry(
  folder: string,
  name: string,
  siblings: ReadonlySet<string>,
  listing: Listing,
): Promise<void> {
  if (isCompanionFile(name)) return
  const path = folder === '/' ? `/${name}` : `${folder}/${name}`
  const found = await statOrIssue(path)
  if (found === null)
    listing.issues.push(
      issueOf(
        'file-not-readable',
        'error',
        path,
        'The link leads nowhere.',
        'Remove the link or mend it.',
      ),
    )
  else if ('code' in found) listing.issues.push(found)
  else if (!found.isDirectory()) await listFile(path, found, listing)
  else if (!isPageFolder(name, siblings)) await listFolder(path, listing)
}

/** "report_files" beside "report.html" is what a browser saved with the page: adverts and frames, no reports. */
function isPageFolder(name: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.+)[_.-]files$/i.exec(name)?.[1]
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`))
}

async function listFile(
  path: string,
  found: { isFile: () => boolean; size: number },
  listing: Listing,
): Promise<void> {
  const kind = fileKindOf(path)
  if (!found.isFile() || kind === null) {
    const code = found.isFile() ? 'file-kind-unknown' : 'file-not-readable'
    const message = found.isFile()
      ? 'The ending of its name is not one that is read.'
      : 'It is no plain file.'
    const advice = `Give reports as ${READ_ENDINGS}; save a PDF or Word file as text, and JSON with an object a line as .jsonl.`
    listing.issues.push(issueOf(code, 'error', path, message, advice))
    return
  }
  const real = await realpath(resolve(path))
  if (listing.seen.has(real)) return
  listing.seen.add(real)
  listing.files.push({ path, kind, sizeBytes: found.size })
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
