import { Button } from '@mantine/core'
import { useState } from 'react'

interface CopyAddressProps {
  /** What the button says. */
  readonly words: string
  /** Gives the address when it is asked for. */
  readonly addressNow: () => string
}

/** Copies an address, and says whether that was allowed. */
export function CopyAddress({ words, addressNow }: CopyAddressProps) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(addressNow())
      setSaid('Copied')
    } catch {
      setSaid(`Not allowed here: copy ${addressNow()}`)
    }
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        {words}
      </Button>
      <span role="status" className="quiet">
        {said}
      </span>
    </>
  )
}
