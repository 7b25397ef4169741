/** Text in the cells of files that spreadsheets open. */

/** Control characters, which no cell needs and some terminals obey; tabs and line ends are not among them. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/**
 * What a spreadsheet would take for a formula: = + - @, as they are or in their wide forms, after white space too. With
 * apostrophes before it is matched as well, so that the guard can be taken off without loss.
 */
const FORMULA = /^'*\s*[=+\-@＝＋－＠]/

/** Text without control characters other than tab and line ends. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '')
}

/**
 * Text that no spreadsheet runs as a formula: an apostrophe goes before what might be one (OWASP, "CSV Injection"). To
 * have the text back, take the first apostrophe off where apostrophes, then white space if any, then one of = + - @
 * begin the cell.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** A cell of CSV by RFC 4180: in double quotes where it has to be, inner quotes doubled. */
export function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * A cell of tab-separated text, which many programs read without quotes and some with them: tabs and line ends become
 * spaces, double quotes single ones.
 */
export function tabCell(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim().replaceAll('"', "'")
}
