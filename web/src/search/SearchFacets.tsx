import { useMediaQuery } from '@mantine/hooks'
import { useVocabulary } from '../api/queries.js'
import { OneOf, PartyFacet, PeriodFacet, PressList, TextFacet } from '../registers/facets.js'
import { KIND_ORDER, KINDS } from '../words/kinds.js'
import { confidenceWords, plain } from '../words/phrases.js'

const KIND_CHOICES = KIND_ORDER.map((kind) => ({ value: kind, words: KINDS[kind].many }))
const CONFIDENCES = [
  { value: '', words: 'Any' },
  ...['0.5', '0.75', '0.9'].map((value) => ({
    value,
    words: `${value} – ${confidenceWords(Number(value))}`,
  })),
]
const ORDERS = [
  { value: '', words: 'as in the documents' },
  { value: 'newest', words: 'newest first' },
  { value: 'oldest', words: 'oldest first' },
  { value: 'confidence', words: 'surest first' },
]

/** What a search is narrowed to. Documents have fewer facets than records. */
export function SearchFacets({ isForRecords }: { isForRecords: boolean }) {
  const isWide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false })
  return (
    <details className="facets" open={isWide}>
      <summary>Narrow down</summary>
      <div className="facet-list">
        {isForRecords && <PressList name="kind" label="Kind" choices={KIND_CHOICES} />}
        <PartyFacet />
        {isForRecords && <RecordFacets />}
        <PeriodFacet />
      </div>
    </details>
  )
}

function RecordFacets() {
  const words = useVocabulary().data
  const choices = (values: readonly string[] = []) =>
    values.map((value) => ({ value, words: plain(value) }))
  return (
    <>
      <TextFacet
        name="type"
        label="Type"
        placeholder="CONSULT, trade-turnover, treaty …"
        suggestions={words?.events ?? []}
      />
      <PressList name="factuality" label="Factuality" choices={choices(words?.factualities)} />
      <PressList name="review" label="Review" choices={choices(words?.reviews)} />
      <OneOf name="minConfidence" label="Confidence at least" choices={CONFIDENCES} />
      <OneOf name="order" label="Order" choices={ORDERS} />
    </>
  )
}
