import { z } from 'zod'
import type { HtmlDocument } from './htmlDom.js'
import { dayOfIso, isoOfDay } from './reportDay.js'
import { normaliseText } from './normalise.js'
import { findWrittenDates } from './writtenDates.js'

/** What a page's head says of the report: Open Graph, article and Dublin Core tags, JSON-LD, <time>, <title>. */

export interface HtmlMetadata {
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: string | null
  readonly byline: string | null
  /** The language the page declares ("en-GB"), or null. */
  readonly language: string | null
}

const PUBLISHED_TAGS = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date',
  'sailthru.date', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created', 'dc.date.created',
  'publishdate', 'publish-date', 'publish_date', 'pubdate', 'publication_date', 'publication-date', 'article.published',
  'cxenseparse:recs:publishtime', 'article_date_original', 'date',
] // prettier-ignore
const TITLE_TAGS = [
  'og:title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
  'headline',
  'parsely-title',
]
const PUBLISHER_TAGS = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'application-name',
]
const AUTHOR_TAGS = [
  'author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
]

const Named = z.union([
  z.string(),
  z
    .object({ name: z.union([z.string(), z.array(z.string())]) })
    .transform((o) => [o.name].flat()[0] ?? ''),
])
const JsonLdArticle = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  publisher: Named.optional().catch(undefined),
  author: z
    .union([Named.transform((one) => [one]), z.array(Named)])
    .optional()
    .catch(undefined),
})
type JsonLdArticle = z.infer<typeof JsonLdArticle>
const ARTICLE_TYPE = /article|report|blogposting|newsitem|liveblog/i

/** The metadata of a page. Fields that no tag gives are null; a date is the day as written, in the page's own zone. */
export function metadataOf(document: HtmlDocument): HtmlMetadata {
  const tags = metaTagsOf(document)
  const article = jsonLdArticleOf(document)
  const first = (names: readonly string[]) =>
    names.map((name) => tags.get(name)).find((v) => v) ?? null
  const publisher = article?.publisher ?? first(PUBLISHER_TAGS)
  const title =
    article?.headline || first(TITLE_TAGS) || headingOf(document) || titleTagOf(document)
  const authors = article?.author?.join(', ') || first(AUTHOR_TAGS)
  return {
    title: title ? withoutSiteName(plain(title), publisher) : null,
    publisher: publisher && !isWebAddress(publisher) ? plain(publisher) || null : null,
    url: webAddress(linkOf(document) ?? tags.get('og:url') ?? null),
    published: publishedOf(document, tags, article),
    byline: authors && !isWebAddress(authors) ? plain(authors) || null : null,
    language: document.documentElement?.getAttribute('lang') ?? null,
  }
}

function metaTagsOf(document: HtmlDocument): Map<string, string> {
  const tags = new Map<string, string>()
  for (const tag of document.querySelectorAll('meta')) {
    const name =
      tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop')
    const content = tag.getAttribute('content')?.trim()
    if (name && content && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content)
  }
  return tags
}

function publishedOf(
  document: HtmlDocument,
  tags: Map<string, string>,
  article: JsonLdArticle | null,
): string | null {
  const times = [
    ...document.querySelectorAll(
      'article time, main time, header time, time[pubdate], time[itemprop=datePublished], [itemprop=datePublished]',
    ),
  ]
  const candidates = [
    article?.datePublished,
    ...PUBLISHED_TAGS.map((name) => tags.get(name)),
    ...times
      .slice(0, 1)
      .map(
        (time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent,
      ),
  ]
  for (const candidate of candidates) {
    const day = candidate ? dayWritten(candidate) : null
    if (day) return day
  }
  return null
}

/** ISO day of an ISO date and time as written, or of a date in words. */
function dayWritten(text: string): string | null {
  const iso = dayOfIso(text)
  if (iso) return isoOfDay(iso)
  const [date] = findWrittenDates(text.slice(0, 100))
  return date?.year ? isoOfDay({ year: date.year, month: date.month, day: date.day }) : null
}

/** The first article among the page's JSON-LD blocks, `@graph` and lists included; a broken block is passed over. */
function jsonLdArticleOf(document: HtmlDocument): JsonLdArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const queue: unknown[] = [parseJson(script.textContent)]
    for (let i = 0; i < queue.length && i < 500; i++) {
      const item = queue[i]
      if (Array.isArray(item)) queue.push(...(item as unknown[]).slice(0, 100))
      else if (item !== null && typeof item === 'object') {
        const article = JsonLdArticle.safeParse(item)
        if (article.success && ARTICLE_TYPE.test([article.data['@type']].flat().join(' ')))
          return article.data
        if ('@graph' in item) queue.push(item['@graph'])
      }
    }
  }
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, ''))
  } catch {
    return null
  }
}

function headingOf(document: HtmlDocument): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .map((h) => plain(h.textContent))
    .filter((h) => h !== '')
  return headings.length === 1 ? (headings[0] ?? null) : null
}

function titleTagOf(document: HtmlDocument): string | null {
  const title = plain(document.querySelector('title')?.textContent ?? '')
  return title === '' ? null : title
}

/** "Talks held in Oslo | The Fjord Post" → "Talks held in Oslo", where the rest is the site's name. */
function withoutSiteName(title: string, publisher: string | null): string {
  const parts = title.split(/\s+(?:[|·»]|[–—-]{1,2})\s+/)
  const last = parts.at(-1) ?? ''
  const bar = /\s[|·»]\s+[^|·»]+$/.test(title)
  const isSite = publisher !== null && last.toLowerCase() === plain(publisher).toLowerCase()
  if (parts.length < 2 || !(isSite || (bar && last.split(' ').length <= 5))) return title
  return title.slice(0, title.length - last.length).replace(/\s+(?:[|·»]|[–—-]{1,2})\s+$/, '')
}

function linkOf(document: HtmlDocument): string | null {
  return document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null
}

function webAddress(text: string | null): string | null {
  const address = text === null ? '' : normaliseText(text)
  return isWebAddress(address) && URL.canParse(address) ? address : null
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim())
}

/** On one line, without characters that cannot be kept or seen. */
function plain(text: string): string {
  return normaliseText(text).replace(/\s+/g, ' ').trim()
}
