import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { functionSizes, importsOf, loadSources, undocumented } from './sources.js'

/** What each folder may import beside itself (DESIGN’s table of the house). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  codebook: ['core'],
  sources: ['core'],
  documents: ['core'],
  reader: ['core'],
  coder: ['core', 'codebook'],
  ledger: ['core'],
  findings: ['core', 'codebook', 'ledger/read-door'],
  exports: ['core', 'codebook', 'ledger/read-door'],
  config: ['core'],
  pipeline: [
    'core',
    'codebook',
    'sources',
    'documents',
    'reader',
    'coder',
    'ledger',
    'findings',
    'config',
  ],
  api: ['core', 'pipeline', 'findings', 'exports', 'ledger/read-door', 'ledger/review-door'],
  cli: ['core', 'pipeline', 'findings', 'exports', 'ledger', 'config', 'api', 'reader', 'codebook'],
}

/** Packages that one folder alone may import. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'onnxruntime-node': 'reader',
  '@huggingface/tokenizers': 'reader',
  kysely: 'ledger',
  pg: 'ledger',
  '@electric-sql/pglite': 'ledger',
  hono: 'api',
  commander: 'cli',
  'cli-progress': 'cli',
}

const files = loadSources()
const folderOf = (path: string): string => path.split('/')[0] ?? ''

describe('the house', () => {
  test('a folder imports only what its place in the house allows', () => {
    const wrong = files.flatMap((file) => {
      const home = folderOf(file.path)
      return importsOf(file)
        .filter(({ path }) => folderOf(path) !== home)
        .filter(
          ({ path }) =>
            !MAY_IMPORT[home]?.some(
              (door) => path === door || path.startsWith(`${door}/`) || path.startsWith(`${door}.`),
            ),
        )
        .map(({ path }) => `${file.path} imports ${path}`)
    })
    expect(wrong).toEqual([])
  })

  test('every folder of src has its place in the table', () => {
    const folders = new Set(files.map((file) => folderOf(file.path)))
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
  })

  test('a package that belongs to one stage is imported nowhere else', () => {
    const wrong = files.flatMap((file) =>
      Object.entries(ONLY_IN)
        .filter(
          ([name, home]) =>
            folderOf(file.path) !== home && new RegExp(`from '${name}(/[^']*)?'`).test(file.text),
        )
        .map(([name]) => `${file.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('coder and findings read no clock, no file, no network and no chance', () => {
    const banned =
      /\bDate\.now\b|new Date\(\)|Math\.random|from 'node:(fs|net|http|https|child_process)|\bfetch\(|process\.env/
    const wrong = files.filter(
      (file) => /^(coder|findings)\//.test(file.path) && banned.test(file.text),
    )
    expect(wrong.map((file) => file.path)).toEqual([])
  })

  test('only the command line prints or ends the program', () => {
    const printing = /\bconsole\.|process\.(stdout|stderr|exit)\b/
    const wrong = files.filter((file) => folderOf(file.path) !== 'cli' && printing.test(file.text))
    expect(wrong.map((file) => file.path)).toEqual([])
  })
})

describe('sizes', () => {
  const sizes = files.flatMap((file) =>
    functionSizes(file).map((one) => ({ ...one, name: `${file.path}: ${one.name}` })),
  )

  test('no function is longer than 70 lines', () => {
    expect(sizes.filter((one) => one.lines > 70).map((one) => one.name)).toEqual([])
  })

  test('nine functions in ten are under 25 lines', () => {
    const short = sizes.filter((one) => one.lines < 25).length
    expect(short / sizes.length).toBeGreaterThan(0.9)
  })

  test('no file is longer than 400 lines', () => {
    expect(
      files.filter((file) => file.text.split('\n').length > 400).map((file) => file.path),
    ).toEqual([])
  })
})

describe('names and docs', () => {
  test('every exported function says what it takes and gives', () => {
    expect(files.flatMap(undocumented)).toEqual([])
  })

  test('no function, file or folder has a word for a name that says nothing', () => {
    const empty = /^(.*\/)?(utils?|helpers?|misc|common)(\/|\.ts)/
    const named = files.filter(
      (file) =>
        empty.test(file.path) || /function (process(?!Is)|handle|manage)[A-Z]/.test(file.text),
    )
    expect(named.map((file) => file.path)).toEqual([])
  })

  test('every issue code is used somewhere', () => {
    const issues = files.find((file) => file.path === 'core/issues.ts')?.text ?? ''
    const codes = [...issues.matchAll(/^ {2}'([a-z-]+)':/gm)].map((match) => match[1] ?? '')
    const rest = files
      .filter((file) => file.path !== 'core/issues.ts')
      .map((file) => file.text)
      .join('\n')
    expect(codes.length).toBeGreaterThan(10)
    expect(codes.filter((code) => !rest.includes(`'${code}'`))).toEqual([])
  })
})

describe('what the project says', () => {
  test('links between the project’s pages lead somewhere', () => {
    const root = new URL('../../', import.meta.url)
    const pages = ['', 'docs/', 'docs/decisions/'].flatMap((folder) =>
      readdirSync(new URL(folder, root))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}${name}`),
    )
    const broken = pages.flatMap((page) => {
      const text = readFileSync(new URL(page, root), 'utf8')
      return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => new URL(match[1] ?? '', new URL(page, root)))
        .filter((target) => !exists(target))
        .map((target) => `${page} → ${target.pathname.split('/').slice(-2).join('/')}`)
    })
    expect(broken).toEqual([])
  })
})

function exists(url: URL): boolean {
  try {
    readdirSync(new URL('.', url))
    const name = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
    return (
      url.pathname.endsWith('/') ||
      readdirSync(new URL('.', url)).includes(decodeURIComponent(name))
    )
  } catch {
    return false
  }
}
