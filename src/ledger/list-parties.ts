import { sql } from 'kysely'
import type { RawBuilder, Selectable, SqlBool } from 'kysely'
import type { PartyRecord } from '../core/index.js'
import type { Sorting } from './keyset.js'
import { listPage } from './list-page.js'
import { countsOf, storableArgument } from './list-records.js'
import type { ListedParty, Page, PageRequest, PartyFilter } from './read-door.js'
import type { Db } from './rows.js'
import type { PartyRow } from './tables.js'

/**
 * Reads of parties. A party is as first written; its aliases are those of all documents together, and the names and
 * aliases of the parties that were merged into it.
 */

const SORTINGS: Readonly<Record<NonNullable<PartyFilter['order']>, Sorting>> = {
  name: {
    direction: 'asc',
    keys: [
      { expression: 'parties.name', type: 'text' },
      { expression: 'parties.id', type: 'text' },
    ],
  },
  records: {
    direction: 'desc',
    keys: [
      { expression: 'coalesce(named.total, 0)', type: 'int8' },
      { expression: 'parties.id', type: 'text' },
    ],
  },
}

/** How many records name each party, withdrawn ones left out: in all, and by kind. */
const NAMED = sql<{ party: string; total: number; kinds: Record<string, number> }>`(
  select party, sum(count)::bigint as total, jsonb_object_agg(kind, count) as kinds from (
    select named.party, records.kind, count(*) as count
    from (select distinct party, record from record_parties) as named
      join records on records.id = named.record
    where records.review <> 'withdrawn' group by named.party, records.kind) as by_kind
  group by party)`

const ALIASES = sql<string[]>`(
  select coalesce(jsonb_agg(alias order by alias), '[]') from (
    select alias from party_aliases where party_aliases.party = parties.id
    union select alias from merged_parties as merged
      join party_aliases on party_aliases.party = merged.party where merged.current = parties.id
    union select other.name from merged_parties as merged
      join parties as other on other.id = merged.party
      where merged.current = parties.id and other.name <> parties.name) as names)`

/** Parties that a split brought in, and that nothing names now that it was undone. */
const UNNAMED = sql`
  select made.party from made_parties as made
  where not exists (select from record_parties where record_parties.party = made.party)
    and not exists (select from party_aliases where party_aliases.party = made.party)`

/** Parties that something names, merged ones included: whom the ledger knows. */
export const IS_NAMED = sql<SqlBool>`parties.id not in (${UNNAMED})`

/** Parties that lists and exports have: neither merged into another nor named by nothing since a split was undone. */
export const IS_LISTED = sql<SqlBool>`
  parties.id not in (select party from merged_parties union all ${UNNAMED})`

/** Select list of a party's row, to which its aliases are to be added. */
export const PARTY_COLUMNS = [
  'parties.id',
  'parties.name',
  'parties.type',
  'parties.country',
  'parties.cameo',
  'parties.wikidata',
] as const

/** See `LedgerReader.getParty`. */
export async function getParty(db: Db, id: string): Promise<PartyRecord | null> {
  const row = await db
    .selectFrom('parties')
    .select(PARTY_COLUMNS)
    .select(ALIASES.as('aliases'))
    .where('id', '=', storableArgument(id))
    .executeTakeFirst()
  return row ? partyOfRow(row) : null
}

/** See `LedgerReader.listParties`. */
export async function listParties(
  db: Db,
  request: PartyFilter & PageRequest,
): Promise<Page<ListedParty>> {
  const { order, ...asked } = request
  const sorting = SORTINGS[order ?? 'records']
  const page = await listPage(sorting, asked, conditionsOf, (sortKey) =>
    db
      .selectFrom('parties')
      .leftJoin(NAMED.as('named'), 'named.party', 'parties.id')
      .select(PARTY_COLUMNS)
      .select([ALIASES.as('aliases'), 'named.kinds as kinds', sortKey.as('sort_key')]),
  )
  const items = page.items.map((row) => ({ ...partyOfRow(row), records: countsOf(row.kinds) }))
  return { ...page, items }
}

/** A party's row as selected. */
type SelectedParty = Omit<Selectable<PartyRow>, 'sequence' | 'first_document'> & {
  aliases: string[]
}

/** The party of a row, its fields in the schema's order. */
export function partyOfRow(row: SelectedParty): PartyRecord {
  return {
    kind: 'party',
    id: row.id,
    name: row.name,
    type: row.type as PartyRecord['type'],
    country: row.country,
    cameo: row.cameo,
    aliases: row.aliases,
    wikidata: row.wikidata,
  }
}

function conditionsOf(filter: PartyFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [IS_LISTED]
  const add = (condition: RawBuilder<SqlBool>) => conditions.push(condition)
  if (filter.type !== undefined) add(sql`parties.type = ${filter.type}`)
  if (filter.country !== undefined) add(sql`parties.country = ${storableArgument(filter.country)}`)
  if (filter.text !== undefined) {
    const pattern = `%${storableArgument(filter.text).replace(/[\\%_]/g, '\\$&')}%`
    add(sql`(parties.name ilike ${pattern} or exists (select from party_aliases
      where party_aliases.party = parties.id and party_aliases.alias ilike ${pattern})
      or parties.id in (select merged.current from merged_parties as merged
        join parties as other on other.id = merged.party
        left join party_aliases on party_aliases.party = merged.party
        where other.name ilike ${pattern} or party_aliases.alias ilike ${pattern}))`)
  }
  return conditions
}
