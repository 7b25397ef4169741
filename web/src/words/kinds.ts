import type { RecordKindView } from '../../../src/api/types.js'

interface KindWords {
  readonly one: string
  readonly many: string
  /** The mark beside the words, so that colour is never the only sign. */
  readonly letter: string
}

/** The kinds as the page names and marks them, in the order of their lines under the words: widest stretches first. */
export const KINDS: Readonly<Record<RecordKindView, KindWords>> = {
  statement: { one: 'Statement', many: 'Statements', letter: 'S' },
  event: { one: 'Event', many: 'Events', letter: 'E' },
  agreement: { one: 'Agreement', many: 'Agreements', letter: 'A' },
  relation: { one: 'Relation', many: 'Relations', letter: 'R' },
  figure: { one: 'Figure', many: 'Figures', letter: 'F' },
  role: { one: 'Role', many: 'Roles', letter: 'O' },
}

export const KIND_ORDER = Object.keys(KINDS) as readonly RecordKindView[]

/** The kinds named in a comma list; unknown names are left out. */
export function kindsIn(list: string | null): RecordKindView[] {
  const named = (list ?? '').split(',')
  return KIND_ORDER.filter((kind) => named.includes(kind))
}
