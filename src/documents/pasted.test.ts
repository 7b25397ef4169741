import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { NewsReport } from '../core/index.js'
import { prepareDocument } from './index.js'

/**
 * Reports as pasted from the web, in pasted/*.txt: the facts to be found, a line of "=", then the lines as pasted,
 * each with "+" if it belongs to the report and "-" if it does not (or `raw` and `kept` as YAML). What is kept must be
 * exactly the "+" lines: nothing of the report may go, nothing else may stay.
 */
interface Pasted {
  readonly facts: Record<string, unknown>
  readonly body: string
  readonly kept: readonly string[]
}

const FOLDER = new URL('./pasted/', import.meta.url)

function readPasted(name: string, gap: string): Pasted {
  const [head = '', marked = ''] = readFileSync(new URL(name, FOLDER), 'utf8').split(/^=+\n/m, 2)
  const facts = parse(head, { schema: 'core' }) as Record<string, unknown>
  if (marked.startsWith('raw:')) {
    const whole = readFileSync(new URL(name, FOLDER), 'utf8').split('====\n')[1] ?? ''
    const { raw, kept } = parse(whole) as { raw: string; kept: string[] }
    return { facts, body: raw, kept }
  }
  const lines = marked.trimEnd().split('\n')
  const kept = lines.filter((line) => line.startsWith('+ ')).map((line) => line.slice(2))
  return { facts, body: lines.map((line) => line.slice(2)).join(gap), kept }
}

function prepare(body: string, asOf: unknown) {
  const report: NewsReport = {
    source: 'pasted.txt',
    format: 'text',
    body,
    title: null,
    publisher: null,
    url: null,
    published: null,
  }
  const options = { asOf: String(asOf), defaults: { published: null, publisher: null } }
  const { value } = prepareDocument(report, options)
  if (!value) throw new Error('no document')
  return value
}

const names = readdirSync(FOLDER).sort()

describe.each(names)('pasted report %s', (name) => {
  const pasted = readPasted(name, '\n\n')
  const document = prepare(pasted.body, pasted.facts['asOf'])

  it('keeps the lines of the report and no others', () => {
    expect(document.text.split('\n\n')).toEqual(pasted.kept)
  })

  it('keeps the same lines when none is blank between them', () => {
    const { body, kept, facts } = readPasted(name, '\n')
    expect(prepare(body, facts['asOf']).text.split('\n\n')).toEqual(kept)
  })

  it('finds title, publisher, place and day', () => {
    const { title, publisher, place, published, basis } = pasted.facts
    expect({
      title: document.title,
      publisher: document.publisher,
      place: document.place,
      published: document.published,
      publishedBasis: document.publishedBasis,
    }).toEqual({ title, publisher, place, published, publishedBasis: basis ?? null })
  })

  it('finds byline and cited sources', () => {
    const { byline, citedSources } = pasted.facts
    expect(document.byline).toBe(byline ?? null)
    expect(document.citedSources).toEqual(citedSources)
  })
})
