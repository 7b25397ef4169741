import type { NetworkView } from '../../../src/api/types.js'

export type NetworkNode = NetworkView['nodes'][number]
export type NetworkEdge = NetworkView['edges'][number]

/** Two who deal with each other, with both of them at hand; the one with more happenings first. */
export interface Dyad {
  readonly edge: NetworkEdge
  readonly one: NetworkNode
  readonly other: NetworkNode
}

/** How many of the busiest a reader may choose to see; none chosen draws as many as the picture has room for. */
export const BUSIEST = [10, 20, 40, 60, 120] as const

/** The part of a network that a picture has room for. */
export interface ShownNetwork {
  readonly nodes: readonly NetworkNode[]
  readonly dyads: readonly Dyad[]
}

/** All dyads of a network, those with most happenings first; only those of `state` where it is given. */
export function dyadsOf({ nodes, edges }: NetworkView, state: string | null): Dyad[] {
  const byId = new Map(nodes.map((node) => [node.party.id, node]))
  return edges.flatMap((edge) => {
    const [a, b] = [byId.get(edge.a), byId.get(edge.b)]
    if (!a || !b || (state !== null && edge.a !== state && edge.b !== state)) return []
    const isAFirst = edge.a === state || (edge.b !== state && a.happenings >= b.happenings)
    return [isAFirst ? { edge, one: a, other: b } : { edge, one: b, other: a }]
  })
}

/** More lines than this hide each other, and keep the browser from answering at once. */
const MOST_PAIRS = 600

/** The `most` nodes that deal most, with the closest pairs among them. Nodes keep the order of the network. */
export function shownOf(network: NetworkView, dyads: readonly Dyad[], most: number): ShownNetwork {
  const met = new Set(dyads.flatMap(({ one, other }) => [one.party.id, other.party.id]))
  const nodes = network.nodes.filter(({ party }) => met.has(party.id)).slice(0, most)
  const kept = new Set(nodes.map(({ party }) => party.id))
  return {
    nodes,
    dyads: dyads.filter(({ edge }) => kept.has(edge.a) && kept.has(edge.b)).slice(0, MOST_PAIRS),
  }
}

/** Tells a dyad from all others. */
export function keyOf({ edge }: Dyad): string {
  return `${edge.a} ${edge.b}`
}
