import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Grounds } from '../../coder/index.js'
import type { Config } from '../../config/config.js'
import { findAll, loadGround } from '../../findings/index.js'
import { readDoor } from '../../ledger/index.js'
import { readReports } from '../run.js'
import { openServices } from '../services.js'
import { EvalDataError, listEvalFiles, loadEvalText, parseJsonAs } from './eval-files.js'
import { GoldFinding, GoldReport } from './ledger-gold.js'
import type { GoldDocument, LedgerLine } from './ledger-lines.js'
import type { LedgerScores } from './ledger.js'
import { scoreLedger } from './ledger.js'
import type { EvalInput } from './tasks/task.js'

/** What is needed to read annotated reports: of an evaluation's input, a part. */
export type AnnotatedInput = Pick<EvalInput, 'path' | 'config' | 'asOf' | 'onProgress'>

/** Annotated reports, read the whole way into a ledger and compared with their answers. */
export interface AnnotatedReading {
  readonly golds: readonly GoldDocument[]
  readonly scores: LedgerScores
  /** What the confidence of each record rests on, by the record's id. */
  readonly grounds: ReadonlyMap<string, Grounds>
  /** Reports that were not read, and errors of the run. */
  readonly notes: readonly string[]
}

const REPORT_ENDINGS = ['.txt', '.html', '.htm', '.md']
const GOLD_ENDING = '.gold.json'
const FINDINGS = 'findings.gold.json'

/**
 * Reads the reports of a folder that have answers beside them into a temporary ledger, as `chancery read` does, and
 * scores its export. Throws EvalDataError where an answer has no report or is of another form.
 */
export async function readAnnotated(input: AnnotatedInput): Promise<AnnotatedReading> {
  const pairs = listGold(input.path)
  const golds = pairs.map(({ stem, path }): GoldDocument => {
    const gold = parseJsonAs(loadEvalText(path), GoldReport, path)
    return { stem, gold }
  })
  const findings = loadFindings(input.path)
  if (pairs.length === 0)
    return { golds, scores: scoreLedger([], []), grounds: new Map(), notes: [] }
  const reports = pairs.map((pair) => pair.report)
  const { lines, grounds, errors } = await readIntoLedger(reports, input)
  const scores = scoreLedger(lines, golds, findings)
  const unread = scores.unread.map((stem) => `${stem} was not read`)
  return { golds, scores, grounds, notes: [...unread, ...errors] }
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

interface LedgerReading {
  readonly lines: readonly LedgerLine[]
  readonly grounds: ReadonlyMap<string, Grounds>
  readonly errors: readonly string[]
}

/** Reads reports, in the order given, into a ledger that is gone afterwards. */
async function readIntoLedger(
  reports: readonly string[],
  input: AnnotatedInput,
): Promise<LedgerReading> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-eval-'))
  const config: Config = { ...input.config, ledger: join(folder, 'ledger') }
  try {
    const services = await openServices(config)
    try {
      const grounds = new Map<string, Grounds>()
      const options = { asOf: input.asOf, asOfGiven: true, published: null, publisher: null }
      const summary = await readReports(reports, services, options, {
        onProgress: ({ reportsDone }) => input.onProgress(reportsDone, reports.length),
        onKept: (kept) => kept.grounds.forEach((one, id) => grounds.set(id, one)),
      })
      const lines: LedgerLine[] = []
      const door = readDoor(services.ledger)
      for await (const line of door.exportRecords()) lines.push(line)
      const setting = { codebook: services.codebook, asOf: input.asOf }
      lines.push(...findAll(await loadGround(door), setting).value)
      const errors = summary.errors.map((issue) => `${issue.where}: ${issue.message}`)
      return { lines, grounds, errors }
    } finally {
      await services.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
