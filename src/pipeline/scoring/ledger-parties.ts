import type { PartyRecord, PartyRef } from '../../core/index.js'
import type { GoldReport } from './ledger-gold.js'
import names from './ledger-names.json' with { type: 'json' }
import { plainWords } from './ledger-words.js'

/** Whether a party of the ledger is the one that the answers name. */

const SAME_NAMES: Readonly<Record<string, string>> = names.sameNames
const COUNTRIES: Readonly<Record<string, string>> = names.countries
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' })

/** Types whose party acts for its state: in the answers, and in the ledger. */
const GOLD_STATE_TYPES = new Set<unknown>(['person', 'government', 'country', 'group'])
const LEDGER_STATE_TYPES = new Set<unknown>(['person', 'government'])

/** Letters that a surname has at the least to tell a person by. */
const FEWEST_LETTERS = 3

/** What the comparison of parties needs: the answers' parties of one report, and the ledger's by id. */
export interface PartyWorld {
  readonly gold: GoldReport
  readonly parties: ReadonlyMap<string, PartyRecord>
}

/** A name in the form in which two are compared: plain words, no leading "the", one name a state. */
export function nameForm(name: string | null | undefined): string {
  const plain = plainWords(name).replace(/^the /, '')
  return SAME_NAMES[plain] ?? plain
}

/** English name of a country by its ISO 3166-1 alpha-3 code, in the form of `nameForm`; null where unknown. */
export function countryForm(code: string | null | undefined): string | null {
  const short = code ? COUNTRIES[code] : undefined
  return short === undefined ? null : nameForm(REGIONS.of(short))
}

const lastWord = (form: string): string => form.split(' ').at(-1) ?? ''

interface WantedParty {
  readonly forms: ReadonlySet<string>
  readonly isPerson: boolean
}

/** All names that an answer's party goes by, its state's among them where it acts for one. */
function wantedParty(name: string | null | undefined, gold: GoldReport): WantedParty {
  const form = nameForm(name)
  const party = gold.parties.find(
    (one) =>
      nameForm(one.name) === form || (one.mentions ?? []).some((other) => nameForm(other) === form),
  )
  const forms = new Set([form])
  for (const other of party ? [party.name, ...(party.mentions ?? [])] : [])
    forms.add(nameForm(other))
  const state = party && GOLD_STATE_TYPES.has(party.type) ? countryForm(party.country) : null
  if (state !== null) forms.add(state)
  return { forms, isPerson: party?.type === 'person' }
}

/**
 * Is the ledger's party the one that the answers name? By any name of either; a person also by the surname; an
 * official of the ledger also as the state acted for, where the answers name the state.
 */
export function sameParty(
  name: string | null | undefined,
  ref: PartyRef | null | undefined,
  { gold, parties }: PartyWorld,
): boolean {
  if (!ref) return false
  const wanted = wantedParty(name, gold)
  const party = parties.get(ref.id)
  const forms = [ref.name, ...(party ? [party.name, ...party.aliases] : [])].map(nameForm)
  if (forms.some((form) => wanted.forms.has(form))) return true
  if (wanted.isPerson) return sharesSurname(forms, wanted.forms)
  const state = party && LEDGER_STATE_TYPES.has(party.type) ? countryForm(party.country) : null
  return state !== null && wanted.forms.has(state)
}

function sharesSurname(forms: readonly string[], wanted: ReadonlySet<string>): boolean {
  const surnames = new Set([...wanted].map(lastWord))
  return forms.some(
    (form) => lastWord(form).length >= FEWEST_LETTERS && surnames.has(lastWord(form)),
  )
}

/** F1 of two lists of parties: the share of wanted ones found and of found ones wanted; 1 where both are empty. */
export function partiesF1(
  wanted: readonly string[] | null | undefined,
  refs: readonly PartyRef[] | null | undefined,
  world: PartyWorld,
): number {
  const [golds, found] = [wanted ?? [], refs ?? []]
  if (golds.length === 0 && found.length === 0) return 1
  if (golds.length === 0 || found.length === 0) return 0
  const met = golds.filter((one) => found.some((ref) => sameParty(one, ref, world))).length
  const right = found.filter((ref) => golds.some((one) => sameParty(one, ref, world))).length
  const [recall, precision] = [met / golds.length, right / found.length]
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
}
