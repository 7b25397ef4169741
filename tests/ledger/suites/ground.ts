import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { appendReading, LedgerError, openLedger, readDoor } from '../../../src/ledger/index.js'
import type { Ledger } from '../../../src/ledger/index.js'
import { migrate } from '../../../src/ledger/migrate.js'
import type { TestPlace } from '../places.js'
import { makeReading } from '../readings.js'

const GROUND = [
  ['documents', 'id'],
  ['parties', 'id'],
  ['entries', 'id'],
  ['issues', 'id'],
  ['signatures', 'document'],
  ['reports', 'document'],
] as const

/** What the database itself refuses, what it says of tampering, and how versions meet. */
export function groundSuite(getPlace: () => TestPlace): void {
  describe('the ground', () => {
    it('refuses to update, delete or truncate what was written', async () => {
      const ledger = await getPlace().freshLedger()
      await appendReading(ledger, makeReading(1))
      for (const [table, column] of GROUND)
        for (const statement of [
          `update ${table} set ${column} = 'x'`,
          `delete from ${table}`,
          `truncate ${table} cascade`,
        ])
          await expect(sql.raw(statement).execute(ledger.db)).rejects.toThrow(/append-only/)
      expect(await readDoor(ledger).countDocuments()).toBe(1)
      await ledger.close()
    })

    it('leaves out a stored record whose words are not in its document, with an issue', async () => {
      const ledger = await getPlace().freshLedger()
      const reading = makeReading(2)
      await appendReading(ledger, reading)
      const id = reading.records[0]?.id ?? ''
      await sql`update records set body = jsonb_set(body, '{evidence,0,text}', '"forged"')
        where id = ${id}`.execute(ledger.db)
      const door = readDoor(ledger)
      const broken = [{ code: 'record-invalid', where: id }]
      expect(await door.getRecord(id)).toMatchObject({ value: null, issues: broken })
      const page = await door.listRecords({ document: reading.document.id, limit: 500 })
      expect(page.issues).toMatchObject(broken)
      expect(page.items).toHaveLength(reading.records.length - 1)
      const met: unknown[] = []
      for await (const line of door.exportRecords({ onIssue: (issue) => met.push(issue) }))
        expect(line.id).not.toBe(id)
      expect(met).toMatchObject(broken)
      await ledger.close()
    })

    it('refuses a ledger that a newer version wrote', async () => {
      const ledger = await getPlace().freshLedger()
      await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(
        ledger.db,
      )
      const schema = await schemaOf(ledger)
      const again = migrate(ledger.db, schema, 'the ledger')
      await expect(again).rejects.toThrow(LedgerError)
      await expect(again).rejects.toThrow(/newer Chancery \(migration 9999-later\)/)
      await ledger.close()
    })

    it('can be opened by several processes at once on a server, and only once as a folder', async () => {
      const { location } = getPlace()
      const openings = [1, 2, 3].map(() => openLedger(location, { schema: 'opened_together' }))
      const results = await Promise.allSettled(openings)
      const opened = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value] : [],
      )
      expect(opened).toHaveLength(location.startsWith('postgres') ? 3 : 0)
      for (const ledger of opened) await ledger.close()
      for (const result of results)
        if (result.status === 'rejected')
          expect(String(result.reason)).toContain(`process ${process.pid}`)
    })
  })
}

async function schemaOf(ledger: Ledger): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(ledger.db)
  return rows[0]?.name ?? ''
}
