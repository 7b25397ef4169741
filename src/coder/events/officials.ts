import { nameKey } from '../../codebook/index.js'
import { homeAmong } from '../home.js'
import type { Scene } from '../scene.js'

/** Officials whose state the text leaves to the reader, and the state that the text is about. */

interface Officials {
  /** Ids of persons introduced by an office of a government, without its state. */
  readonly persons: ReadonlySet<string>
  /** ISO 3166-1 alpha-3 code of the state that the document is about; null when there is no such one. */
  readonly home: string | null
}

const KNOWN = new WeakMap<Scene['mentions'], Officials>()

/** Is the person introduced by an office of a government ("Foreign Minister Mulenga") whose state is not named with it? */
export function isOfficial(scene: Scene, id: string): boolean {
  return officialsOf(scene).persons.has(id)
}

/** The state that the document is about: named three times and half as often again as any other. Null when none is. */
export function homeOf(scene: Scene): string | null {
  return officialsOf(scene).home
}

function officialsOf(scene: Scene): Officials {
  const known = KNOWN.get(scene.mentions)
  if (known) return known
  const found = { persons: findPersons(scene), home: findHome(scene) }
  KNOWN.set(scene.mentions, found)
  return found
}

function findPersons(scene: Scene): Set<string> {
  const { codebook, introductions, parse } = scene
  const holds = ({ office, of }: Scene['introductions'][number]): boolean => {
    const words = parse.words.slice(office.first, office.last)
    return of === null && words.some((_, at) => isGovernment(codebook, words.slice(at)))
  }
  return new Set(introductions.filter(holds).map((one) => one.person))
}

function isGovernment(codebook: Scene['codebook'], words: readonly string[]): boolean {
  return codebook.offices.get(nameKey(words.join(' ')))?.government ?? false
}

/** A state named less often is not what a document is about. */
const OFTEN = 3

function findHome(scene: Scene): string | null {
  const states = scene.mentions.map(({ parties }) => scene.parties.get(parties[0] ?? ''))
  const codes = states.flatMap((state) => (state?.type === 'country' ? (state.country ?? []) : []))
  return homeAmong(codes, OFTEN)
}
