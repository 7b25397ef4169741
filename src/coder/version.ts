import stamp from './version.json' with { type: 'json' }

/**
 * Version of the coder and of the stages before it, written into every record: in the compiled code a hash of their
 * sources (`scripts/stamp-coder.mjs`), so that a change of either is never taken for the same.
 */
export const CODER_VERSION = stamp.version
