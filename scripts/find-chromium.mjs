/** Where a Chromium for the browser tests is looked for; the one list of places. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FOLDERS = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)]
const PLACES = [
  ...FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Path of the Chromium that CHROMIUM_PATH names, else of the first one found; null when there is none. Throws an Error
 * when CHROMIUM_PATH names nothing that is there.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (!named) return PLACES.find((place) => existsSync(place)) ?? null
  if (existsSync(named)) return named
  throw new Error(`CHROMIUM_PATH names ${named}, which is not there; correct it or take it away.`)
}

/** What to do when there is none. */
export const ADVICE =
  'The browser tests need Chromium. Install it (on Debian: sudo apt-get install chromium), or set CHROMIUM_PATH.'
