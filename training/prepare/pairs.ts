import { readFileSync } from 'node:fs'
import { EVENT_TYPES } from '../../src/core/records.js'
import { linesOf } from './own-lines.js'
import { wordsOf, wordsWithin } from './types.js'
import type { TrainingDocument } from './types.js'

/** Rows of a PLOVER pair file: the sentence without its marks, the words of both actors, and the event type. */
export function pairDocuments(path: string): TrainingDocument[] {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split('\t'))
  const header = rows[0] ?? []
  const column = (name: string): number => header.indexOf(name)
  return rows
    .slice(1)
    .filter((row) => row.length >= header.length)
    .map((row, n) =>
      pairDocument(
        `pair-${n}`,
        row[column('marked_sentence')] ?? '',
        row[column('gold_root')] ?? '',
      ),
    )
}

const OLD_TYPES = new Set<string>([...EVENT_TYPES, 'YIELD'])

/**
 * The project's own marked sentences (`training/data/pairs-*.jsonl`), with the types of the same older codebook.
 * Throws, with file and line, for a sentence without exactly one actor and one recipient, or of no known type.
 */
export function ownPairDocuments(folder: URL): TrainingDocument[] {
  return linesOf(folder, 'pairs-').map(([id, line]) => {
    const { marked, type } = line as { marked: string; type: string }
    const marks = marked.match(/<\/?[st]>/g)?.join('') ?? ''
    if (!/^(<s><\/s><t><\/t>|<t><\/t><s><\/s>)$/.test(marks))
      throw new Error(`${id}: mark one actor (<s>…</s>) and one recipient (<t>…</t>), not ${marks}`)
    if (!OLD_TYPES.has(type)) throw new Error(`${id}: ${type} is no type of the codebook`)
    return pairDocument(id, marked, type)
  })
}

function pairDocument(id: string, marked: string, type: string): TrainingDocument {
  const { text, source, target } = unmarked(marked)
  const { spans, words, gaps } = wordsOf(text)
  const within = (span: [number, number] | null): number[] =>
    span ? wordsWithin(spans, ...span) : []
  return { id, words, gaps, pair: { source: within(source), target: within(target), type } }
}

/** Takes `<s>`, `<t>` marks out of a sentence and tells where the marked stretches then stand. */
export function unmarked(marked: string): {
  text: string
  source: [number, number] | null
  target: [number, number] | null
} {
  const at: Record<string, number> = {}
  let text = ''
  for (const [part] of marked.matchAll(/<\/?[st]>|<|[^<]+/g)) {
    if (/^<\/?[st]>$/.test(part)) at[part] ??= text.length
    else text += part
  }
  const span = (name: string): [number, number] | null => {
    const start = at[`<${name}>`]
    const end = at[`</${name}>`]
    return start === undefined || end === undefined ? null : [start, end]
  }
  return { text, source: span('s'), target: span('t') }
}
