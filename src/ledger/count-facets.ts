import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import { REVIEWS } from '../core/index.js'
import { conditionsOf } from './list-records.js'
import type { FacetCount, FacetName, RecordFacets, RecordFilter } from './read-door.js'
import { CONFIDENCE_BANDS, FACET_NAMES } from './read-door.js'
import type { Db } from './rows.js'

/** Values of a facet at most: those with most records. */
const MOST_VALUES = 100

/**
 * What each facet asks of its own filter: nothing, so that its counts say what another choice would give. (Without a
 * filter of review, lists leave withdrawn records out.)
 */
const OWN_FILTERS: Readonly<Record<FacetName, RecordFilter>> = {
  kind: { kind: undefined },
  type: { type: undefined },
  factuality: { factuality: undefined },
  review: { review: REVIEWS },
  party: { party: undefined },
  speaker: { speaker: undefined },
  publisher: { publisher: undefined },
  year: { from: undefined, to: undefined },
  confidence: { minConfidence: undefined },
}

/** A record counts in every year that its time touches, as the filters `from` and `to` find it. */
const YEARS = sql`generate_series(substr(records.time_start, 1, 4)::int, substr(records.time_end, 1, 4)::int)`

const BAND = sql`case ${sql.join(
  CONFIDENCE_BANDS.map(
    (least) => sql`when records.confidence >= ${sql.lit(least)} then ${sql.lit(String(least))}`,
  ),
  sql` `,
)} end`

interface FacetQuery {
  /** The value, as text, over `records` and what is joined to it. */
  readonly value: RawBuilder<unknown>
  /** What the value is called, where it is an id. */
  readonly name?: RawBuilder<unknown>
  readonly join?: RawBuilder<unknown>
}

const NAME_OF_PARTY = sql`(select parties.name from parties where parties.id = facet.value)`

const QUERIES: Readonly<Record<FacetName, FacetQuery>> = {
  kind: { value: sql`records.kind` },
  type: { value: sql`records.type` },
  factuality: { value: sql`records.factuality` },
  review: { value: sql`records.review` },
  party: {
    value: sql`named.party`,
    name: NAME_OF_PARTY,
    join: sql`join (select distinct party, record from record_parties) as named on named.record = records.id`,
  },
  speaker: {
    value: sql`named.party`,
    name: NAME_OF_PARTY,
    join: sql`join (select distinct party, record from record_parties where slot in ('speaker', 'attribution')) as named
      on named.record = records.id`,
  },
  publisher: {
    value: sql`documents.publisher`,
    join: sql`join documents on documents.id = records.document`,
  },
  year: {
    value: sql`lpad(years.year::text, 4, '0')`,
    join: sql`cross join lateral ${YEARS} as years(year)`,
  },
  confidence: { value: BAND },
}

/** See `LedgerReader.countFacets`. */
export async function countFacets(db: Db, filter: RecordFilter): Promise<RecordFacets> {
  const counted = await Promise.all(
    FACET_NAMES.map(async (facet) => [facet, await countsOf(db, facet, filter)]),
  )
  return Object.fromEntries(counted) as RecordFacets
}

async function countsOf(db: Db, facet: FacetName, filter: RecordFilter): Promise<FacetCount[]> {
  const { value, name, join } = QUERIES[facet]
  const conditions: RawBuilder<SqlBool>[] = conditionsOf({ ...filter, ...OWN_FILTERS[facet] })
  const { rows } = await sql<FacetCount>`
    select facet.value, ${name ?? sql`null`} as name, facet.count from (
      select ${value} as value, count(*) as count from records ${join ?? sql``}
      where ${sql.join(conditions, sql` and `)} group by 1
    ) as facet
    where facet.value is not null
    order by facet.count desc, facet.value collate "C" limit ${MOST_VALUES}`.execute(db)
  return rows
}
