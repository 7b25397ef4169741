import { toFigures } from '../figures/index.js'
import type { FigureDraft } from '../figures/index.js'

/** The figures of one sentence read by its words alone: no parse, no parties, no indicators. Published 2024-05-01. */
export function figuresAlone(text: string): readonly FigureDraft[] {
  return toFigures(text, {
    sentences: [{ start: 0, end: text.length }],
    tokens: null,
    indicators: [],
    units: null,
    partyNear: () => [],
    time: { published: '2024-05-01', publishedBasis: 'metadata', tenseHint: null },
  }).value
}
