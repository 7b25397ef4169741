import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { issueOf, type Issue, type Outcome } from '../core/index.js'
import { DATA_FILES, LISTS, type CodebookEntries, type ListSpec } from './files.js'

/** The shipped data, beside this file both in `src` and in `dist`. */
export const SHIPPED_DATA = fileURLToPath(new URL('./data', import.meta.url))

/** Checked entries written by the build, so that a start need not parse YAML; used only if its version fits. */
export const COMPILED_FILE = 'codebook.compiled.json'

/** What `loadEntries` gives: the checked entries and the version of the files they come from. */
export interface LoadedEntries {
  readonly version: string
  readonly entries: CodebookEntries
  /** Read from the compiled file, which is only written of a codebook without issues: no need to check again. */
  readonly checked: boolean
}

type Texts = ReadonlyMap<string, string>

function loadTexts(dir: string): Outcome<Texts> {
  const texts = new Map<string, string>()
  const issues: Issue[] = []
  for (const file of DATA_FILES) {
    const path = join(dir, file)
    if (existsSync(path)) texts.set(file, readFileSync(path, 'utf8'))
    else issues.push(invalid(path, 'the file is missing', 'restore it, or name another folder'))
  }
  return { value: texts, issues }
}

/** Hash of the data files' bytes: the version that records name. Line ends do not count. */
function versionOf(texts: Texts): string {
  const hash = createHash('sha256')
  for (const [file, text] of texts) hash.update(`${file}\n${text.replaceAll('\r\n', '\n')}\n`)
  return hash.digest('hex').slice(0, 16)
}

function invalid(where: string, message: string, advice: string): Issue {
  return issueOf('codebook-invalid', 'error', where, message, advice)
}

/** One YAML text as plain data; a syntax error is an issue with its line and gives null. */
function parseYaml(file: string, text: string): Outcome<Record<string, unknown> | null> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const issues = document.errors.map((error) =>
    invalid(
      `${file}, line ${lines.linePos(error.pos[0]).line}`,
      `not valid YAML: ${error.message}`,
      'mend the line; names with ": ", "#" or quotation marks need quotation marks around them',
    ),
  )
  if (issues.length > 0) return { value: null, issues }
  const value: unknown = document.toJS()
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return { value: value as Record<string, unknown>, issues }
  return { value: null, issues: [invalid(file, 'the file is empty', 'restore its lists')] }
}

function entryName(entry: unknown, spec: ListSpec, index: number): string {
  const named = entry as Record<string, unknown> | null
  const name = typeof named === 'object' && named ? named[spec.nameField] : undefined
  const shown = typeof name === 'string' || typeof name === 'number' ? ` (${name})` : ''
  return `${spec.file}, ${spec.key}, entry ${index + 1}${shown}`
}

function problemsOf(error: z.ZodError): string {
  return error.issues
    .map((problem) => `${problem.path.join('.') || 'the entry'}: ${problem.message}`)
    .join('; ')
}

/** The valid entries of one list; each bad one is left out and becomes an issue. */
function parseList(spec: ListSpec, data: Record<string, unknown>): Outcome<unknown[]> {
  const raw = data[spec.key]
  if (!Array.isArray(raw)) {
    const where = `${spec.file}, ${spec.key}`
    return { value: [], issues: [invalid(where, 'the list is missing', `add "${spec.key}:"`)] }
  }
  const value: unknown[] = []
  const issues: Issue[] = []
  raw.forEach((entry: unknown, index) => {
    const parsed = spec.schema.safeParse(entry)
    if (parsed.success) value.push(parsed.data)
    else
      issues.push(
        invalid(
          entryName(entry, spec, index),
          `the entry was left out: ${problemsOf(parsed.error)}`,
          'mend the field named; the comments at the head of the file say what it may hold',
        ),
      )
  })
  return { value, issues }
}

function parseEntries(texts: Texts): Outcome<CodebookEntries> {
  const issues: Issue[] = []
  const data = new Map<string, Record<string, unknown>>()
  for (const [file, text] of texts) {
    const parsed = parseYaml(file, text)
    issues.push(...parsed.issues)
    if (parsed.value) data.set(file, parsed.value)
  }
  const entries: Record<string, unknown[]> = {}
  for (const [name, spec] of Object.entries(LISTS)) {
    const file = data.get(spec.file)
    const parsed = file ? parseList(spec, file) : { value: [], issues: [] }
    entries[name] = parsed.value
    issues.push(...parsed.issues)
  }
  return { value: entries as unknown as CodebookEntries, issues }
}

function loadCompiled(dir: string, version: string): CodebookEntries | null {
  const path = join(dir, COMPILED_FILE)
  if (!existsSync(path)) return null
  const compiled = JSON.parse(readFileSync(path, 'utf8')) as Omit<LoadedEntries, 'checked'>
  return compiled.version === version ? compiled.entries : null
}

/**
 * The checked entries of a data folder. Bad entries are left out with an issue that names file and entry; nothing is
 * thrown for them. With a compiled file of the same version, that is read instead of the YAML.
 */
export function loadEntries(dir: string): Outcome<LoadedEntries> {
  const texts = loadTexts(dir)
  const version = versionOf(texts.value)
  const compiled = loadCompiled(dir, version)
  if (compiled)
    return { value: { version, entries: compiled, checked: true }, issues: texts.issues }
  const parsed = parseEntries(texts.value)
  return {
    value: { version, entries: parsed.value, checked: false },
    issues: [...texts.issues, ...parsed.issues],
  }
}
