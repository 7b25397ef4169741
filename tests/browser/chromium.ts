import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromium to test with: what CHROMIUM_PATH names, else /usr/bin/chromium, else the first of the usual names on the
 * search path. Throws, saying what to install, when there is none.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there; correct it or take it away`)
  }
  const candidates = ['/usr/bin/chromium', ...NAMES.map(onSearchPath)]
  const found = candidates.find((path) => path !== null && existsSync(path))
  if (found) return found
  throw new Error(
    'no Chromium was found, and the page’s tests need one: install it (Debian: apt-get install chromium), ' +
      'or name one in CHROMIUM_PATH',
  )
}

function onSearchPath(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** A headless Chromium with a profile of its own, that asks nothing of the network for itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
