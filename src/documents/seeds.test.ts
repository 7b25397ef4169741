import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareDocument } from './index.js'

/** Five real pasted reports with answers made by hand; they are kept outside the repository. */
const FOLDER = new URL('../../../shared/seeds/', import.meta.url)
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : []

interface Gold {
  document: {
    title: string
    publisher: string | null
    published: string | null
    place: string | null
    boilerplate: string[]
  }
  statements: { content: string }[]
  events: { quote: string }[]
}

const squash = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.skipIf(names.length === 0)(
  'real pasted reports (skipped where ../shared/seeds is absent)',
  () => {
    it.each(names)('%s', (name) => {
      const body = readFileSync(new URL(name, FOLDER), 'utf8')
      const gold = JSON.parse(
        readFileSync(new URL(name.replace('.txt', '.gold.json'), FOLDER), 'utf8'),
      ) as Gold
      const report = {
        source: name,
        format: 'text' as const,
        body,
        title: null,
        publisher: null,
        url: null,
        published: null,
      }
      const { value } = prepareDocument(report, {
        asOf: '2024-01-01',
        defaults: { published: null, publisher: null },
      })
      const { title, publisher, published, place } = gold.document
      expect(value).toMatchObject({ title, publisher, published, place })
      const text = squash(value?.text ?? '')
      expect(gold.document.boilerplate.filter((line) => text.includes(squash(line)))).toEqual([])
      const quotes = [...gold.statements.map((s) => s.content), ...gold.events.map((e) => e.quote)]
      expect(quotes.filter((quote) => !text.includes(squash(quote)))).toEqual([])
    })
  },
)
