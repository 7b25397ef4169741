import { z } from 'zod'
import type { Span } from '../../core/index.js'
import type { AttributionSpans } from './attribution.js'
import { EvalDataError, loadJsonLines } from './eval-files.js'

/** Reading PolNeAR's JSON Lines: an article a line, attributions as `[start, end]` pieces into its text. */

const Pieces = z.array(z.tuple([z.int().nonnegative(), z.int().positive()]))

const PolnearLine = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ source: Pieces, cue: Pieces, content: Pieces })),
})

export interface PolnearArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly AttributionSpans[]
}

/** Articles of a file (plain or gzip). Throws EvalDataError naming the line, also for a span outside the text. */
export function loadPolnear(path: string): PolnearArticle[] {
  return loadJsonLines(path, PolnearLine).map(({ id, text, attributions }) => {
    const spansOf = (pieces: z.infer<typeof Pieces>): Span[] =>
      pieces.map(([start, end]) => {
        if (start >= end || end > text.length)
          throw new EvalDataError(
            `${path}: ${id}: span ${start}-${end} is empty or outside the text`,
          )
        return { start, end }
      })
    const spans = attributions.map(({ source, cue, content }) => ({
      source: spansOf(source),
      cue: spansOf(cue),
      content: spansOf(content),
    }))
    return { id, text, attributions: spans }
  })
}
