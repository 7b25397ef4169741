import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { unavailable } from '../errors.js'

/**
 * One process at a time may have a ledger folder open: PGlite writes the files itself and knows no second writer. The
 * lock is a file that names its process. It is made by `link`, which either makes it whole or fails, and a lock whose
 * process is gone (killed, or the machine restarted) is taken over.
 */

const LOCK_NAME = 'chancery.lock'
const TAKEOVER_TRIES = 5
/** What `link` answers on FAT, exFAT and many network and shared folders. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

const LockHolder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Kernel boot id, where the system tells one: pids before a restart mean nothing. */
  boot: z.string().nullable(),
  /** Namespace of the pid, where the system has them: containers of one host name count their processes apart. */
  pidSpace: z.string().nullable().default(null),
  /** When the process began, in kernel ticks: tells a process from a later one with the same pid. */
  began: z.string().nullable(),
  token: z.string(),
})
type LockHolder = z.infer<typeof LockHolder>

export interface FolderLock {
  readonly path: string
  readonly token: string
}

/**
 * Locks a ledger folder for this process. Throws LedgerError naming the process that has it open, or where the file
 * system has no hard links; what the system throws where the folder cannot be written to.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, LOCK_NAME)
  const token = randomUUID()
  const draft = `${path}.${token}`
  try {
    writeFileSync(draft, JSON.stringify(holderHere(token)))
    for (let tries = 0; tries < TAKEOVER_TRIES; tries++) {
      if (linked(draft, path)) return { path, token }
      const holder = readHolder(path)
      if (holder !== null && isAlive(holder)) throw inUse(folder, path, holder)
      setAside(path, holder)
    }
    throw unavailable(folder, `the lock of ${folder} keeps changing hands`, 'try again')
  } finally {
    rmSync(draft, { force: true })
  }
}

function holderHere(token: string): LockHolder {
  const { pid } = process
  return {
    pid,
    host: hostname(),
    boot: bootId(),
    pidSpace: pidSpace(),
    began: startOfProcess(pid),
    token,
  }
}

/** Gives the folder back. A lock that is no longer ours is left alone. */
export function unlockFolder(lock: FolderLock): void {
  if (readHolder(lock.path)?.token === lock.token) rmSync(lock.path, { force: true })
}

function inUse(folder: string, path: string, holder: LockHolder): Error {
  const place = placeOfHolder(holder)
  return unavailable(
    folder,
    `the ledger ${folder} is in use by process ${holder.pid}${place ?? ''}`,
    place === null
      ? 'close that process first, or give another folder'
      : `close that process first; if it is gone, delete ${path}`,
  )
}

/** Where a process is that cannot be asked from here; null for one that can. */
function placeOfHolder(holder: LockHolder): string | null {
  if (holder.host !== hostname()) return ` on ${holder.host}`
  const here = pidSpace()
  const apart = holder.pidSpace !== null && here !== null && holder.pidSpace !== here
  return apart ? ' of another container' : null
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (code === 'EEXIST') return false
    if (!NO_LINKS.has(code)) throw error
    const message = `the file system of ${path} has no hard links, which the ledger’s lock needs`
    throw unavailable(
      path,
      message,
      'give a folder on another disk, or a postgres:// address',
      error,
    )
  }
}

/** Who holds the lock; null when there is none or it says nothing that can be understood. */
function readHolder(path: string): LockHolder | null {
  try {
    return LockHolder.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Takes a dead lock away. Of several processes that find it dead at once, one's rename succeeds; one that comes so late
 * that it renames its successor's lock sees the other token and puts it back.
 */
function setAside(path: string, judged: LockHolder | null): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  if (readHolder(aside)?.token !== judged?.token) linked(aside, path)
  rmSync(aside, { force: true })
}

/** Is the holder running? A process of another host or container cannot be asked, so it counts as running. */
function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true
  const boot = bootId()
  if (holder.boot !== null && boot !== null && holder.boot !== boot) return false
  if (placeOfHolder(holder) !== null) return true
  if (!signalReaches(holder.pid)) return false
  const began = startOfProcess(holder.pid)
  return holder.began === null || began === null || holder.began === began
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Namespace in which this process has its pid, such as "pid:[4026531836]"; null off Linux. */
function pidSpace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return null // not Linux, or /proc is hidden
  }
}

function bootId(): string | null {
  return readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? null
}

/** Field 22 of /proc/PID/stat; the command name before it may itself hold spaces and brackets. Null off Linux. */
function startOfProcess(pid: number): string | null {
  const stat = readProc(`/proc/${pid}/stat`)
  if (stat === null) return null
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null // not Linux, or the process ended meanwhile
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
}
