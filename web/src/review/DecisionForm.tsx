import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiFailure } from '../api/client.js'
import { useDecide } from './decide.js'
import type { Decision, Note } from './decide.js'
import { NoteFields, useNote } from './NoteFields.js'

interface DecisionFormProps {
  readonly children?: ReactNode
  /** Reasons to choose from. */
  readonly reasons: readonly string[]
  /** The reason that is there at first; none where the person is to choose. */
  readonly why?: string
  readonly submit: string
  readonly isReady?: boolean
  readonly takesFocus?: boolean
  readonly decisionOf: (note: Note) => Decision
  readonly onKept: () => void
  readonly onCancel: () => void
}

/** A decision being made: its fields, who and why. What the server refuses is said beside it; what was typed stays. */
export function DecisionForm(props: DecisionFormProps) {
  const { children, reasons, submit, isReady = true, takesFocus, onCancel } = props
  const [note, change] = useNote(props.why)
  const decide = useDecide()
  const send = () => decide.mutate(props.decisionOf(note), { onSuccess: props.onKept })
  return (
    <form
      className="decision-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!decide.isPending) send()
      }}
    >
      {children}
      <NoteFields note={note} onChange={change} reasons={reasons} takesFocus={takesFocus} />
      {decide.isError && <Refusal error={decide.error} />}
      <div className="form-buttons">
        <Button type="submit" disabled={!isReady} aria-busy={decide.isPending}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** Why a decision was not kept, and what to do. */
export function Refusal({ error }: { error: Error }) {
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>Not kept.</strong> {error.message}
      </p>
      {error instanceof ApiFailure && error.advice && <p>{error.advice}</p>}
    </div>
  )
}
