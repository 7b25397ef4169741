import { deskAddress, dyadAddress, periodIn } from '../desk/addresses.js'
import { useAddress } from '../parts/use-address.js'
import type { Dyad, NetworkNode } from './shown.js'

/** Where states and dyads open, over the period that the view is narrowed to. */
export function useDoors() {
  const period = periodIn(useAddress().params)
  return {
    stateAddress: ({ party }: NetworkNode) => deskAddress(party.id, period),
    dyadAddress: ({ one, other }: Dyad) => dyadAddress(one.party.id, other.party.id, period),
  }
}
