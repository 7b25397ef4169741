/**
 * The marked pairs of PLOVER cut in five by sentence, for cross-validation (`cross-validate.sh`).
 *
 *   npx tsx training/folds.ts cut PREPARED_DIR PLV_train.tsv OUT_DIR
 *   npx tsx training/folds.ts score OUT_DIR
 *
 * `cut`: OUT_DIR/N gets `prepared/` (the training data without the pairs of fold N) and `rows.tsv` (those pairs).
 * `score`: the predictions in OUT_DIR/N/predictions.jsonl of all folds together, as `chancery eval plover` scores one file.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { percent } from '../src/pipeline/scoring/counts.js'
import { scoreClasses } from '../src/pipeline/scoring/classes.js'
import { pairDocuments } from './prepare/pairs.js'

const FOLDS = 5
const PAIRS = 'pairs.jsonl'
const [task, ...paths] = process.argv.slice(2)
const [one, table, out] = paths.map((path) => resolve(path))
if (task === 'cut' && one && table && out) cut(one, table, out)
else if (task === 'score' && one) score(one)
else {
  console.error(
    'usage: npx tsx training/folds.ts cut PREPARED_DIR PLV_train.tsv OUT_DIR | score OUT_DIR',
  )
  process.exit(2)
}

/** The fold of a row: its sentence's, so that one sentence marked twice never stands on both sides. */
function foldOf(row: string, header: readonly string[]): number {
  const sentence = row.split('\t')[header.indexOf('sentence')] ?? ''
  return createHash('sha256').update(sentence).digest().readUInt32BE() % FOLDS
}

function cut(prepared: string, table: string, out: string): void {
  const [head = '', ...lines] = readFileSync(table, 'utf8').replace(/\r/g, '').split('\n')
  const rows = lines.filter((line) => line.trim() !== '')
  const header = head.split('\t')
  const pick = (keep: (row: string) => boolean): string => [head, ...rows.filter(keep)].join('\n')
  for (let fold = 0; fold < FOLDS; fold++) {
    const folder = join(out, String(fold), 'prepared')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(prepared))
      if (name !== PAIRS) symlinkSync(join(prepared, name), join(folder, name))
    const held = join(out, String(fold), 'rows.tsv')
    const rest = join(out, String(fold), 'rest.tsv')
    writeFileSync(
      held,
      pick((row) => foldOf(row, header) === fold),
    )
    writeFileSync(
      rest,
      pick((row) => foldOf(row, header) !== fold),
    )
    const documents = pairDocuments(rest).map((document) => JSON.stringify(document))
    writeFileSync(join(folder, PAIRS), documents.join('\n'))
    console.log(`fold ${fold}: ${documents.length} pairs to learn from`)
  }
}

interface Prediction {
  readonly gold: string
  readonly predicted: string
}

function score(out: string): void {
  const items = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) =>
    readFileSync(join(out, String(fold), 'predictions.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Prediction),
  )
  const found = items.map(({ gold, predicted }) => ({ gold, found: predicted }))
  const { macroF1, accuracy, perType } = scoreClasses(found)
  const types = Object.entries(perType).map(
    ([type, { f1, gold }]) => `${type} ${percent(f1)} (${gold})`,
  )
  console.log(`${items.length} pairs: macro-F1 ${percent(macroF1)}, accuracy ${percent(accuracy)}`)
  console.log(types.join(', '))
}
