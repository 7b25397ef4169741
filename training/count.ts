/**
 * How much the project's own texts hold: texts, sentences, statements, names, events by type and by factuality.
 *
 *   npx tsx training/count.ts
 *
 * Sentences are counted by Intl.Segmenter, a paragraph at a time.
 */
import { passageDocument } from './prepare/passages.js'
import type { Passage } from './prepare/passages.js'
import { nameTags } from './prepare/own-names.js'
import { wordsOf } from './prepare/types.js'
import { ownTexts } from './second-look/sample.js'

type OwnLine = Partial<Passage> & { text: string }
type Row = Record<string, number>

const data = new URL('./data/', import.meta.url)
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const lines = [...ownTexts<OwnLine>(data, 'passages-'), ...ownTexts<OwnLine>(data, 'names-')]
const sets = new Map<string, Row>()
for (const { set, line } of lines) {
  const name = set.startsWith('names-') ? 'names' : set
  sets.set(name, added(sets.get(name) ?? {}, countsOf(line)))
}
const total = [...sets.values()].reduce(added, {})

printTable(['texts', 'sentences', 'events', 'statements', 'names'])
printTable(Object.keys(total).filter((key) => /^[A-Z]+$/.test(key)))
printTable(['actual', 'ongoing', 'planned', 'possible', 'denied'])

function countsOf(line: OwnLine): Row {
  const { text, events = [], statements = [], names } = line
  const document = passageDocument('', { text, events, statements })
  const counts: Row = {
    texts: 1,
    sentences: text.split('\n').reduce((sum, part) => sum + sentencesIn(part), 0),
    events: document.events?.length ?? 0,
    statements: statements.length,
    names: names
      ? nameTags(text, wordsOf(text).spans, names).filter((tag) => tag.startsWith('B-')).length
      : 0,
  }
  for (const { type, factuality } of document.events ?? [])
    for (const key of [type, factuality]) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

function sentencesIn(paragraph: string): number {
  return [...sentences.segment(paragraph)].filter(({ segment }) => segment.trim() !== '').length
}

function added(a: Row, b: Row): Row {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]))
}

/** A Markdown table with a row a count and a column a set; empty rows stay out. */
function printTable(keys: readonly string[]): void {
  const columns: [string, Row][] = [...sets, ['all', total]]
  console.log(`| | ${columns.map(([name]) => name.replace('passages-', '')).join(' | ')} |`)
  console.log(`|---|${columns.map(() => '--:').join('|')}|`)
  for (const key of keys)
    console.log(`| ${key} | ${columns.map(([, row]) => row[key] ?? 0).join(' | ')} |`)
  console.log('')
}
