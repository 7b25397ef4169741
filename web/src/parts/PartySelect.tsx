import { Select } from '@mantine/core'
import type { SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { ListedPartyView } from '../../../src/api/types.js'
import { useParties } from '../api/queries.js'
import type { PartyMention } from '../words/parties.js'
import { plain } from '../words/phrases.js'

const TYPING_PAUSE_MS = 350

interface PartySelectProps extends Pick<
  SelectProps,
  'label' | 'placeholder' | 'clearable' | 'clearButtonProps' | 'required' | 'comboboxProps'
> {
  readonly value: PartyMention | null
  readonly onChange: (party: PartyMention | null) => void
  /** Parties that are not offered. */
  readonly without?: readonly string[]
  /** Parties that are offered before any letter is typed, with what each choice gives; else those with most records. */
  readonly first?: readonly CountedParty[]
}

interface CountedParty extends PartyMention {
  readonly count?: number
}

/** A party of the ledger, found by letters of its name. */
export function PartySelect({ value, onChange, without = [], first, ...rest }: PartySelectProps) {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS)
  const isTyped = asked !== '' && asked !== value?.name
  const found = useParties(isTyped ? asked : '').data?.items ?? []
  const counted = isTyped ? undefined : first
  const offered: readonly PartyMention[] = (counted ?? found).filter(
    ({ id }) => !without.includes(id),
  )
  const isThere = value === null || offered.some(({ id }) => id === value.id)
  const parties: readonly PartyMention[] = isThere ? offered : [value, ...offered]
  const choose = (id: string | null) => {
    onChange(parties.find((party) => party.id === id) ?? null)
    // Where the choice goes elsewhere, the field is free for the next one.
    if (value === null) setTyped('')
  }
  return (
    <Select
      {...rest}
      searchable
      value={value?.id ?? null}
      onChange={choose}
      data={parties.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has looked for the letters already.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      renderOption={({ option }) => (
        <PartyOption
          name={option.label}
          party={found.find(({ id }) => id === option.value)}
          count={counted?.find(({ id }) => id === option.value)?.count}
        />
      )}
      nothingFoundMessage="No party of that name"
    />
  )
}

interface PartyOptionProps {
  readonly name: string
  readonly party: ListedPartyView | undefined
  readonly count: number | undefined
}

/** Parties may have the same name: what they are tells them apart. */
function PartyOption({ name, party, count }: PartyOptionProps) {
  if (count !== undefined)
    return (
      <span>
        <bdi>{name}</bdi> <span className="quiet">({count})</span>
      </span>
    )
  return (
    <span>
      <bdi>{name}</bdi>{' '}
      {party && (
        <span className="quiet">
          {plain(party.type)}
          {party.country && `, ${party.country}`}
        </span>
      )}
    </span>
  )
}
