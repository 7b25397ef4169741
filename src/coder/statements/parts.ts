import type { ReadAttribution, TokenRange } from '../../core/index.js'
import { spanHolds, spansOverlap } from '../../core/index.js'
import { headOfRange, lemmaAt, relationOf, spanOf, tagOf } from '../parse.js'
import type { Quotation } from '../quotations.js'
import { paragraphsOf } from '../quotations.js'
import type { Scene } from '../scene.js'
import { speechVerbAt } from './cues.js'
import { verbAfter, wordsBeside } from './quoted.js'

/**
 * What a reader gives as one attribution may be the words of several: pieces of other paragraphs, quotations with a
 * "he said" of their own, second verbs ("affirmed A and denied B"). Here they are taken apart.
 */
export interface StatementPart {
  readonly source: TokenRange | null
  readonly cue: TokenRange | null
  readonly content: readonly TokenRange[]
}

/** The parts of an attribution, each with one cue; pieces that belong to no part of it are left out. */
export function partsOf(
  scene: Scene,
  attribution: ReadAttribution,
  quotations: readonly Quotation[],
): StatementPart[] {
  const { cue } = attribution
  const source = nearSource(scene, attribution)
  const own = attribution.content.filter((piece) => isOwn(scene, piece, attribution, quotations))
  if (!cue)
    return [{ source, cue: source ? null : cueBeside(scene, own, quotations), content: own }]
  const parts: StatementPart[] = []
  const add = (verb: TokenRange, piece: TokenRange): void => {
    const at = parts.findIndex((part) => part.cue?.first === verb.first)
    const part = parts[at]
    if (part) parts[at] = { ...part, content: [...part.content, piece] }
    else parts.push({ source, cue: verb, content: [piece] })
  }
  for (const piece of own) {
    const verb = own.length > 1 ? governingVerb(scene, piece, cue, quotations) : cue
    for (const [one, words] of cutAtSecondVerb(scene, piece, verb)) add(one, words)
  }
  return parts
}

/** For words with neither source nor cue: the verb of saying beside their quotation. */
function cueBeside(
  scene: Scene,
  own: readonly TokenRange[],
  quotations: readonly Quotation[],
): TokenRange | null {
  for (const piece of own) {
    const quotation = quotationOf(scene, piece, quotations)
    const beside = quotation && wordsBeside(scene, quotation)
    if (beside?.cue) return beside.cue
  }
  return null
}

/** A source in another sentence than its cue is a mistake, unless a quotation lies between them. */
function nearSource(scene: Scene, { source, cue }: ReadAttribution): TokenRange | null {
  if (!source || !cue) return source
  const sentence = (range: TokenRange): number => scene.reading.tokens[range.first]?.sentence ?? -1
  return sentence(source) === sentence(cue) ? source : null
}

/** Is the piece in its cue's paragraph (or none of the pieces is), and without a verb of saying of its own? */
function isOwn(
  scene: Scene,
  piece: TokenRange,
  attribution: ReadAttribution,
  quotations: readonly Quotation[],
): boolean {
  const { cue, content } = attribution
  if (!cue || content.length < 2) return true
  const home = paragraphOf(scene, cue)
  const hasHome = content.some((one) => paragraphOf(scene, one) === home)
  if (hasHome && paragraphOf(scene, piece) !== home) return false
  const quotation = quotationOf(scene, piece, quotations)
  const beside = quotation && verbAfter(scene, quotation)
  return !beside?.cue || (beside.cue.first < cue.last && cue.first < beside.cue.last)
}

function paragraphOf(scene: Scene, range: TokenRange): number {
  const start = scene.reading.tokens[range.first]?.start ?? 0
  return paragraphsOf(scene.document.text).findLastIndex((one) => one.start <= start)
}

function quotationOf(
  scene: Scene,
  piece: TokenRange,
  quotations: readonly Quotation[],
): Quotation | null {
  const span = spanOf(scene.parse, piece)
  const around = { start: span.start + 1, end: Math.max(span.start + 2, span.end - 1) }
  return quotations.find((one) => spanHolds({ start: one.open, end: one.close }, around)) ?? null
}

/** The verb that an unquoted piece hangs on, where it is not the cue: "have refused A, while calling B …". */
function governingVerb(
  scene: Scene,
  piece: TokenRange,
  cue: TokenRange,
  quotations: readonly Quotation[],
): TokenRange {
  const span = spanOf(scene.parse, piece)
  if (quotations.some((one) => one.words > 3 && spansOverlap(one, span))) return cue
  const verb = scene.parse.heads[headOfRange(scene.parse, piece)] ?? -1
  const isInside = (range: TokenRange): boolean => verb >= range.first && verb < range.last
  if (verb < 0 || isInside(piece) || isInside(cue)) return cue
  return tagOf(scene.parse, verb).startsWith('VB') ? { first: verb, last: verb + 1 } : cue
}

/** "… and denied that …" is a second statement, whatever the parse says. */
function opensSecondClause(scene: Scene, at: number): boolean {
  const isJoined = /^(?:and|but)$/.test(lemmaAt(scene.parse, at - 1))
  return (
    isJoined && lemmaAt(scene.parse, at + 1) === 'that' && tagOf(scene.parse, at).startsWith('VBD')
  )
}

/** "affirmed [A and denied B]": the piece of the first verb, and that of a verb of saying coordinated with it. */
function cutAtSecondVerb(
  scene: Scene,
  piece: TokenRange,
  cue: TokenRange,
): [TokenRange, TokenRange][] {
  for (let at = piece.first + 1; at < piece.last - 1; at++) {
    const head = scene.parse.heads[at] ?? -1
    const isSecond = relationOf(scene.parse, at) === 'conj' && head >= cue.first && head < cue.last
    const second = isSecond || opensSecondClause(scene, at) ? speechVerbAt(scene, at) : null
    if (!second) continue
    let end = at
    while (
      end > piece.first + 1 &&
      /^(?:and|but|,|also|has|have|had)$/.test(lemmaAt(scene.parse, end - 1))
    )
      end--
    const rest = cutAtSecondVerb(scene, { first: second.last, last: piece.last }, second)
    return [[cue, { first: piece.first, last: end }], ...rest]
  }
  return [[cue, piece]]
}
