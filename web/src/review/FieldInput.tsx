import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { RecordView } from '../../../src/api/types.js'
import { useVocabulary } from '../api/queries.js'
import { PartySelect } from '../parts/PartySelect.js'
import type { PartyMention } from '../words/parties.js'
import type { NameOf } from '../words/phrases.js'
import { plain } from '../words/phrases.js'
import type { Draft } from './draft.js'
import type { CorrectableField, ListName } from './fields.js'
import { PartiesField } from './PartiesField.js'
import type { RecordTime } from './periods.js'
import { TimeField } from './TimeField.js'

interface FieldInputProps {
  readonly field: CorrectableField
  readonly draft: Draft
  readonly before: RecordView
  readonly nameOf: NameOf
  readonly onChange: (changed: Draft) => void
}

type Attribution = NonNullable<RecordView['attribution']>

/** The input of one field of a correction, by what the field holds. */
export function FieldInput({ field, draft, before, nameOf, onChange }: FieldInputProps) {
  const { name, label, input } = field
  const value = draft[name]
  const set = (next: unknown) => onChange({ [name]: next })
  switch (input) {
    case 'parties':
      return (
        <PartiesField
          label={label}
          parties={value as readonly PartyMention[]}
          nameOf={nameOf}
          onChange={set}
        />
      )
    case 'party':
      return <OneParty field={field} party={value as PartyMention | null} {...{ nameOf, set }} />
    case 'speaker': {
      const said = value as Attribution | null
      const chain = said?.chain ?? before.attribution?.chain ?? []
      return (
        <OneParty
          field={field}
          party={said && said.speaker}
          nameOf={nameOf}
          set={(speaker) => set(speaker && { speaker, chain })}
        />
      )
    }
    case 'time':
      return <TimeField time={value as RecordTime | null} before={before.time} onChange={set} />
    case 'choice':
      return <OneOfList {...{ field, draft, value, onChange }} />
    case 'text':
    case 'long-text':
    case 'number':
      return <TypedInput {...{ field, value, set }} />
  }
}

interface OnePartyProps {
  readonly field: CorrectableField
  readonly party: PartyMention | null
  readonly nameOf: NameOf
  readonly set: (party: PartyMention | null) => void
}

function OneParty({ field: { label, optional = false }, party, nameOf, set }: OnePartyProps) {
  return (
    <PartySelect
      label={label}
      placeholder="Type a name"
      clearable={optional}
      clearButtonProps={{ 'aria-label': `None: ${label}` }}
      value={party && { id: party.id, name: nameOf(party) }}
      onChange={(chosen) => {
        if (chosen || optional) set(chosen && { id: chosen.id, name: chosen.name })
      }}
    />
  )
}

interface OneOfListProps extends Pick<FieldInputProps, 'field' | 'draft' | 'onChange'> {
  readonly value: unknown
}

function OneOfList({ field, draft, value, onChange }: OneOfListProps) {
  const { name, label, list, optional } = field
  const known = useList(list, draft)
  const chosen = typeof value === 'string' ? value : ''
  const values = known.includes(chosen) || chosen === '' ? known : [chosen, ...known]
  const data = values.map((each) => ({ value: each, label: plain(each) }))
  return (
    <NativeSelect
      label={label}
      value={chosen}
      data={optional ? [{ value: '', label: 'none' }, ...data] : data}
      onChange={(event) => {
        const next = event.currentTarget.value || null
        // The mode belongs to the type: another type begins without one.
        onChange(name === 'event' ? { event: next, mode: null } : { [name]: next })
      }}
    />
  )
}

interface TypedInputProps {
  readonly field: CorrectableField
  readonly value: unknown
  readonly set: (value: string | null) => void
}

function TypedInput({ field: { label, input, list, optional }, value, set }: TypedInputProps) {
  const known = useList(list, {})
  const typed = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const change = (next: string) => set(optional && next === '' ? null : next)
  if (list) return <Autocomplete label={label} value={typed} data={known} onChange={change} />
  if (input === 'long-text')
    return (
      <Textarea
        label={label}
        rows={4}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
      />
    )
  return (
    <TextInput
      label={label}
      inputMode={input === 'number' ? 'decimal' : undefined}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** What a field's value may come from; the modes are those of the type that the draft has. */
function useList(list: ListName | undefined, draft: Draft): readonly string[] {
  const words = useVocabulary().data
  if (!words || !list) return []
  return list === 'modes' ? (words.modes[String(draft['event'])] ?? []) : words[list]
}
