import { parseConllu } from '../conllu.js'
import { percentScores } from '../counts.js'
import { loadEvalText } from '../eval-files.js'
import { countSentences, sentenceSpans } from '../sentences.js'
import { answerEach, readText } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const sentencesTask: EvalTask = {
  name: 'sentences',
  data: 'a CoNLL-U file (or .gz)',
  measure:
    'sentences found in running text, which is rebuilt from the file: words by SpaceAfter, paragraphs (# newpar) ' +
    'apart by a blank line, one text a document (# newdoc). A sentence is right when its first and last characters are, ' +
    'as in the CoNLL 2018 evaluation.',
  run: evalSentences,
}

async function evalSentences(input: EvalInput): Promise<EvalResult> {
  const documents = parseConllu(loadEvalText(input.path), input.path)
  const scored = await answerEach(input, documents, async ({ id, text, sentences }) => {
    const gold = sentences.map((sentence) => sentence.span)
    const found = sentenceSpans(await readText(input, text))
    input.onPrediction({ id, text, gold, predicted: found })
    return { gold, found }
  })
  const counts = countSentences(scored)
  const { f1, precision, recall } = percentScores(counts)
  const scores = { f1, precision, recall, gold: counts.gold, found: counts.found }
  return { items: documents.length, scores, notes: [] }
}
