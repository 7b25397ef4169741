import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { issueOf } from '../../core/index.js'
import type { Issue, IssueCode, NewsReport, Outcome } from '../../core/index.js'

/** What a report says of itself beside its text: fields of a JSON Lines object, front matter of a Markdown file. */

type Fields = Pick<NewsReport, 'title' | 'publisher' | 'url' | 'published'>

const NO_FIELDS: Fields = { title: null, publisher: null, url: null, published: null }
const IsoDay = z.iso.date()
const Day = z.string().transform((text, context) => {
  const day = IsoDay.safeParse(text.trim().slice(0, 10))
  const rest = text.trim().slice(10)
  if (day.success && (rest === '' || /^[T ]\d/.test(rest))) return day.data
  context.addIssue('not an ISO date')
  return z.NEVER
})
/** Half a surrogate pair has no encoding, NUL no place in a database, and no name or address holds either. */
const UNKEEPABLE = /\p{Cc}|\p{Surrogate}/gu
const Line = z.string().transform((text) => text.replace(/\s+/g, ' ').replace(UNKEEPABLE, ''))
const SCHEMAS = {
  title: Line,
  publisher: Line,
  url: z
    .string()
    .transform((text) => text.replace(UNKEEPABLE, ''))
    .pipe(z.url({ protocol: /^https?$/ })),
  published: Day,
} as const
const NEEDED = {
  title: 'text',
  publisher: 'text',
  url: 'a web address (https://…)',
  published: 'a date such as 2023-06-20',
} as const

/** The fields of an object; a value that cannot be used is left out with an issue. */
export function parseFields(object: Record<string, unknown>, where: string): Outcome<Fields> {
  const issues: Issue[] = []
  const field = (name: keyof Fields): string | null => {
    const given = object[name]
    if (given === undefined || given === null || given === '') return null
    const parsed = SCHEMAS[name].safeParse(given)
    if (parsed.success) return parsed.data.trim() || null
    const shown = JSON.stringify(given).slice(0, 60)
    const message = `"${name}" is ${shown}; it was left out.`
    issues.push(issueOf('field-invalid', 'warning', where, message, `Give ${NEEDED[name]}.`))
    return null
  }
  const value = {
    title: field('title'),
    publisher: field('publisher'),
    url: field('url'),
    published: field('published'),
  }
  return { value, issues }
}

/** A report from one line of a JSON Lines file; null for a blank line (no issue) and for one that cannot be used. */
export function parseJsonLine(line: string, source: string): Outcome<NewsReport | null> {
  if (line.trim() === '') return { value: null, issues: [] }
  const object = parseObject(line)
  if (object === null)
    return refused(
      'line-not-json',
      source,
      'The line is not a JSON object.',
      'Write one JSON object a line: {"text": "…"}.',
    )
  const { text, html } = object
  const body = typeof text === 'string' && text.trim() !== '' ? text : html
  if (typeof body !== 'string' || body.trim() === '')
    return refused(
      'line-without-text',
      source,
      'The object has neither "text" nor "html".',
      'Give the report as "text" or as "html".',
    )
  const fields = parseFields(object, source)
  const format = body === text ? 'text' : 'html'
  return { value: { source, format, body, ...fields.value }, issues: fields.issues }
}

function refused(code: IssueCode, source: string, message: string, advice: string): Outcome<null> {
  return { value: null, issues: [issueOf(code, 'error', source, message, advice)] }
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** A Markdown body without its front matter, and the fields the front matter gives (`date` counts as `published`). */
export function splitFrontMatter(
  markdown: string,
  where: string,
): Outcome<{ body: string; fields: Fields }> {
  const match = FRONT_MATTER.exec(markdown)
  const parsed = match ? parseFrontMatter(match[1] ?? '') : null
  if (!match || parsed === null) return { value: { body: markdown, fields: NO_FIELDS }, issues: [] }
  const given = {
    ...parsed,
    published: parsed['published'] ?? parsed['date'],
    url: parsed['url'] ?? parsed['link'],
  }
  const fields = parseFields(given, where)
  return {
    value: { body: markdown.slice(match[0].length), fields: fields.value },
    issues: fields.issues,
  }
}

/** Front matter as an object; null when the lines between the rules are not YAML fields (a rule may open a text). */
function parseFrontMatter(yaml: string): Record<string, unknown> | null {
  try {
    // The core schema without timestamps: "2023-06-20" stays the text it is.
    const value: unknown = parseYaml(yaml, { schema: 'core' })
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
