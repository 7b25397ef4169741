import { attributionSpans, countAttributions, forParts } from '../attribution.js'
import { percentScores } from '../counts.js'
import { loadPolnear } from '../polnear.js'
import { answerEach, readText } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const attributionTask: EvalTask = {
  name: 'attribution',
  data: 'PolNeAR as JSON Lines (or .gz)',
  measure:
    'who says (source), by which words (cue), what (content), read from the article’s text. A span is one piece, from ' +
    'its first to its last character without white space at the edges; it is right when both edges are, and the same ' +
    'piece counts once an article. whole: all pieces that a part of an attribution has must be right together.',
  run: evalAttribution,
}

async function evalAttribution(input: EvalInput): Promise<EvalResult> {
  const articles = loadPolnear(input.path)
  const scored = await answerEach(input, articles, async ({ id, text, attributions }) => {
    const found = attributionSpans(await readText(input, text))
    input.onPrediction({ id, text, gold: attributions, predicted: found })
    return { text, gold: attributions, found }
  })
  const { pieces, whole } = countAttributions(scored)
  return {
    items: articles.length,
    scores: {
      ...forParts((part) => percentScores(pieces[part])),
      whole: forParts((part) => percentScores(whole[part])),
    },
    notes: [],
  }
}
