import { useState } from 'react'
import type { OpenedParty } from '../../../src/api/types.js'
import { PartySelect } from '../parts/PartySelect.js'
import type { PartyMention } from '../words/parties.js'
import { counted } from '../words/phrases.js'
import { DecisionDialog } from './DecisionDialog.js'
import { WHY_MERGE } from './reasons.js'

interface MergeDialogProps {
  readonly opened: OpenedParty
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Merges a party into another, after saying what will follow. */
export function MergeDialog({ opened: { party, records }, isOpen, onClose }: MergeDialogProps) {
  const [into, setInto] = useState<PartyMention | null>(null)
  const total = Object.values(records).reduce((sum, count) => sum + count, 0)
  return (
    <DecisionDialog
      opened={isOpen}
      onClose={onClose}
      title={`Merge ${party.name} into another party`}
      reasons={WHY_MERGE}
      why={WHY_MERGE[0]}
      submit={into ? `Merge into ${into.name}` : 'Merge'}
      isReady={into !== null}
      decisionOf={(note) => ({
        path: `/parties/${encodeURIComponent(party.id)}/merge`,
        body: { into: into?.id ?? '', ...note },
        said: `Merged: ${party.name} is ${into?.name}`,
      })}
    >
      <PartySelect
        label={`${party.name} is`}
        placeholder="Type a name"
        required
        value={into}
        onChange={setInto}
        without={[party.id]}
      />
      <p>
        {counted(total, 'record')} that {total === 1 ? 'names' : 'name'} <bdi>{party.name}</bdi>{' '}
        will name <bdi>{into ? into.name : 'the other party'}</bdi> instead, and so will those read
        later. Lists, pictures and exports follow. It can be undone.
      </p>
    </DecisionDialog>
  )
}
