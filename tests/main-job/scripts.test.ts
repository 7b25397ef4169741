import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

/** The scripts that `npm run build` and `npm test` begin with. */

const folder = mkdtempSync(join(tmpdir(), 'chancery-scripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scriptAt = (name: string) => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url))

/** A loader option under which no file is there, so that no browser is found. */
const NOTHING_THERE = `--import=data:text/javascript,${encodeURIComponent(
  'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; fs.existsSync = () => false; syncBuiltinESMExports()',
)}`

describe('looking for Chromium', () => {
  const run = (options: string[], environment: Record<string, string>) =>
    spawnSync(process.execPath, [...options, scriptAt('ensure-chromium.mjs')], {
      encoding: 'utf8',
      env: environment,
    })

  test('says what to install where it cannot be installed', () => {
    const apt = join(folder, 'apt-get')
    writeFileSync(apt, '#!/bin/sh\n[ "$1" = --version ]\n')
    chmodSync(apt, 0o755)
    const { status, stderr } = run([NOTHING_THERE], { PATH: `${folder}:/usr/bin:/bin` })
    expect(stderr).toBe(
      'The browser tests need Chromium. Install it (on Debian: sudo apt-get install chromium), or set CHROMIUM_PATH.\n',
    )
    expect(status).toBe(1)
  })

  test('says that CHROMIUM_PATH names nothing', () => {
    const { status, stderr } = run([], { CHROMIUM_PATH: join(folder, 'none') })
    expect(stderr).toMatch(/^CHROMIUM_PATH names .*none, which is not there; .*\n$/)
    expect(status).toBe(1)
  })
})

test('the build takes the product’s data along, no data of tests, and leaves nothing of builds before', () => {
  const files = {
    'src/coder/words.json': '{}',
    'src/coder/golden-events.json': '[]',
    'src/coder/code.ts': '',
    'dist/coder/code.js': '',
    'dist/coder/code.d.ts': '',
    'dist/coder/code.js.map': '',
    'dist/coder/golden-events.json': '[]',
    'dist/coder/gone.js': '',
    'dist/coder/gone.yaml': '',
    'dist/.tsbuildinfo': '',
    'dist/web/index.html': '',
  }
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  const { status } = spawnSync(process.execPath, [scriptAt('copy-data.mjs')], { cwd: folder })
  expect(status).toBe(0)
  expect(readdirSync(join(folder, 'dist/coder')).sort()).toEqual([
    'code.d.ts',
    'code.js',
    'code.js.map',
    'words.json',
  ])
  expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['.tsbuildinfo', 'coder', 'web'])
  expect(readdirSync(join(folder, 'dist/web'))).toEqual(['index.html'])
})
