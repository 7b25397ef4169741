import type { PositionItemView, PositionView } from '../../../src/api/types.js'
import type { PictureTable } from '../pictures/table.js'
import { dayWords } from '../words/phrases.js'

/** Positions, said in words and as rows. */

export type Stance = PositionItemView['stance']

export const STANCES: Readonly<Record<Stance, string>> = {
  supports: 'supports',
  opposes: 'opposes',
  neutral: 'speaks of it, takes no side',
}

/** A line of the picture: one party on one matter. */
export interface PositionRow {
  readonly key: string
  /** Stands over its line. */
  readonly name: string
  /** Where its name leads. */
  readonly to: string
  readonly position: PositionView
}

export type DatedItem = PositionItemView & { readonly date: string }

/** The items of a position whose day is known. */
export function datedIn({ items }: PositionView): readonly DatedItem[] {
  return items.filter((item): item is DatedItem => item.date !== null)
}

/** What tells a position from all others. */
export function positionKey({ party, matter, concerned }: PositionView): string {
  return `${party.id} ${matter} ${concerned?.id ?? ''}`
}

const LONGEST_WORDS = 160

/** “Kazakhstan supports, 28 September 2023, changed: “…” (Spree Journal)”. */
export function itemWords(item: PositionItemView): string {
  const day = item.date === null ? 'day not known' : dayWords(item.date)
  const said =
    item.words.length > LONGEST_WORDS ? `${item.words.slice(0, LONGEST_WORDS)}…` : item.words
  const speaker = item.speaker === null ? '' : `${item.speaker}: `
  const from = item.publisher === null ? '' : ` (${item.publisher})`
  return `${STANCES[item.stance]}${item.changed ? ', changed' : ''}; ${day}; ${speaker}“${said}”${from}`
}

const COLUMNS = [
  'party',
  'matter',
  'day',
  'stance',
  'changed',
  'speaker',
  'words',
  'publisher',
  'record',
] as const

/** Positions as rows, an item each. */
export function positionTable(positions: readonly PositionView[]): PictureTable {
  return {
    columns: COLUMNS,
    rows: positions.flatMap(({ party, name, items }) =>
      items.map((item) => [
        party.name,
        name,
        item.date,
        item.stance,
        item.changed ? 'yes' : 'no',
        item.speaker,
        item.words,
        item.publisher,
        item.record,
      ]),
    ),
  }
}

/** Where each row of the table leads. */
export function positionDoors(positions: readonly PositionView[]): string[] {
  return positions.flatMap(({ items }) => items.map(({ record }) => `/records/${record}`))
}

/** The page of a matter; with whom it concerns, and whose positions, where given. */
export function positionsAddress(
  matter: string,
  more: { readonly concerned?: string | undefined; readonly party?: string | undefined } = {},
): string {
  const query = new URLSearchParams({ matter })
  if (more.concerned !== undefined) query.set('concerned', more.concerned)
  if (more.party !== undefined) query.set('party', more.party)
  return `/positions?${query}`
}
