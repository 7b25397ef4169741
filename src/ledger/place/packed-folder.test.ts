import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packedFolder, unpackFolder } from './packed-folder.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-packed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a packed folder comes out as it went in: bytes, empty files, empty folders', () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  mkdirSync(join(from, 'base', '5'), { recursive: true })
  mkdirSync(join(from, 'empty'))
  const bytes = Buffer.from([0, 10, 255, 13, 10, 0])
  writeFileSync(join(from, 'base', '5', 'table'), bytes)
  writeFileSync(join(from, 'base', 'note'), '')
  writeFileSync(join(from, 'version'), '18\n')
  unpackFolder(packedFolder(from), to)
  const listed = (path: string): string[] =>
    readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  expect(listed(to)).toEqual(listed(from))
  expect(readFileSync(join(to, 'base', '5', 'table'))).toEqual(bytes)
  expect(readFileSync(join(to, 'base', 'note'), 'utf8')).toBe('')
  expect(readFileSync(join(to, 'version'), 'utf8')).toBe('18\n')
})
