/**
 * A document that newer versions read again: `rereading` holds a record that they read otherwise, `superseded` says that
 * they did not read it again. Nobody decided either.
 */
export const statements: readonly string[] = [
  `alter table entries drop constraint entries_kind_check`,
  `alter table entries add constraint entries_kind_check check (kind in
    ('record', 'rereading', 'superseded', 'alias', 'acceptance', 'correction', 'withdrawal', 'merge', 'split', 'undo'))`,
  `alter table entries drop constraint entries_check1`,
  `alter table entries add constraint entries_decided_check check
    (kind in ('record', 'rereading', 'superseded', 'alias') or num_nulls(who, decided_at, why) = 0)`,
]
