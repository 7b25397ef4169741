import { SingleBar } from 'cli-progress'
import type { ReadProgress } from '../pipeline/index.js'
import { plain } from './print.js'

/** What fills the places that a bar's format has of its own. */
export type BarFields = Readonly<Record<string, string | number>>

export interface ProgressBar {
  readonly show: (done: number, total: number, fields?: BarFields) => void
  /** Clears the bar and shows the cursor again; more than once does no harm. */
  readonly stop: () => void
}

/** A progress bar on a terminal; nothing where standard error is a file or a pipe, or `quiet` is set. */
export function startBar(format: string, quiet: boolean, first: BarFields = {}): ProgressBar {
  if (quiet || !process.stderr.isTTY) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar({
    format: `Reading {bar} {percentage} % | ${format}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
  })
  bar.start(1, 0, first)
  return {
    show: (done, total, fields = {}) => {
      bar.setTotal(Math.max(1, total))
      bar.update(done, fields)
    },
    stop: () => bar.stop(),
  }
}

/** The bar of a read: by bytes, with the reports done and the file that is being read. */
export function startReadBar(quiet: boolean): {
  show: (progress: ReadProgress) => void
  stop: () => void
} {
  const bar = startBar('{reports} reports | {file}', quiet, { reports: 0, file: '' })
  return {
    show: ({ bytesDone, bytesTotal, reportsDone, file }) =>
      bar.show(bytesDone, bytesTotal, { reports: reportsDone, file: plain(file).slice(-48) }),
    stop: bar.stop,
  }
}
