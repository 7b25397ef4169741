import { documentIdOf } from '../../../core/index.js'
import { readDocument } from '../../../reader/index.js'
import type { ScoredArticle } from '../attribution.js'
import { attributionSpans, countAttributions, forParts } from '../attribution.js'
import { percentScores } from '../counts.js'
import { loadPolnear } from '../polnear.js'
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
  const scored: ScoredArticle[] = []
  for (const [n, { id, text, attributions }] of articles.entries()) {
    const document = { id: documentIdOf(text, null, null), text }
    const found = attributionSpans(await readDocument(await input.loadReader(), document))
    scored.push({ text, gold: attributions, found })
    input.onPrediction({ id, text, gold: attributions, predicted: found })
    input.onProgress(n + 1, articles.length)
  }
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
