import { describe, expect, it } from 'vitest'
import type { NewsReport } from '../core/index.js'
import { prepareDocument } from './index.js'

const OPTIONS = { asOf: '2024-06-01', defaults: { published: null, publisher: null } }
const SENTENCES = [
  'Norway and Iceland have agreed on the division of the herring stock, the two ministers told reporters in Bergen after talks that had lasted through the night.',
  'Norway will take 61 percent of the catch, and Iceland 18 percent; the rest is left to the Faroe Islands, which did not take part.',
  'Environmental groups said that both numbers together were above what the scientists had advised, and spoke of a dark day for the herring.',
]

function prepare(body: string, fields: Partial<NewsReport> = {}) {
  const report: NewsReport = {
    source: 'a.html',
    format: 'html',
    body,
    title: null,
    publisher: null,
    url: null,
    published: null,
    ...fields,
  }
  return prepareDocument(report, OPTIONS)
}

function page(head: string, article: string, around = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${around}<article>${article}</article></body></html>`
}

const PARAGRAPHS = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('')

describe('a web page', () => {
  it('gives the article’s paragraphs, without menus, adverts, captions, scripts and footers', () => {
    const around =
      '<nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav><div class="cookie-banner">We use cookies.</div>'
    const article = `<h1>Herring divided</h1><figure><img src="a.jpg"><figcaption>A herring. Photo: AFP</figcaption></figure>${PARAGRAPHS.replace('</p><p>', '</p><div class="ad">ADVERTISEMENT<br>Buy boats.</div><script>alert("no")</script><p>')}<div class="tags">Tags: fish</div>`
    const { value } = prepare(page('<title>Herring divided | Fjord Post</title>', article, around))
    expect(value?.title).toBe('Herring divided')
    expect(value?.text.split('\n\n')).toEqual(SENTENCES)
  })

  it.each([
    [
      '<meta property="article:published_time" content="2023-11-01T23:30:00+02:00">',
      { published: '2023-11-01' },
    ],
    ['<meta name="date" content="2 November 2023">', { published: '2023-11-02' }],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Fish &amp; peace","datePublished":"2023-04-05T01:00:00Z","author":[{"name":"Jane Doe"},"John Roe"],"publisher":{"name":"Fjord Post"}}]}</script>',
      { published: '2023-04-05', byline: 'Jane Doe, John Roe', publisher: 'Fjord Post' },
    ],
    [
      '<link rel="canonical" href="https://x.example/\u0001fish"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fish\\u0000 \\ud83d&amp;","author":"Jane\\ud83d Doe","publisher":"Fjord\\u0000 Post"}</script>',
      { byline: 'Jane Doe', publisher: 'Fjord Post', url: 'https://x.example/fish' },
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","author":"\\u0000","publisher":"\\ud83d"}</script>',
      { byline: null, publisher: null },
    ],
    [
      '<script type="application/ld+json">{broken</script><meta property="og:site_name" content="Fjord Post">',
      { published: null, publisher: 'Fjord Post' },
    ],
    [
      '<link rel="canonical" href="https://www.reuters.com/world/2023/06/20/fish/">',
      {
        publisher: 'Reuters',
        url: 'https://www.reuters.com/world/2023/06/20/fish/',
        published: '2023-06-20',
      },
    ],
    ['<link rel="canonical" href="javascript:alert(1)">', { url: null }],
    [
      '<meta property="og:title" content="Herring at last – Fjord Post"><meta property="og:site_name" content="Fjord Post">',
      { title: 'Herring at last' },
    ],
  ])('tells of itself by %.60s', (head, facts) => {
    expect(prepare(page(head, PARAGRAPHS)).value).toMatchObject(facts)
  })

  it('tells its day by a <time> in the article', () => {
    const article = `<header><time datetime="2023-03-09T10:00">9 March</time></header>${PARAGRAPHS}`
    expect(prepare(page('', article)).value).toMatchObject({
      published: '2023-03-09',
      publishedBasis: 'metadata',
    })
  })

  it('keeps blocks apart, bullets, entities and cells', () => {
    const article = `${PARAGRAPHS}<h2>Figures &amp; facts</h2><ul><li>Norway: 61&nbsp;%</li><li>Iceland: 18 %</li></ul><p>One<br><br>two &lt;three&gt; are <b>bold</b>er.</p><table><tr><td>Cod</td><td>12</td></tr></table>`
    const text = prepare(page('', article)).value?.text ?? ''
    expect(text.split('\n\n').slice(3)).toEqual([
      'Figures & facts',
      '• Norway: 61 %',
      '• Iceland: 18 %',
      'One',
      'two <three> are bolder.',
      'Cod | 12',
    ])
  })

  it('shows nothing that the page hides, and runs nothing', () => {
    const hidden =
      '<p hidden>secret one</p><p style="display: none">secret two</p><div aria-hidden="true">secret three</div><template>secret four</template><noscript>secret five</noscript><p style="visibility:hidden">secret six</p>'
    const article = `${PARAGRAPHS}${hidden}<img src=x onerror="globalThis.wasRun = true"><script>globalThis.wasRun = true</script>`
    const text = prepare(page('<script>globalThis.wasRun = true</script>', article)).value?.text
    expect(text).not.toContain('secret')
    expect('wasRun' in globalThis).toBe(false)
  })

  it('keeps markup that the report writes about as text', () => {
    const article = `${PARAGRAPHS}<p>The page said &lt;script&gt;alert(1)&lt;/script&gt; for an hour on Monday.</p>`
    expect(prepare(page('', article)).value?.text).toContain('<script>alert(1)</script>')
  })

  it('without an article is read whole, with a warning; without text it is an error', () => {
    const short = prepare('<div>Norway and Iceland have agreed, a minister said.</div>')
    expect(short.value?.text).toBe('Norway and Iceland have agreed, a minister said.')
    expect(short.issues.map((issue) => [issue.code, issue.severity])).toContainEqual([
      'html-no-article',
      'warning',
    ])
    const empty = prepare('<html><body><script>1</script></body></html>')
    expect(empty.value).toBeNull()
    expect(empty.issues).toMatchObject([{ code: 'html-no-article', severity: 'error' }])
  })

  it.each([
    ['nested 100,000 deep', '<div>'.repeat(100_000) + PARAGRAPHS],
    ['of 100,000 elements', '<span>x</span>'.repeat(100_000)],
    ['nested 100,000 deep in formatting', '<b><i>'.repeat(50_000) + PARAGRAPHS],
  ])('%s is refused with advice', (_, body) => {
    const { value, issues } = prepare(body)
    expect(value).toBeNull()
    expect(issues).toMatchObject([{ code: 'html-no-article', severity: 'error', where: 'a.html' }])
  })

  it.each([
    '<',
    '<<<>>>',
    '<html',
    '<p>' + 'a'.repeat(100_000),
    '<!--',
    '<script>',
    '\u0000<p>x',
    '<table><tr><td><table>',
    '</div></div>',
    '<title>a</title>',
    '<svg><p>x</p></svg>',
    '<a href="'.repeat(2000),
  ])('broken markup %.20s breaks nothing', (body) => {
    expect(() => prepare(body)).not.toThrow()
  })
})
