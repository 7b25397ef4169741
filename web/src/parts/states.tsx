import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiFailure } from '../api/client.js'

/** Nothing to show: why, and what to do about it. */
export function NothingThere({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** A question that was not answered, in words, with a way to ask again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const advice = error instanceof ApiFailure ? error.advice : null
  return (
    <div className="state state-failed" role="alert">
      <h2>{error instanceof Error ? error.message : 'The question was not answered.'}</h2>
      {advice && <p>{advice}</p>}
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  )
}

/** Grey lines where an answer is awaited. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">Loading …</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={line % 3 === 0 ? 22 : 14} radius="sm" />
      ))}
    </div>
  )
}
