import type { RecordCountsView } from '../../../src/api/types.js'
import { KIND_ORDER, KINDS } from '../words/kinds.js'
import { counted } from '../words/phrases.js'

/** How many records of each kind, as small coloured pills; kinds without records are left out. */
export function KindPills({ counts }: { counts: RecordCountsView }) {
  const present = KIND_ORDER.filter((kind) => counts[kind] > 0)
  if (present.length === 0) return <span className="quiet">no records</span>
  return (
    <ul className="plain-list pills" aria-label="Records by kind">
      {present.map((kind) => {
        const words = counted(counts[kind], KINDS[kind].one, KINDS[kind].many).toLowerCase()
        return (
          <li key={kind} className="pill" data-kind={kind} title={words}>
            <span aria-hidden="true">
              {KINDS[kind].letter} {counts[kind]}
            </span>
            <span className="visually-hidden">{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
