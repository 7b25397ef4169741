import { readTreebankWords } from '../../../reader/index.js'
import { parseConllu } from '../conllu.js'
import type { CoreferenceCounts } from '../coreference.js'
import { countCoreference, goldMentions } from '../coreference.js'
import { percent } from '../counts.js'
import { EvalDataError, loadEvalText } from '../eval-files.js'
import { rangesOfLengths } from '../parse.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const coreferenceTask: EvalTask = {
  name: 'coreference',
  data: 'a CoNLL-U file (or .gz) with GUM’s mentions (Entity= in the last column)',
  measure:
    'of the names and pronouns with an earlier mention in their chain, the share that the reader links to a mention of ' +
    'that chain, head word to head word; on the gold words and sentences, with mentions that the reader finds itself. ' +
    'precision: of the links that begin at such a word, how many are right.',
  run: evalCoreference,
}

async function evalCoreference(input: EvalInput): Promise<EvalResult> {
  const documents = parseConllu(loadEvalText(input.path), input.path)
  const counts: CoreferenceCounts[] = []
  for (const [n, document] of documents.entries()) {
    const words = document.sentences.flatMap((sentence) => sentence.words)
    const ranges = rangesOfLengths(document.sentences.map((sentence) => sentence.words.length))
    const texts = words.map(({ form, gap }) => ({ text: form, gap }))
    const { links } = await readTreebankWords(await input.loadReader(), texts, ranges)
    counts.push(countCoreference(words, links))
    input.onPrediction({
      id: document.id,
      words: words.map((word) => word.form),
      gold: goldMentions(words),
      predicted: links,
    })
    input.onProgress(n + 1, documents.length)
  }
  if (sumOf(counts, allOf) === 0)
    throw new EvalDataError(`${input.path}: there are no mentions in it (Entity= in column ten)`)
  return { items: documents.length, scores: scoresOf(counts), notes: [] }
}

const allOf = (one: CoreferenceCounts): number => one.names.all + one.pronouns.all
const linkedOf = (one: CoreferenceCounts): number => one.names.linked + one.pronouns.linked

function sumOf(
  counts: readonly CoreferenceCounts[],
  part: (one: CoreferenceCounts) => number,
): number {
  return counts.reduce((sum, one) => sum + part(one), 0)
}

function scoresOf(counts: readonly CoreferenceCounts[]): EvalResult['scores'] {
  const share = (
    part: (one: CoreferenceCounts) => number,
    whole: (one: CoreferenceCounts) => number,
  ): number => percent(sumOf(counts, part) / Math.max(1, sumOf(counts, whole)))
  return {
    linked: share(linkedOf, allOf),
    precision: share(linkedOf, (one) => one.links),
    names: share(
      (one) => one.names.linked,
      (one) => one.names.all,
    ),
    pronouns: share(
      (one) => one.pronouns.linked,
      (one) => one.pronouns.all,
    ),
    mentions: sumOf(counts, allOf),
  }
}
