import type { Issue } from '../core/index.js'

/** Where the command line writes. Results go to standard output, everything else to standard error. */

/** Writes a line to standard output; waits while the reader of a pipe is slow. */
export async function printLine(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`))
    await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()))
}

/** Writes a line to standard error. */
export function printNote(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Text of reports as a terminal may show it: control characters could move its cursor or worse. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** "1 report", "2 reports". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** An issue on a line, with what to do on the next. */
export function lineOfIssue({ code, where, message, advice }: Issue): string {
  return `  ${plain(where)}: ${plain(message)} [${code}]${advice ? `\n      ${advice}` : ''}`
}

/**
 * A pipe closed by its reader (`chancery export | head`) ends the program quietly; standard output that cannot be written
 * to for another reason, such as a full disk, ends it with the reason and `code`.
 */
export function endWithoutOutput(code: number): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    printNote(`chancery: standard output cannot be written: ${error.message}`)
    process.exit(code)
  })
}
