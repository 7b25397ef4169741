import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue, NewsReport } from '../../core/index.js'
import { listReportFiles, loadReportFile } from './index.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-files-'))
})
afterAll(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

/** Writes files below a new folder and gives its path. */
function folderOf(name: string, files: Record<string, string | Buffer>): string {
  const path = join(folder, name)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true })
    writeFileSync(join(path, file), content)
  }
  return path
}

async function load(paths: readonly string[], reportLimitBytes?: number) {
  const reports: NewsReport[] = []
  const files = await listReportFiles(paths)
  const issues: Issue[] = [...files.issues]
  for (const file of files.value)
    for await (const outcome of loadReportFile(file, { reportLimitBytes })) {
      if (outcome.value) reports.push(outcome.value)
      issues.push(...outcome.issues)
    }
  const short = (path: string) => path.replace(`${folder}/`, '')
  return {
    reports,
    sources: reports.map((report) => short(report.source)),
    issues: issues.map((issue) => [issue.code, short(issue.where)]),
    advice: issues.map((issue) => issue.advice),
  }
}

describe('files of reports', () => {
  it('are read by their endings, packed or not, from folders, files and globs, in a fixed order', async () => {
    const path = folderOf('kinds', {
      'b.txt': 'Text',
      'a.md': '# Title\n\nText',
      'c.HTML': '<p>Page</p>',
      'sub/d.htm.gz': gzipSync('<p>Packed</p>'),
      'sub/e.jsonl': '{"text": "One"}\n\n{"html": "<p>Two</p>"}\n',
      'z.txt.gz': gzipSync('Packed'),
    })
    const { reports, sources, issues } = await load([path])
    expect(issues).toEqual([])
    expect(sources).toEqual([
      'kinds/a.md',
      'kinds/b.txt',
      'kinds/c.HTML',
      'kinds/sub/d.htm.gz',
      'kinds/sub/e.jsonl#1',
      'kinds/sub/e.jsonl#3',
      'kinds/z.txt.gz',
    ])
    expect(reports.map((report) => report.format)).toEqual([
      'markdown',
      'text',
      'html',
      'html',
      'text',
      'html',
      'text',
    ])
    expect((await load([join(path, '**/*.{txt,jsonl}')])).sources).toEqual([
      'kinds/b.txt',
      'kinds/sub/e.jsonl#1',
      'kinds/sub/e.jsonl#3',
    ])
    expect(
      (await load([join(path, 'z.txt.gz'), join(path, 'b.txt'), path])).sources.slice(0, 3),
    ).toEqual(['kinds/z.txt.gz', 'kinds/b.txt', 'kinds/a.md'])
  })

  it('are read once, however they are reached; loops of links end', async () => {
    const path = folderOf('loop', { 'a.txt': 'Text', 'sub/b.txt': 'Text' })
    symlinkSync('..', join(path, 'sub', 'up'))
    symlinkSync('a.txt', join(path, 'link.txt'))
    symlinkSync('self', join(path, 'self'))
    symlinkSync('gone.txt', join(path, 'nowhere.txt'))
    const { sources, issues } = await load([path, join(path, 'a.txt')])
    expect(sources).toEqual(['loop/a.txt', 'loop/sub/b.txt'])
    expect(issues).toEqual([
      ['file-not-readable', 'loop/nowhere.txt'],
      ['file-not-readable', 'loop/self'],
    ])
  })

  it('keep the path as given', async () => {
    folderOf('given', { 'a.txt': 'Text' })
    const before = process.cwd()
    process.chdir(folder)
    try {
      expect((await load(['./given/'])).sources).toEqual(['./given/a.txt'])
      expect((await load(['given/*.txt'])).sources).toEqual(['given/a.txt'])
    } finally {
      process.chdir(before)
    }
  })

  it('that are broken are named, each with what to do, and the rest is read', async () => {
    const path = folderOf('broken', {
      'binary.txt': Buffer.from([1, 2, 0, 4, 5]),
      'damaged.txt.gz': gzipSync('Text '.repeat(1000)).subarray(0, 30),
      'empty.txt': ' \n',
      'good.txt': 'Text',
      'latin.txt': Buffer.from('caf\u00e9', 'latin1'),
      'notgz.txt.gz': 'plain',
      'pdf.txt': '%PDF-1.7 …',
      'report.docx': 'PK',
      'style.css': 'p {}',
    })
    const { sources, issues, advice } = await load([
      path,
      join(path, 'none.txt'),
      join(path, '*.rtf'),
    ])
    expect(sources).toEqual(['broken/good.txt'])
    expect(issues).toEqual([
      ['file-kind-unknown', 'broken/report.docx'],
      ['file-not-found', 'broken/none.txt'],
      ['file-not-found', 'broken/*.rtf'],
      ['file-binary', 'broken/binary.txt'],
      ['file-not-readable', 'broken/damaged.txt.gz'],
      ['file-empty', 'broken/empty.txt'],
      ['file-encoding', 'broken/latin.txt'],
      ['file-not-readable', 'broken/notgz.txt.gz'],
      ['file-binary', 'broken/pdf.txt'],
    ])
    expect(advice.every((text) => text !== null && text !== '')).toBe(true)
  })

  it('of other kinds in a folder are named, also those that programs write', async () => {
    const files = ['a.json', 'b.yaml', 'c.yml', 'd.html.part', 'e.txt.crdownload', 'f.csv']
    const path = folderOf('others', Object.fromEntries(files.map((name) => [name, 'Text'])))
    writeFileSync(join(path, 'good.txt'), 'Text')
    const { sources, issues } = await load([path])
    expect(sources).toEqual(['others/good.txt'])
    expect(issues).toEqual(files.map((name) => ['file-kind-unknown', `others/${name}`]))
  })

  it('that are packed and damaged say whether anything of them was read', async () => {
    const damaged = gzipSync(`${'{"text": "One"}\n'.repeat(1000)}`).subarray(0, -10)
    const path = folderOf('packed', { 'a.jsonl.gz': damaged, 'b.txt.gz': damaged })
    const { sources, advice } = await load([path])
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.every((source) => source.startsWith('packed/a.jsonl.gz#'))).toBe(true)
    expect(advice).toEqual([
      'Fetch or pack the file again; what came before the damage was read.',
      'Fetch or pack the file again; nothing of it was read.',
    ])
  })

  it('that are larger than a report may be are named, not read', async () => {
    const path = folderOf('large', {
      'large.txt': 'x'.repeat(2000),
      'lines.jsonl': `{"text": "One"}\n{"text": "${'x'.repeat(2000)}"}\n{"text": "Three"}`,
      'bomb.txt.gz': gzipSync(Buffer.alloc(5_000_000, 'x')),
    })
    const { sources, issues } = await load([path], 1000)
    expect(sources).toEqual(['large/lines.jsonl#1', 'large/lines.jsonl#3'])
    expect(issues).toEqual([
      ['file-too-large', 'large/bomb.txt.gz'],
      ['file-too-large', 'large/large.txt'],
      ['file-too-large', 'large/lines.jsonl#2'],
    ])
  })

  it('that may not be read are named', async (context) => {
    if (process.getuid?.() === 0) context.skip('the superuser may read everything')
    const path = folderOf('locked', { 'a.txt': 'Text', 'sub/b.txt': 'Text' })
    chmodSync(join(path, 'a.txt'), 0)
    chmodSync(join(path, 'sub'), 0)
    const { issues } = await load([path])
    chmodSync(join(path, 'sub'), 0o755)
    expect(issues).toEqual([
      ['file-not-readable', 'locked/sub'],
      ['file-not-readable', 'locked/a.txt'],
    ])
  })

  it('are not waited for where they are no files', async () => {
    const path = folderOf('pipe', { 'a.txt': 'Text' })
    execFileSync('mkfifo', [join(path, 'b.txt')])
    const { sources, issues } = await load([path])
    expect(sources).toEqual(['pipe/a.txt'])
    expect(issues).toEqual([['file-not-readable', 'pipe/b.txt']])
  })

  it('in a folder without any are missed, and what a saved page brings along is passed over', async () => {
    const none = folderOf('none', { 'style.css': 'p {}', '.hidden.txt': 'Text' })
    expect((await load([none])).issues).toEqual([['file-not-found', 'none']])
    const page = folderOf('page', {
      'Talks.html': '<p>Talks</p>',
      'Talks_files/ad.html': '<p>Buy</p>',
      'Talks_files/a.js': '1',
    })
    expect(await load([page])).toMatchObject({ sources: ['page/Talks.html'], issues: [] })
  })

  it('have their sizes listed, for progress', async () => {
    const path = folderOf('sizes', { 'a.txt': 'Text' })
    const { value } = await listReportFiles([path])
    expect(value).toEqual([
      { path: join(path, 'a.txt'), kind: { format: 'text', gzip: false }, sizeBytes: 4 },
    ])
  })
})

describe('encodings', () => {
  it.each([
    ['utf8.txt', Buffer.from('\ufeffcafé', 'utf8')],
    ['utf16.txt', Buffer.from('\ufeffcafé', 'utf16le')],
    ['utf16be.txt', Buffer.from('\ufeffcafé', 'utf16le').swap16()],
  ])('%s is read by its byte order mark', async (name, bytes) => {
    const path = folderOf('marks', { [name]: bytes })
    expect((await load([join(path, name)])).reports[0]?.body).toBe('café')
  })

  it.each([
    ['<meta charset="windows-1252">caf\u00e9 \u0093x\u0094', 'latin1', 'café “x”'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">caf\u00e9',
      'latin1',
      'café',
    ],
    ['<meta charset=utf-8>café', 'utf8', 'café'],
    ['<meta charset="utf-16">café', 'utf8', 'café'],
  ] as const)('a page is read by the charset it declares: %s', async (page, encoding, text) => {
    const path = folderOf('charsets', { 'a.html': Buffer.from(page, encoding) })
    expect((await load([path])).reports[0]?.body).toContain(text)
  })

  it('a charset that nobody knows, or that the bytes do not keep to, is an issue', async () => {
    const path = folderOf('wrong', {
      'a.html': '<meta charset="klingon">x',
      'b.html': Buffer.from('<meta charset="utf-8">caf\u00e9', 'latin1'),
    })
    expect((await load([path])).issues).toEqual([
      ['file-encoding', 'wrong/a.html'],
      ['file-encoding', 'wrong/b.html'],
    ])
  })
})

describe('JSON Lines', () => {
  it('give their fields; what cannot be used is left out, with the line named', async () => {
    const lines = [
      '\ufeff{"text": "One", "title": "T", "publisher": "P", "url": "https://x.example/a", "published": "2023-06-20T10:00:00Z"}\r',
      '{"text": "Two", "published": "20 June", "url": "javascript:alert(1)", "title": 7}',
      '{broken',
      '[1, 2]',
      '{"title": "No text"}',
      '   ',
      '{"text": "Seven", "published": null, "title": ""}',
    ]
    const path = folderOf('fields', { 'a.jsonl': lines.join('\n') })
    const { reports, issues } = await load([path])
    expect(reports[0]).toMatchObject({
      format: 'text',
      body: 'One',
      title: 'T',
      publisher: 'P',
      url: 'https://x.example/a',
      published: '2023-06-20',
    })
    expect(reports[1]).toMatchObject({ body: 'Two', title: null, url: null, published: null })
    expect(reports[2]).toMatchObject({ source: `${path}/a.jsonl#7`, title: null, published: null })
    expect(issues).toEqual([
      ['field-invalid', 'fields/a.jsonl#2'],
      ['field-invalid', 'fields/a.jsonl#2'],
      ['field-invalid', 'fields/a.jsonl#2'],
      ['line-not-json', 'fields/a.jsonl#3'],
      ['line-not-json', 'fields/a.jsonl#4'],
      ['line-without-text', 'fields/a.jsonl#5'],
    ])
  })

  it('give fields that can be kept: no control characters, no half of a character', async () => {
    const line =
      '{"text": "One", "title": "Talks\\u0000 in\\n Oslo", "publisher": "The\\ud83d D\\u0007aily\\u009f", ' +
      '"url": "https://x.example/\\u0000a\\udc00"}\n{"text": "Two", "publisher": "\\u0000", "url": "\\ud800"}'
    const path = folderOf('controls', { 'a.jsonl': line })
    writeFileSync(join(path, 'b.md'), '---\npublisher: "The \\0Daily"\n---\n\nText')
    const { reports, issues } = await load([path])
    expect(reports).toMatchObject([
      { title: 'Talks in Oslo', publisher: 'The Daily', url: 'https://x.example/a' },
      { publisher: null, url: null },
      { publisher: 'The Daily' },
    ])
    expect(issues).toEqual([['field-invalid', 'controls/a.jsonl#2']])
  })

  it('are read one at a time: the first comes before the damage further on', async () => {
    const packed = gzipSync(
      Array.from({ length: 50_000 }, (_, i) => JSON.stringify({ text: `Report ${i * 7919}` })).join(
        '\n',
      ),
    )
    const path = folderOf('stream', { 'a.jsonl.gz': packed.subarray(0, packed.length - 2000) })
    const { reports, issues } = await load([path])
    expect(reports.length).toBeGreaterThan(1000)
    expect(issues).toEqual([['file-not-readable', 'stream/a.jsonl.gz']])
  })

  it('with nothing in them, or in another encoding, are named once', async () => {
    const path = folderOf('odd', {
      'a.jsonl': '\n\n',
      'b.jsonl': Buffer.from('\ufeff{"text": "x"}\n{"text": "y"}\n', 'utf16le'),
    })
    expect((await load([path])).issues.map(([, where]) => where)).toEqual([
      'odd/a.jsonl',
      'odd/b.jsonl',
    ])
  })
})

it('front matter of a Markdown file gives its fields and leaves the text', async () => {
  const path = folderOf('front', {
    'a.md': '---\ntitle: Talks\ndate: 2023-06-20\npublisher: P\n---\n\n# Talks\n\nText',
    'b.md': '---\n\nA rule above, a rule below.\n\n---\n\nText',
  })
  const { reports, issues } = await load([path])
  expect(issues).toEqual([])
  expect(reports[0]).toMatchObject({
    title: 'Talks',
    published: '2023-06-20',
    publisher: 'P',
    body: '\n# Talks\n\nText',
  })
  expect(reports[1]?.body).toContain('A rule above')
})
