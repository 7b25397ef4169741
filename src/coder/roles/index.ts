import type { PassResult, Scene } from '../scene.js'

/** Code the offices of the persons in a document, each once. */
export function codeRoles(_scene: Scene): PassResult {
  return {}
}
