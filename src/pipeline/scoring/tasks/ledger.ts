import { RECORD_KINDS } from '../../../core/index.js'
import { hitScores, percent } from '../counts.js'
import type { KindCounts, Tally } from '../ledger-lines.js'
import type { LedgerScores } from '../ledger.js'
import { readAnnotated } from '../read-annotated.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const ledgerTask: EvalTask = {
  name: 'ledger',
  data: 'a folder of reports NAME.txt (.html, .md) with hand-made answers NAME.gold.json',
  measure:
    'the whole way: the reports are read into a temporary ledger, which is exported and compared with the answers. A ' +
    'record is right when it rests on the answer’s words, names its parties and agrees in what defines its kind (an ' +
    'event’s type, a statement’s speaker, a figure’s value and unit). macroF1: mean of the six kinds’ F1.',
  run: evalLedger,
}

async function evalLedger(input: EvalInput): Promise<EvalResult> {
  const { golds, scores, notes } = await readAnnotated(input)
  for (const { stem, gold } of golds)
    input.onPrediction({ document: stem, gold, matches: scores.matches[stem] })
  return { items: golds.length - scores.unread.length, scores: shownScores(scores), notes }
}

function shownScores(scores: LedgerScores): EvalResult['scores'] {
  const kinds = RECORD_KINDS.map((kind) => [kind, shownKind(scores.kinds[kind])])
  return {
    macroF1: percent(scores.macroF1),
    ...(Object.fromEntries(kinds) as object),
    ...(scores.findings ? { finding: shownKind(scores.findings) } : {}),
    documents: shownTallies(scores.documents),
    evidence: scores.evidence,
    unread: scores.unread.length,
  }
}

function shownKind({ gold, found, right, paired, fields }: KindCounts): object {
  const { precision, recall } = hitScores({ hits: right, found, gold })
  const f1 = right === 0 ? 0 : (2 * right) / (gold + found)
  return {
    f1: percent(f1),
    precision: percent(right === 0 ? 0 : precision),
    recall: percent(right === 0 ? 0 : recall),
    gold,
    found,
    right,
    paired,
    fields: shownTallies(fields),
  }
}

/** Shares that are right; null where there was nothing to judge. */
function shownTallies(tallies: Readonly<Record<string, Tally>>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(tallies).map(([name, { right, of }]) => [
      name,
      of === 0 ? null : percent(right / of),
    ]),
  )
}
