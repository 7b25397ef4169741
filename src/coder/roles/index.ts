import type { RoleDraft } from '../drafts.js'
import { spanOf } from '../parse.js'
import type { Introduction, PassResult, Scene } from '../scene.js'

/** Code the offices of the persons in a document, each once, where they are first written out most fully. */
export function codeRoles(scene: Scene): PassResult {
  const best = new Map<string, Introduction>()
  for (const introduction of scene.introductions) {
    const known = best.get(introduction.person)
    if (!known || fullness(introduction) > fullness(known))
      best.set(introduction.person, introduction)
  }
  const drafts = [...best.values()].flatMap((one) => roleOf(scene, one) ?? [])
  return { drafts }
}

/** An introduction that names the state or body says more than one that does not; then the longer office. */
function fullness(introduction: Introduction): number {
  const words = introduction.office.last - introduction.office.first
  return (introduction.of === null ? 0 : 100) + Math.min(words, 20) * 0.01
}

function roleOf(scene: Scene, introduction: Introduction): RoleDraft | null {
  const person = scene.parties.get(introduction.person)
  const of =
    introduction.of === null
      ? holderState(scene, introduction)
      : (scene.parties.get(introduction.of) ?? null)
  if (!person) return null
  const office = spanOf(scene.parse, introduction.office)
  const words = scene.document.text.slice(office.start, office.end)
  return {
    kind: 'role',
    person: { id: person.id, name: person.name },
    office: words,
    of: of && { id: of.id, name: of.name },
    time: null,
    factuality: 'actual',
    reason: 'role-apposition',
    attribution: null,
    spans: [spanOf(scene.parse, introduction.range)],
  }
}

/** The state of a person whose office is written without it ("President Tokayev"). */
function holderState(scene: Scene, introduction: Introduction) {
  const country = scene.parties.get(introduction.person)?.country ?? null
  const states = [...scene.parties.values()]
  return (
    states.find(
      (party) => party.type === 'country' && party.country === country && country !== null,
    ) ?? null
  )
}
