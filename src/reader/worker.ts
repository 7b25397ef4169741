/** One thread of the reader pool: loads the model once, then reads the documents it is sent. */
import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './readDocument.js'
import { loadModel } from './session.js'
import type { ReaderModel } from './session.js'
import type { ReadJob, ReadResult } from './pool.js'

const port = parentPort
if (!port) throw new Error('worker.ts runs only as a worker of the reader pool')
const loading = loadModel((workerData as { folder: string }).folder)

loading.catch(() => undefined) // Told with the first job's result.

/** Jobs are done one after the other, so that a thread that dies has died of the first of those it was sent. */
let last: Promise<unknown> = Promise.resolve()
port.on('message', (job: ReadJob) => {
  last = last.then(async () => port.postMessage(await resultOf(job)))
})

async function resultOf(job: ReadJob): Promise<ReadResult> {
  const { ticket } = job
  const failure = (error: unknown, unloaded: boolean): ReadResult => {
    const message = error instanceof Error ? error.message : String(error)
    return { ticket, reading: null, spentMs: 0, error: message, unloaded }
  }
  let model: ReaderModel
  try {
    model = await loading
  } catch (error) {
    return failure(error, true)
  }
  try {
    const [reading, spentMs] = await timed(() => readDocument(model, job))
    return { ticket, reading, spentMs, error: null, unloaded: false }
  } catch (error) {
    return failure(error, false)
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  return [await work(), performance.now() - began]
}
