/** What may be coded, in one door: `loadCodebook` gives it, the rest asks it. */
export { compileCodebook } from './compile.js'
export type { AttributionCue, CueIndex, EventCue } from './cues.js'
export type { CodebookEntries } from './files.js'
export { nounForms, verbForms, type IrregularVerbs } from './inflect.js'
export { loadCodebook, type Codebook } from './load.js'
export { findNames, nameKey, type NameIndex, type NameUse } from './names.js'
export type { CodebookParty, NameKind } from './parties.js'
export type * from './schemas.js'
