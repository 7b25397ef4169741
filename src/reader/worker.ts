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
    .then((model) => readDocument(model, job))
    .then(
      (reading): ReadResult => ({ ticket: job.ticket, reading, error: null }),
      (error: unknown): ReadResult => ({ ticket: job.ticket, reading: null, error: String(error) }),
    )
    .then((result) => port.postMessage(result))
})
