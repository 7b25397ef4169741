/**
 * Packs an empty ledger, tables and all, into dist/empty-ledger.gz: a new ledger begins as a copy of it,
 * since making its database anew takes seconds. Made again only when the database library or the tables changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../dist/ledger/index.js'
import { packLedger } from '../dist/ledger/place/folder.js'

const PACKED = 'dist/empty-ledger.gz'
const STAMP = 'dist/empty-ledger.stamp'

const hash = createHash('sha256')
hash.update(readFileSync('node_modules/@electric-sql/pglite/package.json'))
for (const file of readdirSync('src/ledger/migrations').sort())
  hash.update(readFileSync(join('src/ledger/migrations', file)))
const stamp = hash.digest('hex')

if (!existsSync(PACKED) || !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-empty-'))
  try {
    rmSync(PACKED, { force: true })
    const ledger = await openLedger(folder)
    await ledger.close()
    writeFileSync(PACKED, packLedger(folder))
    writeFileSync(STAMP, stamp)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
