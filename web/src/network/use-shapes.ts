import { useQuery } from '@tanstack/react-query'
import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import shapesAddress from 'world-atlas/countries-110m.json?url'

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>
export type Shape = Feature<Geometry, { name: string }>

/** The shapes of the world’s states (Natural Earth, 1:110 million), from a file of this server. `id`: ISO 3166-1 numeric. */
export function useShapes() {
  return useQuery({
    queryKey: ['shapes'],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<readonly Shape[]> => {
      const response = await fetch(shapesAddress, { signal })
      if (!response.ok) throw new Error('The map did not come.')
      const atlas = (await response.json()) as Atlas
      return feature(atlas, atlas.objects.countries).features
    },
  })
}
