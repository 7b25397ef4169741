import { Button } from '@mantine/core'

interface Paged {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly isFetchNextPageError: boolean
  readonly fetchNextPage: () => unknown
}

/** Asks for the next page of a list, while there is one. */
export function MoreButton({ list, noun }: { list: Paged; noun: string }) {
  if (!list.hasNextPage) return null
  return (
    <div className="more">
      {list.isFetchNextPageError && <p role="alert">The next {noun} did not come. Try again.</p>}
      <Button
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => list.fetchNextPage()}
      >
        More {noun}
      </Button>
    </div>
  )
}
