/** Pixels of a bold letter at 13 px, about: of an alphabet, and of Chinese, Japanese and Korean writing. */
const LETTER = 8
const WIDE_LETTER = 13.5
const FIRST_WIDE = 0x2e80

/** As much of a name as has room, with … where some is left out: SVG text neither wraps nor ends by itself. */
export function cut(name: string, pixels: number): string {
  const letters = [...name]
  const widths = letters.map((letter) =>
    (letter.codePointAt(0) ?? 0) >= FIRST_WIDE ? WIDE_LETTER : LETTER,
  )
  if (widths.reduce((sum, width) => sum + width, 0) <= pixels) return name
  let left = pixels - LETTER
  const end = widths.findIndex((width) => (left -= width) < 0)
  return `${letters.slice(0, Math.max(1, end)).join('').trimEnd()}…`
}
