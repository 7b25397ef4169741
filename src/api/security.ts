import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiError } from './errors.js'

/**
 * What the browser may do with anything this server sends: run the page's own script files, nothing written in a page;
 * reach no other host; be framed by nobody. Trusted types refuse any text that is turned into markup. Images may be
 * blobs, which only the page's own script can make: it draws its pictures as PNG from one.
 */
export const CONTENT_SECURITY_POLICY = policyWith("img-src 'self' blob:")

/** The same for the page to try the API: its style sheet holds its few signs as data, and nothing else differs. */
export const TRY_PAGE_POLICY = policyWith("img-src 'self' data:")

function policyWith(images: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    images,
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

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
    const header = hostOf(context)
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

function hostOf(context: Context): string {
  return context.req.header('host') ?? new URL(context.req.url).host
}

/**
 * Refuses what a page of another site may have sent: in a browser, a request that decides must come from the page that
 * this server itself gave out, by `Sec-Fetch-Site` and by `Origin`. Programs that are no browser send neither.
 */
export function originGuard(): MiddlewareHandler {
  return async (context, next) => {
    const site = context.req.header('sec-fetch-site') ?? 'same-origin'
    const origin = context.req.header('origin')
    const isOwn = origin === undefined || isOriginOf(origin, hostOf(context))
    if (site !== 'same-origin' || !isOwn)
      throw new ApiError(
        'origin-refused',
        `this server takes no decisions from the page of another site (${origin ?? site})`,
        'open the ledger’s own page at the address that the server printed',
      )
    await next()
  }
}

/** Does an Origin header name the host of the request, port and all? A proxy must pass the Host header on. */
function isOriginOf(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host: sender } = new URL(origin)
  const own = `${protocol}//${host}`
  return URL.canParse(own) && new URL(own).host === sender
}

/** Greatest body of a request, in bytes: a split of a thousand records takes a tenth of it. */
export const MAX_BODY_BYTES = 256 * 1024

/**
 * Takes JSON bodies only, of a limited size. A form of another site cannot send this type without asking first, and
 * this server grants that to nobody.
 */
export function jsonBodies(): MiddlewareHandler[] {
  return [refuseOtherTypes, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge }), parseBody]
}

const refuseOtherTypes: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new ApiError(
      'body-type-refused',
      `the body must be application/json, not "${type}"`,
      'send JSON with the header Content-Type: application/json',
    )
  await next()
}

function tooLarge(): never {
  throw new ApiError(
    'body-too-large',
    `the body is larger than ${MAX_BODY_BYTES} bytes`,
    'split fewer records at a time',
  )
}

const parseBody: MiddlewareHandler = async (context, next) => {
  try {
    await context.req.json()
  } catch {
    throw new ApiError('body-invalid', 'the body is not JSON', 'send one JSON object')
  }
  await next()
}

/** The name in a Host header, without port and IPv6 brackets, in lower case. */
export function nameOfHost(header: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d*)?$/.exec(header)
  return (bracketed?.[1] ?? header.replace(/:\d*$/, '')).toLowerCase()
}
