import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** A line of the project's own texts: `passages-A-12` is the twelfth line of `passages-A.jsonl`. */
export interface OwnText<T> {
  id: string
  set: string
  line: T & { text: string }
}

/** How many texts of each file are looked at twice. */
const SAMPLE_SIZES: Readonly<Record<string, number>> = {
  'passages-A': 80,
  'passages-B': 80,
  'passages-C': 80,
  'passages-D': 20,
  'passages-E': 20,
  'passages-F': 20,
}
const NAMES_SAMPLE_SIZE = 20

/** All texts of the folder's files whose names begin so, in the files' order. */
export function ownTexts<T>(folder: URL, opening: string): OwnText<T>[] {
  const files = readdirSync(folder).filter((f) => f.startsWith(opening) && f.endsWith('.jsonl'))
  return files.sort().flatMap((file) => {
    const set = basename(file, '.jsonl')
    return readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .map((line, n) => ({ id: `${set}-${n + 1}`, set, json: line }))
      .filter(({ json }) => json.trim() !== '')
      .map(({ id, json }) => ({ id, set, line: JSON.parse(json) as T & { text: string } }))
  })
}

/** The sample: of each set, the texts whose SHA-256 comes first. It stays the same whatever becomes of the labels. */
export function sampleOf<T>(texts: readonly OwnText<T>[]): OwnText<T>[] {
  const sets = [...new Set(texts.map((text) => text.set))]
  return sets.flatMap((set) =>
    texts
      .filter((text) => text.set === set)
      .map((text) => ({ text, key: hashOf(text.line.text) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, SAMPLE_SIZES[set] ?? NAMES_SAMPLE_SIZE)
      .map(({ text }) => text),
  )
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
