import { SingleBar } from 'cli-progress'
import type { ReadProgress } from '../pipeline/index.js'
import { plain } from './print.js'

/** A progress bar on a terminal; nothing where standard error is a file or a pipe, or `quiet` is set. */
export function startProgress(quiet: boolean): {
  show: (progress: ReadProgress) => void
  stop: () => void
} {
  if (quiet || !process.stderr.isTTY) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar({
    format: 'Reading {bar} {percentage} % | {reports} reports | {file}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
  })
  bar.start(1, 0, { reports: 0, file: '' })
  return {
    show: ({ bytesDone, bytesTotal, reportsDone, file }) => {
      bar.setTotal(Math.max(1, bytesTotal))
      bar.update(bytesDone, { reports: reportsDone, file: plain(file).slice(-48) })
    },
    stop: () => bar.stop(),
  }
}
