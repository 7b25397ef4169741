import places from './places-of-states.json'
import type { NetworkNode } from './shown.js'

/** Where a state lies: the code of its shape (ISO 3166-1 numeric) and the middle of its largest land, in degrees. */
export interface Place {
  /** Null where the atlas knows the shape by name alone. */
  readonly shape: string | null
  readonly longitude: number
  readonly latitude: number
}

/** A node with its place on the map. */
export interface PlacedNode {
  readonly node: NetworkNode
  readonly shape: string | null
  /** Longitude and latitude. */
  readonly point: readonly [number, number]
}

const PLACES: Readonly<Record<string, Place | undefined>> = places

/**
 * The nodes that have a place on the map, by id. A country has one point: it goes to the node of that country that takes
 * part most, which is the state; its companies and people have none of their own.
 */
export function placesOf(nodes: readonly NetworkNode[]): ReadonlyMap<string, PlacedNode> {
  const placed = firstOfCountry(nodes).flatMap((node) => {
    const place = PLACES[node.country ?? '']
    if (!place) return []
    const { shape, longitude, latitude } = place
    return [[node.party.id, { node, shape, point: [longitude, latitude] }] as const]
  })
  return new Map(placed)
}

/** Of each country the node that takes part most. */
export function firstOfCountry(nodes: readonly NetworkNode[]): readonly NetworkNode[] {
  const met = new Set<string>()
  return nodes.filter(({ country }) => {
    if (country === null || met.has(country)) return false
    met.add(country)
    return true
  })
}
