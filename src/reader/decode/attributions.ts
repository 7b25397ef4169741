import type { ReadAttribution, TokenRange } from '../../core/index.js'
import type { Manifest } from '../manifest.js'
import type { WindowOutput } from '../session.js'
import { linkScorer } from './links.js'
import { rangesOf } from './spans.js'
import type { LabelledRange, Transitions } from './spans.js'

/**
 * Attributions of one window, as word ranges within it. Each content piece points at its cue and its source (or at
 * none); pieces that share a cue are one attribution.
 */
export function attributionsOf(
  output: WindowOutput,
  manifest: Manifest,
  transitions: Transitions,
): ReadAttribution[] {
  const ranges = rangesOf(output.attribution, manifest.labels.attributions, transitions)
  const labelled = (label: string): LabelledRange[] =>
    ranges.filter((range) => range.label === label)
  const scoreCue = linkScorer(manifest, 'cue', output)
  const scoreSource = linkScorer(manifest, 'source', output)
  const cues = labelled('CUE')
  const sources = labelled('SOURCE')
  const pieces = labelled('CONTENT').map((content) => ({
    content,
    cue: bestRange(cues, (cue) => scoreCue(content.first, cue.first)),
    source: bestRange(sources, (source) => scoreSource(content.first, source.first)),
  }))
  return grouped(pieces)
}

interface Piece {
  readonly content: LabelledRange
  readonly cue: LabelledRange | null
  readonly source: LabelledRange | null
}

/** The range with the highest link score; null where 'none' (score 0) is better than all. */
function bestRange(
  ranges: readonly LabelledRange[],
  score: (range: LabelledRange) => number,
): LabelledRange | null {
  let best: LabelledRange | null = null
  let top = 0
  for (const range of ranges) {
    const value = score(range)
    if (value > top) {
      top = value
      best = range
    }
  }
  return best
}

function grouped(pieces: readonly Piece[]): ReadAttribution[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const same = groups.find((group) => piece.cue !== null && group[0]?.cue === piece.cue)
    if (same) same.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => {
    const source = group.find((piece) => piece.source)?.source ?? null
    const cue = group[0]?.cue ?? null
    const parts = [source, cue, ...group.map((piece) => piece.content)].filter(
      (part) => part !== null,
    )
    return {
      source: source && rangeOf(source),
      cue: cue && rangeOf(cue),
      content: group.map((piece) => rangeOf(piece.content)),
      score: parts.reduce((sum, part) => sum + part.score, 0) / parts.length,
    }
  })
}

function rangeOf(range: TokenRange): TokenRange {
  return { first: range.first, last: range.last }
}
