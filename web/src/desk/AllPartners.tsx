import { useAddress } from '../parts/use-address.js'
import { counted } from '../words/phrases.js'

const SHOWN_AT_FIRST = 10

/** The first of a list in order of weight, or all of it where the address says so. */
export function useShown<T>(items: readonly T[]): { shown: readonly T[]; hidden: number } {
  const { params } = useAddress()
  const shown = params.get('partners') === 'all' ? items : items.slice(0, SHOWN_AT_FIRST)
  return { shown, hidden: items.length - shown.length }
}

/** Shows the partners that are left out, or leaves them out again. */
export function AllPartners({ hidden }: { hidden: number }) {
  const { params, change } = useAddress()
  const areAll = params.get('partners') === 'all'
  if (hidden === 0 && !areAll) return null
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => change({ partners: areAll ? null : 'all' }, { replace: true })}
    >
      {areAll
        ? `Only the first ${SHOWN_AT_FIRST} partners`
        : `Show ${counted(hidden, 'more partner')}`}
    </button>
  )
}
