import { useCallback } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

type Changes = Readonly<Record<string, string | null>>

/** The query of the address, and a way to change some of it: null takes a name out, the rest stays. */
export function useAddress() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const change = useCallback(
    (changes: Changes, options: { replace?: boolean } = {}) =>
      void navigate(
        { search: changedParams(queryNow(), changes).toString() },
        { preventScrollReset: true, ...options },
      ),
    [navigate],
  )
  return { params, change }
}

/** The query as the browser has it now: what is drawn may be a moment behind, when keys are pressed fast. */
export function queryNow(): URLSearchParams {
  return new URLSearchParams(window.location.search)
}

/** The query with some names changed; null and empty values are taken out. */
export function changedParams(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes))
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  return next
}
