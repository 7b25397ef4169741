import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

const LockHolder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Kernel boot id, where the system tells one: pids before a restart mean nothing. */
  boot: z.string().nullable(),
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
 * Locks a ledger folder for this process. Throws LedgerError naming the process that has it open.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, LOCK_NAME)
  const token = randomUUID()
  const draft = `${path}.${token}`
  const boot = bootId()
  const began = startOfProcess(process.pid)
  const mine: LockHolder = { pid: process.pid, host: hostname(), boot, began, token }
  writeFileSync(draft, JSON.stringify(mine))
  try {
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

/** Gives the folder back. A lock that is no longer ours is left alone. */
export function unlockFolder(lock: FolderLock): void {
  if (readHolder(lock.path)?.token === lock.token) rmSync(lock.path, { force: true })
}

function inUse(folder: string, path: string, holder: LockHolder): Error {
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`
  return unavailable(
    folder,
    `the ledger ${folder} is in use by process ${holder.pid}${where}`,
    holder.host === hostname()
      ? 'close that process first, or give another folder'
      : `close that process first; if it is gone, delete ${path}`,
  )
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
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

/** Is the holder running? A process of another host cannot be asked, so it counts as running. */
function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true
  const boot = bootId()
  if (holder.boot !== null && boot !== null && holder.boot !== boot) return false
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
