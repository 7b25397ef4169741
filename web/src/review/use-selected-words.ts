import { useEffect, useState } from 'react'
import type { SpanView } from '../../../src/api/types.js'

/**
 * The stretch of the document's text that was selected last, in UTF-16 code units; null before anything was. It stays
 * when the selection goes, as it does when a button is pressed.
 */
export function useSelectedWords(): [SpanView | null, () => void] {
  const [span, setSpan] = useState<SpanView | null>(null)
  useEffect(() => {
    const onChange = () => {
      const selection = document.getSelection()
      if (!selection || selection.isCollapsed) return
      const selected = spanOf(selection.getRangeAt(0))
      if (selected) setSpan(selected)
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [])
  return [span, () => setSpan(null)]
}

/** A selection as offsets, by the sentences that it touches; null outside of the text. */
function spanOf(range: Range): SpanView | null {
  const sentences = [...document.querySelectorAll<HTMLElement>('.text [data-start]')].filter(
    (sentence) => range.intersectsNode(sentence),
  )
  const [first, last] = [sentences[0], sentences.at(-1)]
  if (!first || !last) return null
  const start = offsetIn(first, range.startContainer, range.startOffset) ?? startOf(first)
  const end = offsetIn(last, range.endContainer, range.endOffset) ?? startOf(last) + lengthOf(last)
  return start < end ? { start, end } : null
}

/** Where a place of the page is in the text; null where it is not in the sentence. */
function offsetIn(sentence: HTMLElement, node: Node, offset: number): number | null {
  if (!sentence.contains(node)) return null
  const before = document.createRange()
  before.setStart(sentence, 0)
  before.setEnd(node, offset)
  return startOf(sentence) + before.toString().length
}

const startOf = (sentence: HTMLElement) => Number(sentence.dataset['start'])
const lengthOf = (sentence: HTMLElement) => sentence.textContent.length
