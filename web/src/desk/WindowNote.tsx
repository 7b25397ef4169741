import { useAddress } from '../parts/use-address.js'
import { counted } from '../words/phrases.js'
import type { TimeWindow } from './time-window.js'

interface NoteProps {
  readonly window: TimeWindow | null
  /** Did the API hold back some for being too many? */
  readonly cut: boolean
}

/** Says what a picture leaves out, and shows all years. */
export function WindowNote({ window, cut }: NoteProps) {
  const { params, change } = useAddress()
  const areAll = params.get('years') === 'all'
  if (!window) return null
  const { outside, undated } = window
  if (outside === 0 && undated === 0 && !cut && !areAll) return null
  return (
    <p className="picture-note">
      {outside > 0 && `${counted(outside, 'other')} in other years. `}
      {undated > 0 && `${counted(undated, 'other')} of no certain year: see the table. `}
      {cut && 'Only the latest 500 are here: choose a period to see others. '}
      {(outside > 0 || areAll) && (
        <button
          type="button"
          className="text-button"
          onClick={() => change({ years: areAll ? null : 'all' }, { replace: true })}
        >
          {areAll ? 'Latest years only' : 'All years'}
        </button>
      )}
    </p>
  )
}
