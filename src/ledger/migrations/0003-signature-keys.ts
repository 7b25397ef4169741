/**
 * The keys of signatures in a derived table of their own: documents that share one are found by its primary key,
 * whatever the number of documents. (The embedded database has no statistics of its tables, and without them it read
 * every signature in place of the index over `keys`.)
 */
export const statements: readonly string[] = [
  `create table signature_keys (
    key text collate "C" not null,
    document text collate "C" not null,
    primary key (key, document)
  )`,
  `insert into signature_keys select distinct key, document from signatures cross join unnest(keys) as key`,
  `drop index signatures_by_key`,
]
