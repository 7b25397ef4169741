import type { TreebankDocument } from '../conllu.js'
import { parseConllu } from '../conllu.js'
import { percent } from '../counts.js'
import { loadEvalText } from '../eval-files.js'
import type { ParsedWord, ScoredSentence } from '../parse.js'
import { parsedSentences, scoreParse } from '../parse.js'
import { answerEach, readSentences } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const parseTask: EvalTask = {
  name: 'parse',
  data: 'a CoNLL-U file (or .gz)',
  measure:
    'heads, relations and Penn tags on the gold words and sentences, read document by document. ' +
    'uas and las over all words, punctuation included; las leaves subtypes away (nsubj:pass is nsubj) as the ' +
    'CoNLL 2018 shared task does, lasWithSubtypes does not. xpos: right tags.',
  run: evalParse,
}

async function evalParse(input: EvalInput): Promise<EvalResult> {
  const documents = parseConllu(loadEvalText(input.path), input.path)
  const read = await answerEach(input, documents, (document) =>
    readTreebankDocument(document, input),
  )
  const scored = read.flat()
  const scores = scoreParse(scored)
  return {
    items: scored.length,
    scores: {
      uas: percent(scores.uas),
      las: percent(scores.las),
      xpos: percent(scores.xpos),
      lasWithSubtypes: percent(scores.lasWithSubtypes),
      words: scores.words,
      sentences: scores.sentences,
    },
    notes: [],
  }
}

async function readTreebankDocument(
  document: TreebankDocument,
  input: EvalInput,
): Promise<ScoredSentence[]> {
  const words = document.sentences.map((sentence) =>
    sentence.words.map(({ form, gap }) => ({ text: form, gap })),
  )
  const { read } = await readSentences(input, words)
  return parsedSentences(document, read).map(({ sentence, found }) => {
    input.onPrediction({
      id: sentence.id,
      words: sentence.words.map((word) => word.form),
      gold: columnsOf(sentence.words),
      predicted: columnsOf(found),
    })
    return { gold: sentence.words, found }
  })
}

/** Heads count from 1 in the sentence, 0 is the root. */
function columnsOf(words: readonly ParsedWord[]): object {
  return {
    heads: words.map((word) => word.head),
    relations: words.map((word) => word.relation),
    tags: words.map((word) => word.xpos),
  }
}
