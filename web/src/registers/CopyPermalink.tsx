import { CopyAddress } from './CopyAddress.js'

/** Copies the address of what is shown; all of it is in there. */
export function CopyPermalink() {
  return <CopyAddress words="Copy permalink" addressNow={() => window.location.href} />
}
