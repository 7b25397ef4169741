import type { Span } from '../../core/index.js'
import { spanHolds, spansOverlap } from '../../core/index.js'
import { spanOf } from '../parse.js'
import type { Scene } from '../scene.js'
import type { StatementCandidate } from './candidates.js'
import { contentOf, extentOf } from './candidates.js'

/** One statement for each stretch: of candidates that say the same words, the better stays. */

/** From this share of its words inside the other, a content says the same. */
const SAME_SHARE = 0.6

/** From this share of its words in another statement, cue and all, a content only retells it. */
const RETOLD_SHARE = 0.75

/** Quotation marks may stand before the retold words, but nothing else: "said that X accused Y" tells more. */
const MARKS_BEFORE = 2

/** The candidates that stay, by position. */
export function selectCandidates(
  scene: Scene,
  candidates: readonly StatementCandidate[],
): StatementCandidate[] {
  const told = candidates.filter((one) => !onlyRetells(scene, one, candidates))
  const ranked = told.sort((a, b) => rank(scene, b) - rank(scene, a))
  const kept: StatementCandidate[] = []
  for (const candidate of ranked) {
    const content = contentOf(candidate)
    const clashes = kept.some((other) => saysTheSame(content, contentOf(other)))
    if (!clashes && !crossesKept(content, kept)) kept.push(candidate)
  }
  return kept.sort(
    (a, b) => extentOf(a).start - extentOf(b).start || extentOf(a).end - extentOf(b).end,
  )
}

/** Is a content nothing but another statement with its speaker and cue: `"…," X said, his office reported`? */
function onlyRetells(
  scene: Scene,
  one: StatementCandidate,
  all: readonly StatementCandidate[],
): boolean {
  const content = contentOf(one)
  return all.some((other) => {
    if (other === one || !other.cue || !spanHolds(content, spanOf(scene.parse, other.cue)))
      return false
    const parts = [...other.pieces, spanOf(scene.parse, other.cue)]
    if (other.source) parts.push(spanOf(scene.parse, other.source))
    const start = Math.max(content.start, Math.min(...parts.map((part) => part.start)))
    const end = Math.min(content.end, Math.max(...parts.map((part) => part.end)))
    if (contentOf(other).start - content.start > MARKS_BEFORE) return false
    return (end - start) / (content.end - content.start) >= RETOLD_SHARE
  })
}

/**
 * Better first: one whose content does not swallow another's cue and content; with cue and speaker; by its score.
 */
function rank(scene: Scene, candidate: StatementCandidate): number {
  const content = contentOf(candidate)
  const cue = candidate.cue && spanOf(scene.parse, candidate.cue)
  const isFar = cue !== null && gapBetween(cue, extentOf(candidate)) > 120
  return (
    candidate.score +
    (candidate.speaker ? 0.3 : 0) +
    (candidate.cue ? 0.2 : 0) -
    (isFar ? 0.3 : 0) -
    (scene.document.text.slice(content.start, content.end).includes('\n') ? 0.2 : 0)
  )
}

function gapBetween(a: Span, b: Span): number {
  if (spansOverlap(a, b)) return 0
  return a.end <= b.start ? b.start - a.end : a.start - b.end
}

function saysTheSame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  if (shared <= 0) return false
  return shared / Math.min(a.end - a.start, b.end - b.start) >= SAME_SHARE && !isNested(a, b)
}

/** Is one much smaller and inside the other: a statement told within a statement? */
function isNested(a: Span, b: Span): boolean {
  const [outer, inner] = a.end - a.start >= b.end - b.start ? [a, b] : [b, a]
  return (
    spanHolds(outer, inner) && (inner.end - inner.start) / (outer.end - outer.start) < SAME_SHARE
  )
}

/** Does a content overlap a kept one without either holding the other? */
function crossesKept(content: Span, kept: readonly StatementCandidate[]): boolean {
  return kept.some((other) => {
    const there = contentOf(other)
    return spansOverlap(content, there) && !spanHolds(content, there) && !spanHolds(there, content)
  })
}
