import type { Codebook } from './load.js'
import type { EventTypeEntry } from './schemas.js'

/** The codes of a codebook by themselves, for whoever corrects a record by hand. */
export interface CodebookCodes {
  /** The modes of each event type that has any. */
  readonly modes: Readonly<Record<string, readonly string[]>>
  /** Ids of indicators. */
  readonly indicators: readonly string[]
  /** Labels of relations. */
  readonly relations: readonly string[]
}

/** Lists the codes that a record may be given, in the order of the data files. */
export function codesOf({ entries, eventTypes }: Codebook): CodebookCodes {
  const modes = [...eventTypes].flatMap(([type, entry]) =>
    entry.modes.length > 0 ? [[type, entry.modes.map(({ mode }) => mode)] as const] : [],
  )
  return {
    modes: Object.fromEntries(modes),
    indicators: entries.indicators.map(({ id }) => id),
    relations: entries.relations.map(({ label }) => label),
  }
}

/** Quad and intensity (−10 to 10) of an event type and mode; null where the type has no such mode. */
export function scaleOf(
  codebook: Codebook,
  event: string,
  mode: string | null,
): Pick<EventTypeEntry, 'quad' | 'intensity'> | null {
  const entry = codebook.eventTypes.get(event)
  const own = entry?.modes.find((one) => one.mode === mode)
  if (!entry || (mode !== null && !own)) return null
  return { quad: entry.quad, intensity: own?.intensity ?? entry.intensity }
}
