import { useEffect, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Link, useLocation } from 'react-router'
import type { DecisionView } from '../../../src/api/types.js'
import { useParty } from '../api/queries.js'
import type { PartyMention } from '../words/parties.js'
import { counted } from '../words/phrases.js'
import { entryWords, fieldChanges, momentWords } from './entry-words.js'
import { labelOf } from './fields.js'
import { UndoButton } from './UndoButton.js'

interface EntryLineProps {
  readonly entry: DecisionView
  /** The entries around it, oldest first, as far as they are known. */
  readonly entries: readonly DecisionView[]
  /** Parties whose names are known already. */
  readonly parties?: readonly PartyMention[]
  /** What it was about, where that is not plain from the place. */
  readonly about?: ReactNode
}

/** An entry of the ledger: what it did, who decided it, when and why, what it changed; and Undo while it stands. */
export function EntryLine({ entry, entries, parties = [], about }: EntryLineProps) {
  const line = useRef<HTMLLIElement>(null)
  const isMeant = useLocation().hash === `#${entry.id}`
  useFocusOnceUndone(line, entry.undone)
  useEffect(() => {
    if (isMeant) line.current?.scrollIntoView({ block: 'center' })
  }, [isMeant])
  return (
    <li
      className="entry"
      id={entry.id}
      ref={line}
      tabIndex={-1}
      data-undone={entry.undone}
      data-meant={isMeant}
    >
      <p className="entry-did">
        <strong>{entryWords(entry)}</strong>
        <EntryAbout entry={entry} entries={entries} parties={parties} />
        {entry.undone && <span className="tag">taken back</span>}
      </p>
      {about}
      <EntryChanges entry={entry} entries={entries} />
      {entry.who === null ? <p className="quiet">by Chancery</p> : <EntryNote entry={entry} />}
      <UndoButton entry={entry} />
    </li>
  )
}

function EntryNote({ entry: { id, who, when, why } }: { entry: DecisionView }) {
  return (
    <p className="entry-note">
      <bdi>{who}</bdi>
      {when && (
        <>
          ,{' '}
          <Link to={`/decisions#${id}`} title="Permalink of this decision">
            <time dateTime={when}>{momentWords(when)}</time>
          </Link>
        </>
      )}
      {': '}
      <bdi>“{why}”</bdi>
    </p>
  )
}

function EntryAbout({ entry, entries, parties = [] }: Omit<EntryLineProps, 'about'>) {
  const { kind, body, party } = entry
  const link = (id: unknown) => <PartyLink id={String(id)} parties={parties} />
  if (kind === 'merge')
    return (
      <>
        : {link(party)} is {link(body['into'])}
      </>
    )
  if (kind === 'split')
    return (
      <>
        : in {counted(Array.isArray(body['records']) ? body['records'].length : 0, 'record')}{' '}
        {link(party)} is {link(body['as'])}
      </>
    )
  if (kind !== 'undo') return null
  const undone = entries.find(({ id }) => id === body['entry'])
  return <>: {undone ? `“${entryWords(undone)}”` : 'an earlier decision'}</>
}

function PartyLink({ id, parties }: { id: string; parties: readonly PartyMention[] }) {
  const known = parties.find((party) => party.id === id)
  const asked = useParty(known ? '' : id).data?.party
  return (
    <Link to={`/parties/${id}`}>
      <bdi>{(known ?? asked)?.name ?? '…'}</bdi>
    </Link>
  )
}

function EntryChanges({ entry, entries }: Pick<EntryLineProps, 'entry' | 'entries'>) {
  if (entry.kind !== 'correction') return null
  const earlier = entries.filter(({ sequence }) => sequence < entry.sequence)
  return (
    <ul className="plain-list entry-changes">
      {fieldChanges(entry, earlier).map(({ name, before, after }) => (
        <li key={name}>
          {labelOf(name)}:{' '}
          {before !== null && (
            <>
              <bdi>{before}</bdi> →{' '}
            </>
          )}
          <bdi>{after}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** When the Undo button goes because it was pressed, the focus stays at its entry. */
function useFocusOnceUndone(line: RefObject<HTMLLIElement | null>, undone: boolean) {
  const before = useRef(undone)
  useEffect(() => {
    const isNews = undone && !before.current
    before.current = undone
    if (isNews && document.activeElement === document.body)
      line.current?.focus({ preventScroll: true })
  }, [line, undone])
}
