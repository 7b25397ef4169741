import { Autocomplete, NativeSelect, Select, TextInput } from '@mantine/core'
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
  readonly suggestions?: readonly Choice[]
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
  if (suggestions) {
    const words = new Map(suggestions.map((one) => [one.value, countedWords(one.words, one.count)]))
    return (
      <Autocomplete
        {...shared}
        data={[...words.keys()]}
        renderOption={({ option }) => words.get(option.value)}
        onChange={setTyped}
      />
    )
  }
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

/** A choice with what it gives, where that is known. */
function countedWords(words: string, count: number | undefined): string {
  return count === undefined ? words : `${words} (${count})`
}

/** One of many values, found by letters. */
export function ManyFacet({ name, label, choices }: OneOfProps) {
  const { params, change } = useAddress()
  const chosen = params.get(name)
  const options = choices.map(({ value, words, count }) => ({
    value,
    label: countedWords(words, count),
  }))
  const isThere = chosen === null || choices.some(({ value }) => value === chosen)
  return (
    <Select
      label={label}
      placeholder="Any"
      searchable
      clearable
      value={chosen}
      onChange={(value) => change({ [name]: value })}
      data={isThere ? options : [{ value: chosen, label: chosen }, ...options]}
      nothingFoundMessage="None of that name"
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
    />
  )
}

/** One year, as the period from its first to its last day. */
export function YearFacet({ choices }: { choices: readonly Choice[] }) {
  const { params, change } = useAddress()
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  const year = from.slice(0, 4)
  const isYear = from === `${year}-01-01` && to === `${year}-12-31`
  return (
    <NativeSelect
      label="Year"
      value={isYear ? year : ''}
      onChange={(event) => {
        const { value } = event.currentTarget
        const days = { from: `${value}-01-01`, to: `${value}-12-31` }
        change(value === '' ? { from: null, to: null } : days)
      }}
      data={[
        { value: '', label: 'Any, or the days below' },
        ...choices.map(({ value, words, count }) => ({ value, label: countedWords(words, count) })),
      ]}
    />
  )
}

/** One of a few values; the first, whose value is empty, asks for all. */
export function OneOf({ name, label, choices }: OneOfProps) {
  const { params, change } = useAddress()
  return (
    <NativeSelect
      label={label}
      value={params.get(name) ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      data={choices.map(({ value, words, count }) => ({
        value,
        label: countedWords(words, count),
      }))}
    />
  )
}

interface PartyFacetProps {
  readonly name?: string
  readonly label?: string
  /** Parties to choose from before any letter is typed, with what each choice gives. */
  readonly choices?: readonly Choice[]
}

/** A party, found by letters of its name. */
export function PartyFacet({ name = 'party', label = 'Party', choices }: PartyFacetProps) {
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
      first={choices?.map(({ value, words, count }) => ({ id: value, name: words, count }))}
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
    />
  )
}
