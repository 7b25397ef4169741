/** Addresses of the desk's views. */

/** A period in an address; empty where open. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** The period that an address names. */
export function periodIn(params: URLSearchParams): Period {
  return { from: params.get('from') || null, to: params.get('to') || null }
}

function queryOf({ from, to }: Period): string {
  const given = [
    ['from', from],
    ['to', to],
  ].filter((pair): pair is [string, string] => pair[1] !== null)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The desk of a state (id of its party). */
export function deskAddress(state: string, period: Period): string {
  return `/states/${encodeURIComponent(state)}${queryOf(period)}`
}

/** What stands between a state and a partner (ids of their parties). */
export function dyadAddress(state: string, partner: string, period: Period): string {
  return `/states/${encodeURIComponent(state)}/with/${encodeURIComponent(partner)}${queryOf(period)}`
}

/** Begins the names of files saved of a state: "chancery-kazakhstan". */
export function fileOf(...names: readonly string[]): string {
  const plainNames = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60),
  )
  return ['chancery', ...plainNames].filter((name) => name !== '').join('-')
}
