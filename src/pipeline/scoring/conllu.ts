import type { Span } from '../../core/index.js'
import type { readTreebankWords } from '../../reader/index.js'
import { EvalDataError } from './eval-files.js'

/** Reading CoNLL-U: documents with their running text, sentences and words. */

type ReaderWord = Parameters<typeof readTreebankWords>[1][number]
export type WordGap = ReaderWord['gap']

export interface TreebankWord {
  readonly form: string
  /** Penn tag. */
  readonly xpos: string
  /** Number of the head word in the sentence, from 1; 0 for the root. */
  readonly head: number
  readonly relation: string
  /** What stands before the word in the running text. */
  readonly gap: WordGap
  /** The brackets of mentions that open or close here (GUM's `Entity=`); '' where the file has none. */
  readonly entity: string
}

export interface TreebankSentence {
  readonly id: string
  readonly words: readonly TreebankWord[]
  /** Where it stands in the document's text. */
  readonly span: Span
}

/** A document as the file's `# newdoc` lines cut it; the whole file where there are none. */
export interface TreebankDocument {
  readonly id: string
  /** Running text: words by SpaceAfter, paragraphs (`# newpar`, NewPar=Yes) apart by a blank line. */
  readonly text: string
  readonly sentences: readonly TreebankSentence[]
}

interface OpenDocument {
  readonly id: string
  text: string
  gap: WordGap
  readonly sentences: TreebankSentence[]
}

const COLUMNS = 10
const GAP_TEXT: Readonly<Record<WordGap, string>> = {
  none: '',
  space: ' ',
  line: '\n',
  paragraph: '\n\n',
}

/**
 * Documents of a CoNLL-U text. Empty nodes are passed over; a multiword token gives the surface, its parts the words.
 * Throws EvalDataError, naming the line, where a row has other than ten columns or a head that is no word.
 */
export function parseConllu(content: string, file: string): TreebankDocument[] {
  const documents: OpenDocument[] = []
  let comments: string[] = []
  let rows: Row[] = []
  const finishSentence = (): void => {
    if (comments.some((line) => /^# newdoc(\s|$)/.test(line)) || documents.length === 0)
      documents.push(openDocument(comments, documents.length))
    addSentence(documents.at(-1) as OpenDocument, comments, rows)
    comments = []
    rows = []
  }
  for (const [n, line] of content.split('\n').entries())
    if (line.trim() === '') {
      if (rows.length > 0) finishSentence()
    } else if (line.startsWith('#')) comments.push(line)
    else rows.push(parseRow(line, `${file}:${n + 1}`))
  if (rows.length > 0) finishSentence()
  return documents.map(({ id, text, sentences }) => ({ id, text: text.trimEnd(), sentences }))
}

interface Row {
  readonly where: string
  /** "7", "7-8" or "7.1". */
  readonly number: string
  readonly cells: readonly string[]
}

function parseRow(line: string, where: string): Row {
  const cells = line.split('\t')
  if (cells.length !== COLUMNS)
    throw new EvalDataError(
      `${where}: a CoNLL-U row has ${COLUMNS} columns, this has ${cells.length}`,
    )
  const number = cells[0] ?? ''
  if (!/^\d+([-.]\d+)?$/.test(number))
    throw new EvalDataError(`${where}: "${number}" is not a word number`)
  return { where, number, cells }
}

function openDocument(comments: readonly string[], number: number): OpenDocument {
  const id = commentValue(comments, 'newdoc id') ?? `document-${number + 1}`
  return { id, text: '', gap: 'paragraph', sentences: [] }
}

function commentValue(comments: readonly string[], name: string): string | undefined {
  const start = `# ${name} =`
  return comments
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
    .trim()
}

function addSentence(
  document: OpenDocument,
  comments: readonly string[],
  rows: readonly Row[],
): void {
  const opensParagraph = comments.some((line) => /^# newpar(\s|$)/.test(line))
  if (opensParagraph || document.text === '') document.gap = 'paragraph'
  const words: TreebankWord[] = []
  let start = -1
  for (const token of surfaceTokens(rows)) {
    if (token.misc.includes('NewPar=Yes')) document.gap = 'paragraph'
    if (document.text !== '') document.text += GAP_TEXT[document.gap]
    if (start < 0) start = document.text.length
    document.text += token.form
    token.words.forEach((row, n) => words.push(wordOf(row, n === 0 ? document.gap : 'none')))
    document.gap = token.misc.includes('SpaceAfter=No') ? 'none' : 'space'
  }
  checkHeads(words, rows)
  const id = commentValue(comments, 'sent_id') ?? `${document.id}-${document.sentences.length + 1}`
  document.sentences.push({ id, words, span: { start, end: document.text.length } })
}

/** A stretch of the surface: one word, or a multiword token with its parts ("didn't" with "did", "n't"). */
interface SurfaceToken {
  readonly form: string
  readonly misc: readonly string[]
  readonly words: Row[]
}

function surfaceTokens(rows: readonly Row[]): SurfaceToken[] {
  const tokens: SurfaceToken[] = []
  let lastOfRange = 0
  for (const row of rows) {
    if (row.number.includes('.')) continue
    const [first = 0, last] = row.number.split('-').map(Number)
    if (last === undefined && first <= lastOfRange) tokens.at(-1)?.words.push(row)
    else {
      const misc = (row.cells[9] ?? '').split('|')
      tokens.push({ form: row.cells[1] ?? '', misc, words: last === undefined ? [row] : [] })
    }
    lastOfRange = last ?? lastOfRange
  }
  return tokens
}

function wordOf({ cells, where }: Row, gap: WordGap): TreebankWord {
  const [, form = '', , , xpos = '', , headCell = '', relation = '', , misc = ''] = cells
  if (!/^\d+$/.test(headCell)) throw new EvalDataError(`${where}: head "${headCell}" is no number`)
  const entity = /(?:^|\|)Entity=([^|]+)/.exec(misc)?.[1] ?? ''
  return { form, xpos, head: Number(headCell), relation, gap, entity }
}

function checkHeads(words: readonly TreebankWord[], rows: readonly Row[]): void {
  const where = rows[0]?.where ?? ''
  if (words.length === 0) throw new EvalDataError(`${where}: a sentence without words`)
  const wrong = words.find((word) => word.head > words.length)
  if (wrong)
    throw new EvalDataError(
      `${where}: head ${wrong.head} in a sentence of ${words.length} words; is the file whole?`,
    )
}
