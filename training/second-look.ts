/**
 * A second look at a fixed sample of the project's own texts.
 *
 *   npx tsx training/second-look.ts texts [passages-A]   the sample's texts without their labels
 *   npx tsx training/second-look.ts agreement            today's labels against the second annotator's
 *   npx tsx training/second-look.ts errors               what the second look found wrong, with 95 % intervals
 */
import { readFileSync } from 'node:fs'
import { agreementRows, errorRows } from './second-look/tables.js'
import type { FoundError, SecondLabels } from './second-look/tables.js'
import { ownTexts, sampleOf } from './second-look/sample.js'

const data = new URL('./data/', import.meta.url)

const commands: Readonly<Record<string, (opening: string) => string[]>> = {
  texts: (opening) =>
    sampleOf(ownTexts<object>(data, opening)).map(({ id, line }) => `# ${id}\n${line.text}\n`),
  agreement: () => agreementRows(data, linesOf<SecondLabels>('second-look.jsonl')),
  errors: () =>
    errorRows(
      linesOf<SecondLabels>('second-look.jsonl'),
      linesOf<FoundError>('second-look-findings.jsonl'),
    ),
}

const run = commands[process.argv[2] ?? '']
if (!run) {
  console.error('usage: npx tsx training/second-look.ts texts [passages-A] | agreement | errors')
  process.exit(2)
}
console.log(run(process.argv[3] ?? '').join('\n'))

function linesOf<T>(file: string): T[] {
  return readFileSync(new URL(file, data), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
