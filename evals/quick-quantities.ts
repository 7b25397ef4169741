import { readFileSync } from 'node:fs'
import { parseNewsQuant, readQuantities } from '../src/pipeline/scoring/quantities-newsquant.js'
import {
  pairQuantities,
  scoreQuantities,
  type QuantityAnswer,
} from '../src/pipeline/scoring/quantities.js'

/**
 * Quantities on a NewsQuant JSON file.
 *   npx tsx evals/quick-quantities.ts FILE [--seen | --kept-back] [--errors]
 * The file's second half is of another kind than its first (dense with prices and measures). Rules are made
 * looking at the first half and every other sentence of the second; the other quarter is kept back.
 */
const [file, ...flags] = process.argv.slice(2)
if (!file)
  throw new Error('usage: npx tsx evals/quick-quantities.ts FILE [--seen | --kept-back] [--errors]')

const all = parseNewsQuant(JSON.parse(readFileSync(file, 'utf8')))
const middle = Math.ceil(all.length / 2)
const isKeptBack = (index: number) => index >= middle && index % 2 === 1
const sentences = all.filter((_, index) => {
  if (flags.includes('--seen')) return !isKeptBack(index)
  return !flags.includes('--kept-back') || isKeptBack(index)
})
const scored = sentences.map(({ text, gold }) => ({ gold, found: readQuantities(text) }))
console.log(`${sentences.length} sentences`, scoreQuantities(scored))

const show = (answer: QuantityAnswer) =>
  `${answer.value}${answer.high === null ? '' : `-${answer.high}`} ${answer.unit}`

if (flags.includes('--errors'))
  for (const [index, sentence] of scored.entries()) {
    const pairs = pairQuantities(sentence)
    const missed = sentence.gold.filter((one) => !pairs.some((pair) => pair.gold === one))
    const extra = sentence.found.filter((one) => !pairs.some((pair) => pair.found === one))
    const units = pairs.filter((pair) => !pair.unitFits)
    if (missed.length + extra.length + units.length === 0) continue
    console.log(sentences[index]?.text)
    for (const one of missed) console.log(`   MISSED ${show(one)}`)
    for (const one of extra) console.log(`   EXTRA  ${show(one)}`)
    for (const pair of units) console.log(`   UNIT   ${show(pair.gold)} | ${show(pair.found)}`)
  }
