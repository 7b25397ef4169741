import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { OpenedParty, PartyHistoryView } from '../../../src/api/types.js'
import { usePartyHistory, useTakesDecisions } from '../api/queries.js'
import { EntryLine } from './EntryLine.js'
import { MergeDialog } from './MergeDialog.js'
import { SplitForm } from './SplitForm.js'

/** What people decided about a party, and, where the server takes decisions, the ways to merge and to split it. */
export function PartyReview({ opened }: { opened: OpenedParty }) {
  const takesDecisions = useTakesDecisions()
  const history = usePartyHistory(opened.party.id).data
  return (
    <section className="party-review" aria-label="Decisions about this party">
      {history && <CountsAs history={history} />}
      {takesDecisions && history?.mergedInto === null && <PartyTools opened={opened} />}
      {history && history.entries.length > 0 && (
        <>
          <h2 className="section-heading">Decisions</h2>
          <ol className="plain-list entries" reversed>
            {history.entries.toReversed().map((entry) => (
              <EntryLine key={entry.id} entry={entry} entries={history.entries} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function CountsAs({ history: { mergedInto, mergedFrom } }: { history: PartyHistoryView }) {
  return (
    <>
      {mergedInto && (
        <p className="counts-as">
          Counts as{' '}
          <Link to={`/parties/${mergedInto.id}`}>
            <bdi>{mergedInto.name}</bdi>
          </Link>
          : its records name that party now.
        </p>
      )}
      {mergedFrom.length > 0 && (
        <p className="counts-as">
          Also counted here:{' '}
          {mergedFrom.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to={`/parties/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function PartyTools({ opened }: { opened: OpenedParty }) {
  const [doing, setDoing] = useState<'merge' | 'split' | null>(null)
  const split = useRef<HTMLButtonElement>(null)
  const isNamed = Object.values(opened.records).some((count) => count > 0)
  return (
    <>
      <div className="review-buttons">
        <Button size="compact-sm" variant="default" onClick={() => setDoing('merge')}>
          Merge into another…
        </Button>
        {isNamed && (
          <Button
            size="compact-sm"
            variant="default"
            ref={split}
            aria-expanded={doing === 'split'}
            onClick={() => setDoing(doing === 'split' ? null : 'split')}
          >
            Split…
          </Button>
        )}
      </div>
      <MergeDialog opened={opened} isOpen={doing === 'merge'} onClose={() => setDoing(null)} />
      {doing === 'split' && (
        <SplitForm
          party={opened.party}
          onDone={() => {
            split.current?.focus()
            setDoing(null)
          }}
        />
      )}
    </>
  )
}
