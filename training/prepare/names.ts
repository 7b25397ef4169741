import { readFileSync } from 'node:fs'
import type { TrainingDocument } from './types.js'

/** CrossNER's political types in the reader's three; types that are no person, organisation or place become O. */
const CROSSNER_TYPES: Readonly<Record<string, string>> = {
  politician: 'PER',
  person: 'PER',
  organisation: 'ORG',
  politicalparty: 'ORG',
  country: 'LOC',
  location: 'LOC',
}

/** IOB2 tags of a UNER file by sentence id. */
export function unerTags(path: string): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const id = /^# sent_id = (.+)$/m.exec(block)?.[1]
    const rows = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    if (id !== undefined)
      tags.set(
        id,
        rows.map((row) => row.split('\t')[2] ?? 'O'),
      )
  }
  return tags
}

/** Sentences of a CrossNER file, each a document, with names mapped to PER, ORG and LOC. */
export function crossnerDocuments(path: string): TrainingDocument[] {
  const blocks = readFileSync(path, 'utf8')
    .split('\n\n')
    .filter((block) => block.trim() !== '')
  return blocks.map((block, n) => {
    const rows = block
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
    const words = rows.map((row) => row[0] ?? '')
    return {
      id: `crossner-${n}`,
      words,
      gaps: words.map((word, i) =>
        i === 0 ? 2 : /^[,.;:!?)%'’]/.test(word) || words[i - 1] === '(' ? 0 : 1,
      ),
      names: mappedTags(rows.map((row) => row[1] ?? 'O')),
    }
  })
}

function mappedTags(tags: readonly string[]): string[] {
  return tags.map((tag) => {
    const type = CROSSNER_TYPES[tag.slice(2)]
    return type === undefined ? 'O' : `${tag.slice(0, 2)}${type}`
  })
}
