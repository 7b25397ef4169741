import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/**
 * A folder in one packed file: a line of JSON that lists its folders and files, then the files' bytes one behind the
 * other. The database's own archives are unpacked by starting a database on them, which takes longer than writing the
 * files does.
 */

/** A folder (`size` null) or file, by its path from the packed folder, outer folders first. */
interface PackedItem {
  readonly path: string
  readonly size: number | null
}

/** All that a folder holds, packed. */
export function packedFolder(folder: string): Buffer {
  const items = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path): PackedItem => {
      const stats = statSync(join(folder, path))
      return { path: path.replaceAll('\\', '/'), size: stats.isDirectory() ? null : stats.size }
    })
  const files = items.filter(({ size }) => size !== null)
  const bytes = files.map(({ path }) => readFileSync(join(folder, path)))
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(items)}\n`), ...bytes]))
}

/** Writes what `packedFolder` packed into a new folder. */
export function unpackFolder(packed: Uint8Array, folder: string): void {
  const bytes = gunzipSync(packed)
  const listed = bytes.indexOf('\n')
  const items = JSON.parse(bytes.toString('utf8', 0, listed)) as PackedItem[]
  mkdirSync(folder, { recursive: true })
  let at = listed + 1
  for (const { path, size } of items) {
    if (size === null) mkdirSync(join(folder, path))
    else writeFileSync(join(folder, path), bytes.subarray(at, (at += size)))
  }
}
