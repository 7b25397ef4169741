import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface MarkProps {
  /** Where it leads. */
  readonly to: string
  /** What it stands for, in words: read aloud, and shown under the pointer. */
  readonly words: string
  readonly children: ReactNode
}

/** A mark of a drawing that opens what it rests on. */
export function Mark({ to, words, children }: MarkProps) {
  return (
    <Link to={to} className="mark" aria-label={words}>
      <title>{words}</title>
      {children}
    </Link>
  )
}
