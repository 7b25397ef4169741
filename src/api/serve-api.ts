import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { ApiError } from './errors.js'

export interface ServeOptions {
  /** Address to bind; loopback (127.0.0.1) when absent. Nothing else is reached from another machine. */
  readonly host?: string
  /** 0 takes any free port. */
  readonly port: number
}

/** A server that answers: where, and how to end it (open connections are cut). */
export interface ServedApi {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves an app and gives its address once it answers. Throws ApiError `port-unavailable`, with what to do, when the
 * address is taken or not allowed; it never moves to another port by itself, since permalinks hold the port.
 */
export async function serveApi(app: Hono, options: ServeOptions): Promise<ServedApi> {
  const host = options.host ?? '127.0.0.1'
  const server = serve({ fetch: app.fetch, hostname: host, port: options.port }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error) => reject(portTrouble(error, host, options.port)))
  })
  return { url: urlOf(server, host), close: () => closeServer(server) }
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}

function portTrouble(error: NodeJS.ErrnoException, host: string, port: number): ApiError {
  const another = `name another port, for example --port ${port < 65_535 ? port + 1 : 4000}`
  if (error.code === 'EADDRINUSE')
    return new ApiError(
      'port-unavailable',
      `port ${port} on ${host} is taken by another program`,
      `end that program, or ${another}`,
    )
  if (error.code === 'EACCES')
    return new ApiError(
      'port-unavailable',
      `port ${port} on ${host} is not allowed for this user`,
      'name a port of 1024 or above with --port',
    )
  return new ApiError(
    'port-unavailable',
    `cannot serve on ${host}:${port} (${error.message})`,
    'check --host: it must be an address of this machine',
  )
}
