import { CloseButton } from '@mantine/core'
import { PartySelect } from '../parts/PartySelect.js'
import type { PartyMention } from '../words/parties.js'
import type { NameOf } from '../words/phrases.js'

interface PartiesFieldProps {
  readonly label: string
  readonly parties: readonly PartyMention[]
  readonly nameOf: NameOf
  readonly onChange: (parties: readonly PartyMention[]) => void
}

/** The parties of one part of a record: each can be taken out, others of the ledger are found by typing. */
export function PartiesField({ label, parties, nameOf, onChange }: PartiesFieldProps) {
  return (
    <fieldset className="parties-field">
      <legend>{label}</legend>
      {parties.length > 0 && (
        <ul className="plain-list chosen-parties">
          {parties.map((party) => (
            <li key={`${party.id} ${party.name}`}>
              <bdi>{nameOf(party)}</bdi>
              <CloseButton
                size="sm"
                aria-label={`Take ${nameOf(party)} out of: ${label}`}
                onClick={() => onChange(parties.filter((other) => other !== party))}
              />
            </li>
          ))}
        </ul>
      )}
      <PartySelect
        label={`Add to: ${label}`}
        placeholder="Type a name"
        value={null}
        onChange={(party) => party && onChange([...parties, { id: party.id, name: party.name }])}
        without={parties.map(({ id }) => id)}
      />
    </fieldset>
  )
}
