import { describe, expect, it } from 'vitest'
import type { RelationDraft } from '../drafts.js'
import { findParties } from '../parties/index.js'
import type { Scene } from '../scene.js'
import { extendScene, openScene } from '../scene.js'
import type { ReadingNotes } from '../testing/build-reading.js'
import { buildDocument, buildReading } from '../testing/build-reading.js'
import { indexPersons } from '../parties/known-persons.js'
import { testCodebook } from '../testing/test-codebook.js'
import golden from './golden-relations.json' with { type: 'json' }
import { codeRelations } from './index.js'

function sceneOf(text: string, notes: ReadingNotes, before: Partial<Scene> = {}): Scene {
  let scene = openScene(
    buildDocument(text),
    buildReading(text, notes),
    testCodebook,
    indexPersons(),
  )
  scene = { ...extendScene(scene, findParties(scene)), ...before }
  return extendScene(scene, codeRelations(scene))
}

/** `label: a > b since year “evidence”` */
function linesOf(scene: Scene): string[] {
  const name = (ref: { id: string }): string => scene.parties.get(ref.id)?.name ?? '?'
  return scene.drafts
    .filter((draft): draft is RelationDraft => draft.kind === 'relation')
    .map((draft) => {
      const since = draft.since ? ` since ${draft.since}` : ''
      const words = draft.spans.map((span) => scene.document.text.slice(span.start, span.end))
      return `${draft.label}: ${name(draft.a)} > ${name(draft.b)}${since} “${words.join()}”`
    })
}

describe('relations', () => {
  it.each(golden.cases)('$name: $text', ({ text, parse, names, expect: wanted }) => {
    expect(linesOf(sceneOf(text, { parse: [parse], names }))).toEqual(wanted)
  })

  it('takes “its” for the state of the sentence before, where it cannot be the subject’s own', () => {
    const its = 'NNP:5:nsubj VBZ:5:cop PRP$:5:nmod:poss JJ:5:amod NN:0:root .:5:punct'
    const kenya = testCodebook.names.parties.get('KEN')?.id ?? ''
    const text = 'Mali sells cotton.\nKenya is its close ally.'
    const notes = {
      parse: ['NNP:2:nsubj VBZ:0:root NN:2:obj .:2:punct', its],
      names: ['place: Mali', 'place: Kenya'],
    }
    const { mentions } = sceneOf(text, notes)
    const first = mentions.findLast((one) => one.parties.includes(kenya))?.first ?? 0
    const pronoun = { first: first + 2, last: first + 3, head: first + 2, words: 'its' }
    const self = { ...pronoun, form: 'pronoun' as const, parties: [kenya], isPlace: false }
    const others = mentions.filter((one) => one.first !== pronoun.first)
    const mentionNumbers = [0, -1, -1, -1, 1, -1, 2, -1, -1, -1]
    const scene = sceneOf(text, notes, { mentions: [...others, self], mentionNumbers })
    expect(linesOf(scene)).toEqual(['ally: Kenya > Mali “Kenya is its close ally”'])
  })

  it('takes "our" in somebody’s words for the speaker’s state', () => {
    const text = 'Japan is our ally.'
    const kenya = testCodebook.names.parties.get('KEN')
    const speaker = { id: kenya?.id ?? '', name: 'Kenya' }
    const spoken = [{ span: { start: 0, end: text.length }, attribution: { speaker, chain: [] } }]
    const notes = { parse: ['NNP:4:nsubj VBZ:4:cop PRP$:4:nmod:poss NN:0:root .:4:punct'] }
    const scene = sceneOf(text, notes)
    const parties = new Map([...scene.parties, [speaker.id, kenyaRecord()]])
    expect(linesOf(sceneOf(text, notes, { spoken, parties }))).toEqual([
      'ally: Japan > Kenya “Japan is our ally”',
    ])
  })
})

function kenyaRecord() {
  const party = testCodebook.names.parties.get('KEN')
  if (!party) throw new Error('the codebook has no Kenya')
  const { id, name, type, country, cameo, wikidata } = party
  return { kind: 'party' as const, id, name, type, country, cameo, aliases: [], wikidata }
}
