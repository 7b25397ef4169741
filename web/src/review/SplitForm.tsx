import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PartyView, RecordView } from '../../../src/api/types.js'
import { useRecords } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, Waiting } from '../parts/states.js'
import { KINDS } from '../words/kinds.js'
import { counted, headlineOf, timeWords, typeWords } from '../words/phrases.js'
import { DecisionForm } from './DecisionForm.js'
import { WHY_SPLIT } from './reasons.js'
import { EMPTY_TARGET, isWhole, SplitTargetFields, targetName, targetOf } from './SplitTarget.js'

interface SplitFormProps {
  readonly party: PartyView
  readonly onDone: () => void
}

/** Splits a party: the records that mean another one, and who that is. */
export function SplitForm({ party, onDone }: SplitFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [target, setTarget] = useState(EMPTY_TARGET)
  return (
    <section className="split-form" aria-label="Split the party">
      <h2 className="section-heading">Split</h2>
      <DecisionForm
        reasons={WHY_SPLIT}
        why={WHY_SPLIT[0]}
        submit={`Split off ${counted(chosen.length, 'record')}`}
        isReady={chosen.length > 0 && isWhole(target)}
        decisionOf={(note) => ({
          path: `/parties/${encodeURIComponent(party.id)}/split`,
          body: { records: [...chosen], as: targetOf(target), ...note },
          said: `Split: in ${counted(chosen.length, 'record')} ${party.name} is ${targetName(target)}`,
        })}
        onKept={onDone}
        onCancel={onDone}
      >
        <p>
          Choose the records that mean another party than this <bdi>{party.name}</bdi>, and say who
          it is. Lists, pictures and exports follow. It can be undone.
        </p>
        <RecordChoice party={party.id} chosen={chosen} onChange={setChosen} />
        <SplitTargetFields target={target} party={party} onChange={setTarget} />
      </DecisionForm>
    </section>
  )
}

interface RecordChoiceProps {
  readonly party: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function RecordChoice({ party, chosen, onChange }: RecordChoiceProps) {
  const list = useRecords({ party, order: 'newest' })
  if (list.isPending) return <Waiting />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const records = list.data.pages.flatMap((page) => page.items)
  return (
    <fieldset className="record-choice">
      <legend>Records that mean another party</legend>
      {records.map((record) => (
        <Checkbox
          key={record.id}
          label={<RecordWords record={record} />}
          checked={chosen.includes(record.id)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? [...chosen, record.id]
                : chosen.filter((id) => id !== record.id),
            )
          }
        />
      ))}
      <MoreButton list={list} noun="records" />
    </fieldset>
  )
}

function RecordWords({ record }: { record: RecordView }) {
  return (
    <>
      {typeWords(record) ?? KINDS[record.kind].one}
      {record.time && <span className="quiet"> {timeWords(record.time)}</span>}:{' '}
      <bdi>{headlineOf(record)}</bdi>{' '}
      <q className="quiet" dir="auto">
        {record.evidence.map(({ text }) => text).join(' … ')}
      </q>
    </>
  )
}
