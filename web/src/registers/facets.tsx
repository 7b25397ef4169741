import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useParty } from '../api/queries.js'
import { PartySelect } from '../parts/PartySelect.js'
import { useAddress } from '../parts/use-address.js'

/** Facets: what a view is narrowed to. All of it is in the address, under the facet's name. */

const TYPING_PAUSE_MS = 350

export interface Choice {
  readonly value: string
  readonly words: string
  readonly count?: number
}

interface PressListProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly Choice[]
}

/** The values of a facet that the address names, of those that there are. */
export function chosenIn(params: URLSearchParams, name: string, choices: readonly string[]) {
  const named = (params.get(name) ?? '').split(',')
  return choices.filter((choice) => named.includes(choice))
}

/** Buttons to press: those pressed are shown, and all where none is. */
export function PressList({ name, label, choices }: PressListProps) {
  const { params, change } = useAddress()
  const values = choices.map(({ value }) => value)
  const chosen = chosenIn(params, name, values)
  const press = (value: string) => {
    const next = values.filter((each) => (each === value) !== chosen.includes(each))
    change({ [name]: next.length === values.length ? null : next.join(',') })
  }
  return (
    <fieldset className="press-list">
      <legend>{label}</legend>
      {choices.map(({ value, words, count }) => (
        <button
          key={value}
          type="button"
          className="press"
          data-kind={name === 'kind' ? value : undefined}
          aria-pressed={chosen.includes(value)}
          disabled={count === 0 && !chosen.includes(value)}
          onClick={() => press(value)}
        >
          {words} {count !== undefined && <span className="press-count">{count}</span>}
        </button>
      ))}
    </fieldset>
  )
}

/** A first and a last day. */
export function PeriodFacet({ what = '' }: { what?: string }) {
  const { params, change } = useAddress()
  return (['from', 'to'] as const).map((name) => (
    <TextInput
      key={name}
      type="date"
      label={name === 'from' ? `From ${what}` : `To ${what}`}
      value={params.get(name) ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value }, { replace: true })}
    />
  ))
}

interface TextFacetProps {
  readonly name: string
  readonly label: string
  readonly placeholder?: string
  /** Words to choose from; others may be typed too. */
  readonly suggestions?: readonly string[]
}

/** Words to type; they go into the address after a short pause. */
export function TextFacet({ name, label, placeholder, suggestions }: TextFacetProps) {
  const { params, change } = useAddress()
  const inAddress = params.get(name) ?? ''
  const [typed, setTyped] = useState(inAddress)
  useEffect(() => setTyped(inAddress), [inAddress])
  useEffect(() => {
    if (typed.trim() === inAddress) return
    const later = setTimeout(
      () => change({ [name]: typed.trim() }, { replace: true }),
      TYPING_PAUSE_MS,
    )
    return () => clearTimeout(later)
  }, [typed, inAddress, change, name])
  const shared = { label, placeholder, maxLength: 300, value: typed }
  if (suggestions) return <Autocomplete {...shared} data={suggestions} onChange={setTyped} />
  return (
    <TextInput
      {...shared}
      type="search"
      className="facet-text"
      title={'Words, "exact words", or, -without'}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}

interface OneOfProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly Choice[]
}

/** One of a few values; the first, whose value is empty, asks for all. */
export function OneOf({ name, label, choices }: OneOfProps) {
  const { params, change } = useAddress()
  return (
    <NativeSelect
      label={label}
      value={params.get(name) ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      data={choices.map(({ value, words }) => ({ value, label: words }))}
    />
  )
}

/** A party, found by letters of its name. */
export function PartyFacet({ name = 'party', label = 'Party' }: { name?: string; label?: string }) {
  const { params, change } = useAddress()
  const id = params.get(name)
  const chosen = useParty(id ?? '').data?.party
  return (
    <PartySelect
      label={label}
      placeholder="Any"
      clearable
      value={id === null ? null : { id, name: chosen?.name ?? '…' }}
      onChange={(party) => change({ [name]: party?.id ?? null })}
      clearButtonProps={{ 'aria-label': 'Any party' }}
    />
  )
}
