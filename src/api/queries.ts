import { z } from '@hono/zod-openapi'
import {
  EVENT_TYPES,
  FACTUALITIES,
  FINDING_KINDS,
  PARTY_TYPES,
  QUADS,
  RECORD_KINDS,
  REVIEWS,
} from '../core/index.js'
import type { FindingKind } from '../core/index.js'
import { OFFICE_LEVELS } from '../findings/index.js'

/** What may be asked. Unknown parameters are refused: a misspelt filter must not answer with everything. */

const paging = {
  cursor: z.string().min(1).optional().describe('`nextCursor` of the page before'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('items a page; 50 when absent (of CSV: all)'),
}

const format = z
  .enum(['json', 'csv'])
  .optional()
  .describe('json when absent; csv gives all rows, or a page of them where `limit` is given')

/** Of every list. */
const listing = { ...paging, format }

/** Of a list without filters. */
export const ListQuery = z.strictObject(listing)

/** Of a list that is given at once. */
export const FormatQuery = z.strictObject({ format })

const Text = z.string().trim().min(1).max(300)
const From = z.iso.date().optional()
const To = z.iso.date().optional()

/** One value of a closed list, or several with commas. */
function listOf<T extends string>(values: readonly [T, ...T[]]) {
  const one = `(?:${values.join('|')})`
  return z
    .string()
    .regex(
      new RegExp(`^${one}(?:,${one})*$`),
      `one of ${values.join(', ')}, or several with commas`,
    )
    .optional()
}

export const DocumentQuery = z.strictObject({
  ...listing,
  publisher: z.string().min(1).optional(),
  from: From.describe('published on this day or later'),
  to: To.describe('published on this day or earlier'),
  text: Text.optional().describe('words in title or text: `"exact words"`, `or`, `-without`'),
  party: z.string().min(1).optional().describe('id of a party that a record names'),
})

const recordFilters = {
  kind: listOf(RECORD_KINDS),
  document: z.string().min(1).optional(),
  party: z.string().min(1).optional().describe('id of a party that the record names in any role'),
  speaker: z.string().min(1).optional().describe('id of a party whose words it gives'),
  publisher: z.string().min(1).optional().describe('who published its document'),
  type: z.string().min(1).optional().describe('event type, indicator, form or relation label'),
  factuality: listOf(FACTUALITIES),
  from: From.describe('time that ends on this day or later'),
  to: To.describe('time that starts on this day or earlier'),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  text: Text.optional().describe('words in the evidence, content, name or parties'),
  review: listOf(REVIEWS).describe('all but withdrawn when absent'),
}

export const RecordQuery = z.strictObject({
  ...listing,
  ...recordFilters,
  order: z.enum(['document', 'newest', 'oldest', 'confidence']).optional(),
})

/** The same filters, counted over. */
export const FacetQuery = z.strictObject(recordFilters)

export const PartyQuery = z.strictObject({
  ...listing,
  text: Text.optional().describe('letters in the name or an alias'),
  type: z.enum(PARTY_TYPES).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 3166-1 alpha-3 code such as KAZ')
    .optional(),
  order: z.enum(['records', 'name']).optional(),
})

const Period = {
  from: From.describe('on this day or later; unknown days are left out'),
  to: To.describe('on this day or earlier; unknown days are left out'),
}

export const HappeningQuery = z.strictObject({
  ...listing,
  ...Period,
  party: z.string().min(1).optional().describe('id of a state or body that takes part'),
  partner: z.string().min(1).optional().describe('id of another one that takes part'),
  type: listOf(EVENT_TYPES),
  quad: listOf(QUADS),
  factuality: listOf(FACTUALITIES),
  level: listOf([...OFFICE_LEVELS, 'unknown']).describe(
    'highest office on either side of a contact: head of state or government, minister, deputy or envoy, official',
  ),
  order: z.enum(['newest', 'oldest']).optional().describe('newest when absent'),
})

const { party, partner } = HappeningQuery.shape
export const CalendarQuery = z.strictObject({ ...Period, party, partner })

export const FindingQuery = z.strictObject({
  ...listing,
  finding: listOf(Object.keys(FINDING_KINDS) as [FindingKind, ...FindingKind[]]),
  party: z.string().min(1).optional().describe('id of a state or body that it is about'),
  document: z.string().min(1).optional().describe('id of a document with a record it rests on'),
})

export const PeriodQuery = z.strictObject(Period)

/** Of the tables behind a desk. */
export const DeskListQuery = z.strictObject({ ...Period, format })

const PositionPeriod = {
  from: From.describe('said or done on this day or later; unknown days are left out'),
  to: To.describe('said or done on this day or earlier; unknown days are left out'),
}
const Matter = z.string().min(1).optional().describe('id of a matter; /api/v1/matters lists them')
const Concerned = z.string().min(1).optional().describe('id of the party that it concerns')

export const StatePositionQuery = z.strictObject({
  ...listing,
  ...PositionPeriod,
  matter: Matter,
  concerned: Concerned,
})

export const PositionQuery = z.strictObject({
  ...listing,
  ...PositionPeriod,
  matter: Matter,
  party: z.string().min(1).optional().describe('id of the party whose positions they are'),
  concerned: Concerned,
})

export const SaidQuery = z.strictObject({
  ...listing,
  ...PositionPeriod,
  about: z
    .string()
    .min(1)
    .optional()
    .describe('id of a state or body that they are about: itself, its bodies and its officials'),
})

export const NetworkQuery = z.strictObject({
  ...Period,
  quad: listOf(QUADS),
  least: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('fewest happenings of an edge'),
})

export const IdParams = z.object({
  id: z
    .string()
    .min(1)
    .openapi({ param: { name: 'id', in: 'path' } }),
})

/** The values of a checked comma list; undefined when it was not given. */
export function splitList<T extends string>(list: string | undefined): T[] | undefined {
  return list?.split(',') as T[] | undefined
}
