import { Readability } from '@mozilla/readability'
import { issueOf } from '../core/index.js'
import type { Outcome } from '../core/index.js'
import { BOILERPLATE_FILE } from './dataFiles.js'
import { isTooComplex, parseHtml } from './htmlDom.js'
import type { HtmlDocument, HtmlElement, HtmlNode } from './htmlDom.js'
import { metadataOf } from './htmlMetadata.js'
import type { HtmlMetadata } from './htmlMetadata.js'
import { textOfHtml } from './htmlText.js'

/** The report in an HTML page: its text and what the page's head says of it. */

export interface HtmlReport {
  readonly text: string
  readonly metadata: HtmlMetadata
}

/** What a reader of the page does not see, or what is never a report's own words (captions, controls, menus). */
const NOT_SEEN =
  '[hidden],[aria-hidden=true],dialog,template,noscript,style,script,iframe,object,embed,svg,canvas,button,select,textarea,nav,figcaption,[role=navigation],[role=dialog],[role=banner],[role=alertdialog]'
const HIDING_STYLE =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$))/i
const SHORTEST_ARTICLE = 140

/**
 * The article of a page by Readability, or, where that finds none, the text of its article, main or body element
 * (issue `html-no-article`). Null with an issue for a page without text or nested deeper than any report.
 * No script of the page is run and nothing it refers to is loaded.
 */
export function readHtml(html: string, source: string): Outcome<HtmlReport | null> {
  const parsed = parseHtml(html)
  if (isTooComplex(parsed)) return tooComplex(source, parsed.elements, parsed.depth)
  const metadata = metadataOf(parsed)
  removeUnseen(parsed)
  removeFurniture(parsed)
  const whole = textOfHtml(
    parsed.querySelector('article') ?? parsed.querySelector('main') ?? parsed.body ?? parsed,
  )
  const article = articleText(parsed)
  if (article.length >= SHORTEST_ARTICLE) return { value: { text: article, metadata }, issues: [] }
  const text = whole.length > article.length ? whole : article
  const issue = issueOf(
    'html-no-article',
    text === '' ? 'error' : 'warning',
    source,
    text === ''
      ? 'The page holds no text.'
      : 'No article was found in the page; all of its text was read.',
    'Check that the saved page shows the report without its scripts, or save the text alone as .txt.',
  )
  return { value: text === '' ? null : { text, metadata }, issues: [issue] }
}

function tooComplex(source: string, elements: number, depth: number): Outcome<null> {
  const size = `more than ${elements - 1} elements, or some nested ${depth} deep`
  const message = `The page is larger than that of any report (${size}).`
  const advice = 'Save the text of the report as a .txt file and read that.'
  return { value: null, issues: [issueOf('html-no-article', 'error', source, message, advice)] }
}

const CLASSES = new Set(BOILERPLATE_FILE.htmlClasses)

/** Adverts, share bars and the like, by what the page itself calls them. */
function removeFurniture(document: HtmlDocument): void {
  const wordsOf = (element: HtmlElement) => element.textContent.length
  const most = wordsOf(document.body ?? document) / 2
  for (const element of [...document.querySelectorAll('[class],[id]')]) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    const named = names
      .toLowerCase()
      .split(/\s+/)
      .some((name) => CLASSES.has(name))
    if (named && !holdsBody(element) && wordsOf(element) <= most) element.remove()
  }
}

function removeUnseen(document: HtmlDocument): void {
  for (const element of [...document.querySelectorAll(NOT_SEEN)])
    if (!holdsBody(element)) element.remove()
  for (const element of [...document.querySelectorAll('[style]')])
    if (HIDING_STYLE.test(element.getAttribute('style') ?? '') && !holdsBody(element))
      element.remove()
}

/** Pages that hide their body until a script has run are still read. */
function holdsBody(element: HtmlElement): boolean {
  return (
    element.localName === 'body' || element.localName === 'html' || element.localName === 'main'
  )
}

function articleText(document: HtmlDocument): string {
  // Readability's types speak of the browser's DOM; linkedom's has the same shape, and `HtmlNode` is what is used of it.
  const readability = new Readability<unknown>(document, {
    disableJSONLD: true,
    charThreshold: 300,
    serializer: (node: unknown) => node,
  })
  try {
    const content: unknown = readability.parse()?.content
    return isNode(content) ? textOfHtml(content) : ''
  } catch {
    // Readability throws on some malformed pages; the caller then reads the page's whole text and says so.
    return ''
  }
}

function isNode(value: unknown): value is HtmlNode {
  return typeof value === 'object' && value !== null && 'nodeType' in value
}
