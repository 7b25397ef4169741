import { writeSync } from 'node:fs'
import { appendReading, closeLedger, openLedger } from '../../src/ledger/index.js'
import { makeReading } from './readings.js'

/**
 * The process that the kill test kills: appends readings 0 to COUNT − 1 to the ledger at LOCATION and writes a line
 * with each number as soon as it is acknowledged. Usage: append-child.ts LOCATION COUNT
 */
const [location, count] = process.argv.slice(2)
if (location === undefined || count === undefined) throw new Error('give a location and a count')
writeSync(1, 'started\n')
const ledger = await openLedger(location)
for (let n = 0; n < Number(count); n++) {
  await appendReading(ledger, makeReading(n))
  writeSync(1, `${n}\n`)
}
await closeLedger(ledger)
