import { useEffect, useRef, useState } from 'react'
import type { OpenedDocument, RecordView } from '../../../src/api/types.js'
import { namesIn } from '../words/parties.js'
import { recordPath, shortly } from './decide.js'
import { DecisionForm } from './DecisionForm.js'
import { changesOf, draftOf } from './draft.js'
import type { Draft } from './draft.js'
import { FieldInput } from './FieldInput.js'
import { fieldsOf } from './fields.js'
import { WHY_CORRECT } from './reasons.js'
import { WordsField } from './WordsField.js'
import type { Evidence } from './WordsField.js'

interface CorrectFormProps {
  readonly record: RecordView
  readonly opened: OpenedDocument
  /** Told of the words that are chosen, so that the text can mark them; of null when the form is gone. */
  readonly onWords: (words: readonly Evidence[] | null) => void
  readonly onDone: () => void
}

/** The form that corrects a record, beside the text. Only what differs is sent. */
export function CorrectForm({ record, opened, onWords, onDone }: CorrectFormProps) {
  const [draft, setDraft] = useState(() => draftOf(record))
  const change = (changed: Draft) => setDraft((before) => ({ ...before, ...changed }))
  const evidence = draft['evidence'] as readonly Evidence[]
  const nameOf = namesIn(opened.parties)
  useWordsTold(evidence, onWords)
  return (
    <section className="correct-form" aria-label="Correct the record">
      <FocusedHeading>Correct</FocusedHeading>
      <DecisionForm
        reasons={WHY_CORRECT}
        why={WHY_CORRECT[0]}
        submit="Keep the correction"
        decisionOf={(note) => ({
          path: recordPath(record.id),
          body: { decision: 'correct', fields: changesOf(record, draft), ...note },
          said: `Corrected: ${shortly(record, nameOf)}`,
        })}
        onKept={onDone}
        onCancel={onDone}
      >
        {fieldsOf(record.kind).map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            draft={draft}
            before={record}
            nameOf={nameOf}
            onChange={change}
          />
        ))}
        <WordsField
          text={opened.document.text}
          evidence={evidence}
          onChange={(words) => change({ evidence: words })}
        />
      </DecisionForm>
    </section>
  )
}

function useWordsTold(words: readonly Evidence[], onWords: CorrectFormProps['onWords']) {
  useEffect(() => onWords(words), [words, onWords])
  useEffect(() => () => onWords(null), [onWords])
}

/** A heading that takes the focus when what it heads is opened. */
function FocusedHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 tabIndex={-1} ref={heading}>
      {children}
    </h3>
  )
}
