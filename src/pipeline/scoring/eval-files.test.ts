import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { EvalDataError, listEvalFiles, loadEvalText } from './eval-files.js'
import { loadPolnear } from './polnear.js'

const folder = mkdtempSync(join(tmpdir(), 'chancery-eval-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const save = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('data files', () => {
  it('are unpacked where they are gzip, and have line ends made alike', () => {
    expect(loadEvalText(save('a.gz', gzipSync('x\r\ny\n')))).toBe('x\ny\n')
  })

  it('are refused with their name when they cannot be read', () => {
    expect(() => loadEvalText(join(folder, 'none'))).toThrow('none')
    expect(() => loadEvalText(folder)).toThrow(EvalDataError)
    expect(() => loadEvalText(save('latin', Buffer.from([0xe9, 0x74])))).toThrow('UTF-8')
    expect(() => listEvalFiles(join(folder, 'none'), '.tml')).toThrow(EvalDataError)
  })
})

describe('PolNeAR’s JSON Lines', () => {
  const line = (attributions: object[]): string =>
    JSON.stringify({ id: 'a', text: 'He said so', attributions })

  it('give attributions as spans of the text', () => {
    const parts = { source: [[0, 2]], cue: [[3, 7]], content: [[8, 10]] }
    const [article] = loadPolnear(save('good.jsonl', `${line([parts])}\n\n`))
    expect(article?.attributions).toEqual([
      {
        source: [{ start: 0, end: 2 }],
        cue: [{ start: 3, end: 7 }],
        content: [{ start: 8, end: 10 }],
      },
    ])
  })

  it('are refused with the line that is wrong', () => {
    const parts = { source: [], cue: [], content: [[8, 11]] }
    expect(() => loadPolnear(save('far.jsonl', line([parts])))).toThrow('8-11')
    expect(() => loadPolnear(save('bad.jsonl', `${line([])}\n{`))).toThrow('bad.jsonl:2')
    expect(() => loadPolnear(save('other.jsonl', '{"id":"a"}'))).toThrow('text')
  })
})
