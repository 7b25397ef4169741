import { Button } from '@mantine/core'
import { useState } from 'react'

/** Copies the address of what is shown; all of it is in there. */
export function CopyPermalink() {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setSaid('Copied')
    } catch {
      setSaid('Not allowed here: copy the address above')
    }
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        Copy permalink
      </Button>
      <span role="status" className="quiet">
        {said}
      </span>
    </>
  )
}
