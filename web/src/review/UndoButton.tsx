import { useState } from 'react'
import type { DecisionView } from '../../../src/api/types.js'
import { useTakesDecisions } from '../api/queries.js'
import { undoing } from './decide.js'
import { DecisionDialog } from './DecisionDialog.js'
import { entryWords } from './entry-words.js'
import { WHY_UNDO } from './reasons.js'

/** Takes a decision back, after asking why. Nothing for what Chancery itself read, or what was taken back already. */
export function UndoButton({ entry }: { entry: DecisionView }) {
  const [isOpen, setIsOpen] = useState(false)
  const takesDecisions = useTakesDecisions()
  if (!takesDecisions || entry.who === null || entry.undone) return null
  const did = entryWords(entry)
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-label={`Undo: ${did}, by ${entry.who}`}
        onClick={() => setIsOpen(true)}
      >
        Undo
      </button>
      <DecisionDialog
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={`Take back: ${did}`}
        reasons={WHY_UNDO}
        why={WHY_UNDO[0]}
        submit="Take it back"
        decisionOf={(note) => undoing(entry.id, note)}
      >
        <p>The decision stays in the history; from now on it no longer counts.</p>
      </DecisionDialog>
    </>
  )
}
