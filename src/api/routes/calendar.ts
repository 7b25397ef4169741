import { createRoute } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { calendarOf } from '../../exports/index.js'
import { calendarEntriesOf } from '../calendar.js'
import { CalendarQuery } from '../queries.js'
import type { Views } from '../views.js'
import { troubleAnswers } from './answers.js'

const feed = createRoute({
  method: 'get',
  path: '/calendar.ics',
  summary: 'Visits and meetings, past and planned, as a feed for calendar programs',
  request: { query: CalendarQuery },
  responses: {
    200: {
      description:
        'A calendar (RFC 5545). Each visit or meeting of known days is one entry, whole days; its UID stays the same',
      content: { 'text/calendar': { schema: z.string() } },
    },
    ...troubleAnswers(),
  },
})

/** The feed of visits and meetings. */
export function addCalendarRoutes(app: OpenAPIHono, views: Views): void {
  app.openapi(feed, async (context) => {
    const opened = await views.open()
    const { origin } = new URL(context.req.url)
    const entries = calendarEntriesOf(opened, context.req.valid('query'), origin)
    return context.body(calendarOf(entries, opened.setting.asOf), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="chancery.ics"',
    })
  })
}
