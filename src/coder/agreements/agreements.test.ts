import { describe, expect, it } from 'vitest'
import type { AgreementDraft } from '../drafts.js'
import { findParties } from '../parties/index.js'
import type { Scene } from '../scene.js'
import { extendScene, openScene } from '../scene.js'
import type { ReadingNotes } from '../testing/build-reading.js'
import { buildDocument, buildReading } from '../testing/build-reading.js'
import { indexPersons } from '../parties/known-persons.js'
import { testCodebook } from '../testing/test-codebook.js'
import golden from './golden-agreements.json' with { type: 'json' }
import { codeAgreements } from './index.js'

function sceneOf(text: string, notes: ReadingNotes): Scene {
  let scene = openScene(
    buildDocument(text),
    buildReading(text, notes),
    testCodebook,
    indexPersons(),
  )
  for (const run of [findParties, codeAgreements]) scene = extendScene(scene, run(scene))
  return scene
}

const agreementsOf = (scene: Scene): AgreementDraft[] =>
  scene.drafts.filter((draft): draft is AgreementDraft => draft.kind === 'agreement')

/** `form: name [parties] status` */
function linesOf(scene: Scene): string[] {
  return agreementsOf(scene).map(({ form, name, parties, status }) => {
    const names = parties.map((ref) => scene.parties.get(ref.id)?.name ?? '?')
    return `${form}: ${name} [${names.join(' + ')}] ${status}`
  })
}

describe('agreements', () => {
  it.each(golden.cases)('$name: $text', ({ text, parse, names, expect: wanted }) => {
    expect(linesOf(sceneOf(text, { parse: [parse], names }))).toEqual(wanted)
  })

  it('keeps one record for a name and its acronym, with the status stated last', () => {
    const text =
      'Chile and Japan negotiated the Economic Partnership Agreement (EPA).\nThe two states signed the Economic Partnership Agreement.'
    const scene = sceneOf(text, {
      parse: [
        'NNP:4:nsubj CC:3:cc NNP:1:conj VBD:0:root DT:8:det NNP:8:compound NNP:8:compound NNP:4:obj -LRB-:10:punct NNP:8:appos -RRB-:10:punct .:4:punct',
        'DT:3:det CD:3:nummod NNS:4:nsubj VBD:0:root DT:8:det NNP:8:compound NNP:8:compound NNP:4:obj .:4:punct',
      ],
      names: ['place: Chile', 'place: Japan'],
    })
    expect(agreementsOf(scene)).toHaveLength(1)
    expect(agreementsOf(scene)[0]).toMatchObject({ status: 'signed', reason: 'agreement-name' })
    expect(agreementsOf(scene)[0]?.spans[0]?.start).toBe(text.indexOf('Economic'))
  })

  it('lets “the deal” point back to the agreement before it, and takes the furthest that is told', () => {
    const text = 'Chad and Mali negotiated a fishing deal.\nMali signed the deal.'
    const scene = sceneOf(text, {
      parse: [
        'NNP:4:nsubj CC:3:cc NNP:1:conj VBD:0:root DT:7:det NN:7:compound NN:4:obj .:4:punct',
        'NNP:2:nsubj VBD:0:root DT:4:det NN:2:obj .:2:punct',
      ],
      names: ['place: Chad', 'place: Mali'],
    })
    expect(linesOf(scene)).toEqual(['agreement: fishing deal [Chad + Mali] signed'])
  })
})
