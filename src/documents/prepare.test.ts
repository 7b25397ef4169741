import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NewsReport } from '../core/index.js'
import { prepareDocument } from './index.js'
import { normaliseText } from './normalise.js'

const OPTIONS = { asOf: '2024-06-01', defaults: { published: null, publisher: null } }

function reportOf(body: string, fields: Partial<NewsReport> = {}): NewsReport {
  return {
    source: 'a.txt',
    format: 'text',
    body,
    title: null,
    publisher: null,
    url: null,
    published: null,
    ...fields,
  }
}

const STORY = [
  'Talks on fish end in Bergen',
  'BERGEN, May 3 (NTB) – Norway and Iceland ended their talks on fish on Friday without an agreement, both ministers said.',
  'They will meet again in the autumn, when the scientists have given their advice.',
].join('\n\n')

describe('prepareDocument', () => {
  it('gives the document with what is known of its publication', () => {
    const { value, issues } = prepareDocument(reportOf(STORY), OPTIONS)
    expect(value).toMatchObject({
      kind: 'document',
      source: 'a.txt',
      title: 'Talks on fish end in Bergen',
      publisher: 'NTB',
      place: 'Bergen',
      published: '2024-05-03',
      publishedBasis: 'inferred',
      language: 'en',
      citedSources: ['NTB'],
      duplicateOf: null,
    })
    expect(value?.text).toBe(STORY.split('\n\n').slice(1).join('\n\n'))
    expect(issues.map((issue) => issue.code)).toEqual(['date-inferred'])
  })

  it('lets the metadata of the retrieval go before what the text says', () => {
    const fields = {
      title: 'Fish talks end',
      publisher: 'Agencia EFE',
      published: '2023-01-02',
      url: 'https://www.aftenposten.no/2023/01/03/x',
    }
    const { value } = prepareDocument(reportOf(STORY, fields), OPTIONS)
    expect(value).toMatchObject({
      title: 'Fish talks end',
      publisher: 'EFE',
      published: '2023-01-02',
      publishedBasis: 'metadata',
    })
  })

  it('takes day and outlet from the web address, the address before the agency', () => {
    const { value } = prepareDocument(
      reportOf(STORY, { url: 'https://www.lemonde.fr/en/2024/05/04/fish' }),
      OPTIONS,
    )
    expect(value).toMatchObject({
      publisher: 'Le Monde',
      published: '2024-05-04',
      publishedBasis: 'metadata',
      citedSources: ['NTB'],
    })
  })

  it('uses defaults only for what the report does not say', () => {
    const defaults = { published: '2020-02-02', publisher: 'Fjord Post' }
    const said = prepareDocument(reportOf(STORY), { ...OPTIONS, defaults })
    expect(said.value).toMatchObject({ publisher: 'NTB', published: '2024-05-03' })
    const plain = reportOf('Norway and Iceland ended their talks on fish without an agreement.')
    expect(prepareDocument(plain, { ...OPTIONS, defaults }).value).toMatchObject({
      publisher: 'Fjord Post',
      published: '2020-02-02',
      publishedBasis: 'metadata',
    })
    const year = { ...OPTIONS, defaults: { ...defaults, published: '2019-05-03' } }
    expect(prepareDocument(reportOf(STORY), year).value?.published).toBe('2019-05-03')
  })

  it('says that the day is unknown rather than guess it', () => {
    const { value, issues } = prepareDocument(
      reportOf('Norway and Iceland ended their talks on fish without an agreement.'),
      OPTIONS,
    )
    expect(value).toMatchObject({
      published: null,
      publishedBasis: null,
      publisher: null,
      place: null,
      title: null,
    })
    expect(issues).toMatchObject([{ code: 'date-unknown', severity: 'warning', where: 'a.txt' }])
  })

  it.each([
    ['', 'document-without-text'],
    ['Advertisement\n\nShare on Facebook\n\nRelated Articles', 'document-without-text'],
    [
      'Казахстан и Франция договорились расширить сотрудничество в области энергетики, сообщили в министерстве.',
      'language-not-english',
    ],
    [
      'Le président français est arrivé mercredi au Kazakhstan, première étape d’une tournée en Asie centrale, où Paris espère s’assurer des livraisons d’uranium et de minerais. Il a rencontré son homologue et les deux pays ont signé une déclaration d’intention sur les minerais critiques.',
      'language-not-english',
    ],
  ])('gives no document but an issue for “%.30s”', (body, code) => {
    const { value, issues } = prepareDocument(reportOf(body), OPTIONS)
    expect(value).toBeNull()
    expect(issues).toMatchObject([{ code, severity: 'error', where: 'a.txt' }])
    expect(issues[0]?.advice).not.toBeNull()
  })

  it('reads Markdown without its marks', () => {
    const body =
      '# Talks on *fish* end\n\nNorway and [Iceland](https://x.example) ended their **talks** on fish\nwithout an agreement.\n\n> “No,” he said.\n\n- cod\n- herring\n'
    const { value } = prepareDocument(reportOf(body, { format: 'markdown' }), OPTIONS)
    expect(value?.title).toBe('Talks on fish end')
    expect(value?.text.split('\n\n')).toEqual([
      'Norway and Iceland ended their talks on fish without an agreement.',
      '“No,” he said.',
      '• cod',
      '• herring',
    ])
  })

  it('removes a comment line of the file, and keeps the characters of the text', () => {
    const body =
      '# Written for a test; by nobody.\nFish talks end in Bergen today\n\nThe “neutral” e\u0301tat\u00a0of Nor\u00adway\u200b said: “We…” – and nothing more was heard of it.'
    const { value } = prepareDocument(reportOf(body), OPTIONS)
    expect(value?.title).toBe('Fish talks end in Bergen today')
    expect(value?.text).toBe(
      'The “neutral” e\u0301tat of Norway said: “We…” – and nothing more was heard of it.',
    )
  })
})

describe('prepareDocument on any input', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '', 'Politics', 'Advertisement', 'Related Articles', 'Read also:', 'By Jane Doe in Oslo', 'jmc/rcf/jrh', 'Background:', '• a list item',
      'Oslo, June 17 (EFE).- The minister said on Friday that the talks would go on.', '“No,” he said.', 'Tuesday, 18 October 2022, 17:42',
      'Ministers meet in Oslo to talk about fish', 'Why now?', 'Comments (3)', 'The trade between both countries reached $3 billion in 2021. EFE',
      'ANKARA', 'Photo: Jane Doe', 'Share', 'Home | World | Europe | Business', '(Reporting by Jane Doe; Editing by John Roe)', 'Source: Reuters, cited by European Pravda',
    ),
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  ) // prettier-ignore
  const body = fc
    .array(line, { maxLength: 25 })
    .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n').map((gap) => lines.join(gap)))
  const format = fc.constantFrom('text' as const, 'markdown' as const, 'html' as const)

  it('never throws, and keeps the invariants of a document', () => {
    fc.assert(
      fc.property(body, format, (text, kind) => {
        const { value, issues } = prepareDocument(reportOf(text, { format: kind }), OPTIONS)
        expect(value === null).toBe(issues.some((issue) => issue.severity === 'error'))
        if (value === null) return
        expect(value.text).not.toMatch(/\n{3}|[\u200b\u00a0\r\t]|^\s|\s$|[^\n]\n[^\n]/)
        expect(value.published === null).toBe(value.publishedBasis === null)
        if (value.published !== null) expect(value.published <= '2024-06-01').toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps lines of the input only, in their order', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { value } = prepareDocument(reportOf(text), OPTIONS)
        const words = normaliseText(text).split(/\s+/)
        let at = 0
        for (const word of value?.text.split(/\s+/) ?? []) {
          at = words.indexOf(word, at) + 1
          expect(at).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('leaves its own text as it is', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { value } = prepareDocument(reportOf(text), OPTIONS)
        if (value === null) return
        const { title, publisher, published } = value
        const again = prepareDocument(
          reportOf(value.text, { title: title ?? 'No title given', publisher, published }),
          OPTIONS,
        )
        expect(again.value?.text).toBe(value.text)
      }),
      { numRuns: 300 },
    )
  })
})
