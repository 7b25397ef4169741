import { loadConfig } from '../src/config/config.js'
import type { Reason, RecordKind } from '../src/core/index.js'
import type { JudgedRecord } from '../src/pipeline/scoring/calibration.js'
import type { FitItem } from '../src/pipeline/scoring/logistic.js'
import {
  crossFitted,
  foldsByReport,
  laplaceShare,
  logLoss,
} from '../src/pipeline/scoring/logistic.js'
import { readAnnotated } from '../src/pipeline/scoring/read-annotated.js'

/** The records of annotated reports with what their confidence rests on and whether they are right. */

export interface JudgedItem extends FitItem {
  readonly kind: RecordKind
  readonly reason: Reason
}

/** Kinds whose confidence is a logistic sum, and kinds whose confidence is the share right by reason. */
export const SUMMED: readonly RecordKind[] = ['event', 'statement', 'figure']
export const BY_REASON: readonly RecordKind[] = ['agreement', 'relation', 'role']

const PENALTIES = [0.3, 1, 3, 10, 30]
/** Parts in which reports are left out in turn. */
export const FOLDS = 8

/** Reads the reports of folders and judges their records; a note of reading goes to standard error. */
export async function judgedItemsOf(folders: readonly string[]): Promise<JudgedItem[]> {
  const items: JudgedItem[] = []
  for (const folder of folders) items.push(...(await itemsOf(folder)))
  return items
}

async function itemsOf(folder: string): Promise<JudgedItem[]> {
  const { scores, grounds, notes } = await readAnnotated({
    path: folder,
    config: loadConfig({}, process.env),
    asOf: new Date().toISOString().slice(0, 10),
    onProgress: (done, total) => console.error(`${folder}: ${done} of ${total} reports`),
  })
  notes.forEach((note) => console.error(`Note: ${note}`))
  return Object.entries(scores.matches).flatMap(([report, matches]) =>
    matches.flatMap(({ kind, found, isRight }) =>
      found
        ? [{ report, kind, reason: found.reason, isRight, grounds: grounds.get(found.id) ?? {} }]
        : [],
    ),
  )
}

/** The penalty with which tables of other reports judge best, and the log loss they reach. */
export function bestPenalty(items: readonly FitItem[]): { penalty: number; loss: number } {
  const tried = PENALTIES.map((penalty) => ({
    penalty,
    loss: logLoss(crossFitted(items, penalty, FOLDS)),
  }))
  return tried.reduce((one, other) => (other.loss < one.loss ? other : one))
}

/** Items of one kind with the confidence that tables fitted on other reports give them. */
export function judgedByOthers(kind: RecordKind, items: readonly JudgedItem[]): JudgedRecord[] {
  const own = items.filter((item) => item.kind === kind)
  if (SUMMED.includes(kind))
    return crossFitted(own, bestPenalty(own).penalty, FOLDS).map(({ item, chance }) => ({
      report: item.report,
      isRight: item.isRight,
      confidence: chance,
    }))
  return foldsByReport(own, FOLDS).flatMap(({ kept, others }) =>
    kept.map(({ report, reason, isRight }) => {
      const alike = others.filter((item) => item.reason === reason)
      const right = alike.filter((item) => item.isRight).length
      return { report, isRight, confidence: laplaceShare(right, alike.length) }
    }),
  )
}
