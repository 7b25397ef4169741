import type { RecordKind } from '../../../core/index.js'
import { RECORD_KINDS } from '../../../core/index.js'
import type { Calibration, CalibrationBin, JudgedRecord } from '../calibration.js'
import { calibrationOf } from '../calibration.js'
import { percent } from '../counts.js'
import type { LedgerScores } from '../ledger.js'
import { readAnnotated } from '../read-annotated.js'
import type { EvalInput, EvalResult, EvalTask } from './task.js'

export const calibrationTask: EvalTask = {
  name: 'calibration',
  data: 'a folder of reports with hand-made answers, as for ledger',
  measure:
    'whether a confidence of 0.8 means eight in ten right: the reports are read as for ledger, and each record’s ' +
    'confidence is set against whether it is right. By kind: ece, the expected calibration error in ten bins of equal ' +
    'width (Naeini et al. 2015; Guo et al. 2017), eceEqualCount in ten of equal count, the Brier score, and of the ' +
    'records at 0.8 and above how many there are and how many are right.',
  run: evalCalibration,
}

async function evalCalibration(input: EvalInput): Promise<EvalResult> {
  const { golds, scores, notes } = await readAnnotated(input)
  const kinds = RECORD_KINDS.map((kind) => {
    const judged = judgedRecords(scores, kind)
    for (const one of judged) input.onPrediction({ kind, ...one })
    return [kind, shownCalibration(calibrationOf(judged))] as const
  })
  return {
    items: golds.length - scores.unread.length,
    scores: Object.fromEntries(kinds),
    notes,
  }
}

/** The records of a kind with their confidence and whether the answers bear them out. */
export function judgedRecords(scores: LedgerScores, kind: RecordKind): JudgedRecord[] {
  return Object.entries(scores.matches).flatMap(([report, matches]) =>
    matches.flatMap(({ kind: of, found, isRight }) =>
      of === kind && found ? [{ report, confidence: found.confidence, isRight }] : [],
    ),
  )
}

/** Shares as percentages; null where there is nothing to judge. */
function shownCalibration(one: Calibration): object {
  const share = (value: number, of: number): number | null => (of === 0 ? null : percent(value))
  return {
    records: one.records,
    right: share(one.right / one.records, one.records),
    confidence: share(one.confidence, one.records),
    ece: share(one.ece, one.records),
    eceEqualCount: share(one.eceEqualCount, one.records),
    brier: share(one.brier, one.records),
    sure: {
      records: one.sure.records,
      right: share(one.sure.right / one.sure.records, one.sure.records),
    },
    bins: Object.fromEntries(one.bins.map((bin) => [binName(bin), shownBin(bin)])),
  }
}

/** "0.7-0.8" */
function binName({ from, to }: CalibrationBin): string {
  return `${from.toFixed(1)}-${to.toFixed(1)}`
}

function shownBin({ records, right, confidence }: CalibrationBin): object {
  return { records, right: percent(right / records), confidence: percent(confidence) }
}
