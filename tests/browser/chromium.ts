import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { ADVICE, findChromium } from '../../scripts/find-chromium.mjs'

/**
 * A headless Chromium with a profile of its own, that asks nothing of the network for itself. Throws, saying what to
 * install, when there is none.
 */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(ADVICE)
  return chromium.launch({
    executablePath,
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
