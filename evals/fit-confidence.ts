/**
 * Fits the coder's confidence on annotated reports that the reader was not trained on.
 *
 *   npx tsx evals/fit-confidence.ts DIR …
 *
 * DIR holds reports NAME.txt with answers NAME.gold.json. Events, statements and figures get a logistic sum each, whose
 * penalty is chosen by cross-validation over reports; the other kinds the share right by reason. Writes
 * src/coder/confidence/tables.json. `npm run calibrate` does this and then measures on other reports.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ConfidenceTables, LogisticTable } from '../src/coder/index.js'
import { loadConfig } from '../src/config/config.js'
import type { Reason, RecordKind } from '../src/core/index.js'
import { messageOf } from '../src/pipeline/scoring/eval-files.js'
import { fitLogistic, laplaceShare } from '../src/pipeline/scoring/logistic.js'
import { loadManifest } from '../src/reader/index.js'
import { BY_REASON, SUMMED, bestPenalty, judgedItemsOf } from './judged-items.js'
import type { JudgedItem } from './judged-items.js'

const TABLES = new URL('../src/coder/confidence/tables.json', import.meta.url)

function fitKind(kind: RecordKind, items: readonly JudgedItem[]): LogisticTable {
  const { penalty, loss } = bestPenalty(items)
  console.log(
    `${kind}: ${items.length} records, penalty ${penalty}; log loss on reports left out ${loss.toFixed(3)}`,
  )
  return fitLogistic(items, penalty)
}

function shareByReason(items: readonly JudgedItem[]): Partial<Record<Reason, number>> {
  const reasons = [...new Set(items.map((item) => item.reason))].sort()
  return Object.fromEntries(
    reasons.map((reason) => {
      const own = items.filter((item) => item.reason === reason)
      const right = own.filter((item) => item.isRight).length
      console.log(`${reason}: ${right} of ${own.length} right`)
      return [reason, laplaceShare(right, own.length)]
    }),
  )
}

function tablesOf(items: readonly JudgedItem[], about: string): ConfidenceTables {
  const ofKinds = (kinds: readonly RecordKind[]): JudgedItem[] =>
    items.filter((item) => kinds.includes(item.kind))
  return {
    comment: `Made by evals/fit-confidence.ts, ${about}. A record's chance of being right: of the kinds under sums by bias plus weight × feature, through the logistic function; of the others by reason. To be made again after a change of the reader: npm run calibrate.`,
    sums: Object.fromEntries(SUMMED.map((kind) => [kind, fitKind(kind, ofKinds([kind]))])),
    reasons: shareByReason(ofKinds(BY_REASON)),
  }
}

async function main(folders: readonly string[]): Promise<number> {
  if (folders.length === 0) {
    console.error('usage: npx tsx evals/fit-confidence.ts DIR …')
    return 2
  }
  const items = await judgedItemsOf(folders)
  if (SUMMED.some((kind) => !items.some((item) => item.kind === kind))) {
    console.error('fit-confidence: there must be events, statements and figures to fit on')
    return 1
  }
  const reports = new Set(items.map((item) => item.report)).size
  const reader = loadManifest(loadConfig({}, process.env).modelFolder).version
  const day = new Date().toISOString().slice(0, 10)
  const names = folders.map((folder) => basename(folder)).join(' and ')
  const about = `${day}, on ${items.length} records of ${reports} reports (${names}), reader ${reader}`
  writeFileSync(TABLES, `${JSON.stringify(tablesOf(items, about), null, 2)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`fit-confidence: ${messageOf(error)}`)
  return 2
})
