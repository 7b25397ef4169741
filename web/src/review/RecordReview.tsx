import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { OpenedDocument, RecordView } from '../../../src/api/types.js'
import { useRecord, useTakesDecisions } from '../api/queries.js'
import { namesIn } from '../words/parties.js'
import { reviewWords } from '../words/phrases.js'
import type { NameOf } from '../words/phrases.js'
import { CorrectForm } from './CorrectForm.js'
import { recordPath, shortly } from './decide.js'
import { DecisionDialog } from './DecisionDialog.js'
import { entryWords, momentWords } from './entry-words.js'
import { EntryLine } from './EntryLine.js'
import { WHY_ACCEPT, WHY_WITHDRAW } from './reasons.js'
import { useReviewKeys } from './use-review-keys.js'
import type { Evidence } from './WordsField.js'

type Doing = 'accept' | 'correct' | 'withdraw' | null

interface RecordReviewProps {
  readonly record: RecordView
  readonly opened: OpenedDocument
  readonly onWords: (words: readonly Evidence[] | null) => void
}

/** What people said of a record, and, where the server takes decisions, the ways to say more. */
export function RecordReview({ record, opened, onWords }: RecordReviewProps) {
  const takesDecisions = useTakesDecisions()
  return (
    <section className="record-review" aria-label="Review">
      <ReviewState record={record} />
      {takesDecisions && <ReviewTools record={record} opened={opened} onWords={onWords} />}
    </section>
  )
}

const DECIDING = ['acceptance', 'correction', 'withdrawal']

/** The state of a record, by whom and since when; in general words where no decision says it. */
function ReviewState({ record }: { record: RecordView }) {
  const history = useRecord(record.id).data?.history ?? []
  const last = history.findLast(({ kind, undone }) => !undone && DECIDING.includes(kind))
  return (
    <p className="card-review" data-review={record.review}>
      {last?.when ? (
        <>
          {entryWords(last)} by <bdi>{last.who}</bdi>,{' '}
          <time dateTime={last.when}>{momentWords(last.when)}</time>
          {record.review === 'withdrawn' && ': it no longer counts'}
        </>
      ) : (
        reviewWords(record)
      )}
    </p>
  )
}

function ReviewTools({ record, opened, onWords }: RecordReviewProps) {
  const [doing, setDoing] = useState<Doing>(null)
  const correct = useRef<HTMLButtonElement>(null)
  const stop = () => setDoing(null)
  const isWithdrawn = record.review === 'withdrawn'
  useReviewKeys((asked) => {
    if (doing === null && !(asked === 'withdraw' && isWithdrawn)) setDoing(asked)
  })
  return (
    <>
      <div className="review-buttons">
        <Button size="compact-sm" variant="default" onClick={() => setDoing('accept')}>
          Accept
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          ref={correct}
          aria-expanded={doing === 'correct'}
          onClick={() => setDoing(doing === 'correct' ? null : 'correct')}
        >
          Correct…
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-disabled={isWithdrawn}
          data-disabled={isWithdrawn || undefined}
          onClick={() => !isWithdrawn && setDoing('withdraw')}
        >
          Withdraw…
        </Button>
      </div>
      <ReviewDialogs
        record={record}
        nameOf={namesIn(opened.parties)}
        doing={doing}
        onClose={stop}
      />
      {doing === 'correct' && (
        <CorrectForm
          record={record}
          opened={opened}
          onWords={onWords}
          onDone={() => {
            correct.current?.focus()
            stop()
          }}
        />
      )}
    </>
  )
}

interface ReviewDialogsProps {
  readonly record: RecordView
  readonly nameOf: NameOf
  readonly doing: Doing
  readonly onClose: () => void
}

function ReviewDialogs({ record, nameOf, doing, onClose }: ReviewDialogsProps) {
  const path = recordPath(record.id)
  return (
    <>
      <DecisionDialog
        opened={doing === 'accept'}
        onClose={onClose}
        title="Accept the record"
        reasons={WHY_ACCEPT}
        why={WHY_ACCEPT[0]}
        submit="Accept"
        decisionOf={(note) => ({
          path,
          body: { decision: 'accept', ...note },
          said: `Accepted: ${shortly(record, nameOf)}`,
        })}
      >
        <p>
          It is right as it stands{record.review === 'withdrawn' && ', and counts again'}:{' '}
          <bdi>{shortly(record, nameOf)}</bdi>
        </p>
      </DecisionDialog>
      <DecisionDialog
        opened={doing === 'withdraw'}
        onClose={onClose}
        title="Withdraw the record"
        reasons={WHY_WITHDRAW}
        submit="Withdraw"
        decisionOf={(note) => ({
          path,
          body: { decision: 'withdraw', ...note },
          said: `Withdrawn: ${shortly(record, nameOf)}`,
        })}
      >
        <p>
          Lists and pictures leave it out from now on; its address and its history stay:{' '}
          <bdi>{shortly(record, nameOf)}</bdi>
        </p>
      </DecisionDialog>
    </>
  )
}

/** Every entry about a record, latest first. */
export function RecordHistory({ record }: { record: RecordView }) {
  const entries = useRecord(record.id).data?.history ?? []
  if (entries.length === 0) return null
  return (
    <div className="record-history">
      <h3>History</h3>
      <ol className="plain-list entries" reversed>
        {entries.toReversed().map((entry) => (
          <EntryLine key={entry.id} entry={entry} entries={entries} />
        ))}
      </ol>
    </div>
  )
}
