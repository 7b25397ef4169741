import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import type { DocumentId } from '../core/index.js'
import { ModelError } from './manifest.js'
import { openThreads } from './pool.js'
import type { ReaderPool } from './pool.js'

/** A thread that answers each text with itself, and dies, falls silent of weights or fails where the text says so. */
const ANSWERING_THREAD = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ ticket, id, text }) => {
  if (text === 'die') process.exit(1)
  if (text === 'throw') throw new Error('out of memory')
  const error = text === 'weights' || text === 'fail' ? 'no ' + text : null
  const reading = error ? null : { document: id, text }
  parentPort.postMessage({ ticket, reading, spentMs: 1, error, unloaded: text === 'weights' })
})`

let pool: ReaderPool
afterEach(() => pool.close())

function open(threads: number): void {
  pool = openThreads(() => new Worker(ANSWERING_THREAD, { eval: true }), 'version', threads)
}

const read = (text: string): Promise<unknown> =>
  pool.read({ id: `doc:${text}` as DocumentId, text })

describe('a pool of reading threads', () => {
  test.each(['die', 'throw'])('fails only the report at which a thread ends (%s)', async (word) => {
    open(1)
    const results = await Promise.allSettled(['one', word, 'two', word, 'three'].map(read))
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    await expect(read('four')).resolves.toMatchObject({ text: 'four' })
  })

  test('tells weights that cannot be loaded from a report that cannot be read', async () => {
    open(2)
    await expect(read('weights')).rejects.toBeInstanceOf(ModelError)
    await expect(read('fail')).rejects.not.toBeInstanceOf(ModelError)
    await expect(read('fine')).resolves.toMatchObject({ text: 'fine' })
  })

  test('reads on the thread that was warmed up, and starts others only for more texts', async () => {
    let started = 0
    const start = (): Worker => {
      started += 1
      return new Worker(ANSWERING_THREAD, { eval: true })
    }
    pool = openThreads(start, 'version', 3)
    pool.warmUp()
    expect(started).toBe(1)
    await read('one')
    expect(started).toBe(1)
    await Promise.all([read('two'), read('three')])
    expect(started).toBe(2)
  })

  test('rejects what is under way and what comes after it is closed', async () => {
    open(1)
    const underway = Promise.allSettled([read('one'), read('two')])
    await pool.close()
    for (const result of await underway) expect(['fulfilled', 'rejected']).toContain(result.status)
    await expect(read('late')).rejects.toThrow('closed')
  })
})
