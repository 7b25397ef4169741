import { useEffect } from 'react'

/** Names the browser's tab while a view is open. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} – Chancery` : 'Chancery'
  }, [title])
}
