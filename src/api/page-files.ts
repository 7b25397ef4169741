import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { ApiError } from './errors.js'
import { TRY_PAGE_POLICY } from './security.js'

/**
 * Serves the built page from `root` (absolute): its files as they are, and index.html for every other address without
 * a file ending, since the page's own router reads those. File names with a hash are kept by browsers for a year.
 */
export function addPageFiles(app: Hono, root: string): void {
  if (!existsSync(join(root, 'index.html'))) {
    app.get('*', () => {
      throw notBuilt(root)
    })
    return
  }
  app.get('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.get('*', async (context, next) => {
    context.header('Cache-Control', 'no-cache')
    return isPageAddress(context) ? sendIndex(context, root) : next()
  })
  app.get('*', serveStatic({ root }))
}

/** Serves the page to try the API at /api/, under a policy of its own. Built with the page; without it there is none. */
export function addTryPage(app: Hono, root: string): void {
  const file = join(root, 'api', 'index.html')
  if (!existsSync(file)) return
  app.get('/api', (context) => context.redirect('/api/'))
  app.get('/api/', async (context) => {
    context.header('Content-Security-Policy', TRY_PAGE_POLICY)
    return context.html(await readFile(file, 'utf8'))
  })
}

function isPageAddress(context: Context): boolean {
  return context.req.path === '/index.html' || extname(context.req.path) === ''
}

async function sendIndex(context: Context, root: string): Promise<Response> {
  return context.html(await readFile(join(root, 'index.html'), 'utf8'))
}

function notBuilt(root: string): ApiError {
  return new ApiError(
    'page-not-built',
    `the page is not there: ${root} has no index.html`,
    'build it with `npm run build`; the API answers at /api/v1 all the same',
  )
}
