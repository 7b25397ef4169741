import type { Manifest } from '../manifest.js'
import type { WindowOutput } from '../session.js'
import { dot, dotRows } from './numbers.js'

export type LinkName = 'cue' | 'source' | 'antecedent' | 'actor' | 'recipient'

/**
 * Scores of links between two words of a window. The network gives each word one query and one key vector a link kind,
 * laid side by side (all queries first); a link's score is their product plus a bias. Above 0: more likely than not.
 */
export function linkScorer(
  manifest: Manifest,
  name: LinkName,
  { links: { data, width } }: WindowOutput,
): (word: number, other: number) => number {
  const size = manifest.linkSize
  const { query, key } = linkPlaces(manifest, name)
  const bias = manifest.linkBiases[name] ?? 0
  return (word, other) => dot(data, word * width + query, data, other * width + key, size) + bias
}

/** Scores of a word's links of one kind to all words of the window, as `linkScorer` gives them one by one. */
export function linkScores(
  manifest: Manifest,
  name: LinkName,
  { count, links: { data, width } }: WindowOutput,
  word: number,
): Float64Array {
  const { query, key } = linkPlaces(manifest, name)
  const bias = manifest.linkBiases[name] ?? 0
  const from = word * width + query
  const scores = new Float64Array(count)
  dotRows(data.subarray(from, from + manifest.linkSize), { data, from: key, step: width }, scores)
  for (let other = 0; other < count; other++) scores[other] = (scores[other] as number) + bias
  return scores
}

/** Where the query and the key of a link kind begin in a word's `links` row. */
export function linkPlaces(manifest: Manifest, name: LinkName): { query: number; key: number } {
  const at = manifest.links.indexOf(name)
  return { query: at * manifest.linkSize, key: (manifest.links.length + at) * manifest.linkSize }
}
