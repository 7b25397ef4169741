import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStatements } from './statements.js'

let database: PGlite
let run: ReturnType<typeof openStatements>
beforeAll(async () => {
  database = await PGlite.create()
  run = openStatements(database)
  await run('create table notes (id integer primary key, words text not null)', [])
}, 60_000)
afterAll(() => database.close())

const addNote = (id: number, words: string | null) =>
  run('insert into notes (id, words) values ($1, $2)', [id, words])

describe('statements on the embedded database', () => {
  test('give back what they were given, whatever it holds', async () => {
    const list = ['plain', 'a "quoted" \\ word', '', null, '{,}', 'Ünal\n“x”']
    const object = { text: 'it’s', list: [1, null, { deep: true }] }
    const when = new Date('2026-01-02T03:04:05.678Z')
    const text = 'select $1::text[] as list, $2::jsonb as object, $3::timestamptz as moment'
    const rest = ', $4::integer as number, $5::boolean as yes, $6::text as nothing'
    const parameters = [list, object, when, -42, true, null]
    const wanted = { list, object, moment: when, number: -42, yes: true, nothing: null }
    for (const turn of ['first met', 'prepared'])
      expect((await run(text + rest, parameters)).rows, turn).toEqual([wanted])
  })

  test('count the rows that they change', async () => {
    expect((await addNote(1, 'one')).affectedRows).toBe(1)
    expect((await addNote(2, 'two')).affectedRows).toBe(1)
    expect((await run('update notes set words = $1', ['same'])).affectedRows).toBe(2)
    expect((await run('select * from notes', [])).affectedRows).toBe(0)
  })

  test('work again after one failed, when first met, when prepared and inside a transaction', async () => {
    await expect(run('select * from missing', [])).rejects.toMatchObject({ code: '42P01' })
    await expect(addNote(3, null)).rejects.toMatchObject({ code: '23502' })
    await addNote(3, 'three')
    await run('begin', [])
    await expect(addNote(3, 'again')).rejects.toMatchObject({ code: '23505' })
    await expect(addNote(4, 'four')).rejects.toMatchObject({ code: '25P02' })
    await run('rollback', [])
    await addNote(4, 'four')
    const { rows } = await run('select id from notes where id > 2 order by id', [])
    expect(rows).toEqual([{ id: 3 }, { id: 4 }])
  })

  test('follow a table that was changed after they were prepared', async () => {
    const all = 'select * from notes where id = $1'
    expect((await run(all, [3])).rows).toEqual([{ id: 3, words: 'three' }])
    await run('alter table notes add column place text', [])
    expect((await run(all, [3])).rows).toEqual([{ id: 3, words: 'three', place: null }])
  })

  test('are not limited by how many are kept prepared', async () => {
    for (let n = 0; n < 210; n++) expect((await run(`select ${n} as n`, [])).rows).toEqual([{ n }])
  })
})
