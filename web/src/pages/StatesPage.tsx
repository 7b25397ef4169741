import { TextInput } from '@mantine/core'
import { Link } from 'react-router'
import type { StateView } from '../../../src/api/types.js'
import { useStates } from '../api/queries.js'
import { deskAddress } from '../desk/addresses.js'
import { PendingPage } from '../parts/PendingPage.js'
import { NothingThere } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { counted } from '../words/phrases.js'

/** Pick a state: all that take part in happenings, with a search box. */
export function StatesPage() {
  useTitle('States')
  const asked = useStates()
  const { params, change } = useAddress()
  const text = params.get('text') ?? ''
  if (asked.isError || !asked.data) return <PendingPage asked={asked} lines={12} />
  const { items } = asked.data
  const found = items.filter(({ party, country }) => fits(text, party.name, country))
  return (
    <div className="page">
      <h1>States</h1>
      <p className="quiet">
        Choose whose desk to open. {counted(items.length, 'state or body', 'states and bodies')} in
        the ledger’s happenings.
      </p>
      {items.length === 0 ? (
        <NoState />
      ) : (
        <>
          <search>
            <TextInput
              type="search"
              label="Search"
              placeholder="Name or country code"
              value={text}
              onChange={(event) => change({ text: event.currentTarget.value }, { replace: true })}
            />
          </search>
          <StateList states={found} most={items[0]?.happenings ?? 1} />
        </>
      )}
    </div>
  )
}

function fits(text: string, name: string, country: string | null): boolean {
  const sought = plainLetters(text.trim())
  return plainLetters(name).includes(sought) || (country ?? '').toLowerCase() === sought
}

/** Lower case without accents, so that "turkiye" finds "Türkiye". */
const plainLetters = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function NoState() {
  return (
    <NothingThere title="No happening between states yet.">
      <p>Read some reports into the ledger, then open this page again:</p>
      <pre>chancery read PATH</pre>
    </NothingThere>
  )
}

function StateList({ states, most }: { states: readonly StateView[]; most: number }) {
  if (states.length === 0)
    return (
      <NothingThere title="No state of that name.">
        <p>Search for another part of the name, or for a code such as KAZ.</p>
      </NothingThere>
    )
  return (
    <ol className="plain-list state-list">
      {states.map(({ party, country, happenings }) => (
        <li key={party.id}>
          <Link to={deskAddress(party.id, { from: null, to: null })}>
            <bdi>{party.name}</bdi>
          </Link>
          <span className="quiet">{country}</span>
          <svg
            className="state-bar"
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect className="count" width={Math.max(1, (happenings / most) * 100)} height="8" />
          </svg>
          <span className="state-count">{counted(happenings, 'happening')}</span>
        </li>
      ))}
    </ol>
  )
}
