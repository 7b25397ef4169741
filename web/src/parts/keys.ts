/** Single keys can be switched off, for those who speak to their machine or whose keys are pressed by accident. */
const SWITCH = 'chancery-single-keys'

/** Do single keys (j, k, a, ?) work? On unless switched off in this browser. */
export function keysAreOn(): boolean {
  try {
    return window.localStorage.getItem(SWITCH) !== 'off'
  } catch {
    return true
  }
}

/** Switches single keys on or off, where the browser keeps such choices. */
export function switchKeys(on: boolean): void {
  try {
    window.localStorage.setItem(SWITCH, on ? 'on' : 'off')
  } catch {
    // Storage is switched off: the choice then lasts no longer than the page.
  }
}

/** Is the key meant for a field, a list or a dialog, or pressed with Control, Alt or Command? */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true
  const target = event.target
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=listbox]') !==
      null
  )
}
