import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pairTimes, scoreTimes, type ScoredTimes } from '../src/pipeline/scoring/time.js'
import { readTimesAt, readTimesByPattern } from '../src/pipeline/scoring/time-read.js'
import { parseTimeMl, type TimeMlDocument } from '../src/pipeline/scoring/time-tml.js'

/**
 * Time expressions by patterns alone, on a folder of TimeML files (searched below it too).
 *   npx tsx evals/quick-time.ts FOLDER [--kept-back] [--gold-spans] [--errors]
 * A fixed tenth of the files (FNV-1a of the file name divisible by ten) is kept back: rules are made looking
 * at the other nine. `--gold-spans` measures the values alone, on the annotators' own spans.
 */
const [folder, ...flags] = process.argv.slice(2)
if (!folder) throw new Error('usage: npx tsx evals/quick-time.ts FOLDER [--kept-back] [--errors]')

const fnv1a = (text: string) =>
  [...Buffer.from(text)].reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261)
const isKeptBack = (path: string) => fnv1a(basename(path)) % 10 === 0

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tml'))
  .sort()
  .filter((name) => isKeptBack(name) === flags.includes('--kept-back'))
const filter = process.env.ONLY
const documents = files
  .filter((name) => !filter || name.includes(filter))
  .map((name) => parseTimeMl(readFileSync(join(folder, name), 'utf8')))
const read = (document: TimeMlDocument) =>
  flags.includes('--gold-spans')
    ? readTimesAt(document, document.times)
    : readTimesByPattern(document)

const began = performance.now()
const scored: ScoredTimes[] = documents.map((document) => ({
  gold: document.times,
  found: read(document),
}))
const seconds = (performance.now() - began) / 1000
const length = documents.reduce((sum, document) => sum + document.text.length, 0)
console.log(`${files.length} files, ${Math.round(length / seconds / 5)} words a second`)
console.log(scoreTimes(scored))
if (flags.includes('--errors')) printErrors()

function printErrors(): void {
  for (const [index, { gold, found }] of scored.entries()) {
    const document = documents[index]
    if (!document) continue
    const pairs = pairTimes({ gold, found })
    const show = (time: { start: number; end: number; value: string; type: string }) => {
      const before = document.text.slice(Math.max(0, time.start - 45), time.start)
      const after = document.text.slice(time.end, time.end + 25)
      const words = document.text.slice(time.start, time.end)
      return `${before}[${words}]${after}`.replace(/\s+/g, ' ')
    }
    const dct = document.created?.slice(0, 10) ?? ''
    for (const pair of pairs) {
      if (pair.gold.value !== pair.found.value)
        console.log(
          `VALUE ${dct} ${show(pair.gold)}  gold ${pair.gold.value} found ${pair.found.value}`,
        )
      if (pair.gold.start !== pair.found.start || pair.gold.end !== pair.found.end)
        console.log(`SPAN  gold ${show(pair.gold)}  found ${show(pair.found)}`)
    }
    for (const time of gold)
      if (!pairs.some((pair) => pair.gold === time))
        console.log(`MISS  ${time.type}:${time.value} ${show(time)}`)
    for (const time of found)
      if (!pairs.some((pair) => pair.found === time))
        console.log(`EXTRA ${time.type}:${time.value} ${show(time)}`)
  }
}
