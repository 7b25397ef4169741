import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import type { ReportFile } from './listFiles.js'

/** The bytes of a file, unpacked, as they come; the whole of a small one; the lines of a large one. */

const NEWLINE = 10

/** A line's bytes without its newline; null for one longer than the limit (it is passed over, not kept). */
export interface ByteLine {
  readonly number: number
  readonly bytes: Uint8Array | null
}

/** Chunks of a file, gunzipped where its name says so. Closes the file when the caller stops. Throws what the system throws. */
export async function* readChunks(file: ReportFile): AsyncGenerator<Uint8Array> {
  const raw = createReadStream(file.path)
  // pipeline passes a read error on to the unpacker, where the loop meets it.
  const stream = file.kind.gzip ? pipeline(raw, createGunzip(), () => undefined) : raw
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } finally {
    raw.destroy()
  }
}

/** All bytes of a file, or null when it holds more than `limitBytes` (unpacked): reading stops there. */
export async function readWhole(file: ReportFile, limitBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of readChunks(file)) {
    size += chunk.length
    if (size > limitBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The lines of a file one by one, numbered from 1; never more than one line and one chunk in memory. */
export async function* readLines(file: ReportFile, limitBytes: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const add = (part: Uint8Array) => {
    size += part.length
    if (size > limitBytes) parts = []
    else if (part.length) parts.push(part)
  }
  const take = (): ByteLine => {
    const line = { number: number++, bytes: size > limitBytes ? null : Buffer.concat(parts) }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of readChunks(file)) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (size > 0) yield take()
}
