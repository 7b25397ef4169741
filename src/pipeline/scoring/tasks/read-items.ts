import { documentIdOf } from '../../../core/index.js'
import type { Reading, TokenRange } from '../../../core/index.js'
import { readDocument, readTreebankWords } from '../../../reader/index.js'
import { rangesOfLengths } from '../parse.js'
import type { EvalInput } from './task.js'

type Words = Parameters<typeof readTreebankWords>[1]
type WordReading = Awaited<ReturnType<typeof readTreebankWords>>

/** What `answer` gives for each item, one item after the other in their order; progress is told after each. */
export async function answerEach<Item, Answer>(
  input: EvalInput,
  items: readonly Item[],
  answer: (item: Item) => Answer | Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const item of items) {
    answers.push(await answer(item))
    input.onProgress(answers.length, items.length)
  }
  return answers
}

/** What the reader makes of a text of which nothing else is known. Throws ModelError where the weights are missing. */
export async function readText(input: EvalInput, text: string): Promise<Reading> {
  return readDocument(await input.loadReader(), { id: documentIdOf(text, null, null), text })
}

/**
 * What the reader makes of given words in given sentences; `ranges` are where each sentence's words stand among all.
 * Throws ModelError where the weights are missing.
 */
export async function readSentences(
  input: EvalInput,
  sentences: readonly Words[],
): Promise<{ read: WordReading; ranges: TokenRange[] }> {
  const ranges = rangesOfLengths(sentences.map((words) => words.length))
  return {
    read: await readTreebankWords(await input.loadReader(), sentences.flat(), ranges),
    ranges,
  }
}
