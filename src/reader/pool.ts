import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DocumentId, Reading } from '../core/index.js'
import { loadManifest, ModelError } from './manifest.js'
import { readDocument } from './readDocument.js'
import { loadModel } from './session.js'

/** Work for one thread. */
export interface ReadJob {
  readonly ticket: number
  readonly id: DocumentId
  readonly text: string
}

export interface ReadResult {
  readonly ticket: number
  readonly reading: Reading | null
  /** Time the thread spent on it. */
  readonly spentMs: number
  readonly error: string | null
}

/** Reads documents on several threads, each with its own copy of the model (about 60 MB). */
export interface ReaderPool {
  readonly version: string
  readonly threads: number
  /** Rejects when the text cannot be read or the pool is closed. */
  readonly read: (document: { readonly id: DocumentId; readonly text: string }) => Promise<Reading>
  /** Time that all threads together have spent reading. */
  readonly spentMs: () => number
  readonly close: () => Promise<void>
}

/**
 * Opens a pool over a model folder. `threads` defaults to the number of processor cores. Throws ModelError when the
 * weights are missing or damaged.
 */
export async function openReaderPool(
  folder: string,
  threads = availableParallelism(),
): Promise<ReaderPool> {
  const { version } = loadManifest(folder, true)
  // From source (tests) there is no worker file that Node can load: read on this thread.
  if (import.meta.url.endsWith('.ts')) return openInThread(folder, version)
  return openThreads(folder, version, Math.max(1, threads))
}

async function openInThread(folder: string, version: string): Promise<ReaderPool> {
  const model = await loadModel(folder)
  return {
    version,
    threads: 1,
    read: (document) => readDocument(model, document),
    spentMs: () => 0,
    close: () => Promise.resolve(),
  }
}

/** A thread's own heap; without limits each lets garbage grow to gigabytes before it collects. */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

interface Waiting {
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

function openThreads(folder: string, version: string, threads: number): ReaderPool {
  const waiting = new Map<number, Waiting>()
  let spentMs = 0
  const onSpent = (ms: number): void => void (spentMs += ms)
  const workers = Array.from({ length: threads }, () => startWorker(folder, waiting, onSpent))
  const load = new Array<number>(threads).fill(0)
  let tickets = 0
  const read: ReaderPool['read'] = ({ id, text }) => {
    const ticket = tickets++
    const least = load.indexOf(Math.min(...load))
    load[least] = (load[least] ?? 0) + text.length
    const job: ReadJob = { ticket, id, text }
    return new Promise<Reading>((resolve, reject) => {
      waiting.set(ticket, { resolve, reject })
      workers[least]?.postMessage(job)
    }).finally(() => (load[least] = (load[least] ?? 0) - text.length))
  }
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.terminate()))
    failAll(waiting, new Error('the reader pool was closed'))
  }
  return { version, threads, read, spentMs: () => spentMs, close }
}

function startWorker(
  folder: string,
  waiting: Map<number, Waiting>,
  onSpent: (ms: number) => void,
): Worker {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { folder },
    resourceLimits: HEAP_LIMITS,
  })
  worker.on('message', (result: ReadResult) => {
    const one = waiting.get(result.ticket)
    waiting.delete(result.ticket)
    onSpent(result.spentMs)
    if (result.reading) one?.resolve(result.reading)
    else one?.reject(new ModelError(result.error ?? 'the reader gave no reading'))
  })
  worker.on('error', (error) => failAll(waiting, error))
  return worker
}

function failAll(waiting: Map<number, Waiting>, error: Error): void {
  for (const one of waiting.values()) one.reject(error)
  waiting.clear()
}
