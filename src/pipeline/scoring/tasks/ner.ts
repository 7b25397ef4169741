import { percentScores } from '../counts.js'
import { loadEvalText } from '../eval-files.js'
import type { TaggedDocument } from '../iob.js'
import { parseIob } from '../iob.js'
import type { NameSpan, ScoredNames } from '../names.js'
import { countNames, NAME_TYPES } from '../names.js'
import { answerEach, readSentences } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const nerTask: EvalTask = {
  name: 'ner',
  data: 'an IOB2 file (or .gz): UNER’s columns (number, token, tag, …) or CrossNER’s (token, tag)',
  measure:
    'names with exactly the annotated words and type, on the gold words and sentences; sentences between # newdoc ' +
    'lines are read as one text, each on a line of its own. politician and person count as person; organisation and ' +
    'politicalparty as organisation; country and location as place. Other types are no names here: what is found ' +
    'there is wrong.',
  run: evalNames,
}

async function evalNames(input: EvalInput): Promise<EvalResult> {
  const { documents, leftOut } = parseIob(loadEvalText(input.path), input.path)
  const read = await answerEach(input, documents, (document) => readTaggedDocument(document, input))
  const scored = read.flat()
  const counts = countNames(scored)
  const perType = NAME_TYPES.map((type) => [type, percentScores(counts.perType[type])])
  const others = Object.entries(leftOut).map(([type, count]) => `${type} ${count}`)
  return {
    items: scored.length,
    scores: {
      ...percentScores(counts.all),
      gold: counts.all.gold,
      found: counts.all.found,
      perType: Object.fromEntries(perType) as object,
    },
    notes: others.length > 0 ? [`left out of account: ${others.join(', ')}`] : [],
  }
}

async function readTaggedDocument(
  { sentences }: TaggedDocument,
  input: EvalInput,
): Promise<ScoredNames[]> {
  const { read, ranges } = await readSentences(
    input,
    sentences.map((sentence) => sentence.words),
  )
  return sentences.map((sentence, n) => {
    const { first, last } = ranges[n] ?? { first: 0, last: 0 }
    const found = read.names
      // One that runs over the sentence’s end stays: it is found, and wrong.
      .filter((name) => name.first >= first && name.first < last)
      .map((name) => ({
        first: name.first - first,
        last: name.last - first,
        type: name.type as NameSpan['type'],
      }))
    input.onPrediction({
      id: sentence.id,
      words: sentence.words.map((word) => word.text),
      gold: sentence.names,
      predicted: found,
    })
    return { gold: sentence.names, found }
  })
}
