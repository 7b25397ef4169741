import type { RecordCountsView } from '../../../src/api/types.js'
import { useAddress } from '../parts/use-address.js'
import { KIND_ORDER, KINDS, kindsIn } from '../words/kinds.js'

/** The legend of the marks, which is also the filter: pressed kinds are shown, and all where none is pressed. */
export function KindFilter({ counts }: { counts: RecordCountsView }) {
  const { params, change } = useAddress()
  const chosen = kindsIn(params.get('kind'))
  const press = (kind: (typeof KIND_ORDER)[number]) => {
    const next = chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind]
    change({ kind: next.length === KIND_ORDER.length ? null : next.join(',') })
  }
  return (
    <div className="legend" role="group" aria-label="Show only these kinds">
      {KIND_ORDER.map((kind) => (
        <button
          key={kind}
          type="button"
          className="legend-key"
          data-kind={kind}
          data-dim={chosen.length > 0 && !chosen.includes(kind)}
          aria-pressed={chosen.includes(kind)}
          disabled={counts[kind] === 0 && !chosen.includes(kind)}
          onClick={() => press(kind)}
        >
          <span className="letter" data-kind={kind} aria-hidden="true">
            {KINDS[kind].letter}
          </span>
          <span className="line-sample" data-kind={kind}>
            {KINDS[kind].many}
          </span>
          <span className="legend-count">{counts[kind]}</span>
        </button>
      ))}
      {chosen.length > 0 && (
        <button type="button" className="text-button" onClick={() => change({ kind: null })}>
          All kinds
        </button>
      )}
    </div>
  )
}
