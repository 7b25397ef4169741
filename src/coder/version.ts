/** Version of the coder, written into every record. Raise it when the same reading would give other records. */
export const CODER_VERSION = 'coder-1'
