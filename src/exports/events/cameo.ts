import { z } from 'zod'
import type { EventRecord } from '../../core/index.js'
import { loadData } from '../data.js'

const CameoCode = z.strictObject({
  code: z.string().regex(/^\d{3,4}$/),
  goldstein: z.number().min(-10).max(10).nullable(),
})
const CameoCodes = z.strictObject({ codes: z.record(z.string(), CameoCode.nullable()) })

const { codes } = loadData(new URL('./cameo.yaml', import.meta.url), CameoCodes)

/** What GDELT's columns say of an event's kind. */
export interface CameoFacts {
  readonly code: string
  /** Its first three digits. */
  readonly base: string
  /** Its first two. */
  readonly root: string
  /** Goldstein's value of the code, with one decimal; null where GDELT's table has none. */
  readonly goldstein: string | null
}

/** The CAMEO code that an event surely falls under (see cameo.yaml), or null. */
export function cameoOf({ event, mode }: Pick<EventRecord, 'event' | 'mode'>): CameoFacts | null {
  const own = mode === null ? undefined : codes[`${event}/${mode}`]
  const found = own === undefined ? codes[event] : own
  if (!found) return null
  const { code, goldstein } = found
  return {
    code,
    base: code.slice(0, 3),
    root: code.slice(0, 2),
    goldstein: goldstein?.toFixed(1) ?? null,
  }
}
