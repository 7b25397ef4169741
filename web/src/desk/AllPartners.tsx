import { useAddress } from '../parts/use-address.js'
import { counted } from '../words/phrases.js'

const SHOWN_AT_FIRST = 10

/** The first of a list in order of weight, or all of it where the address says so under `name`. */
export function useShown<T>(
  items: readonly T[],
  name = 'partners',
): { shown: readonly T[]; hidden: number } {
  const { params } = useAddress()
  const shown = params.get(name) === 'all' ? items : items.slice(0, SHOWN_AT_FIRST)
  return { shown, hidden: items.length - shown.length }
}

interface AllProps {
  readonly hidden: number
  readonly name?: string
  /** What the list holds: one of it. */
  readonly noun?: string
}

/** Shows what is left out of a list, or leaves it out again. */
export function AllPartners({ hidden, name = 'partners', noun = 'partner' }: AllProps) {
  const { params, change } = useAddress()
  const areAll = params.get(name) === 'all'
  if (hidden === 0 && !areAll) return null
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => change({ [name]: areAll ? null : 'all' }, { replace: true })}
    >
      {areAll
        ? `Only the first ${SHOWN_AT_FIRST} ${noun}s`
        : `Show ${counted(hidden, `more ${noun}`)}`}
    </button>
  )
}
