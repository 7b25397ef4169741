import type { HtmlNode } from './htmlDom.js'

/** The text of a piece of a page, as a reader sees it: blocks apart, list items with their bullets. */

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'script style noscript template iframe object svg math head select button textarea'.split(' '),
)

/** Paragraphs divided by blank lines; inside one, white space is a single space. Walks without recursion. */
export function textOfHtml(root: HtmlNode): string {
  let text = ''
  const open = (node: HtmlNode) => {
    if (node.nodeType === 3) text += node.textContent.replace(/[\s\u00a0]+/g, ' ')
    else text += openingOf(node)
  }
  const close = (node: HtmlNode) => {
    const name = node.localName ?? ''
    if (BLOCKS.has(name)) text += '\n\n'
    if (name === 'td' || name === 'th') text += ' | '
  }
  walk(root, open, close)
  return text
    .replace(/(?: \| )+(?=\s*\n)/g, '')
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .replace(/• \n+/g, '• ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function openingOf(node: HtmlNode): string {
  const name = node.localName ?? ''
  if (name === 'br') return '\n'
  if (name === 'li') return '\n\n• '
  return BLOCKS.has(name) ? '\n\n' : ''
}

function walk(
  root: HtmlNode,
  open: (node: HtmlNode) => void,
  close: (node: HtmlNode) => void,
): void {
  let node: HtmlNode | null = root
  while (node) {
    const skipped =
      SKIPPED.has(node.localName ?? '') ||
      (node.nodeType !== 1 && node.nodeType !== 3 && node !== root)
    if (!skipped) open(node)
    if (!skipped && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (!skipped) close(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) close(node)
    }
    if (!node || node === root) return
    node = node.nextSibling
  }
}
