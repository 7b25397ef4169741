import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import type { RecordView } from '../../../src/api/types.js'
import { changedParams } from '../parts/use-address.js'
import type { Segment } from '../text/segments.js'
import { KINDS } from '../words/kinds.js'
import { typeWords } from '../words/phrases.js'
import { noteOpening } from './focus.js'

interface MarkedWordsProps {
  readonly words: string
  readonly segment: Segment<RecordView['kind']>
  readonly records: readonly RecordView[]
  readonly isLead: boolean
  readonly selected: RecordView | null
  readonly isChoosing: boolean
}

/** Words that records rest on: a link to the innermost of them, with a line for each kind and a letter where one begins. */
export function MarkedWords(props: MarkedWordsProps) {
  const { words, segment, records, isLead, selected, isChoosing } = props
  const { search } = useLocation()
  const target = recordToOpen(segment, records, selected)
  if (!target) return words
  const isCurrent = selected !== null && restsOn(selected, segment)
  const mark = {
    className: 'marked',
    'data-kind': target.kind,
    'data-letters': lettersAt(segment, records),
    'aria-current': isCurrent ? ('true' as const) : undefined,
    title: titleOf(target),
    children: lined(words, segment.kinds),
  }
  if (isChoosing) return <span {...mark} />
  const params = changedParams(new URLSearchParams(search), { record: target.id })
  return (
    <Link
      {...mark}
      to={`?${params}`}
      preventScrollReset
      data-record={isLead ? records[segment.innermost ?? -1]?.id : undefined}
      tabIndex={isLead ? 0 : -1}
      // A click that no pointer made has no detail: it came from the Enter key.
      onClick={(event) => noteOpening(event.detail === 0)}
    />
  )
}

/** The letters of the kinds that begin here; a record in pieces has its letter at the first of them. */
function lettersAt(segment: Segment, records: readonly RecordView[]): string {
  const beginning = segment.opens
    .flatMap((index) => records[index] ?? [])
    .filter(({ evidence }) => evidence.every((piece) => piece.start >= segment.start))
  return [...new Set(beginning.map(({ kind }) => KINDS[kind].letter))].join('')
}

/** The innermost record; where it is selected already, the next one that rests on the same words. */
function recordToOpen(
  segment: Segment,
  records: readonly RecordView[],
  selected: RecordView | null,
): RecordView | undefined {
  const top = segment.innermost === null ? undefined : records[segment.innermost]
  if (!selected || !restsOn(selected, segment)) return top
  const here = records.filter((record) => restsOn(record, segment))
  return here[(here.indexOf(selected) + 1) % here.length] ?? top
}

function restsOn(record: RecordView, segment: Segment): boolean {
  return record.evidence.some(({ start, end }) => start <= segment.start && segment.end <= end)
}

function titleOf(record: RecordView): string {
  const type = typeWords(record)
  return type ? `${KINDS[record.kind].one}: ${type}` : KINDS[record.kind].one
}

/** One line under the words for each kind: each element draws its own, the outer ones further down. */
function lined(words: string, kinds: readonly RecordView['kind'][]): ReactNode {
  return kinds.reduce<ReactNode>(
    (inner, kind, lane) => (
      <span className="line" data-kind={kind} data-lane={lane}>
        {inner}
      </span>
    ),
    words,
  )
}
