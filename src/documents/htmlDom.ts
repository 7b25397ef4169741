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

const MOST_ELEMENTS = 60_000
const DEEPEST = 400
/** Elements that never hold others, and those whose end tag may be left out: an open one says nothing of depth. */
const NOT_NESTING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dd|dt|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rp|rt|path|circle|rect|line|use|polygon|polyline|ellipse|stop)$/
const RAW =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title|noscript|svg|template)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^>]{0,100000}?(\/?)>/gi

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

function sizeOf(html: string): HtmlTooComplex {
  let elements = 0
  let depth = 0
  let deepest = 0
  for (const [, closing, name = '', selfClosing] of html.replace(RAW, ' ').matchAll(TAG)) {
    if (!closing) elements++
    if (NOT_NESTING.test(name.toLowerCase()) || selfClosing) continue
    depth = Math.max(0, depth + (closing ? -1 : 1))
    deepest = Math.max(deepest, depth)
  }
  return { elements, depth: deepest }
}
