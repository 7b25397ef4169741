import { ApiError } from './errors.js'

/** Pages of a list that is in memory. */

const USUAL_LIMIT = 50

/**
 * A page of items of one version of the ledger. The cursor holds the version and the place: after the ledger changed it
 * would skip or repeat items, so it is refused. Throws ApiError `cursor-invalid`.
 */
export function pageFrom<T>(
  items: readonly T[],
  version: string,
  request: { cursor?: string | undefined; limit?: number | undefined },
): { items: readonly T[]; nextCursor: string | null } {
  const limit = request.limit ?? USUAL_LIMIT
  const start = request.cursor === undefined ? 0 : placeOf(request.cursor, version)
  const end = start + limit
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? `${version}_${end}` : null,
  }
}

function placeOf(cursor: string, version: string): number {
  const [of, place = ''] = cursor.split('_')
  const start = Number(place)
  if (of !== version || !/^\d+$/.test(place))
    throw new ApiError(
      'cursor-invalid',
      'the cursor does not belong to this list, or the ledger has changed since',
      'start again without a cursor',
    )
  return start
}
