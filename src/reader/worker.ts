/** One thread of the reader pool: loads the model once, then reads the documents it is sent. */
import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './readDocument.js'
import { loadModel } from './session.js'
import type { ReadJob, ReadResult } from './pool.js'

const port = parentPort
if (!port) throw new Error('worker.ts runs only as a worker of the reader pool')
const loading = loadModel((workerData as { folder: string }).folder)

port.on('message', (job: ReadJob) => {
  void loading
    .then((model) => timed(() => readDocument(model, job)))
    .then(
      ([reading, spentMs]): ReadResult => ({ ticket: job.ticket, reading, spentMs, error: null }),
      (error: unknown): ReadResult => ({
        ticket: job.ticket,
        reading: null,
        spentMs: 0,
        error: String(error),
      }),
    )
    .then((result) => port.postMessage(result))
})

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  return [await work(), performance.now() - began]
}
