import type { PartyRef } from '../core/index.js'
import type { FigureDraft as ReadFigure, PartyNear } from './figures/index.js'
import { toFigures } from './figures/index.js'
import type { FigureDraft } from './drafts.js'
import { spanOf } from './parse.js'
import type { PassResult, Scene } from './scene.js'
import { refsOfMention } from './scene.js'

/**
 * The pass `figures`: numbers with what they measure, for whom, with whom and when. The figures of a text come from its
 * words and codebook alone; the scene gives the parties around them.
 */
export function codeFigures(scene: Scene): PassResult {
  const { document, reading, codebook } = scene
  const { value, issues } = toFigures(document.text, {
    sentences: reading.sentences.map((sentence) => spanOf(scene.parse, sentence)),
    tokens: reading.tokens,
    indicators: codebook.entries.indicators,
    units: codebook.units,
    times: scene.foundTimes,
    partyNear: partyFinder(scene),
    currenciesOf: (party) => currenciesOf(scene, party),
    time: {
      published: document.published,
      publishedBasis: document.publishedBasis,
      tenseHint: null,
    },
  })
  return { drafts: value.map((figure) => draftOf(scene, figure)), issues }
}

/** Finds the parties mentioned in a stretch of the text, in order. */
function partyFinder(scene: Scene): PartyNear {
  const all = scene.mentions.flatMap((mention) => {
    const { start, end } = spanOf(scene.parse, mention)
    return refsOfMention(scene, mention).map((party) => ({ start, end, party }))
  })
  return (span) => all.filter(({ start, end }) => start >= span.start && end <= span.end)
}

/** Codes of the money of a party's state. */
function currenciesOf({ parties, codebook }: Scene, { id }: PartyRef): readonly string[] {
  const state = parties.get(id)?.country
  const entry = state ? codebook.entries.countries.find(({ iso }) => iso === state) : undefined
  return entry?.currencies ?? []
}

function draftOf(scene: Scene, figure: ReadFigure): FigureDraft {
  const { evidence, ...fields } = figure
  const place = {
    start: Math.min(...evidence.map(({ start }) => start)),
    end: Math.max(...evidence.map(({ end }) => end)),
  }
  return {
    kind: 'figure',
    ...fields,
    factuality: figureFactuality(scene, place),
    spans: evidence.map(({ start, end }) => ({ start, end })),
  }
}

const FUTURE =
  /\b(?:will|would|plans? to|expected to|is to|are to|aims? to|targets?|forecasts?|projected)\b/i
const DENIED =
  /\b(?:denied|denies|did not|does not|has not|have not|was not|were not|is not|are not)\b/i

/** What is said to come is planned and what is denied denied, by the words from the first of its evidence to the last. */
function figureFactuality(
  scene: Scene,
  span: { start: number; end: number },
): FigureDraft['factuality'] {
  const words = scene.document.text.slice(span.start, span.end)
  if (DENIED.test(words)) return 'denied'
  return FUTURE.test(words) ? 'planned' : 'actual'
}
