import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
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

const WAYS_ON: Readonly<Record<string, { to: string; words: string }>> = {
  documents: { to: '/documents', words: 'Choose among the documents' },
  states: { to: '/states', words: 'Choose among the states and bodies' },
  parties: { to: '/states', words: 'Choose among the states and bodies' },
  records: { to: '/search', words: 'Search the records' },
  matters: { to: '/positions', words: 'Choose among the matters' },
}

/** Where nothing is kept the API names its own list to look at; a reader of the page wants the page's. */
function wayOnFrom(error: unknown) {
  if (!(error instanceof ApiFailure) || error.status !== 404) return undefined
  const list = /\/api\/v1\/(\w+)/.exec(error.advice ?? '')?.[1]
  return WAYS_ON[list ?? '']
}

/** A question that was not answered, in words, with a way to ask again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const advice = error instanceof ApiFailure ? error.advice : null
  const wayOn = wayOnFrom(error)
  return (
    <div className="state state-failed" role="alert">
      <h2>{error instanceof Error ? error.message : 'The question was not answered.'}</h2>
      {wayOn ? (
        <p>
          <Link to={wayOn.to}>{wayOn.words}</Link>
        </p>
      ) : (
        advice && <p>{advice}</p>
      )}
      {retry && !wayOn && (
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
