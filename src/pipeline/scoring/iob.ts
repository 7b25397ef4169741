import type { NameType } from '../../core/index.js'
import type { WordGap } from './conllu.js'
import { EvalDataError } from './eval-files.js'
import types from './name-types.json' with { type: 'json' }
import type { NameSpan } from './names.js'
import { namesOfTags } from './names.js'

/** Reading IOB2 files: UNER's columns (number, token, tag, -, annotator) and CrossNER's (token, tag). */

export interface TaggedSentence {
  readonly id: string
  readonly words: readonly { readonly text: string; readonly gap: WordGap }[]
  readonly names: readonly NameSpan[]
}

/** Sentences that follow each other in one text: those between `# newdoc` lines, else each by itself. */
export interface TaggedDocument {
  readonly sentences: readonly TaggedSentence[]
}

export interface TaggedFile {
  readonly documents: readonly TaggedDocument[]
  /** Types of the file that are no person, organisation or place, with their spans counted. */
  readonly leftOut: Readonly<Record<string, number>>
}

const NAME_TYPES: Readonly<Record<string, NameType>> = types as Record<string, NameType>
const TAG = /^(O|[BI]-\S+)$/

/** Documents of an IOB2 text. Throws EvalDataError naming the line of a row that has no word or no IOB2 tag. */
export function parseIob(content: string, file: string): TaggedFile {
  const documents: { sentences: TaggedSentence[] }[] = []
  const leftOut: Record<string, number> = {}
  let inDocument = false
  for (const block of blocksOf(content)) {
    const rows = block.lines.flatMap((line, n) => rowOf(line, `${file}:${block.line + n}`))
    if (rows.length === 0) continue
    const opens = block.lines.some((line) => /^# newdoc(\s|$)/.test(line))
    inDocument ||= opens
    if (opens || !inDocument) documents.push({ sentences: [] })
    const sentences = documents.at(-1)?.sentences ?? []
    sentences.push(sentenceOf(block, rows, file, sentences.length === 0))
    countLeftOut(rows, leftOut)
  }
  return { documents, leftOut }
}

interface TaggedRow {
  readonly token: string
  readonly tag: string
}

function sentenceOf(
  block: Block,
  rows: readonly TaggedRow[],
  file: string,
  opens: boolean,
): TaggedSentence {
  const tokens = rows.map((row) => row.token)
  const text = valueOf(block.lines, 'text')
  const gaps = (text !== null && gapsInText(tokens, text)) || likelyGaps(tokens)
  // The file does not say what stood between two sentences; a line break is the safer guess (UNER dev: F1 0.9 higher).
  const firstGap = opens ? 'paragraph' : 'line'
  return {
    id: valueOf(block.lines, 'sent_id') ?? `${file}:${block.line}`,
    words: tokens.map((token, i) => ({
      text: token,
      gap: i === 0 ? firstGap : (gaps[i] ?? 'space'),
    })),
    names: namesOfTags(
      rows.map((row) => row.tag),
      typeOfTag,
    ),
  }
}

const typeOfTag = (type: string): NameType | null => NAME_TYPES[type.toLowerCase()] ?? null

function countLeftOut(rows: readonly TaggedRow[], leftOut: Record<string, number>): void {
  for (const { tag } of rows) {
    const type = tag.slice(2)
    if (tag.startsWith('B-') && typeOfTag(type) === null) leftOut[type] = (leftOut[type] ?? 0) + 1
  }
}

interface Block {
  /** Number of its first line. */
  readonly line: number
  readonly lines: readonly string[]
}

function blocksOf(content: string): Block[] {
  const blocks: { line: number; lines: string[] }[] = []
  let isOpen = false
  for (const [n, line] of content.split('\n').entries()) {
    if (line.trim() === '') {
      isOpen = false
      continue
    }
    if (!isOpen) blocks.push({ line: n + 1, lines: [] })
    isOpen = true
    blocks.at(-1)?.lines.push(line)
  }
  return blocks
}

function valueOf(lines: readonly string[], name: string): string | null {
  const start = `# ${name} =`
  const line = lines.find((one) => one.startsWith(start))
  return line === undefined ? null : line.slice(start.length).trim()
}

/** A comment is `#` and a blank, so that a word "#" is none. */
function rowOf(line: string, where: string): TaggedRow[] {
  if (/^#\s(?!(O|[BI]-\S+)$)/.test(line)) return []
  const cells = line.split('\t')
  const isNumbered = cells.length >= 3 && /^\d+([-.]\d+)?$/.test(cells[0] ?? '')
  if (isNumbered && /[-.]/.test(cells[0] ?? '')) return []
  const [token, tag] = isNumbered ? [cells[1], cells[2]] : [cells[0], cells[1]]
  if (!token || !tag || !TAG.test(tag))
    throw new EvalDataError(
      `${where}: neither "number, token, tag, …" nor "token, tag" with tags as B-PER, I-PER, O`,
    )
  return [{ token, tag }]
}

/** Gaps from the sentence's own text; null where its words do not stand in it one after the other. */
function gapsInText(tokens: readonly string[], text: string): WordGap[] | null {
  const gaps: WordGap[] = []
  let at = 0
  for (const token of tokens) {
    const blank = /^\s*/.exec(text.slice(at))?.[0].length ?? 0
    if (!text.startsWith(token, at + blank)) return null
    gaps.push(blank > 0 ? 'space' : 'none')
    at += blank + token.length
  }
  return gaps
}

/** Where the file has lost the spacing: closing marks stand at the word before, opening brackets at the word behind. */
function likelyGaps(tokens: readonly string[]): WordGap[] {
  return tokens.map((token, i) =>
    /^([,.;:!?)\]%]|['’])/.test(token) || /^[([]$/.test(tokens[i - 1] ?? '') ? 'none' : 'space',
  )
}
