import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type {
  DecidedView,
  MergeDecision,
  RecordDecision,
  RecordView,
  SplitDecision,
  UndoDecision,
} from '../../../src/api/types.js'
import { sendDecision } from '../api/client.js'
import { KINDS } from '../words/kinds.js'
import { headlineOf, typeWords } from '../words/phrases.js'
import type { NameOf } from '../words/phrases.js'
import { keepReviewer } from './reviewer.js'

/** Who decides, and why. */
export type Note = UndoDecision

/** A decision to send, and what is said once it is kept. */
export interface Decision {
  readonly path: string
  readonly body: RecordDecision | UndoDecision | MergeDecision | SplitDecision
  readonly said: string
}

/** What was decided last, to be told and taken back. */
export interface DecisionNews {
  readonly said: string
  readonly entry: string
  readonly who: string
}

/** Tells everybody on the page what was decided. */
export const TellDecision = createContext<(news: DecisionNews) => void>(() => undefined)

/** Sends decisions. When one is kept it is told, and every view asks the server again. */
export function useDecide() {
  const tell = useContext(TellDecision)
  const questions = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: Decision) => sendDecision<DecidedView>(path, body),
    onSuccess: ({ entry }, { said, body }) => {
      keepReviewer(body.who)
      tell({ said, entry: entry.id, who: body.who })
      void questions.invalidateQueries()
    },
  })
}

/** The address for decisions about a record. */
export const recordPath = (id: string) => `/records/${encodeURIComponent(id)}/decisions`

/** The decision that takes another one back. */
export function undoing(entry: string, note: Note): Decision {
  return { path: `/decisions/${encodeURIComponent(entry)}/undo`, body: note, said: 'Taken back' }
}

/** A record in a few words: "Event CONSULT · meet, Kazakhstan → France". */
export function shortly(record: RecordView, nameOf: NameOf): string {
  const type = typeWords(record)
  const kind = type ? `${KINDS[record.kind].one} ${type}` : KINDS[record.kind].one
  return `${kind}, ${headlineOf(record, nameOf)}`
}
