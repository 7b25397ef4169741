import { useMediaQuery } from '@mantine/hooks'
import type { FacetsView } from '../../../src/api/types.js'
import { useFacets, usePublishers, useVocabulary } from '../api/queries.js'
import type { Query } from '../api/client.js'
import {
  ManyFacet,
  OneOf,
  PartyFacet,
  PeriodFacet,
  PressList,
  TextFacet,
  YearFacet,
} from '../registers/facets.js'
import type { Choice } from '../registers/facets.js'
import { KIND_ORDER, KINDS } from '../words/kinds.js'
import { confidenceWords, plain } from '../words/phrases.js'

const CONFIDENCES = ['0.5', '0.75', '0.9']
const ORDERS = [
  { value: '', words: 'as in the documents' },
  { value: 'newest', words: 'newest first' },
  { value: 'oldest', words: 'oldest first' },
  { value: 'confidence', words: 'surest first' },
]

interface SearchFacetsProps {
  readonly isForRecords: boolean
  /** What records are searched for, by which the choices are counted. */
  readonly asked: Query
}

/** What a search is narrowed to, with what each choice gives. Documents have fewer facets than records. */
export function SearchFacets({ isForRecords, asked }: SearchFacetsProps) {
  const isWide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false })
  return (
    <details className="facets" open={isWide}>
      <summary>Narrow down</summary>
      <div className="facet-list">
        {isForRecords ? <RecordFacets asked={asked} /> : <DocumentFacets />}
        <PeriodFacet />
      </div>
    </details>
  )
}

function DocumentFacets() {
  const publishers = usePublishers().data?.items ?? []
  return (
    <>
      <PartyFacet />
      <ManyFacet
        name="publisher"
        label="Publisher"
        choices={publishers.map(({ publisher, documents }) => ({
          value: publisher,
          words: publisher,
          count: documents,
        }))}
      />
    </>
  )
}

function RecordFacets({ asked }: { asked: Query }) {
  const words = useVocabulary().data
  const facets = useFacets(asked).data
  const press = (name: 'factuality' | 'review', values: readonly string[] = []) =>
    values.map((value) => ({ value, words: plain(value), ...countIn(facets, name, value) }))
  const kinds = KIND_ORDER.map((kind) => ({
    value: kind,
    words: KINDS[kind].many,
    ...countIn(facets, 'kind', kind),
  }))
  return (
    <>
      <PressList name="kind" label="Kind" choices={kinds} />
      <PartyFacet choices={choicesIn(facets?.party)} />
      <PartyFacet name="speaker" label="Speaker" choices={choicesIn(facets?.speaker)} />
      <TextFacet
        name="type"
        label="Type"
        placeholder="CONSULT, trade-turnover, treaty …"
        suggestions={choicesIn(facets?.type)}
      />
      <PressList
        name="factuality"
        label="Factuality"
        choices={press('factuality', words?.factualities)}
      />
      <ManyFacet name="publisher" label="Publisher" choices={choicesIn(facets?.publisher)} />
      <PressList name="review" label="Review" choices={press('review', words?.reviews)} />
      <OneOf
        name="minConfidence"
        label="Confidence at least"
        choices={confidencesIn(facets?.confidence)}
      />
      <OneOf name="order" label="Order" choices={ORDERS} />
      <YearFacet choices={choicesIn(facets?.year).toSorted(latestFirst)} />
    </>
  )
}

type Counts = FacetsView[keyof FacetsView]

function countIn(facets: FacetsView | undefined, name: keyof FacetsView, value: string) {
  if (!facets) return {}
  return { count: facets[name].find((one) => one.value === value)?.count ?? 0 }
}

function choicesIn(counts: Counts = []): Choice[] {
  return counts.map(({ value, name, count }) => ({ value, words: name ?? value, count }))
}

function latestFirst(a: Choice, b: Choice): number {
  return Number(b.value) - Number(a.value)
}

/** “At least” counts the bands above too. */
function confidencesIn(bands: Counts | undefined): Choice[] {
  const choices = CONFIDENCES.map((value) => {
    const words = `${value} – ${confidenceWords(Number(value))}`
    const above = bands?.filter((band) => Number(band.value) >= Number(value))
    return above
      ? { value, words, count: above.reduce((sum, { count }) => sum + count, 0) }
      : { value, words }
  })
  return [{ value: '', words: 'Any' }, ...choices]
}
