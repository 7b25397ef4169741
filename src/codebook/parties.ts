import { partyIdOf, type PARTY_TYPES, type PartyId } from '../core/index.js'
import type { CodebookEntries } from './files.js'
import type { BodyEntry, CountryEntry, ProperBodyEntry, TerritoryEntry } from './schemas.js'

/** How a name belongs to its party: the state's own name, its capital standing for it, a city that lies in it … */
export const NAME_KINDS = [
  'name',
  'official',
  'other',
  'former',
  'abbreviation',
  'adjective',
  'people',
  'capital',
  'seat',
  'place',
] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** A state or body of the codebook, in the form a ledger's party takes. */
export interface CodebookParty {
  /** ISO 3166-1 alpha-3 code of a state, id of a territory, canonical name of a body. */
  readonly key: string
  readonly id: PartyId
  readonly name: string
  readonly type: (typeof PARTY_TYPES)[number]
  readonly country: string | null
  readonly cameo: string | null
  readonly aliases: readonly string[]
  readonly wikidata: string | null
}

type Named = readonly [NameKind, readonly string[]]

/** A party with its names by kind, as the data files give them. */
export interface NamedParty {
  readonly party: CodebookParty
  readonly named: readonly Named[]
}

function namedParty(
  fields: Omit<CodebookParty, 'id' | 'aliases'>,
  named: readonly Named[],
  aliasKinds: ReadonlySet<NameKind>,
): NamedParty {
  const aliases = named
    .filter(([kind]) => aliasKinds.has(kind))
    .flatMap(([, words]) => words)
    .filter((word) => word !== fields.name)
  const id = partyIdOf(fields.type, fields.country, fields.name)
  return { party: { ...fields, id, aliases }, named }
}

const ALIAS_KINDS: ReadonlySet<NameKind> = new Set(['official', 'other', 'former', 'abbreviation'])

function ofCountry(entry: CountryEntry): NamedParty {
  const fields = {
    key: entry.iso,
    name: entry.name,
    type: 'country' as const,
    country: entry.iso,
    cameo: entry.iso,
    wikidata: entry.wikidata,
  }
  const capital = entry.capital ? [entry.capital, ...entry.capitalNames] : []
  return namedParty(
    fields,
    [
      ['name', [entry.name]],
      ['official', entry.official],
      ['other', entry.other],
      ['former', entry.former],
      ['adjective', entry.adjectives],
      ['people', entry.people],
      ['capital', capital],
      ['seat', entry.seats],
      ['place', entry.places],
    ],
    ALIAS_KINDS,
  )
}

function ofTerritory(entry: TerritoryEntry): NamedParty {
  const fields = {
    key: entry.id,
    name: entry.name,
    type: entry.kind === 'breakaway' ? ('government' as const) : ('place' as const),
    country: entry.of,
    cameo: null,
    wikidata: entry.wikidata,
  }
  return namedParty(
    fields,
    [
      ['name', [entry.name]],
      ['other', entry.other],
      ['adjective', entry.adjectives],
      ['people', entry.people],
      ['capital', entry.capital ? [entry.capital] : []],
      ['place', entry.places],
    ],
    ALIAS_KINDS,
  )
}

function ofBody(entry: BodyEntry, type: CodebookParty['type']): NamedParty {
  const fields = {
    key: entry.name,
    name: entry.name,
    type: entry.type ?? type,
    country: entry.country,
    cameo: entry.cameo,
    wikidata: entry.wikidata,
  }
  return namedParty(
    fields,
    [
      ['name', [entry.name]],
      ['abbreviation', entry.abbreviations],
      ['other', entry.other],
    ],
    ALIAS_KINDS,
  )
}

function ofProperBody(entry: ProperBodyEntry): NamedParty {
  const fields = {
    key: entry.name,
    name: entry.name,
    type: 'government' as const,
    country: entry.country,
    cameo: `${entry.country}${entry.cameo}`,
    wikidata: null,
  }
  const named: Named[] = [
    ['name', [entry.name]],
    ['other', entry.other],
  ]
  return namedParty(fields, named, ALIAS_KINDS)
}

/** Every party of the codebook: states, territories, bodies, proper state bodies. */
export function partiesOf(entries: CodebookEntries): NamedParty[] {
  return [
    ...entries.countries.map(ofCountry),
    ...entries.territories.map(ofTerritory),
    ...entries.organisations.map((entry) => ofBody(entry, 'igo')),
    ...entries.groups.map((entry) => ofBody(entry, 'group')),
    ...entries.armedGroups.map((entry) => ofBody(entry, 'group')),
    ...entries.media.map((entry) => ofBody(entry, 'media')),
    ...entries.ngos.map((entry) => ofBody(entry, 'ngo')),
    ...entries.companies.map((entry) => ofBody(entry, 'company')),
    ...entries.properBodies.map(ofProperBody),
  ]
}
