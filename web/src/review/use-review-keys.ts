import { useEffect } from 'react'
import { isTyping, keysAreOn } from '../parts/keys.js'

const ASKED = { a: 'accept', c: 'correct', w: 'withdraw' } as const

/** The keys of an opened record: a accepts, c corrects, w withdraws. */
export function useReviewKeys(ask: (asked: (typeof ASKED)[keyof typeof ASKED]) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!Object.hasOwn(ASKED, event.key) || isTyping(event) || !keysAreOn()) return
      event.preventDefault()
      ask(ASKED[event.key as keyof typeof ASKED])
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
