/** System errors in words for the person at the keyboard. */

const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'No file is there.',
  EACCES: 'You may not read it.',
  EPERM: 'You may not read it.',
  ELOOP: 'It is a link that leads back to itself.',
  EISDIR: 'It is a folder.',
  EMFILE: 'Too many files are open.',
  ENAMETOOLONG: 'The name is too long.',
  EIO: 'The disk could not be read.',
  Z_DATA_ERROR: 'The gzip data is damaged.',
  Z_BUF_ERROR: 'The gzip data ends too early.',
}

/** What went wrong, without paths and codes where the code is a known one. */
export function messageOfError(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return MESSAGES[code ?? ''] ?? `It could not be read (${code ?? message ?? 'unknown error'}).`
}

/** Does the error come from unpacking, not from the disk? */
export function isGzipError(error: unknown): boolean {
  return /^Z_/.test((error as { code?: string }).code ?? '')
}
