import { Select } from '@mantine/core'
import { useMemo } from 'react'
import type { OpenedDocument, RecordCountsView } from '../../../src/api/types.js'
import { useAddress } from '../parts/use-address.js'
import { KIND_ORDER } from '../words/kinds.js'
import { namesParty } from '../words/parties.js'
import { counted } from '../words/phrases.js'
import { KindFilter } from './KindFilter.js'

/** The filters of a document's records: by kind (the legend) and by party. Both are in the address. */
export function FilterBar({ opened, shown }: { opened: OpenedDocument; shown: number }) {
  const { params, change } = useAddress()
  const party = params.get('party')
  const counts = useMemo(() => countsOf(opened), [opened])
  const options = useMemo(() => partyOptions(opened), [opened])
  return (
    <div className="filter-bar">
      <KindFilter counts={counts} />
      <Select
        aria-label="Show only records that name this party"
        placeholder="All parties"
        searchable
        clearable
        nothingFoundMessage="No record here names such a party"
        value={party}
        data={options}
        onChange={(value) => change({ party: value })}
        clearButtonProps={{ 'aria-label': 'All parties' }}
      />
      <span className="filter-count" role="status">
        {shown === opened.records.length
          ? counted(shown, 'record')
          : `${shown} of ${counted(opened.records.length, 'record')}`}
      </span>
    </div>
  )
}

function countsOf({ records }: OpenedDocument): RecordCountsView {
  const counts = Object.fromEntries(KIND_ORDER.map((kind) => [kind, 0])) as RecordCountsView
  for (const { kind } of records) counts[kind] += 1
  return counts
}

function partyOptions({ parties, records }: OpenedDocument) {
  return parties.map(({ id, name }) => {
    const count = records.filter((record) => namesParty(record, id)).length
    return { value: id, label: `${name} (${count})` }
  })
}
