import { z } from '@hono/zod-openapi'
import { EVENT_TYPES, FACTUALITIES, FindingRecord, PartyRef, QUADS } from '../core/index.js'
import { OFFICE_LEVELS } from '../findings/index.js'
import { DocumentHead, pageOf, RecordView } from './schemas.js'

/** Shapes of what follows from the ledger as a whole: findings, happenings, vectors, balance, the network. */

const Count = z.int().nonnegative()
const IsoDate = z.iso.date()

export const PartyRefView = PartyRef.meta({ id: 'PartyRef' })
export const FindingView = FindingRecord.meta({ id: 'FindingRecord' })

/** A page of findings, with the records that they rest on and these records' documents. */
export const FindingPage = z
  .object({
    ...pageOf(FindingView, 'Findings').shape,
    records: z.array(RecordView).readonly().describe('the records that its findings rest on'),
    documents: z.array(DocumentHead).readonly().describe('the documents of these records'),
  })
  .meta({ id: 'FindingPage' })

export const DaysView = z
  .object({ start: IsoDate, end: IsoDate, basis: z.enum(['stated', 'published']) })
  .describe('inclusive; `published`: only the day of the report is known')
  .meta({ id: 'Days' })

export const HappeningView = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    mode: z.string().nullable(),
    contexts: z.array(z.string()).readonly(),
    actors: z.array(PartyRefView).readonly(),
    recipients: z.array(PartyRefView).readonly(),
    sides: z.array(PartyRefView).readonly().describe('states and bodies on either side, each once'),
    days: DaysView.nullable(),
    place: z.string().nullable(),
    quad: z.enum(QUADS),
    intensity: z.number(),
    factuality: z.enum(FACTUALITIES),
    calledOff: z.enum(['postponed', 'cancelled']).nullable(),
    level: z
      .enum(OFFICE_LEVELS)
      .nullable()
      .describe(
        'of a visit, meeting or signing: the highest office on either side; null where no report tells it',
      ),
    confidence: z.number(),
    records: z.array(z.string()).readonly(),
    documents: z.array(z.string()).readonly().describe('all that tell of it'),
    originals: z.array(z.string()).readonly().describe('the same without wire copies'),
  })
  .describe('one act, however many reports tell of it')
  .meta({ id: 'Happening' })

export const HappeningPage = pageOf(HappeningView, 'HappeningPage')

export const UpcomingView = z
  .object({ happening: HappeningView, days: DaysView.nullable(), postponed: z.boolean() })
  .meta({ id: 'Upcoming' })

export const StateView = z
  .object({
    party: PartyRefView,
    country: z.string().nullable().describe('ISO 3166-1 alpha-3'),
    happenings: Count,
  })
  .meta({ id: 'State' })
export const StatesView = z.object({ items: z.array(StateView).readonly() }).meta({ id: 'States' })

const QuadCounts = z.object({
  'verbal-cooperation': Count,
  'material-cooperation': Count,
  'verbal-conflict': Count,
  'material-conflict': Count,
})

export const VectorView = z
  .object({
    partner: PartyRefView,
    country: z.string().nullable(),
    happenings: Count,
    quads: QuadCounts,
    share: z.number().nullable().describe('of the state’s cooperative happenings, 0 to 1'),
    warmth: z.number().describe('mean intensity of all happenings, −10 to 10'),
    trend: z
      .object({
        slope: z.number().describe('change of intensity a quarter'),
        low: z.number(),
        high: z.number(),
        happenings: Count,
        quarters: Count,
      })
      .nullable()
      .describe('with its 95 % interval; null where too little is known to tell'),
    first: IsoDate.nullable(),
    last: IsoDate.nullable(),
  })
  .describe('one partner of a state')
  .meta({ id: 'Vector' })

export const BalanceView = z
  .object({
    quarter: z.string().describe('such as 2023-Q4'),
    happenings: Count.describe('cooperative ones'),
    partners: Count,
    entropy: z.number().describe('Shannon’s H of the partners’ parts, in nats'),
    evenness: z
      .object({ value: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .describe(
        'H / ln n, 0 one partner … 1 all alike, with its 95 % interval; null below the stated count',
      ),
  })
  .meta({ id: 'Balance' })

export const BalanceRowView = z
  .object({
    happening: z.string(),
    quarter: z.string(),
    partner: PartyRefView,
    weight: z.number().describe('1/k where k partners have part in the happening'),
  })
  .describe('a row of the table that balance is computed from')
  .meta({ id: 'BalanceRow' })

const all = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item).readonly() })
export const VectorsView = all(VectorView).meta({ id: 'Vectors' })
export const BalanceQuartersView = all(BalanceView).meta({ id: 'BalanceQuarters' })
export const BalanceRowsView = all(BalanceRowView).meta({ id: 'BalanceRows' })

export const DeskView = z
  .object({
    party: PartyRefView,
    country: z.string().nullable(),
    asOf: IsoDate.describe('the day of asking'),
    happenings: Count,
    vectors: z.array(VectorView).readonly().describe('most cooperative happenings first'),
    balance: z
      .object({
        quarters: z.array(BalanceView).readonly().describe('oldest first'),
        rows: z.array(BalanceRowView).readonly().describe('what it is computed from'),
        least: Count.describe('cooperative happenings that a quarter needs for a number'),
        partners: Count.describe('n: partners in all quarters together'),
      })
      .readonly(),
    upcoming: z.array(UpcomingView).readonly(),
    findings: z.record(z.string(), Count).describe('how many findings of each kind it has'),
  })
  .meta({ id: 'Desk' })

export const OfficesView = z
  .object({
    items: z
      .array(
        z.object({
          office: z.string().describe('as written'),
          of: PartyRefView.describe('the state or body itself, or a body of the state'),
          level: z.enum(OFFICE_LEVELS).nullable(),
          holders: z
            .array(
              z.object({
                person: PartyRefView,
                told: z
                  .object({ first: IsoDate, last: IsoDate })
                  .nullable()
                  .describe('first and last day on which a report gives the person this office'),
                records: z.array(z.string()).readonly().describe('ids of the roles, oldest first'),
              }),
            )
            .readonly()
            .describe('those last told of first'),
        }),
      )
      .readonly(),
  })
  .describe('offices of a state and its bodies, highest first, with who is told to hold them')
  .meta({ id: 'Offices' })

export const NetworkView = z
  .object({
    nodes: z.array(StateView).readonly(),
    edges: z
      .array(
        z.object({
          a: z.string().describe('id of a node'),
          b: z.string(),
          happenings: Count,
          warmth: z.number().describe('mean intensity, −10 to 10'),
          quads: QuadCounts,
        }),
      )
      .readonly(),
  })
  .describe('who deals with whom')
  .meta({ id: 'Network' })
