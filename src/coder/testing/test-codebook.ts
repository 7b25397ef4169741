import { loadCodebook } from '../../codebook/index.js'

/** The project's own codebook, for tests. */
export const testCodebook = loadCodebook().value
