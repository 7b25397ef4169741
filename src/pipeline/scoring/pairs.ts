import { EVENT_TYPES } from '../../core/index.js'
import type { EventRecord } from '../../core/index.js'
import type { MarkedPair } from '../../reader/index.js'
import { EvalDataError } from './eval-files.js'

/** Reading files of marked pairs, and types in their manner. */

export interface PairRow {
  /** Line of the file. */
  readonly line: number
  readonly pair: MarkedPair
  /** A type (`gold_root`), or `conflict` and `cooperation` (`gold_binary`). */
  readonly gold: string
}

export interface PairFile {
  readonly rows: readonly PairRow[]
  /** What the file's answers are: PLOVER's types, or only whether the pair is in conflict. */
  readonly answers: 'types' | 'conflict'
}

/** The data set joins PLOVER's CONCEDE and RETREAT into one type. */
const YIELDING = new Set(['CONCEDE', 'RETREAT', 'YIELD'])
const KNOWN_TYPES = new Set<string>([...EVENT_TYPES, 'YIELD'])
/** What the data set counts as conflict: its answers stay the same, whatever the codebook comes to say. */
const CONFLICT: ReadonlySet<string> = new Set<EventRecord['event']>([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
])

/**
 * Rows of a tab-separated text (no quoting) with a header that names `marked_sentence` and `gold_root` or `gold_binary`.
 * Throws EvalDataError naming the line: a column is missing, the type is unknown, or no actor is marked.
 */
export function parsePairs(content: string, file: string): PairFile {
  const [header = '', ...lines] = content.split('\n')
  const names = header.split('\t').map((name) => name.trim())
  const sentenceAt = names.indexOf('marked_sentence')
  const typeAt = names.indexOf('gold_root')
  const binaryAt = names.indexOf('gold_binary')
  if (sentenceAt < 0 || (typeAt < 0 && binaryAt < 0))
    throw new EvalDataError(
      `${file}:1: no columns marked_sentence and gold_root (or gold_binary); the first line names the columns`,
    )
  const answers = typeAt >= 0 ? 'types' : 'conflict'
  const rows = lines.flatMap((text, n): PairRow[] => {
    if (text.trim() === '') return []
    const line = n + 2
    const cells = text.split('\t')
    const where = `${file}:${line}`
    const pair = parseMarked(cells[sentenceAt] ?? '', where)
    const answer = (cells[answers === 'types' ? typeAt : binaryAt] ?? '').trim()
    const gold = answers === 'types' ? goldType(answer, where) : goldSide(answer, where)
    return [{ line, pair, gold }]
  })
  return { rows, answers }
}

function goldType(answer: string, where: string): string {
  const type = answer.toUpperCase()
  if (!KNOWN_TYPES.has(type)) throw new EvalDataError(`${where}: "${answer}" is no PLOVER type`)
  return foldedType(type)
}

function goldSide(answer: string, where: string): string {
  if (answer !== '0' && answer !== '1')
    throw new EvalDataError(`${where}: gold_binary is "${answer}", not 0 or 1`)
  return answer === '1' ? 'conflict' : 'cooperation'
}

/** A sentence whose actor stands in `<s>…</s>` and recipient in `<t>…</t>`; either may be missing, not both. */
export function parseMarked(marked: string, where: string): MarkedPair {
  const marks: Record<string, number> = {}
  let text = ''
  for (const part of marked.split(/(<\/?[st]>)/))
    if (/^<\/?[st]>$/.test(part)) marks[part] ??= text.length
    else text += part
  const spanOf = (name: string): MarkedPair['actor'] => {
    const start = marks[`<${name}>`]
    const end = marks[`</${name}>`]
    return start === undefined || end === undefined || end <= start ? null : { start, end }
  }
  const [actor, recipient] = [spanOf('s'), spanOf('t')]
  if (!actor && !recipient)
    throw new EvalDataError(`${where}: neither <s>…</s> nor <t>…</t> in the marked sentence`)
  return { text, actor, recipient }
}

/** A type as the data set names it: CONCEDE and RETREAT are YIELD. */
export function foldedType(type: string): string {
  return YIELDING.has(type) ? 'YIELD' : type
}

/** Chances of the data set's answers from those of PLOVER's sixteen types; joined types' chances add up. */
export function foldedChances(
  chances: ReadonlyMap<string, number>,
  answers: PairFile['answers'],
): Map<string, number> {
  const folded = new Map<string, number>()
  for (const [type, chance] of chances) {
    const side = CONFLICT.has(type) ? 'conflict' : 'cooperation'
    const answer = answers === 'types' ? foldedType(type) : side
    folded.set(answer, (folded.get(answer) ?? 0) + chance)
  }
  return folded
}

/** The answer with the greatest chance; the first of equals. Empty where there are none. */
export function likeliest(chances: ReadonlyMap<string, number>): string {
  let best = ''
  for (const [answer, chance] of chances)
    if (best === '' || chance > (chances.get(best) ?? 0)) best = answer
  return best
}
