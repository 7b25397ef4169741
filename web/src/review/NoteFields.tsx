import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Note } from './decide.js'
import { useReviewer } from './reviewer.js'

const LONGEST_NAME = 200
const LONGEST_REASON = 2000

/** The note of a decision while it is written: who as last time, and why, beginning with the first reason offered. */
export function useNote(why = ''): [Note, (changed: Partial<Note>) => void] {
  const known = useReviewer()
  const [note, setNote] = useState<Note>({ who: known, why })
  return [note, (changed) => setNote((before) => ({ ...before, ...changed }))]
}

interface NoteFieldsProps {
  readonly note: Note
  readonly onChange: (changed: Partial<Note>) => void
  /** Reasons to choose from. */
  readonly reasons: readonly string[]
  /** Whether the first empty field takes the focus when a dialog opens. */
  readonly takesFocus?: boolean
}

/** Who decides and why. The name is asked once; after that it is shown, with a way to change it. */
export function NoteFields({ note, onChange, reasons, takesFocus = false }: NoteFieldsProps) {
  const [asksName, setAsksName] = useState(note.who === '')
  return (
    <div className="note-fields">
      {asksName ? (
        <TextInput
          label="Your name"
          description="Kept with the decision, and in this browser for the next one."
          required
          maxLength={LONGEST_NAME}
          value={note.who}
          data-autofocus={takesFocus || undefined}
          onChange={(event) => onChange({ who: event.currentTarget.value })}
        />
      ) : (
        <p className="note-who">
          Decided by <bdi>{note.who}</bdi>{' '}
          <button type="button" className="text-button" onClick={() => setAsksName(true)}>
            Change name
          </button>
        </p>
      )}
      <TextInput
        label="Why"
        required
        maxLength={LONGEST_REASON}
        value={note.why}
        data-autofocus={(takesFocus && !asksName) || undefined}
        onChange={(event) => onChange({ why: event.currentTarget.value })}
      />
      <div className="press-list" role="group" aria-label="Reasons to choose from">
        {reasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="press"
            aria-pressed={note.why === reason}
            onClick={() => onChange({ why: reason })}
          >
            {reason}
          </button>
        ))}
      </div>
    </div>
  )
}
