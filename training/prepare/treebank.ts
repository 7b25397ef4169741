import { readFileSync } from 'node:fs'
import type { Gap, TrainingDocument } from './types.js'

/** Genres of GUM whose licences forbid commercial use; they are left out of training. */
const NON_COMMERCIAL = new Set(['fiction', 'whow', 'essay', 'letter', 'podcast'])

interface OpenMention {
  id: string
  first: number
  minspan: string
  type: string
}

/** GUM's entity types that are the reader's names. */
const NAME_TYPES: Readonly<Record<string, string>> = {
  person: 'PER',
  place: 'LOC',
  organization: 'ORG',
}

interface DocumentState {
  doc: TrainingDocument
  open: OpenMention[]
  sentence: number
  gap: Gap
}

/**
 * Documents of a CoNLL-U file: words, gaps, sentences, Penn tags, heads, relations, and mentions where `Entity=` has
 * them. `names` maps a sentence id to its IOB2 tags; `genres` is GUM's documents.tsv.
 */
export function treebankDocuments(
  path: string,
  names: Map<string, string[]> | null,
  genres?: string,
): TrainingDocument[] {
  const skipped = genres ? nonCommercialDocuments(genres) : new Set<string>()
  const states: DocumentState[] = []
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const id = /^# newdoc id = (.+)$/m.exec(block)?.[1]
    if (id !== undefined) states.push(newDocument(id, genres !== undefined))
    const state = states.at(-1)
    if (state && block.trim() !== '') addSentence(state, block, names)
  }
  return states.map((state) => state.doc).filter((doc) => !skipped.has(doc.id))
}

function nonCommercialDocuments(path: string): Set<string> {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
  const header = rows[0] ?? []
  const genre = header.findIndex((name) => /genre/i.test(name))
  return new Set(
    rows
      .filter((row) => NON_COMMERCIAL.has(row[genre] ?? ''))
      .map((row) => row.find((cell) => cell.startsWith('GUM_')) ?? ''),
  )
}

function newDocument(id: string, withMentions: boolean): DocumentState {
  const doc: TrainingDocument = {
    id,
    words: [],
    gaps: [],
    sentences: [],
    tags: [],
    heads: [],
    relations: [],
  }
  if (withMentions) {
    doc.mentions = []
    doc.names = []
  }
  return { doc, open: [], sentence: -1, gap: 2 }
}

function addSentence(
  state: DocumentState,
  block: string,
  names: Map<string, string[]> | null,
): void {
  const { doc } = state
  const first = doc.words.length
  state.sentence += 1
  if (/^# newpar/m.test(block)) state.gap = 2
  let wide = { last: 0, space: true }
  for (const line of block.split('\n')) {
    const cells = line.split('\t')
    if (cells.length !== 10 || cells[0]?.includes('.')) continue
    const space = !cells[9]?.includes('SpaceAfter=No')
    if (cells[0]?.includes('-')) {
      wide = { last: Number(cells[0].split('-')[1]), space }
      continue
    }
    const number = Number(cells[0])
    addWord(state, cells, first)
    if (number < wide.last) state.gap = 0
    else state.gap = (number === wide.last ? wide.space : space) ? 1 : 0
  }
  if (state.gap === 0) state.gap = 1
  addNames(doc, first, names?.get(/^# sent_id = (.+)$/m.exec(block)?.[1] ?? ''), names !== null)
}

function addWord(state: DocumentState, cells: string[], first: number): void {
  const { doc } = state
  const index = doc.words.length
  const head = Number(cells[6])
  doc.words.push(cells[1] ?? '')
  doc.gaps.push(state.gap)
  doc.sentences?.push(state.sentence)
  doc.tags?.push(cells[4] ?? '')
  doc.heads?.push(head === 0 ? index : first + head - 1)
  doc.relations?.push(cells[7] ?? '')
  if (doc.mentions) doc.names?.push(cells[4]?.startsWith('NNP') ? '?' : 'O')
  if (doc.mentions) addMentions(state, /Entity=([^|\n]+)/.exec(cells[9] ?? '')?.[1] ?? '', index)
}

function addNames(
  doc: TrainingDocument,
  first: number,
  tags: string[] | undefined,
  wanted: boolean,
): void {
  if (!wanted) return
  doc.names ??= []
  const count = doc.words.length - first
  const usable = tags && tags.length === count ? tags : Array.from({ length: count }, () => '?')
  doc.names.push(...usable)
}

/** Reads the brackets of one word's `Entity=`: `(id-type-infstat-salience-centering-minspan-…` opens, `id)` closes. */
function addMentions(state: DocumentState, value: string, index: number): void {
  for (const match of value.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
    if (match[1] !== undefined) {
      const fields = match[1].split('-')
      const mention = {
        id: fields[0] ?? '',
        first: index,
        minspan: fields[5] ?? '1',
        type: fields[1] ?? '',
      }
      if (match[2] !== undefined) closeMention(state, mention, index)
      else state.open.push(mention)
    } else {
      const at = state.open.findLastIndex((mention) => mention.id === match[3])
      const mention = at >= 0 ? state.open.splice(at, 1)[0] : undefined
      if (mention) closeMention(state, mention, index)
    }
  }
}

function closeMention(state: DocumentState, mention: OpenMention, last: number): void {
  addNameOfMention(state.doc, mention, last)
  const offset = Number(mention.minspan.split(',').at(-1))
  const head = mention.first + (Number.isFinite(offset) ? offset - 1 : 0)
  state.doc.mentions?.push({ head, chain: Number(mention.id) })
}

/**
 * Names from mentions: one made of proper nouns alone is a name of its type. Any other proper noun is left open ('?'),
 * since GUM marks whole phrases and does not say which part of one is the name.
 */
function addNameOfMention(doc: TrainingDocument, mention: OpenMention, last: number): void {
  const type = NAME_TYPES[mention.type]
  const tags = doc.tags?.slice(mention.first, last + 1) ?? []
  if (type === undefined || !doc.names || !tags.every((tag) => tag.startsWith('NNP'))) return
  for (let i = mention.first; i <= last; i++)
    doc.names[i] = `${i === mention.first ? 'B' : 'I'}-${type}`
}
