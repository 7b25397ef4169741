/** Marks on a line, so that none lies on another. */

export interface Stacked<T> {
  readonly item: T
  readonly x: number
  /** 0 is the lowest; marks that would touch stand above each other. */
  readonly level: number
}

/** Places marks `width` wide by their `x`, which is kept between two ends: each takes the lowest level that is free there. */
export function stacked<T>(
  items: readonly T[],
  xOf: (item: T) => number,
  [left, right]: readonly [number, number],
  width: number,
): Stacked<T>[] {
  const ends: number[] = []
  return items
    .map((item) => ({ item, x: Math.min(right, Math.max(left, xOf(item))) }))
    .sort((a, b) => a.x - b.x)
    .map(({ item, x }) => {
      const free = ends.findIndex((end) => end <= x - width / 2)
      const level = free < 0 ? ends.length : free
      ends[level] = x + width / 2
      return { item, x, level }
    })
}
