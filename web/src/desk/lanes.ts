import type { PartyRefView } from '../../../src/api/types.js'
import { stacked } from '../pictures/stacked.js'
import { middleOf } from '../pictures/time.js'
import type { TimeScale } from '../pictures/time.js'
import { partnersIn } from './happenings.js'
import type { Dated } from './time-window.js'

/** Happenings by partner, and where their marks stand. */

export interface Lane {
  readonly partner: PartyRefView
  readonly happenings: readonly Dated[]
}

/** One lane a partner, fullest first; a happening with several partners is in the lane of each. */
export function lanesOf(happenings: readonly Dated[], state: string): readonly Lane[] {
  const byPartner = new Map<string, { partner: PartyRefView; happenings: Dated[] }>()
  for (const happening of happenings)
    for (const partner of partnersIn(happening, state)) {
      const lane = byPartner.get(partner.id) ?? { partner, happenings: [] }
      lane.happenings.push(happening)
      byPartner.set(partner.id, lane)
    }
  return [...byPartner.values()].sort(
    (a, b) =>
      b.happenings.length - a.happenings.length || a.partner.name.localeCompare(b.partner.name),
  )
}

export interface Placed {
  readonly happening: Dated
  readonly x: number
  /** 0 is the lowest; marks that would touch stand above each other. */
  readonly level: number
}

/** Places marks of some width so that none lies on another: each takes the lowest level that is free there. */
export function placed(happenings: readonly Dated[], scale: TimeScale, width: number): Placed[] {
  const ends = scale.range() as [number, number]
  return stacked(happenings, ({ days }) => scale(middleOf(days)), ends, width).map(
    ({ item, ...place }) => ({ happening: item, ...place }),
  )
}
