import { relative } from 'node:path'
import { spanOfRange, spansOverlap } from '../../../core/index.js'
import type { Reading } from '../../../core/index.js'
import { percent } from '../counts.js'
import { EvalDataError, isKeptBack, listEvalFiles, loadEvalText } from '../eval-files.js'
import { readTimesAt, readTimesByPattern } from '../time-read.js'
import { parseTimeMl } from '../time-tml.js'
import type { TimexAnnotation, TimeMlDocument } from '../time-tml.js'
import { scoreTimes } from '../time.js'
import type { ScoredTimes } from '../time.js'
import { answerEach, readText } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const timeTask: EvalTask = {
  name: 'time',
  data: 'a folder of TimeML files (.tml), searched below it too',
  measure:
    'time expressions in the text (the document’s creation time is given), as TempEval-3 task A: relaxedF1 spans ' +
    'that overlap, strictF1 the same span, valueF1 overlap and the same TIMEX3 value. --kept-back takes only the ' +
    'tenth of the files (by hash of the name) that the reader is not trained on.',
  run: evalTimes,
}

async function evalTimes(input: EvalInput): Promise<EvalResult> {
  const all = listEvalFiles(input.path, '.tml')
  const files = input.keptBackOnly ? all.filter(isKeptBack) : all
  const scored = await answerEach(input, files, async (file) => {
    const document = loadTimeMl(file)
    const { text, times: gold } = document
    const found = readTimes(document, await readText(input, text))
    input.onPrediction({ file: relative(input.path, file), text, gold, predicted: found })
    return { gold, found }
  })
  return { items: files.length, scores: percentages(scored), notes: [] }
}

function percentages(scored: readonly ScoredTimes[]): EvalResult['scores'] {
  const scores = scoreTimes(scored)
  return {
    relaxedF1: percent(scores.relaxedF1),
    strictF1: percent(scores.strictF1),
    valueF1: percent(scores.valueF1),
    typeF1: percent(scores.typeF1),
    precision: percent(scores.precision),
    recall: percent(scores.recall),
    gold: scores.gold,
    found: scores.found,
  }
}

function loadTimeMl(file: string): TimeMlDocument {
  const markup = loadEvalText(file)
  if (!/<TEXT>[\s\S]*<\/TEXT>/.test(markup))
    throw new EvalDataError(`${file} is not TimeML: it has no <TEXT>…</TEXT>`)
  return parseTimeMl(markup)
}

/** As the coder finds times: the rules' expressions, and those of the reader's that no rule found and that have a value. */
function readTimes(document: TimeMlDocument, reading: Reading): TimexAnnotation[] {
  const byRule = readTimesByPattern(document)
  const others = reading.times
    .map((time) => ({ ...spanOfRange(reading.tokens, time), type: time.type }))
    .filter((span) => !byRule.some((one) => spansOverlap(one, span)))
  const valued = readTimesAt(document, others).filter((time) => time.value !== '')
  return [...byRule, ...valued].sort((a, b) => a.start - b.start)
}
