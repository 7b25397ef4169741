import type { DocumentId } from './ids.js'

/** An item as retrieved, before cleaning. `body` is text or HTML, decoded. */
export interface NewsReport {
  /** The path or URL it was read from; with `#n` for the n-th object of a JSON Lines file. */
  readonly source: string
  readonly format: 'text' | 'markdown' | 'html'
  readonly body: string
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  /** ISO date, or null when the retrieval did not say. */
  readonly published: string | null
}

/** How the day of publication is known. `inferred`: the year is not stated (records.md tells the rule). */
export type PublishedBasis = 'metadata' | 'dateline' | 'inferred'

/** The clean text of a report, with what is known of its publication. Offsets everywhere refer to `text`. */
export interface NewsDocument {
  readonly kind: 'document'
  readonly id: DocumentId
  readonly source: string
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: string | null
  readonly publishedBasis: PublishedBasis | null
  readonly place: string | null
  readonly language: string
  /** Sources that the report names as its own, nearest first. */
  readonly citedSources: readonly string[]
  readonly byline: string | null
  readonly text: string
  readonly duplicateOf: DocumentId | null
}
