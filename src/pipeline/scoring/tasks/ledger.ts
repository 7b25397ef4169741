import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../../../config/config.js'
import { RECORD_KINDS } from '../../../core/index.js'
import { findAll, loadGround } from '../../../findings/index.js'
import { readDoor } from '../../../ledger/index.js'
import { readReports } from '../../run.js'
import { openServices } from '../../services.js'
import type { ReadSummary } from '../../summary.js'
import { hitScores, percent } from '../counts.js'
import { EvalDataError, listEvalFiles, loadEvalText, parseJsonAs } from '../eval-files.js'
import { GoldFinding, GoldReport } from '../ledger-gold.js'
import type { GoldDocument, KindCounts, LedgerLine, Tally } from '../ledger-lines.js'
import type { LedgerScores } from '../ledger.js'
import { scoreLedger } from '../ledger.js'
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

const REPORT_ENDINGS = ['.txt', '.html', '.htm', '.md']
const GOLD_ENDING = '.gold.json'
const FINDINGS = 'findings.gold.json'

async function evalLedger(input: EvalInput): Promise<EvalResult> {
  const pairs = listGold(input.path)
  const golds = pairs.map(({ stem, path }): GoldDocument => {
    const gold = parseJsonAs(loadEvalText(path), GoldReport, path)
    return { stem, gold }
  })
  const findings = loadFindings(input.path)
  if (pairs.length === 0) return { items: 0, scores: shownScores(scoreLedger([], [])), notes: [] }
  const reports = pairs.map((pair) => pair.report)
  const { lines, summary } = await readIntoLedger(reports, input)
  const scores = scoreLedger(lines, golds, findings)
  for (const { stem, gold } of golds) {
    const matches = scores.matches[stem]
    input.onPrediction({ document: stem, gold, matches })
  }
  return {
    items: golds.length - scores.unread.length,
    scores: shownScores(scores),
    notes: [
      ...scores.unread.map((stem) => `${stem} was not read`),
      ...summary.errors.map((issue) => `${issue.where}: ${issue.message}`),
    ],
  }
}

interface GoldPair {
  readonly stem: string
  readonly path: string
  readonly report: string
}

function listGold(folder: string): GoldPair[] {
  const isOwn = (path: string): boolean => dirname(join(path)) === join(folder)
  const files = listEvalFiles(folder, GOLD_ENDING).filter(isOwn)
  return files
    .filter((path) => basename(path) !== FINDINGS)
    .map((path) => {
      const start = path.slice(0, -GOLD_ENDING.length)
      const report = REPORT_ENDINGS.map((ending) => start + ending).find((one) => existsSync(one))
      if (report === undefined)
        throw new EvalDataError(`${path} has no report beside it (${basename(start)}.txt)`)
      return { stem: basename(start), path, report }
    })
}

function loadFindings(folder: string): GoldFinding[] | null {
  const path = join(folder, FINDINGS)
  return existsSync(path) ? parseJsonAs(loadEvalText(path), z.array(GoldFinding), path) : null
}

/** Reads reports, in the order given, into a ledger that is gone afterwards; its export and what the run says. */
async function readIntoLedger(
  reports: readonly string[],
  input: EvalInput,
): Promise<{ lines: LedgerLine[]; summary: ReadSummary }> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-eval-'))
  const config: Config = { ...input.config, ledger: join(folder, 'ledger') }
  try {
    const services = await openServices(config)
    try {
      const options = { asOf: input.asOf, asOfGiven: true, published: null, publisher: null }
      const summary = await readReports(reports, services, options, {
        onProgress: ({ reportsDone }) => input.onProgress(reportsDone, reports.length),
      })
      const lines: LedgerLine[] = []
      const door = readDoor(services.ledger)
      for await (const line of door.exportRecords()) lines.push(line)
      const setting = { codebook: services.codebook, asOf: input.asOf }
      lines.push(...findAll(await loadGround(door), setting).value)
      return { lines, summary }
    } finally {
      await services.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
