import { issueOf } from '../../core/index.js'
import type { Issue, Outcome } from '../../core/index.js'
import type { FileFormat } from './fileKind.js'

/** Bytes → text: by the byte order mark, a page's declared charset, or UTF-8, and nothing guessed. */

const SNIFFED_BYTES = 8192
const META_BYTES = 4096
const META_CHARSET = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([a-z0-9._:-]{2,40})/i
const XML_ENCODING = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([a-z0-9._:-]{2,40})/i
const MAGICS: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a zip archive (or a Word file)'],
  ['\u001f\u008b', 'gzip data'],
  ['\u0089PNG', 'an image'],
  ['GIF8', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
  ['{\\rtf', 'a rich text file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word file'],
  ['BZh', 'bzip2 data'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
]

/** Text of a file's bytes, or null with an issue that says what the bytes are. `where` names the file (and line). */
export function decodeText(
  bytes: Uint8Array,
  format: FileFormat,
  where: string,
): Outcome<string | null> {
  const marked = encodingOfMark(bytes)
  const binary = marked === null || marked === 'utf-8' ? binaryKindOf(bytes) : null
  if (binary !== null) return { value: null, issues: [binaryIssue(where, binary)] }
  const declared = marked ?? (format === 'html' ? declaredCharset(bytes) : null) ?? 'utf-8'
  try {
    return { value: decodeAs(declared, bytes), issues: [] }
  } catch (error) {
    // RangeError: a charset that nobody knows; TypeError: bytes that the charset does not have.
    const unknown = error instanceof RangeError
    const message = unknown
      ? `The page declares the charset “${declared}”, which is not known.`
      : `The text is not valid ${declared.toUpperCase()}.`
    const advice = 'Save it as UTF-8 and read it again.'
    return { value: null, issues: [issueOf('file-encoding', 'error', where, message, advice)] }
  }
}

/** Bytes 0x80 to 0x9f of windows-1252, which Node 20 decodes as ISO-8859-1 (nodejs/node issue 56542). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Throws RangeError for an unknown charset, TypeError for bytes that it does not have. */
function decodeAs(charset: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(charset, { fatal: true })
  if (decoder.encoding !== 'windows-1252') return decoder.decode(bytes)
  return latin1(bytes).replace(
    /[\u0080-\u009f]/g,
    (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char,
  )
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** What the bytes are when they are no text: by their first bytes, or by zero and control bytes among them. */
function binaryKindOf(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 8))
  const magic = MAGICS.find(([first]) => start.startsWith(first))
  if (magic) return magic[1]
  const sample = bytes.subarray(0, SNIFFED_BYTES)
  let control = 0
  for (const byte of sample) {
    if (byte === 0) return 'not text'
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  }
  return control > sample.length * 0.05 ? 'not text' : null
}

function binaryIssue(where: string, kind: string): Issue {
  const message = kind === 'not text' ? 'The file is not text.' : `The file is ${kind}, not text.`
  const advice =
    kind === 'gzip data'
      ? 'Add .gz to its name.'
      : 'Save the report as text (.txt) or as a web page (.html).'
  return issueOf('file-binary', 'error', where, message, advice)
}

/** A page's own word on its charset; "utf-16" in ASCII bytes means UTF-8, as the HTML standard has it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, META_BYTES))
  const label = (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head))?.[1]?.toLowerCase() ?? null
  return label !== null && /^utf-?16/.test(label) ? 'utf-8' : label
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
