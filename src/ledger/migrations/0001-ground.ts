/**
 * The first tables. Ground tables (documents, parties, entries, issues, signatures, reports) are only ever added to, and
 * their triggers refuse the rest. Derived tables (records, record_parties, party_aliases) hold what the entries come to,
 * so that queries are quick; they can be rebuilt from the entries at any time.
 *
 * Text that is sorted or paged over is `collate "C"`, so that its order is the same on every machine.
 */

const REFUSAL = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'Correct or withdraw by a later entry.';
end
$$`

const DOCUMENTS = `
create table documents (
  sequence bigint generated always as identity unique,
  id text collate "C" primary key,
  source text not null,
  title text,
  publisher text,
  url text,
  published text collate "C",
  published_basis text,
  place text,
  language text not null,
  cited_sources jsonb not null,
  byline text,
  text text not null,
  duplicate_of text collate "C",
  appended_at timestamptz not null default now(),
  -- A tsvector holds one megabyte at most: the words after the first 150,000 characters are not searched.
  search tsvector not null generated always as
    (to_tsvector('english', left(coalesce(title, '') || ' ' || text, 150000))) stored
)`

const PARTIES = `
create table parties (
  sequence bigint generated always as identity unique,
  id text collate "C" primary key,
  name text collate "C" not null,
  type text not null,
  country text,
  cameo text,
  wikidata text,
  first_document text collate "C" not null references documents (id),
  appended_at timestamptz not null default now()
)`

const ENTRIES = `
create table entries (
  sequence bigint generated always as identity unique,
  id text collate "C" primary key,
  kind text not null check (kind in
    ('record', 'alias', 'acceptance', 'correction', 'withdrawal', 'merge', 'split', 'undo')),
  record text collate "C",
  document text collate "C" references documents (id),
  party text collate "C" references parties (id),
  body jsonb not null,
  who text,
  decided_at text,
  why text,
  appended_at timestamptz not null default now(),
  check (num_nonnulls(record, party) = 1),
  check (kind in ('record', 'alias') or num_nulls(who, decided_at, why) = 0)
)`

const ISSUES = `
create table issues (
  sequence bigint generated always as identity unique,
  id text collate "C" primary key,
  document text collate "C" not null references documents (id),
  code text not null,
  severity text not null,
  place text not null,
  message text not null,
  advice text,
  appended_at timestamptz not null default now()
)`

const SIGNATURES = `
create table signatures (
  document text collate "C" primary key references documents (id),
  keys text[] not null,
  sketch jsonb not null
)`

const REPORTS = `
create table reports (
  fingerprint text collate "C" primary key,
  document text collate "C" not null references documents (id),
  appended_at timestamptz not null default now()
)`

const RECORDS = `
create table records (
  id text collate "C" primary key,
  sequence bigint not null,
  kind text not null,
  document text collate "C" not null,
  position integer not null,
  type text,
  factuality text not null,
  time_start text collate "C",
  time_end text collate "C",
  confidence double precision not null,
  review text not null,
  body jsonb not null,
  search tsvector not null
)`

const RECORD_PARTIES = `
create table record_parties (
  party text collate "C" not null,
  record text collate "C" not null,
  slot text not null,
  primary key (party, record, slot)
)`

const PARTY_ALIASES = `
create table party_aliases (
  party text collate "C" not null,
  alias text collate "C" not null,
  primary key (party, alias)
)`

const INDEXES = [
  `create index documents_by_date on documents ((coalesce(published, '')), id)`,
  `create index documents_by_words on documents using gin (search)`,
  `create index entries_by_record on entries (record, sequence) where record is not null`,
  `create index entries_by_party on entries (party, sequence) where party is not null`,
  `create index issues_by_document on issues (document, sequence)`,
  `create index signatures_by_key on signatures using gin (keys)`,
  `create index records_by_document on records (document, position, id)`,
  `create index records_by_kind on records (kind, type)`,
  `create index records_by_time on records ((coalesce(time_start, '')), id)`,
  `create index records_by_confidence on records (confidence, id)`,
  `create index records_by_words on records using gin (search)`,
  `create index record_parties_by_record on record_parties (record)`,
  `create index parties_by_name on parties (name, id)`,
]

const GROUND_TABLES = ['documents', 'parties', 'entries', 'issues', 'signatures', 'reports']

/** By statement, so that a refusal does not depend on rows being hit; `always`, so that no session setting skips it. */
const refusalsOf = (table: string): string[] => [
  `create trigger ${table}_append_only before update or delete or truncate on ${table}
     for each statement execute function refuse_change()`,
  `alter table ${table} enable always trigger ${table}_append_only`,
]

/** SQL statements of the migration, run in order in one transaction. */
export const statements: readonly string[] = [
  REFUSAL,
  DOCUMENTS,
  PARTIES,
  ENTRIES,
  ISSUES,
  SIGNATURES,
  REPORTS,
  RECORDS,
  RECORD_PARTIES,
  PARTY_ALIASES,
  ...INDEXES,
  ...GROUND_TABLES.flatMap(refusalsOf),
]
