/** Names in a drawing, set where they do not lie on each other. Sizes are in CSS pixels. */

/** A point that wants a name. */
export interface ToName {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Where a name stands. */
export interface SetName {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const LETTER_WIDTH = 7.6
const LINE = 12
const GAP = 4

/** Places for as many of the names as have room, the first ones first: below their point, above it, or beside it. */
export function setNames(points: readonly ToName[], width: number): ReadonlyMap<string, SetName> {
  const taken = new Map<string, Box>(
    points.map(({ id, x, y, radius }) => [
      `point ${id}`,
      { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    ]),
  )
  const names = new Map<string, SetName>()
  for (const point of points) {
    const others = [...taken].filter(([id]) => id !== `point ${point.id}`).map(([, box]) => box)
    const free = choicesFor(point).find(({ box }) => fits(box, others, width))
    if (!free) continue
    taken.set(`name ${point.id}`, free.box)
    names.set(point.id, free.at)
  }
  return names
}

function choicesFor({ name, x, y, radius }: ToName): { at: SetName; box: Box }[] {
  const long = name.length * LETTER_WIDTH
  const away = radius + GAP
  const choice = (at: SetName, left: number) => ({
    at,
    // The base line lies a little above the feet of letters.
    box: { left, right: left + long, top: at.y - LINE, bottom: at.y + 3 },
  })
  return [
    choice({ x, y: y + away + LINE - 2, anchor: 'middle' }, x - long / 2),
    choice({ x, y: y - away, anchor: 'middle' }, x - long / 2),
    choice({ x: x + away, y: y + 4, anchor: 'start' }, x + away),
    choice({ x: x - away, y: y + 4, anchor: 'end' }, x - away - long),
  ]
}

function fits(box: Box, others: readonly Box[], width: number): boolean {
  return (
    box.left >= 0 &&
    box.right <= width &&
    !others.some(
      (other) =>
        box.left < other.right &&
        other.left < box.right &&
        box.top < other.bottom &&
        other.top < box.bottom,
    )
  )
}
