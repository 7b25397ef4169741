import type { ErrorView } from '../../../src/api/types.js'

/** A question that was not answered: what happened and what to do, in words for the reader of the page. */
export class ApiFailure extends Error {
  readonly status: number
  readonly advice: string | null

  constructor(status: number, message: string, advice: string | null) {
    super(message)
    this.name = 'ApiFailure'
    this.status = status
    this.advice = advice
  }
}

/** Values of a query string; null and undefined are left out. */
export type Query = Readonly<Record<string, string | number | null | undefined>>

/** An address of the API with its query. */
export function apiAddress(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

/** Fetches an answer of the API. Throws ApiFailure when there is none or it is an error. */
export async function fetchAnswer<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  return answerIn<T>(await fetchOnce(apiAddress(path, query), { signal }))
}

/** Sends a decision, and gives what the server kept. Throws ApiFailure, with the server's words, when it kept nothing. */
export async function sendDecision<T>(path: string, decision: object): Promise<T> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify(decision)
  return answerIn<T>(await fetchOnce(apiAddress(path), { method: 'POST', headers, body }))
}

async function answerIn<T>(response: Response): Promise<T> {
  if (response.ok) return JSON.parse(await response.text(), withoutOverrides) as T
  throw failureOf(response.status, await response.json().catch(() => null))
}

/**
 * Direction overrides make text look like other text ("txt.exe" like "exe.txt") and news has no use for them: they are
 * shown as �. One code unit for one, so that offsets still hold. Marks of right-to-left writing stay.
 */
function withoutOverrides(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\u202D\u202E]/g, '\uFFFD') : value
}

async function fetchOnce(address: string, { headers, ...init }: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, headers: { Accept: 'application/json', ...headers } })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiFailure(0, 'The server does not answer.', 'Is “chancery serve” still running?')
  }
}

function failureOf(status: number, answer: unknown): ApiFailure {
  const trouble = (answer as Partial<ErrorView> | null)?.error
  if (!trouble) return new ApiFailure(status, `The server answered with status ${status}.`, null)
  return new ApiFailure(
    status,
    sentence(trouble.message),
    trouble.advice && sentence(trouble.advice),
  )
}

function sentence(words: string): string {
  const first = words.charAt(0).toUpperCase()
  return `${first}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`
}
