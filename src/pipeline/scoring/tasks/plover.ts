import { readPair } from '../../../reader/index.js'
import { scoreClasses } from '../classes.js'
import { percent } from '../counts.js'
import { loadEvalText } from '../eval-files.js'
import { foldedChances, likeliest, parsePairs } from '../pairs.js'
import type { PairFile } from '../pairs.js'
import { answerEach } from './read-items.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const ploverTask: EvalTask = {
  name: 'plover',
  data: 'a TSV file (or .gz) with columns marked_sentence and gold_root; no quoting',
  measure:
    'the event type between the actor in <s>…</s> and the recipient in <t>…</t>; one of them may be missing. CONCEDE ' +
    'and RETREAT count as YIELD. macroF1: mean over the types in gold_root. With gold_binary in place of gold_root (1 ' +
    'conflict, 0 not) the types are those two.',
  run: evalPairs,
}

const DECIMALS = 1e4

async function evalPairs(input: EvalInput): Promise<EvalResult> {
  const file = parsePairs(loadEvalText(input.path), input.path)
  const items = await answerEach(input, file.rows, async (row) => {
    const chances = await readPair(await input.loadReader(), row.pair)
    const folded = foldedChances(chances, file.answers)
    const found = likeliest(folded)
    const rounded = [...folded].map(([type, chance]) => [
      type,
      Math.round(chance * DECIMALS) / DECIMALS,
    ])
    const shown = { line: row.line, ...row.pair, gold: row.gold, predicted: found }
    input.onPrediction({ ...shown, chances: Object.fromEntries(rounded) as object })
    return { gold: row.gold, found }
  })
  return { items: items.length, scores: percentages(items), notes: notesOf(file) }
}

function percentages(items: readonly { gold: string; found: string }[]): EvalResult['scores'] {
  const { macroF1, accuracy, perType } = scoreClasses(items)
  const types = Object.entries(perType).map(([type, { f1, precision, recall, gold }]) => [
    type,
    { f1: percent(f1), precision: percent(precision), recall: percent(recall), gold },
  ])
  return {
    macroF1: percent(macroF1),
    accuracy: percent(accuracy),
    perType: Object.fromEntries(types) as object,
  }
}

function notesOf({ rows, answers }: PairFile): string[] {
  const single = rows.filter(({ pair }) => !pair.actor || !pair.recipient).length
  return [
    ...(single > 0 ? [`${single} rows have only one actor marked`] : []),
    ...(answers === 'conflict' ? ['conflict or not (gold_binary)'] : []),
  ]
}
