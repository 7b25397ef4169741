import { useEffect } from 'react'
import { patternOf, placesOf, wordsOf } from './query-words.js'

const NAME = 'found-words'

/**
 * Marks the words searched for (`text` of the address) in the element that the selector names, without touching what
 * is drawn: the browser paints the ranges itself. Brings the first into view when `scrolls`.
 */
export function useFoundWords(selector: string, text: string | null, scrolls: boolean): void {
  useEffect(() => {
    const pattern = patternOf(wordsOf(text ?? ''))
    const place = document.querySelector(selector)
    // Browsers before 2025 may have no such painting; the text is then shown without.
    if (!pattern || !place || !('highlights' in CSS)) return
    const paint = () => {
      const ranges = rangesIn(place, pattern)
      CSS.highlights.set(NAME, new Highlight(...ranges))
      return ranges
    }
    const [first] = paint()
    if (scrolls) first?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    const watch = new MutationObserver(paint)
    watch.observe(place, { childList: true, characterData: true, subtree: true })
    return () => {
      watch.disconnect()
      CSS.highlights.delete(NAME)
    }
  }, [selector, text])
}

function rangesIn(place: Element, pattern: RegExp): Range[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    for (const { start, end } of placesOf(node.textContent ?? '', pattern)) {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      ranges.push(range)
    }
  }
  return ranges
}
