import type { Issue, NewsDocument, Outcome, Reading } from '../core/index.js'
import type { Codebook } from '../codebook/index.js'
import type { GroundedCoding } from './finish.js'
import { finishCoding } from './finish.js'
import type { KnownPersons } from './parties/known-persons.js'
import { PASSES } from './passes.js'
import type { Pass, PassResult, Scene } from './scene.js'
import { extendScene, openScene } from './scene.js'
import { notParsed } from './sentences.js'

/**
 * Code a reading: the parties that the document names and the records that rest on its words. Pure: no clock, no
 * input or output; the same arguments give the same bytes. `knownPersons` are those of the ledger, to which
 * spelling variants are joined. Throws nothing for any reading: trouble comes back as issues.
 */
export function codeReading(
  document: NewsDocument,
  reading: Reading,
  codebook: Codebook,
  knownPersons: KnownPersons,
): Outcome<GroundedCoding> {
  let scene = openScene(document, reading, codebook, knownPersons)
  const issues: Issue[] = []
  for (const pass of PASSES) {
    const result = runPass(pass, scene)
    issues.push(...(result.issues ?? []))
    scene = extendScene(scene, result)
  }
  const finished = finishCoding(scene)
  return { value: finished.value, issues: [...issues, ...finished.issues] }
}

/** Run one pass; a pass that fails as a whole adds nothing but an issue. */
function runPass(pass: Pass, scene: Scene): PassResult {
  try {
    return pass.run(scene)
  } catch (error) {
    return { issues: [notParsed(scene, pass.name, 'the whole document', error)] }
  }
}
