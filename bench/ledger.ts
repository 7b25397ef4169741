/** A ledger of many records for measuring queries: made-up readings, appended as `chancery read` appends them. */
import { appendReading, closeLedger, openLedger } from '../src/ledger/index.js'
import { makeReading } from '../tests/ledger/readings.js'

/** Makes an embedded ledger of at least `records` records in a folder; gives how many it has and the seconds it took. */
export async function makeLedger(
  folder: string,
  records: number,
): Promise<{ records: number; seconds: number }> {
  const began = performance.now()
  const ledger = await openLedger(folder)
  try {
    let made = 0
    for (let n = 0; made < records; n++) {
      const { value } = await appendReading(ledger, makeReading(n))
      made += value.records.added
    }
    return { records: made, seconds: (performance.now() - began) / 1000 }
  } finally {
    await closeLedger(ledger)
  }
}
