import type { PartyRef, TokenRange } from '../../core/index.js'
import { spansOverlap } from '../../core/index.js'
import { agentOf } from '../clauses.js'
import { firstTokenAfter } from '../parse.js'
import type { Scene } from '../scene.js'
import { mentionAt, refsOfMention } from '../scene.js'
import type { StatementCandidate } from './candidates.js'
import { extentOf } from './candidates.js'
import { trimContent } from './content.js'
import { speechVerbAt } from './cues.js'
import type { Quotation } from '../quotations.js'

/** Quotations that no attribution of the reader covers: their speaker by what stands beside them. */

const LEAST_QUOTED_WORDS = 4
/** How many tokens from a quotation its "he said" may stand. */
const REACH_TOKENS = 14
const SCORE = 0.6

/** Candidates for the quotations left over. `found` are the statements so far. */
export function quotedCandidates(
  scene: Scene,
  quotations: readonly Quotation[],
  found: readonly StatementCandidate[],
): StatementCandidate[] {
  const made: StatementCandidate[] = []
  for (const quotation of quotations) {
    if (quotation.words < LEAST_QUOTED_WORDS) continue
    const inner = { start: quotation.start, end: quotation.end }
    const label = labelBefore(scene, quotation)
    const isLabelled = label !== null && label.cue !== null
    const isCovered =
      !isLabelled &&
      [...found, ...made].some((one) => one.pieces.some((piece) => spansOverlap(piece, inner)))
    if (isCovered) continue
    const beside = label ?? wordsBeside(scene, quotation)
    if (!beside) continue
    const piece = trimContent(scene.document.text, inner, quotations)
    if (piece.end <= piece.start) continue
    made.push({
      pieces: [piece],
      source: null,
      reason: 'statement-quotation',
      score: isLabelled ? 1 : SCORE,
      ...beside,
    })
  }
  return made
}

/** The verb of saying and speaker beside a quotation, after it or before; null when there is none. */
export function wordsBeside(scene: Scene, quotation: Quotation): Beside | null {
  return verbAfter(scene, quotation) ?? verbBefore(scene, quotation)
}

export interface Beside {
  readonly cue: TokenRange | null
  readonly speaker: PartyRef | null
}

/** "Quote from Macron:", "Macron:" before a quotation. */
function labelBefore(scene: Scene, quotation: Quotation): Beside | null {
  const { text } = scene.document
  const line = text.slice(text.lastIndexOf('\n', quotation.open) + 1, quotation.open)
  const label =
    /^\s*((?:direct\s+)?(?:quotes?|quotation)\s+(?:from|of|by)\b|statement\s+(?:from|of|by)\b)?[^:.!?]{2,80}:\s*$/i.exec(
      line,
    )
  if (!label) return null
  const lineStart = quotation.open - line.length
  const first = firstTokenAfter(scene.parse, lineStart)
  const last = firstTokenAfter(scene.parse, quotation.open)
  const alone = mentionAt(scene, first)
  if (!label[1] && !(alone?.form === 'name' && alone.last >= last - 1)) return null
  const speaker = mentionBetween(scene, first, last)
  const cueWords = label[1]?.trim().split(/\s+/).length ?? 0
  return speaker && { speaker, cue: cueWords > 0 ? { first, last: first + cueWords } : null }
}

/** `"…," Gomez told reporters`: a verb of saying soon after the quotation, in the same sentence or paragraph line. */
export function verbAfter(scene: Scene, quotation: Quotation): Beside | null {
  const { text } = scene.document
  const start = firstTokenAfter(scene.parse, quotation.close)
  if (
    !/[,?!…—–.]$/.test(text.slice(quotation.start, quotation.end).trim()) &&
    !/^\s*[,—–]/.test(text.slice(quotation.close))
  )
    return null
  for (let at = start; at < start + REACH_TOKENS; at++) {
    const token = scene.reading.tokens[at]
    if (
      !token ||
      /^[.“"«]$/.test(token.text) ||
      text.slice(quotation.close, token.start).includes('\n')
    )
      return null
    const cue = speechVerbAt(scene, at)
    if (!cue) continue
    const speaker =
      subjectSpeaker(scene, at) ??
      mentionBetween(scene, start, at) ??
      mentionBetween(scene, cue.last, at + REACH_TOKENS)
    return { speaker, cue }
  }
  return null
}

/** `Gomez said: "…"`: a verb of saying just before the quotation, with a colon or comma between them. */
function verbBefore(scene: Scene, quotation: Quotation): Beside | null {
  const { text } = scene.document
  if (!/(?:[,:]|\bthat)\s*$/.test(text.slice(Math.max(0, quotation.open - 8), quotation.open)))
    return null
  const end = firstTokenAfter(scene.parse, quotation.open)
  for (let at = end - 1; at >= Math.max(0, end - REACH_TOKENS); at--) {
    const token = scene.reading.tokens[at]
    if (
      !token ||
      /^[.”"»]$/.test(token.text) ||
      text.slice(token.end, quotation.open).includes('\n')
    )
      return null
    const cue = speechVerbAt(scene, at)
    if (cue)
      return {
        cue,
        speaker: subjectSpeaker(scene, at) ?? mentionBetween(scene, at - REACH_TOKENS, at),
      }
  }
  return null
}

function subjectSpeaker(scene: Scene, verb: number): PartyRef | null {
  const agent = agentOf(scene.parse, verb)
  const mention = agent === null ? null : mentionAt(scene, agent)
  return mention ? (refsOfMention(scene, mention)[0] ?? null) : null
}

/** The last mention between two tokens of one sentence that can speak. */
function mentionBetween(scene: Scene, first: number, last: number): PartyRef | null {
  const sentence = scene.reading.tokens[last]?.sentence ?? scene.reading.tokens[first]?.sentence
  for (let at = last - 1; at >= Math.max(0, first); at--) {
    const mention = mentionAt(scene, at)
    if (!mention || mention.isPlace || mention.form === 'demonym') continue
    if (scene.reading.tokens[at]?.sentence !== sentence && last - first > REACH_TOKENS) continue
    return refsOfMention(scene, mention)[0] ?? null
  }
  return null
}

/** Does one candidate begin in the same paragraph as the other, with nothing but its cue between? */
export function followsClosely(text: string, before: StatementCandidate, start: number): boolean {
  const gap = text.slice(extentOf(before).end, start)
  return !gap.includes('\n') && gap.length < 160
}
