import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

type Changes = Readonly<Record<string, string | null>>

/** The query of the address, and a way to change some of it: null takes a name out, the rest stays. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (changes: Changes, options: { replace?: boolean } = {}) =>
      setParams((now) => changedParams(now, changes), { preventScrollReset: true, ...options }),
    [setParams],
  )
  return { params, change }
}

/** The query with some names changed; null and empty values are taken out. */
export function changedParams(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes))
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  return next
}
