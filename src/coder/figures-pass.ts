import type { PartyRef, Span } from '../core/index.js'
import type { FigureDraft as ReadFigure, PartyNear } from './figures/index.js'
import { toFigures } from './figures/index.js'
import type { FigureDraft } from './drafts.js'
import { agentOf, clauseRoot } from './clauses.js'
import { dependents, headOfRange, rangeOfSpan, spanOf } from './parse.js'
import type { Mention, PassResult, Scene } from './scene.js'
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
    doerOf: (number) => doerOf(scene, number),
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
  const states = new Map(
    [...scene.parties.values()].flatMap(({ id, name, type, country }) =>
      type === 'country' && country ? [[country, { id, name }] as const] : [],
    ),
  )
  const all = scene.mentions.flatMap((mention) => {
    const span = spanOf(scene.parse, mention)
    return refsOfMention(scene, mention).map((party) => ({
      ...span,
      party: states.get(stateOfPlace(scene, party) ?? '') ?? named(scene, mention, party),
      rank: rankOf(scene, mention, party),
      isDemonym: mention.form === 'demonym',
    }))
  })
  return (span) => all.filter(({ start, end }) => start >= span.start && end <= span.end)
}

/** "its exports": a figure lists whose it is apart from the sentence, where "its" would say nothing. */
function named({ parties }: Scene, { form }: Mention, { id, name }: PartyRef): PartyRef {
  return { id, name: form === 'pronoun' ? (parties.get(id)?.name ?? name) : name }
}

/** The state that a place lies in: "in Port-au-Prince" tells of Haiti. */
function stateOfPlace({ parties }: Scene, { id }: PartyRef): string | null {
  const party = parties.get(id)
  return party?.type === 'place' ? party.country : null
}

const BODIES = new Set(['igo', 'group', 'company', 'ngo'])
const SPEAKERS = new Set(['person', 'media'])

/** How well a party serves as a side of a figure: 0 a state, 1 another body, 2 a person or a paper, 3 a place. */
function rankOf({ parties }: Scene, mention: Mention, { id }: PartyRef): number {
  const type = parties.get(id)?.type
  if (type === 'place') return 3
  if (mention.isPlace) return 1
  if (type && SPEAKERS.has(type)) return 2
  return type && BODIES.has(type) ? 1 : 0
}

/** The words of the party that does what the clause of a number tells, or that owns what is told of: "China's exports". */
function doerOf({ parse, mentions, mentionNumbers }: Scene, number: Span): Span | null {
  const range = rangeOfSpan(parse, number)
  if (!range) return null
  const doer = agentOf(parse, clauseRoot(parse, headOfRange(parse, range)))
  if (doer === null) return null
  const tokens = [doer, ...dependents(parse, doer, 'nmod:poss', 'amod', 'compound')]
  const at = tokens.find((token) => (mentionNumbers[token] ?? -1) >= 0)
  const mention = at === undefined ? null : mentions[mentionNumbers[at] ?? -1]
  return mention ? spanOf(parse, mention) : null
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
