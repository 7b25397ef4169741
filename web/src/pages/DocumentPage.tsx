import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import type { OpenedDocument, RecordView } from '../../../src/api/types.js'
import { useDocument, useRecord } from '../api/queries.js'
import { DocumentHeader } from '../document/DocumentHeader.js'
import { FilterBar } from '../document/FilterBar.js'
import { MarkedText } from '../document/MarkedText.js'
import { RecordCard } from '../document/RecordCard.js'
import { RecordPanel } from '../document/RecordPanel.js'
import { SelectionNews } from '../document/SelectionNews.js'
import { useRecordKeys } from '../document/use-record-keys.js'
import { useScrollToRecord } from '../document/use-scroll-to-record.js'
import { PendingPage } from '../parts/PendingPage.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import type { Evidence } from '../review/WordsField.js'
import { useFoundWords } from '../search/use-found-words.js'
import { kindsIn } from '../words/kinds.js'
import { namesParty } from '../words/parties.js'

/** A document with its records marked in the text, and the selected record's card beside it. */
export function DocumentPage() {
  const { id = '' } = useParams()
  const opened = useDocument(id)
  useTitle(opened.data && (opened.data.document.title ?? 'Without a title'))
  if (opened.isError || !opened.data) return <PendingPage asked={opened} lines={14} />
  return <DocumentView opened={opened.data} />
}

function DocumentView({ opened }: { opened: OpenedDocument }) {
  const { params, change } = useAddress()
  const kind = params.get('kind')
  const party = params.get('party')
  const shown = useMemo(() => {
    const kinds = kindsIn(kind)
    return opened.records.filter(
      (record) =>
        (kinds.length === 0 || kinds.includes(record.kind)) &&
        (party === null || namesParty(record, party)),
    )
  }, [opened, kind, party])
  const kept = useSelected(opened)
  const [words, setWords] = useState<readonly Evidence[] | null>(null)
  // While a record is corrected, the text marks the words that are chosen for it.
  const selected = useMemo(
    () => (kept && words ? { ...kept, evidence: [...words] } : kept),
    [kept, words],
  )
  const marked = useMemo(() => withSelected(shown, selected), [shown, selected])
  const select = (record: string | null) => change({ record }, { replace: true })
  useRecordKeys(marked, select, words === null)
  useScrollToRecord(selected?.id ?? null)
  useFoundWords('.text', params.get('text'), selected === null)
  return (
    <div className="page page-wide">
      <DocumentHeader opened={opened} />
      <FilterBar opened={opened} shown={shown.length} />
      <div className="reading" data-selected={selected !== null}>
        <MarkedText
          opened={opened}
          records={marked}
          selected={selected}
          isChoosing={words !== null}
        />
        <aside className="beside" aria-label={kept ? 'Selected record' : 'Records'}>
          {kept ? (
            <RecordCard
              key={kept.id}
              record={kept}
              opened={opened}
              onClose={() => select(null)}
              onWords={setWords}
            />
          ) : (
            <RecordPanel records={shown} total={opened.records.length} parties={opened.parties} />
          )}
        </aside>
      </div>
      <SelectionNews records={marked} selected={selected} />
    </div>
  )
}

/** The record that the address selects; one that the document's list leaves out (withdrawn) is asked for by itself. */
function useSelected({ document, records }: OpenedDocument): RecordView | null {
  const { params } = useAddress()
  const id = params.get('record')
  const listed = records.find((record) => record.id === id)
  const asked = useRecord(id !== null && !listed ? id : null)
  if (listed) return listed
  const record = asked.data?.record
  return record && record.document === document.id && record.id === id ? record : null
}

function withSelected(shown: readonly RecordView[], selected: RecordView | null) {
  if (!selected || shown.includes(selected)) return shown
  const others = shown.filter(({ id }) => id !== selected.id)
  return [...others, selected].sort((a, b) => startOf(a) - startOf(b))
}

function startOf(record: RecordView): number {
  return record.evidence[0]?.start ?? 0
}
