/** The coder's door: a reading and a codebook in, parties and records with evidence out. */
export { codeReading } from './code-reading.js'
export { CODER_VERSION } from './version.js'
export { chanceBy } from './confidence/confidence.js'
export type { ConfidenceTables, Grounds, LogisticTable } from './confidence/confidence.js'
export { indexPersons } from './parties/known-persons.js'
export type { KnownPersons, PersonIndex } from './parties/known-persons.js'
