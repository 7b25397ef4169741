import type { z } from '@hono/zod-openapi'
import type { Page } from '../../ledger/read-door.js'
import { ApiError } from '../errors.js'
import { ErrorView } from '../schemas.js'

/** The answers of a route, as OpenAPI has them: what it gives, and the one error shape for all the rest. */
export function answersOf<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    default: {
      description: 'What went wrong and what to do; the status follows from the code',
      content: { 'application/json': { schema: ErrorView } },
    },
  } as const
}

/** A page as the ledger gave it. Throws ApiError where the cursor is not one of this list's. */
export function checkedPage<T>(page: Page<T>): Page<T> {
  const stray = page.issues.find((issue) => issue.where === 'cursor')
  if (stray) throw new ApiError('cursor-invalid', stray.message, 'start again without a cursor')
  return page
}

/** The error for an id that nothing is kept under. */
export function notFound(noun: string, id: string, advice: string): ApiError {
  return new ApiError('not-found', `no ${noun} is kept under the id ${id}`, advice)
}
