/** What the coder needs of a codebook: the shapes it reads, whatever file they were written in. */

export interface CodebookCountry {
  /** ISO 3166-1 alpha-3, or the code the codebook gives a territory. */
  readonly iso3: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Adjectives and names of the people: "Kazakh", "Kazakhs". */
  readonly demonyms: readonly string[]
  readonly capitals: readonly string[]
  /** Palaces, streets and nicknames that stand for the state: "the Kremlin". */
  readonly seats: readonly string[]
  readonly places: readonly string[]
  readonly wikidata: string | null
}

export interface CodebookBody {
  readonly name: string
  readonly type: string
  readonly aliases: readonly string[]
  readonly acronyms: readonly string[]
  readonly country: string | null
  readonly cameo: string | null
  readonly members: readonly string[]
  readonly wikidata: string | null
}

/** The parts of a codebook that the frame itself reads. Passes read more of it. */
export interface Codebook {
  readonly version: string
  readonly countries: readonly CodebookCountry[]
  readonly bodies: readonly CodebookBody[]
}
