import { ZodError } from 'zod'
import { percent } from '../counts.js'
import { EvalDataError, loadEvalText, messageOf } from '../eval-files.js'
import { parseNewsQuant, readQuantities } from '../quantities-newsquant.js'
import type { NewsQuantSentence } from '../quantities-newsquant.js'
import { scoreQuantities } from '../quantities.js'
import { answerEach } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const quantitiesTask: EvalTask = {
  name: 'quantities',
  data: 'NewsQuant as JSON (or .gz)',
  measure:
    'quantities whose value fits (ranges at both ends, tolerance 1e-5), and whose canonical unit fits too, each used once.',
  run: evalQuantities,
}

async function evalQuantities(input: EvalInput): Promise<EvalResult> {
  const sentences = loadNewsQuant(input.path)
  const scored = await answerEach(input, sentences, ({ text, gold }) => {
    const found = readQuantities(text)
    input.onPrediction({ text, gold, predicted: found })
    return { gold, found }
  })
  const scores = scoreQuantities(scored)
  return {
    items: sentences.length,
    scores: {
      valueF1: percent(scores.valueF1),
      valueUnitF1: percent(scores.valueUnitF1),
      valuePrecision: percent(scores.valuePrecision),
      valueRecall: percent(scores.valueRecall),
      gold: scores.gold,
      found: scores.found,
    },
    notes: [],
  }
}

function loadNewsQuant(path: string): NewsQuantSentence[] {
  const text = loadEvalText(path)
  try {
    return parseNewsQuant(JSON.parse(text))
  } catch (error) {
    const problem = error instanceof ZodError ? error.issues[0] : null
    const what = problem ? `${problem.path.join('.')}: ${problem.message}` : messageOf(error)
    throw new EvalDataError(`${path} is not NewsQuant’s JSON: ${what}`)
  }
}
