import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from './errors.js'

/**
 * What the browser may do with anything this server sends: run the page's own script files, nothing written in a page;
 * reach no other host; be framed by nobody. Trusted types refuse any text that is turned into markup.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** Puts the security headers on every answer, errors included. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    await next()
  }
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1']
/** Bound to every address of the machine. */
const EVERY_ADDRESS = ['0.0.0.0', '::']

/**
 * Refuses requests whose Host header names neither loopback nor one of `hosts`: a foreign page that had its name
 * resolved to this machine (DNS rebinding) gets nothing. Where `hosts` holds 0.0.0.0 or ::, any numeric address is
 * answered too; names still have to be listed, and rebinding needs a name.
 */
export function hostGuard(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set([...LOOPBACK_NAMES, ...hosts.map((host) => host.toLowerCase())])
  const anyAddress = hosts.some((host) => EVERY_ADDRESS.includes(host))
  return async (context, next) => {
    const header = context.req.header('host') ?? new URL(context.req.url).host
    const name = nameOfHost(header)
    if (!known.has(name) && !(anyAddress && isIP(name) !== 0))
      throw new ApiError(
        'host-refused',
        `this server does not answer for the host "${header}"`,
        'open it by the address that it printed, or name the host when starting it (--host)',
      )
    await next()
  }
}

/** The name in a Host header, without port and IPv6 brackets, in lower case. */
export function nameOfHost(header: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d*)?$/.exec(header)
  return (bracketed?.[1] ?? header.replace(/:\d*$/, '')).toLowerCase()
}
