import { Select, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useParty, usePublishers } from '../api/queries.js'
import { useAddress } from './use-address.js'

const TYPING_PAUSE_MS = 350

/** Search and filters of the list of documents. What they are set to is in the address. */
export function ListFilters() {
  const { params, change } = useAddress()
  const publishers = usePublishers()
  const publisher = params.get('publisher')
  return (
    <search className="filters">
      <SearchField />
      <Select
        label="Publisher"
        placeholder="All"
        searchable
        clearable
        nothingFoundMessage="No publisher of that name"
        value={publisher}
        onChange={(value) => change({ publisher: value })}
        data={optionsOf(publishers.data?.items ?? [], publisher)}
        clearButtonProps={{ 'aria-label': 'All publishers' }}
      />
      <DayField name="from" label="From" />
      <DayField name="to" label="To" />
      <PartyNote />
    </search>
  )
}

type Publisher = { readonly publisher: string; readonly documents: number }

function optionsOf(publishers: readonly Publisher[], chosen: string | null) {
  const options = publishers.map((each) => ({
    value: each.publisher,
    label: `${each.publisher} (${each.documents})`,
  }))
  // One from an address may be older than what the list of publishers covers.
  const isThere = chosen === null || options.some(({ value }) => value === chosen)
  return isThere ? options : [{ value: chosen, label: chosen }, ...options]
}

function SearchField() {
  const { params, change } = useAddress()
  const inAddress = params.get('text') ?? ''
  const [typed, setTyped] = useState(inAddress)
  useEffect(() => setTyped(inAddress), [inAddress])
  useEffect(() => {
    if (typed.trim() === inAddress) return
    const later = setTimeout(
      () => change({ text: typed.trim() }, { replace: true }),
      TYPING_PAUSE_MS,
    )
    return () => clearTimeout(later)
  }, [typed, inAddress, change])
  return (
    <TextInput
      className="filter-search"
      type="search"
      label="Search"
      placeholder="Words in title or text"
      title={'Words, "exact words", or, -without'}
      maxLength={300}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}

function DayField({ name, label }: { name: 'from' | 'to'; label: string }) {
  const { params, change } = useAddress()
  return (
    <TextInput
      type="date"
      label={label}
      aria-label={name === 'from' ? 'Published from' : 'Published to'}
      value={params.get(name) ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value }, { replace: true })}
    />
  )
}

/** Says that only documents naming a party are listed, as the party's own page links to them. */
function PartyNote() {
  const { params, change } = useAddress()
  const id = params.get('party')
  return id === null ? null : <PartyChoice id={id} clear={() => change({ party: null })} />
}

function PartyChoice({ id, clear }: { id: string; clear: () => void }) {
  const party = useParty(id).data?.party
  return (
    <p className="filter-party">
      Only documents that name <bdi>{party ? party.name : 'one party'}</bdi>.{' '}
      <button type="button" className="text-button" onClick={clear}>
        All parties
      </button>
    </p>
  )
}
