/**
 * Takes the pictures of docs/images from the samples: reads them into a ledger of its own, serves it, and saves each view.
 * Needs `npm run build` and Chromium. `--to FOLDER` saves elsewhere; `--look` saves every view light, dark, narrow and printed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { ADVICE, findChromium } from './find-chromium.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MAIN = join(ROOT, 'dist/cli/main.js')
const MOST_BYTES = 150_000
const SIZE = { width: 1180, height: 740 }

const { values: options } = parseArgs({
  options: { to: { type: 'string' }, look: { type: 'boolean' }, ledger: { type: 'string' } },
})

async function serve() {
  if (!options.ledger) {
    const args = [MAIN, 'read', join(ROOT, 'samples'), '--ledger', ledger]
    const read = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (read.status !== 0) throw new Error('the samples were not read; run `npm run build` first')
  }
  const args = [MAIN, 'serve', '--ledger', ledger, '--port', '0', '--read-only']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.on('exit', () => reject(new Error('the server ended before it answered')))
  })
  return { process: child, url }
}

async function openBrowser() {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(ADVICE)
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run']
  return chromium.launch({ executablePath, args })
}

/** The views, each with the part that its picture begins at, where that is not the top. */
async function viewsOf(url) {
  const ask = async (path) => (await fetch(new URL(`/api/v1${path}`, url))).json()
  const { items: states } = await ask('/states')
  const idOf = (name) => states.find(({ party }) => party.name === name)?.party.id ?? ''
  const [kazakhstan, russia] = ['Kazakhstan', 'Russia'].map((name) =>
    encodeURIComponent(idOf(name)),
  )
  const { items: documents } = await ask(`/documents?party=${kazakhstan}&text=Scholz`)
  const { items: records } = await ask(
    `/records?kind=statement&document=${encodeURIComponent(documents[0].id)}`,
  )
  return [
    { name: 'desk', path: `/states/${kazakhstan}` },
    { name: 'dyad', path: `/states/${kazakhstan}/with/${russia}` },
    { name: 'search', path: '/search?text=sanctions' },
    { name: 'figures', path: '/figures?type=trade-share' },
    { name: 'agreements', path: '/agreements' },
    { name: 'calendar', path: '/calendar?year=2023' },
    { name: 'network', path: '/network', from: '.picture-head' },
    {
      name: 'map',
      path: '/network?picture=map',
      from: '.picture-head',
      size: { width: 800, height: 580 },
    },
    { name: 'matrix', path: '/network?picture=matrix', from: '.picture-head' },
    { name: 'findings', path: '/findings?finding=conflict' },
    { name: 'positions', path: `/positions?party=${kazakhstan}` },
    {
      name: 'document',
      size: { width: 1100, height: 570 },
      path: `/documents/${encodeURIComponent(documents[0].id)}?record=${encodeURIComponent(records[0].id)}`,
    },
    ...(options.look
      ? [
          { name: 'documents', path: '/documents' },
          { name: 'states', path: '/states' },
          { name: 'matters', path: '/positions' },
          { name: 'party', path: `/parties/${kazakhstan}` },
        ]
      : []),
  ]
}

const LOOKS = [
  { ending: '', context: { viewport: SIZE } },
  { ending: '-dark', context: { viewport: SIZE, colorScheme: 'dark' }, isWhole: true },
  { ending: '-400', context: { viewport: { width: 400, height: 800 } }, isWhole: true },
  {
    ending: '-print',
    context: { viewport: { width: 794, height: 1123 } },
    isPrinted: true,
    isWhole: true,
  },
]

async function takeAll(browser, url) {
  const to = options.to ?? join(ROOT, 'docs/images')
  mkdirSync(to, { recursive: true })
  const views = await viewsOf(url)
  for (const look of options.look ? LOOKS : LOOKS.slice(0, 1)) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...look.context })
    const page = await context.newPage()
    for (const view of views)
      await take(page, view, url, { ...look, path: join(to, `${view.name}${look.ending}.png`) })
    await context.close()
  }
}

async function take(page, view, url, { path, context, isPrinted = false, isWhole = false }) {
  await page.setViewportSize((!options.look && view.size) || context.viewport)
  await page.goto(new URL(view.path, url).href)
  await page.waitForLoadState('networkidle')
  // A slow machine may still wait for an answer though nothing was asked for half a second.
  await page.locator('main:not(:has(.waiting))').waitFor()
  await page.waitForLoadState('networkidle')
  if (view.from && !options.look) await scrollTo(page.locator(view.from))
  await page.emulateMedia({ media: isPrinted ? 'print' : 'screen' })
  await page.screenshot({ path, fullPage: isWhole || options.look === true })
  const { size } = statSync(path)
  console.log(`${path}  ${Math.round(size / 1000)} KB`)
  if (!options.look && size > MOST_BYTES)
    throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}: show less on it`)
}

/** Right under the header, which covers the top of the window. */
async function scrollTo(part) {
  await part.evaluate((element) => {
    const header = document.querySelector('.shell-header').offsetHeight
    window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - header - 12)
  })
}

const folder = mkdtempSync(join(tmpdir(), 'chancery-screenshots-'))
const ledger = options.ledger ?? join(folder, 'ledger')
const server = await serve()
try {
  const browser = await openBrowser()
  await takeAll(browser, server.url)
  await browser.close()
} finally {
  server.process.kill()
  rmSync(folder, { recursive: true, force: true })
}
