import { Failed, Waiting } from './states.js'

interface Asked {
  readonly isError: boolean
  readonly error: unknown
  readonly refetch: () => unknown
}

/** A page whose answer is still awaited or did not come. `lines`: how many grey ones stand for it. */
export function PendingPage({ asked, lines }: { asked: Asked; lines?: number }) {
  return (
    <div className="page">
      {asked.isError ? (
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      ) : (
        <Waiting lines={lines} />
      )}
    </div>
  )
}
