import type { Happening } from '../findings/index.js'
import type { LevelledHappening } from './views.js'

/** What of the happenings is asked for. Lists hold any of their values; null asks for all. */
export interface HappeningFilter {
  readonly party?: string
  readonly partner?: string
  readonly type?: readonly string[]
  readonly quad?: readonly string[]
  readonly factuality?: readonly string[]
  /** Levels of contacts; `unknown` for those of none. */
  readonly level?: readonly string[]
  /** ISO days: happenings of unknown day are left out where either is given. */
  readonly from?: string
  readonly to?: string
}

/** The happenings that fit a filter, in the order given. `party` and `partner`: sides, in either role. */
export function selectHappenings<T extends Happening & Partial<LevelledHappening>>(
  happenings: readonly T[],
  filter: HappeningFilter,
): readonly T[] {
  const { party, partner, type, quad, factuality, level } = filter
  return happenings.filter(
    (one) =>
      (party === undefined || hasSide(one, party)) &&
      (partner === undefined || hasSide(one, partner)) &&
      (type === undefined || type.includes(one.type)) &&
      (quad === undefined || quad.includes(one.quad)) &&
      (factuality === undefined || factuality.includes(one.factuality)) &&
      (level === undefined || level.includes(one.level ?? 'unknown')) &&
      isWithin(one, filter),
  )
}

function hasSide({ sides }: Happening, id: string): boolean {
  return sides.some((side) => side.id === id)
}

function isWithin({ days }: Happening, { from, to }: HappeningFilter): boolean {
  if (from === undefined && to === undefined) return true
  if (days === null) return false
  return (from === undefined || days.end >= from) && (to === undefined || days.start <= to)
}
