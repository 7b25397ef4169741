import { z } from '@hono/zod-openapi'
import { PartyRefView } from './desk-schemas.js'
import { pageOf } from './schemas.js'

/** Shapes of positions: what a party has said and done on a matter of the codebook over time. */

const Count = z.int().nonnegative()

export const PositionItemView = z
  .object({
    record: z.string().describe('id of the statement or event'),
    document: z.string(),
    publisher: z.string().nullable(),
    date: z.iso.date().nullable().describe('when it was said or done; null when not known'),
    stance: z
      .enum(['supports', 'opposes', 'neutral'])
      .describe('neutral: it speaks of the matter without taking a side'),
    changed: z.boolean().describe('does it differ from the last dated stance before it?'),
    speaker: z.string().nullable().describe('as written; null where a report tells of an act'),
    words: z.string().describe('what was said, or the words that tell of the act'),
  })
  .meta({ id: 'PositionItem' })

export const PositionView = z
  .object({
    party: PartyRefView,
    matter: z.string().describe('id of the matter'),
    name: z.string().describe('the matter with whom it concerns'),
    concerned: PartyRefView.nullable(),
    items: z.array(PositionItemView).readonly().describe('oldest first, undated ones last'),
  })
  .describe('a party’s stances on one matter')
  .meta({ id: 'Position' })

export const PositionPage = pageOf(PositionView, 'PositionPage')

export const MatterView = z
  .object({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    parties: Count.describe('how many have a position on it'),
    items: Count.describe('records that tell one'),
  })
  .meta({ id: 'Matter' })

export const MattersView = z
  .object({ items: z.array(MatterView).readonly().describe('in the codebook’s order') })
  .meta({ id: 'Matters' })
