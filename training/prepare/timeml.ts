import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createHash } from 'node:crypto'
import { tagStretch, wordsOf, wordsWithin } from './types.js'
import type { TrainingDocument } from './types.js'

/** Articles with their time expressions, the fixed tenth that is kept back apart. */
export function timemlDocuments(folder: string): {
  train: TrainingDocument[]
  dev: TrainingDocument[]
} {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.tml'))
    .sort()
  const train: TrainingDocument[] = []
  const dev: TrainingDocument[] = []
  for (const file of files)
    (isKeptBack(file) ? dev : train).push(articleDocument(join(folder, file)))
  return { train, dev }
}

/** Every tenth file by the hash of its name: the same tenth whatever else is in the folder. */
export function isKeptBack(file: string): boolean {
  return createHash('sha256').update(basename(file)).digest().readUInt32BE(0) % 10 === 0
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function articleDocument(path: string): TrainingDocument {
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(readFileSync(path, 'utf8'))?.[1] ?? ''
  const found: { type: string; start: number; end: number }[] = []
  const open: { type: string; start: number }[] = []
  let text = ''
  for (const [part] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const type = /^<TIMEX3\b.*\btype="(\w+)"/.exec(part)?.[1]
    if (type !== undefined) open.push({ type, start: text.length })
    else if (part === '</TIMEX3>') {
      const timex = open.pop()
      if (timex) found.push({ ...timex, end: text.length })
    } else if (!part.startsWith('<'))
      text += part.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
  }
  const { spans, words, gaps } = wordsOf(text)
  const times = words.map(() => 'O')
  for (const timex of found)
    tagStretch(times, wordsWithin(spans, timex.start, timex.end), timex.type)
  return {
    id: basename(path),
    words,
    gaps: gaps.map((gap) => (gap === 2 && !/\n\n/.test(text) ? 1 : gap)),
    times,
  }
}
