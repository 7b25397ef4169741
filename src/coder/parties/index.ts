import type { PassResult, Scene } from '../scene.js'

/** Find the parties of a document and the words that mention them. */
export function findParties(_scene: Scene): PassResult {
  return {}
}
