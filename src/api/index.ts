/** The web side: the API over a ledger's read-only door, and the server that also gives out the built page. */
export { createApi } from './create-api.js'
export type { ApiOptions } from './create-api.js'
export { API_CODES, ApiError, STATUS_BY_CODE } from './errors.js'
export type { ApiCode, ApiStatus, ApiTrouble } from './errors.js'
export { CONTENT_SECURITY_POLICY } from './security.js'
export { serveApi } from './serve-api.js'
export type { ServedApi, ServeOptions } from './serve-api.js'
export type * from './types.js'
