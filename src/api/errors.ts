import type { IssueCode } from '../core/index.js'
import { ISSUE_CODES } from '../core/index.js'

/** Trouble as a client sees it: one shape, whatever went wrong. */
export interface ApiTrouble {
  readonly code: ApiCode
  /** What happened, in words. */
  readonly message: string
  /** What to do, or null when nothing can be done. */
  readonly advice: string | null
}

/** Trouble that only the API itself has; everything else is an issue code of core. */
export const API_CODES = {
  'not-found': 'nothing is kept under this id or address',
  'query-invalid': 'a parameter has a value that cannot be used',
  'cursor-invalid': 'the cursor does not belong to this list',
  'method-not-allowed': 'the address is there, but not for this method',
  'host-refused': 'the request names a host that this server does not answer for',
  'origin-refused': 'the request comes from a page of another site',
  'body-type-refused': 'the body is of another type than application/json',
  'body-too-large': 'the body is larger than the limit',
  'body-invalid': 'the body is not what the address takes',
  'decision-invalid': 'the decision breaks the record contract or says too little',
  'port-unavailable': 'the address to serve on is taken or not allowed',
  'page-not-built': 'the page has not been built',
  unexpected: 'something failed that should not',
} as const

export type ApiCode = keyof typeof API_CODES | IssueCode

export type ApiStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 500 | 503

/** The one table from a code to an HTTP status. */
export const STATUS_BY_CODE: Readonly<Record<ApiCode, ApiStatus>> = {
  'not-found': 404,
  'query-invalid': 400,
  'cursor-invalid': 400,
  'method-not-allowed': 405,
  'host-refused': 421,
  'origin-refused': 403,
  'body-type-refused': 415,
  'body-too-large': 413,
  'body-invalid': 400,
  'decision-invalid': 422,
  'port-unavailable': 503,
  'page-not-built': 503,
  unexpected: 500,
  'file-not-found': 404,
  'file-not-readable': 422,
  'file-empty': 422,
  'file-binary': 415,
  'file-encoding': 415,
  'file-too-large': 413,
  'file-kind-unknown': 415,
  'line-not-json': 422,
  'line-without-text': 422,
  'field-invalid': 400,
  'html-no-article': 422,
  'language-not-english': 422,
  'document-without-text': 422,
  'date-unknown': 422,
  'date-inferred': 422,
  'duplicate-document': 409,
  'sentence-not-parsed': 422,
  'sentence-too-long': 422,
  'time-unresolved': 422,
  'party-unresolved': 422,
  'speaker-unresolved': 422,
  'figure-incomplete': 422,
  'record-invalid': 500,
  'codebook-invalid': 500,
  'model-not-found': 503,
  'ledger-unavailable': 503,
  'ledger-conflict': 409,
  'report-failed': 422,
}

/** Thrown where a request cannot be answered; the app turns it into the error shape and its status. */
export class ApiError extends Error {
  readonly trouble: ApiTrouble

  constructor(code: ApiCode, message: string, advice: string | null = null) {
    super(advice === null ? message : `${message}; ${advice}`)
    this.name = 'ApiError'
    this.trouble = { code, message, advice }
  }
}

/** The trouble that anything thrown stands for. Errors that carry an issue (the ledger's) keep its code and words. */
export function troubleOf(error: unknown): ApiTrouble {
  if (error instanceof ApiError) return error.trouble
  const issue = issueIn(error)
  if (issue) return issue
  return {
    code: 'unexpected',
    message: 'the request could not be answered',
    advice: 'try again; if it stays so, look at what the server printed',
  }
}

/** Told by shape, since the API may not import the ledger's error class. */
function issueIn(error: unknown): ApiTrouble | null {
  if (!(error instanceof Error) || !('issue' in error)) return null
  const issue = error.issue as Partial<ApiTrouble> | null
  if (!issue || typeof issue.code !== 'string' || !(issue.code in ISSUE_CODES)) return null
  return { code: issue.code, message: issue.message ?? error.message, advice: issue.advice ?? null }
}
