import type { EventRecord, PartyRef } from '../../core/index.js'
import type { Happening } from '../happenings/happenings.js'

/** Who deals with whom: sides of happenings, and how many happenings each two of them share. */

export type QuadCounts = Readonly<Record<EventRecord['quad'], number>>

export interface NetworkNode {
  readonly party: PartyRef
  readonly happenings: number
}

/** Two sides that meet in happenings. `a` is before `b` by id: what they share has no direction. */
export interface NetworkEdge {
  readonly a: string
  readonly b: string
  readonly happenings: number
  /** Mean intensity of what they share, −10 to 10. */
  readonly warmth: number
  readonly quads: QuadCounts
}

export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
}

/** Did it take place, or does it go on? What was planned, possible, denied or called off did not. */
export function tookPlace({ factuality, calledOff }: Happening): boolean {
  return (factuality === 'actual' || factuality === 'ongoing') && calledOff === null
}

/**
 * The network of happenings that took place: an edge joins an actor and a recipient, or, where a happening has no
 * recipient, any two of its actors. `least`: fewest happenings of an edge. Nodes and edges with most happenings first.
 */
export function networkOf(happenings: readonly Happening[], least = 1): Network {
  const edges = new Map<string, { pair: [string, string]; shared: Happening[] }>()
  const taken = happenings.filter(tookPlace)
  for (const happening of taken)
    for (const pair of pairsOf(happening)) {
      const known = edges.get(pair.join(' '))
      if (known) known.shared.push(happening)
      else edges.set(pair.join(' '), { pair, shared: [happening] })
    }
  const kept = [...edges.values()].filter(({ shared }) => shared.length >= least).map(edgeOf)
  const met = new Set(kept.flatMap(({ a, b }) => [a, b]))
  return {
    nodes: countSides(taken).filter(({ party }) => met.has(party.id)),
    edges: kept.sort((one, two) => two.happenings - one.happenings || compare(one, two)),
  }
}

/** The sides of happenings with the number of happenings each takes part in, most first, then by name. */
export function countSides(happenings: readonly Happening[]): readonly NetworkNode[] {
  const counts = new Map<string, { party: PartyRef; happenings: number }>()
  for (const side of happenings.flatMap(({ sides }) => sides)) {
    const known = counts.get(side.id) ?? { party: side, happenings: 0 }
    counts.set(side.id, { party: side, happenings: known.happenings + 1 })
  }
  return [...counts.values()].sort(
    (a, b) => b.happenings - a.happenings || (a.party.name < b.party.name ? -1 : 1),
  )
}

/** How many happenings there are of each quad. */
export function countQuads(happenings: readonly Happening[]): QuadCounts {
  const counts = {
    'verbal-cooperation': 0,
    'material-cooperation': 0,
    'verbal-conflict': 0,
    'material-conflict': 0,
  }
  for (const { quad } of happenings) counts[quad] += 1
  return counts
}

function edgeOf({ pair, shared }: { pair: [string, string]; shared: Happening[] }): NetworkEdge {
  const total = shared.reduce((sum, { intensity }) => sum + intensity, 0)
  return {
    a: pair[0],
    b: pair[1],
    happenings: shared.length,
    warmth: total / shared.length,
    quads: countQuads(shared),
  }
}

function pairsOf({ actors, recipients }: Happening): [string, string][] {
  const others = recipients.length > 0 ? recipients : actors
  const pairs = actors.flatMap((actor) =>
    others
      .filter((other) => other.id !== actor.id)
      .map((other): [string, string] =>
        actor.id < other.id ? [actor.id, other.id] : [other.id, actor.id],
      ),
  )
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]
}

function compare(one: NetworkEdge, two: NetworkEdge): number {
  return `${one.a} ${one.b}` < `${two.a} ${two.b}` ? -1 : 1
}
