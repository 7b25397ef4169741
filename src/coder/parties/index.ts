import type { Codebook } from '../../codebook/index.js'
import type { Introduction, PassResult, Scene } from '../scene.js'
import { partyIdOf } from '../../core/index.js'
import { homeAmong } from '../home.js'
import { settlePlaces } from './acting-places.js'
import { layBodies } from './bodies.js'
import type { Board } from './board.js'
import { mentionsOn, openBoard } from './board.js'
import { layGovernments } from './governments.js'
import { layCodebookNames, layDefinedAcronyms, layOutlets, layReaderNames } from './names.js'
import type { PartyDraft } from './party-drafts.js'
import { mentionOf, partyRecordOf } from './party-drafts.js'
import { layPersons } from './persons.js'
import { settlePersonCodes } from './person-codes.js'
import { layPairs } from './pairs.js'
import { settlePersonStates } from './person-states.js'
import { layOffices, layPronouns } from './references.js'

/**
 * Find the parties of a document and the words that mention them: names of the codebook and the reader, bodies of
 * states, persons with their offices, offices alone, capitals that act, pronouns, "the two countries".
 */
export function findParties(scene: Scene): PassResult {
  const board = openBoard(scene)
  layCodebookNames(board)
  layOutlets(board)
  layReaderNames(board)
  layDefinedAcronyms(board)
  settlePlaces(board, capitalsOf(scene.codebook))
  layGovernments(board, homeOf(board))
  layPersons(board, scene.knownPersons)
  layOffices(board)
  layBodies(board)
  layPairs(board)
  layPronouns(board)
  settlePersonStates(board)
  settlePersonCodes(board)
  const drafts = mentionsOn(board)
  const parties = [
    ...new Set([...drafts.flatMap((one) => one.parties), ...board.introductions.flatMap(holderOf)]),
  ]
  return {
    facts: {
      parties: new Map(parties.map(partyRecordOf).map((record) => [record.id, record])),
      mentions: drafts.map(mentionOf),
      introductions: board.introductions.map((one) => introductionOf(one)),
    },
  }
}

const capitalSets = new WeakMap<Codebook, ReadonlySet<string>>()

function capitalsOf(codebook: Codebook): ReadonlySet<string> {
  const known = capitalSets.get(codebook)
  if (known) return known
  const made = new Set<string>(
    codebook.entries.countries.flatMap((country) => [
      ...(country.capital ? [country.capital] : []),
      ...country.capitalNames,
    ]),
  )
  capitalSets.set(codebook, made)
  return made
}

/** The state a document is about, before persons are known. */
function homeOf(board: Board): string | null {
  const states = mentionsOn(board).map((mention) => mention.parties[0])
  return homeAmong(
    states.flatMap((state) => codeOf(state) ?? []),
    1,
  )
}

function codeOf(party: PartyDraft | undefined): string | null {
  return party?.type === 'country' ? party.country : null
}

function holderOf(introduction: { of: PartyDraft | null; person: PartyDraft }): PartyDraft[] {
  return introduction.of ? [introduction.person, introduction.of] : [introduction.person]
}

function introductionOf(draft: Board['introductions'][number]): Introduction {
  const idOf = (party: PartyDraft): string => partyIdOf(party.type, party.country, party.name)
  const { office, range } = draft
  return { person: idOf(draft.person), office, of: draft.of ? idOf(draft.of) : null, range }
}
