import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Reading } from '../core/index.js'
import { loadManifest, ModelError } from './manifest.js'
import { readDocument } from './readDocument.js'
import type { TextToRead } from './readDocument.js'
import { loadModel } from './session.js'

/** Work for one thread. */
export interface ReadJob extends TextToRead {
  readonly ticket: number
}

export interface ReadResult {
  readonly ticket: number
  readonly reading: Reading | null
  /** Time the thread spent on it. */
  readonly spentMs: number
  readonly error: string | null
  /** Whether the weights could not be loaded: then no report can be read. */
  readonly unloaded: boolean
}

/** Reads documents on several threads, each with its own copy of the model (about 60 MB). */
export interface ReaderPool {
  readonly version: string
  readonly threads: number
  /** Rejects when the text cannot be read or the pool is closed. */
  readonly read: (document: TextToRead) => Promise<Reading>
  /** Lets a first thread load the model now rather than with the first text; the others load when they are needed. */
  readonly warmUp: () => void
  /** Time that all threads together have spent reading. */
  readonly spentMs: () => number
  readonly close: () => Promise<void>
}

/**
 * Opens a pool over a model folder. `threads` defaults to the number of processor cores. Throws ModelError when the
 * weights are missing or damaged. A thread that dies fails the one report that it was at and is started again.
 */
export async function openReaderPool(
  folder: string,
  threads = availableParallelism(),
): Promise<ReaderPool> {
  const { version } = loadManifest(folder, true)
  // From source (tests) there is no worker file that Node can load: read on this thread.
  if (import.meta.url.endsWith('.ts')) return openInThread(folder, version)
  const start = (): Worker => threadOf(new URL('./worker.js', import.meta.url), folder)
  return openThreads(start, version, Math.max(1, threads))
}

/** A thread that reads by the model of a folder. */
export function threadOf(file: URL, folder: string): Worker {
  return new Worker(file, { workerData: { folder }, resourceLimits: HEAP_LIMITS })
}

async function openInThread(folder: string, version: string): Promise<ReaderPool> {
  const model = await loadModel(folder)
  return {
    version,
    threads: 1,
    read: (document) => readDocument(model, document),
    warmUp: () => undefined,
    spentMs: () => 0,
    close: () => Promise.resolve(),
  }
}

/** A thread's own heap; without limits each lets garbage grow to gigabytes before it collects. */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

interface Waiting {
  readonly job: ReadJob
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

/** A thread and what it was sent and has not answered, first come first done. Started when first needed. */
interface Thread {
  worker: Worker | null
  readonly waiting: Map<number, Waiting>
}

/** A pool over threads that `start` starts; each answers ReadJobs with ReadResults in their order. */
export function openThreads(start: () => Worker, version: string, count: number): ReaderPool {
  let spentMs = 0
  let tickets = 0
  let closed = false
  const threads = Array.from({ length: count }, (): Thread => ({
    worker: null,
    waiting: new Map(),
  }))
  const workerOf = (thread: Thread): Worker =>
    (thread.worker ??= listen(start(), {
      onResult: (result) => {
        spentMs += result.spentMs
        settle(thread, result)
      },
      onDeath: (error) => {
        thread.worker = null
        if (closed) return
        failFirst(thread, error)
        for (const { job } of thread.waiting.values()) workerOf(thread).postMessage(job)
      },
    }))
  const read: ReaderPool['read'] = (document) => {
    const job: ReadJob = { ...document, ticket: tickets++ }
    const thread = threads.reduce((least, one) => (loadOf(one) < loadOf(least) ? one : least))
    return new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the reader pool was closed'))
      thread.waiting.set(job.ticket, { job, resolve, reject })
      workerOf(thread).postMessage(job)
    })
  }
  const warmUp = (): void => {
    if (threads[0]) workerOf(threads[0])
  }
  const close = async (): Promise<void> => {
    closed = true
    await Promise.all(threads.flatMap(({ worker }) => (worker ? [worker.terminate()] : [])))
    for (const { waiting } of threads)
      for (const one of waiting.values()) one.reject(new Error('the reader pool was closed'))
  }
  return { version, threads: count, read, warmUp, spentMs: () => spentMs, close }
}

/** Characters that a thread still has to read. */
function loadOf({ waiting }: Thread): number {
  let sum = 0
  for (const { job } of waiting.values()) sum += job.text.length
  return sum
}

function settle({ waiting }: Thread, result: ReadResult): void {
  const one = waiting.get(result.ticket)
  waiting.delete(result.ticket)
  if (result.reading) one?.resolve(result.reading)
  else {
    const message = result.error ?? 'the reader gave no reading'
    one?.reject(result.unloaded ? new ModelError(message) : new Error(message))
  }
}

/** The first job of a thread that died is what it died of; the others are given to its successor. */
function failFirst({ waiting }: Thread, error: Error): void {
  const [first] = waiting.values()
  if (!first) return
  waiting.delete(first.job.ticket)
  first.reject(new Error(`the reading thread ended at this report: ${error.message}`))
}

function listen(
  worker: Worker,
  { onResult, onDeath }: { onResult: (r: ReadResult) => void; onDeath: (e: Error) => void },
): Worker {
  let cause = new Error('it stopped')
  worker.on('message', onResult)
  worker.on('error', (error) => (cause = error))
  worker.on('exit', () => onDeath(cause))
  return worker
}
