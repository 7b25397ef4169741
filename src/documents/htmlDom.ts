import { parseHTML } from 'linkedom'

/** The part of the DOM that Chancery uses of linkedom, and a parse that no page can break. Scripts never run. */

export interface HtmlNode {
  /** 1 element, 3 text, as in the DOM. */
  readonly nodeType: number
  readonly localName?: string
  readonly textContent: string
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string
  getAttribute(name: string): string | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
  remove(): void
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null
  readonly body: HtmlElement | null
}

/** Why a page is not parsed: it would take minutes, or more stack than there is. */
export interface HtmlTooComplex {
  readonly elements: number
  readonly depth: number
}

const MOST_ELEMENTS = 30_000
const DEEPEST = 400
/** Characters of a page without its scripts, styles, drawings and comments. */
const LONGEST_MARKUP = 5_000_000
/** Elements that never hold others, and those whose end tag may be left out: an open one says nothing of depth. */
const NOT_NESTING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rp|rt|path|circle|rect|line|use|polygon|polyline|ellipse|stop)$/
const RAW =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title|noscript|svg|template)\b[^>]{0,2000}>[\s\S]*?(?:<\/\1\s*>|$)/gi
const TAG_NAME = /(\/?)([a-z][a-z0-9-]{0,40})/iy

/** Parses a page; gives its size instead when it is more complex than any real report. */
export function parseHtml(html: string): HtmlDocument | HtmlTooComplex {
  const size = sizeOf(html)
  if (size.elements > MOST_ELEMENTS || size.depth > DEEPEST) return size
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const { document } = parseHTML(whole) as unknown as { document: HtmlDocument }
  return document
}

/** Is it the size of a page that was not parsed? */
export function isTooComplex(parsed: HtmlDocument | HtmlTooComplex): parsed is HtmlTooComplex {
  return 'depth' in parsed && typeof parsed.depth === 'number'
}

/** Tags counted in one pass over the page; an unfinished tag ends it. */
function sizeOf(html: string): HtmlTooComplex {
  const markup = html.replace(RAW, ' ')
  if (markup.length > LONGEST_MARKUP) return { elements: MOST_ELEMENTS + 1, depth: 0 }
  let [elements, depth, deepest] = [0, 0, 0]
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at + 1)) {
    elements++
    TAG_NAME.lastIndex = at + 1
    const [whole, closing, name = ''] = TAG_NAME.exec(markup) ?? []
    if (whole === undefined) continue
    if (closing) elements--
    const end = markup.indexOf('>', at)
    if (end === -1) break
    if (NOT_NESTING.test(name.toLowerCase()) || markup[end - 1] === '/') continue
    depth = Math.max(0, depth + (closing ? -1 : 1))
    deepest = Math.max(deepest, depth)
    at = end
  }
  return { elements, depth: deepest }
}
