/** Report → document: what a page or a pasted text holds of a report, and what it says of its publication. */
export { prepareDocument } from './prepare.js'
export type { PrepareOptions } from './prepare.js'
export { storyStarts } from './dateline.js'
export { findDuplicate, signatureKeys, signatureOf, signatureSimilarity } from './duplicates.js'
export type { Duplicate, SignedDocument } from './duplicates.js'
