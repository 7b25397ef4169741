/** The browser tests need Chromium: finds it, installs Debian's where the user may, or says what to do. */
import { execFileSync, spawnSync } from 'node:child_process'
import { ADVICE, findChromium } from './find-chromium.mjs'

try {
  if (findChromium() === null && !install()) give(ADVICE)
} catch (error) {
  give(error.message)
}

function give(message) {
  console.error(message)
  process.exitCode = 1
}

/** False where the user may not install it, or apt-get could not; apt-get itself says why. */
function install() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.log('Installing Chromium from Debian’s packages for the browser tests…')
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    return true
  } catch {
    return false
  }
}
