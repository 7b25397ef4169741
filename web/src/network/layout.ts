import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force'
import type { ShownNetwork } from './shown.js'

/** A node of the picture: its place and radius in the units of the drawing. */
export interface Placed {
  readonly x: number
  readonly y: number
  readonly radius: number
}

interface Body extends SimulationNodeDatum {
  readonly id: string
  readonly radius: number
}

const STEPS = 320
const ROOM_FOR_NAME = 13

/**
 * Places for the nodes of a network: those who deal much stand close. The same network always gives the same places,
 * for d3-force starts from a spiral and has its own even row of numbers for chance.
 */
export function layoutOf(
  { nodes, dyads }: ShownNetwork,
  width: number,
  height: number,
): ReadonlyMap<string, Placed> {
  const greatest = Math.max(1, ...nodes.map(({ happenings }) => happenings))
  const bodies = nodes.map(({ party, happenings }): Body => {
    return { id: party.id, radius: 5 + 17 * Math.sqrt(happenings / greatest) }
  })
  const links = dyads.map(({ edge }) => ({
    source: edge.a,
    target: edge.b,
    weight: Math.log2(1 + edge.happenings),
  }))
  const pull = (height / width) * 0.09
  forceSimulation(bodies)
    .force('links', linkForce(links))
    .force('apart', forceManyBody().strength(-260))
    .force('x', forceX(width / 2).strength(0.045))
    .force('y', forceY(height / 2).strength(0.045 + pull))
    .force(
      'room',
      forceCollide<Body>(({ radius }) => radius + ROOM_FOR_NAME),
    )
    .stop()
    .tick(STEPS)
  return fitted(bodies, width, height)
}

type Link = SimulationLinkDatum<Body> & { readonly weight: number }

function linkForce(links: Link[]) {
  return forceLink<Body, Link>(links)
    .id(({ id }) => id)
    .distance(({ weight }) => 60 + 70 / weight)
    .strength(({ weight }) => Math.min(0.5, 0.08 * weight))
}

const MARGIN_X = 86
const MARGIN_Y = 30

/** Stretches or shrinks the places to the drawing, each direction by itself. */
function fitted(bodies: readonly Body[], width: number, height: number) {
  const scale = (values: readonly number[], size: number, margin: number) => {
    const least = Math.min(...values)
    const span = Math.max(...values) - least
    return (value: number) =>
      span === 0 ? size / 2 : margin + ((value - least) / span) * (size - 2 * margin)
  }
  const x = scale(
    bodies.map((body) => body.x ?? 0),
    width,
    MARGIN_X,
  )
  const y = scale(
    bodies.map((body) => body.y ?? 0),
    height,
    MARGIN_Y,
  )
  return new Map(
    bodies.map((body) => [body.id, { x: x(body.x ?? 0), y: y(body.y ?? 0), radius: body.radius }]),
  )
}
