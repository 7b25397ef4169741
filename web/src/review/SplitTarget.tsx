import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import type { PartyView, SplitDecision } from '../../../src/api/types.js'
import { useVocabulary } from '../api/queries.js'
import { PartySelect } from '../parts/PartySelect.js'
import type { PartyMention } from '../words/parties.js'
import { plain } from '../words/phrases.js'

/** Whom split records mean, while it is chosen: a party that is there, or a new one. */
export interface SplitTarget {
  readonly isNew: boolean
  readonly known: PartyMention | null
  readonly name: string
  readonly type: PartyView['type'] | null
  readonly country: string
}

export const EMPTY_TARGET: SplitTarget = {
  isNew: false,
  known: null,
  name: '',
  type: null,
  country: '',
}

/** Is it said who is meant? */
export function isWhole({ isNew, known, name }: SplitTarget): boolean {
  return isNew ? name.trim() !== '' : known !== null
}

/** Whom split records mean, in a word. */
export function targetName({ isNew, known, name }: SplitTarget): string {
  return isNew ? name.trim() : (known?.name ?? '')
}

/** Whom split records mean, as the server takes it. Without a type, a new party is a group. */
export function targetOf({ isNew, known, name, type, country }: SplitTarget): SplitDecision['as'] {
  if (!isNew) return { id: known?.id ?? '' }
  return { name, type: type ?? 'group', country: country.trim().toUpperCase() || null }
}

interface SplitTargetProps {
  readonly target: SplitTarget
  /** The party that is split: a new one is offered with its type and country. */
  readonly party: PartyView
  readonly onChange: (target: SplitTarget) => void
}

/** Who is meant: one of the ledger's parties, or one by name, type and country. */
export function SplitTargetFields({ target, party, onChange }: SplitTargetProps) {
  const change = (changed: Partial<SplitTarget>) => onChange({ ...target, ...changed })
  return (
    <fieldset className="split-target">
      <legend>They mean</legend>
      <SegmentedControl
        aria-label="They mean"
        value={target.isNew ? 'new' : 'known'}
        data={[
          { value: 'known', label: 'A party of the ledger' },
          { value: 'new', label: 'A new party' },
        ]}
        onChange={(value) =>
          change({
            isNew: value === 'new',
            type: target.type ?? party.type,
            country: target.country || (party.country ?? ''),
          })
        }
      />
      {target.isNew ? (
        <NewParty target={target} change={change} />
      ) : (
        <PartySelect
          label="Party"
          placeholder="Type a name"
          required
          value={target.known}
          onChange={(known) => change({ known })}
          without={[party.id]}
        />
      )}
    </fieldset>
  )
}

interface NewPartyProps {
  readonly target: SplitTarget
  readonly change: (changed: Partial<SplitTarget>) => void
}

function NewParty({ target, change }: NewPartyProps) {
  const types = useVocabulary().data?.partyTypes ?? []
  return (
    <>
      <TextInput
        label="Name"
        required
        maxLength={500}
        value={target.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label="Type"
        value={target.type ?? ''}
        data={types.map((value) => ({ value, label: plain(value) }))}
        onChange={(event) =>
          change({ type: types.find((type) => type === event.currentTarget.value) ?? null })
        }
      />
      <TextInput
        label="Country"
        description="Three letters, such as KAZ; empty where it has none."
        maxLength={3}
        value={target.country}
        onChange={(event) => change({ country: event.currentTarget.value })}
      />
    </>
  )
}
