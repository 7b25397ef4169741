import type { PassResult, Scene } from '../scene.js'

/** Code the statements of a document: who says what, by which words. */
export function codeStatements(_scene: Scene): PassResult {
  return {}
}
