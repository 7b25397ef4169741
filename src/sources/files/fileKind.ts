import { basename } from 'node:path'

/** What a file is, told by its name alone. */

export type FileFormat = 'text' | 'markdown' | 'html' | 'jsonl'

export interface FileKind {
  readonly format: FileFormat
  readonly gzip: boolean
}

const FORMATS: Readonly<Record<string, FileFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
}
/** What saved pages and file managers bring along; a folder's listing passes over it without a word. */
const COMPANIONS =
  /(?:^\.|\.(?:css|js|mjs|map|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wav|download|lock)$|^(?:thumbs\.db|desktop\.ini|license|readme|makefile)$)/i

/** The kinds of files that are read, for messages. */
export const READ_ENDINGS = '.txt, .md, .html, .htm, .jsonl, and these with .gz'

/** Kind of a file by the ending of its name, `.gz` after it or not; null for an ending that is not read. */
export function fileKindOf(path: string): FileKind | null {
  const name = basename(path).toLowerCase()
  const gzip = name.endsWith('.gz')
  const plain = gzip ? name.slice(0, -3) : name
  const dot = plain.lastIndexOf('.')
  const format = dot > 0 ? FORMATS[plain.slice(dot)] : undefined
  return format === undefined ? null : { format, gzip }
}

/** Is it a file that nobody means to be read (a style sheet, an image, a hidden file)? */
export function isCompanionFile(path: string): boolean {
  return COMPANIONS.test(basename(path))
}
