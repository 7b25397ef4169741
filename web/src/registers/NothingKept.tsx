import { NothingThere } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'

/** Nothing to show in a register: how to widen what was asked, or how the first entry comes about. */
export function NothingKept({ noun, facets }: { noun: string; facets: readonly string[] }) {
  const { params, change } = useAddress()
  if (facets.some((name) => params.get(name)))
    return (
      <NothingThere title={`No ${noun} fits.`}>
        <p>Widen the period, or take back what the view is narrowed to.</p>
        <button
          type="button"
          className="text-button"
          onClick={() => change(Object.fromEntries(facets.map((name) => [name, null])))}
        >
          Show all
        </button>
      </NothingThere>
    )
  return (
    <NothingThere title={`There is no ${noun} yet.`}>
      <p>Read more reports into the ledger, then open this page again:</p>
      <pre>chancery read PATH</pre>
    </NothingThere>
  )
}
