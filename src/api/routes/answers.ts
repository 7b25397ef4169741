import { z } from '@hono/zod-openapi'
import type { Page } from '../../ledger/read-door.js'
import type { CsvTable } from '../csv/tables.js'
import { ApiError } from '../errors.js'
import { ErrorView } from '../schemas.js'

/** The answers of a route, as OpenAPI has them: what it gives, and the one error shape for all the rest. */
export function answersOf<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    ...troubleAnswers(),
  } as const
}

/** The answers of a list: as JSON, and as CSV with the columns of a table. */
export function listAnswersOf<T extends z.ZodType>(
  schema: T,
  description: string,
  { columns }: CsvTable,
) {
  const said = columns.map(({ column, says }) => `- \`${column}\`: ${says}`)
  const rows = z
    .string()
    .describe(['A header line, then a row an item. Columns:', ...said].join('\n'))
  return {
    200: {
      description,
      content: { 'application/json': { schema }, 'text/csv': { schema: rows } },
    },
    ...troubleAnswers(),
  } as const
}

/** The one error shape, whatever goes wrong, as OpenAPI has it. */
export function troubleAnswers() {
  return {
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
