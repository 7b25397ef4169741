/**
 * What people decide about parties. Derived tables, made from the entries of kind `merge` and `split` and their undoing:
 * `merged_parties` (each party that was merged, into whom, and the party that it counts as at the end of the chain),
 * `made_parties` (parties that a split brought in), `former_parties` (parties that a record named before merges and
 * splits, so that these find the records which they touch).
 */
export const statements: readonly string[] = [
  `create table merged_parties (
    party text collate "C" primary key,
    merged_into text collate "C" not null,
    current text collate "C" not null
  )`,
  `create index merged_parties_by_current on merged_parties (current)`,
  `create table made_parties (party text collate "C" primary key)`,
  `create table former_parties (
    party text collate "C" not null,
    record text collate "C" not null,
    primary key (party, record)
  )`,
  `create index former_parties_by_record on former_parties (record)`,
  `create index entries_of_decisions on entries (sequence) where who is not null`,
  `create index entries_of_party_decisions on entries (sequence) where who is not null and party is not null`,
]
