import { useSyncExternalStore } from 'react'

/** Who decides: asked once, then kept in this browser. */
const KEPT_AS = 'chancery-reviewer'

const listeners = new Set<() => void>()
let current = keptName()

/** The name of whoever decides here; empty until it was given. */
export function useReviewer(): string {
  return useSyncExternalStore(listen, () => current)
}

/** Keeps the name of whoever decides, where the browser keeps such things; else for as long as the page is open. */
export function keepReviewer(name: string): void {
  current = name
  try {
    window.localStorage.setItem(KEPT_AS, name)
  } catch {
    // Storage is switched off.
  }
  for (const told of listeners) told()
}

function keptName(): string {
  try {
    return window.localStorage.getItem(KEPT_AS) ?? ''
  } catch {
    return ''
  }
}

function listen(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}
