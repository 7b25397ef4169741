import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { PartyRecord } from '../core/index.js'
import { emptyPage, pagingOf } from './keyset.js'
import type { Sorting } from './keyset.js'
import { countsOf, storableArgument } from './list-records.js'
import type { ListedParty, Page, PageRequest, PartyFilter } from './read-door.js'
import type { Db } from './rows.js'

/** Reads of parties. A party is as first written; its aliases are those of all documents together. */

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
    select record_parties.party, records.kind, count(distinct records.id) as count
    from record_parties join records on records.id = record_parties.record
    where records.review <> 'withdrawn' group by record_parties.party, records.kind) as by_kind
  group by party)`

const ALIASES = sql<string[]>`(
  select coalesce(jsonb_agg(alias order by alias), '[]') from party_aliases
  where party_aliases.party = parties.id)`

const COLUMNS = [
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
    .select(COLUMNS)
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
  const { cursor, limit, order, ...filter } = request
  const paging = pagingOf(SORTINGS[order ?? 'records'], { cursor, limit }, filter)
  if ('code' in paging) return emptyPage(paging)
  const rows = await db
    .selectFrom('parties')
    .leftJoin(NAMED.as('named'), 'named.party', 'parties.id')
    .select(COLUMNS)
    .select([ALIASES.as('aliases'), 'named.kinds as kinds', paging.sortKey.as('sort_key')])
    .where((eb) => eb.and([...conditionsOf(filter), paging.after]))
    .orderBy(paging.orderBy)
    .limit(paging.rowLimit)
    .execute()
  const page = paging.pageOf(rows)
  const items = page.rows.map((row) => ({ ...partyOfRow(row), records: countsOf(row.kinds) }))
  return { items, nextCursor: page.nextCursor, issues: [] }
}

/** A party's row as selected. */
export interface SelectedParty {
  id: string
  name: string
  type: string
  country: string | null
  cameo: string | null
  wikidata: string | null
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

/** Select list of a party's row with its aliases. */
export const PARTY_COLUMNS = COLUMNS

function conditionsOf(filter: PartyFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  const add = (condition: RawBuilder<SqlBool>) => conditions.push(condition)
  if (filter.type !== undefined) add(sql`parties.type = ${filter.type}`)
  if (filter.country !== undefined) add(sql`parties.country = ${storableArgument(filter.country)}`)
  if (filter.text !== undefined) {
    const pattern = `%${storableArgument(filter.text).replace(/[\\%_]/g, '\\$&')}%`
    add(sql`(parties.name ilike ${pattern} or exists (select from party_aliases
      where party_aliases.party = parties.id and party_aliases.alias ilike ${pattern}))`)
  }
  return conditions
}
