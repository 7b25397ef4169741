import { useEffect } from 'react'

/** Brings the words of the selected record into view, clear of what is fixed over the text (see reading.css). */
export function useScrollToRecord(record: string | null): void {
  useEffect(() => {
    if (record === null) return
    const words = document.querySelector('.text [aria-current="true"]')
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    // On a narrow screen the card covers the lower half: the words go to the top.
    const isNarrow = window.matchMedia('(max-width: 900px)').matches
    words?.scrollIntoView({
      block: isNarrow ? 'start' : 'nearest',
      behavior: isCalm ? 'auto' : 'smooth',
    })
  }, [record])
}
