/** Where the focus goes when a record is opened and closed. */

let cardIsWanted = false

/** Notes how marked words were opened: with the keyboard, the card takes the focus; with a pointer, it does not. */
export function noteOpening(withKeyboard: boolean): void {
  cardIsWanted = withKeyboard
}

/** Was the record opened with the keyboard? Says so once. */
export function takeCardWish(): boolean {
  const wish = cardIsWanted
  cardIsWanted = false
  return wish
}

/** Puts the focus on the words of a record: its stop of the Tab key, or its marked words where it has none. */
export function focusWords(record: string): void {
  const stop = document.querySelector<HTMLElement>(`[data-record="${CSS.escape(record)}"]`)
  const words = stop ?? document.querySelector<HTMLElement>('.text [aria-current="true"]')
  words?.focus({ preventScroll: true })
}
