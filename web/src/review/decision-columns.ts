import type { DecisionView, PartyView, RecordView } from '../../../src/api/types.js'
import type { FileColumn } from '../registers/file-columns.js'
import { namesIn } from '../words/parties.js'
import { shortly } from './decide.js'
import { fieldWords } from './entry-words.js'

/** What files say of decisions. */
export function decisionColumns(
  recordOf: (id: string | null) => RecordView | undefined,
  parties: readonly PartyView[],
): readonly FileColumn<DecisionView>[] {
  const written = namesIn(parties)
  const about = (record: RecordView | undefined) => (record ? shortly(record, written) : null)
  const nameOf = (id: unknown) => parties.find((party) => party.id === id)?.name ?? null
  return [
    { name: 'id', cell: ({ id }) => id },
    { name: 'decision', cell: ({ kind }) => kind },
    { name: 'who', cell: ({ who }) => who },
    { name: 'when', cell: ({ when }) => when },
    { name: 'why', cell: ({ why }) => why },
    { name: 'taken back', cell: ({ undone }) => (undone ? 'yes' : 'no') },
    { name: 'record', cell: ({ record }) => record },
    { name: 'about', cell: (decision) => about(recordOf(decision.record)) },
    { name: 'party', cell: ({ party }) => nameOf(party) },
    { name: 'became', cell: ({ body }) => nameOf(body['into'] ?? body['as']) },
    { name: 'changed', cell: changedWords },
    {
      name: 'takes back',
      cell: ({ kind, body }) => (kind === 'undo' ? String(body['entry']) : null),
    },
  ]
}

function changedWords({ kind, body }: DecisionView): string | null {
  if (kind !== 'correction') return null
  return Object.entries(body)
    .map(([name, value]) => `${name}: ${fieldWords(name, value)}`)
    .join('; ')
}
