import type { TimexType } from '../../core/readings.js'
import type { Span } from '../../core/spans.js'

/** Reading TimeML: the running text of a .tml file with its time expressions as offsets. */

export interface TimexAnnotation extends Span {
  readonly type: TimexType
  readonly value: string
}

export interface TimeMlDocument {
  /** Inner text of `<TEXT>` without tags; offsets refer to it. */
  readonly text: string
  /** Value of the document creation time ("1998-02-27T08:13:00"), or null. */
  readonly created: string | null
  readonly times: readonly TimexAnnotation[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const hex = /^#x/i.test(name)
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  const pairs = [...tag.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  return Object.fromEntries(pairs.map((pair) => [pair[1] ?? '', decode(pair[2] ?? pair[3] ?? '')]))
}

const TYPES = new Set(['DATE', 'TIME', 'DURATION', 'SET'])
const isTimexType = (type: string | undefined): type is TimexType => TYPES.has(type ?? '')

function createdOf(markup: string): string | null {
  const dct = /<DCT>([\s\S]*?)<\/DCT>/.exec(markup)
  const tag = /<TIMEX3\b[^>]*>/.exec(dct?.[1] ?? '')
  return tag ? (attributesOf(tag[0]).value ?? null) : null
}

/**
 * Text and time expressions of a TimeML file. Only `<TEXT>` is read (the document creation time is not one
 * of its times); without that element the text is empty. Tags other than TIMEX3 are passed over. Never throws.
 */
export function parseTimeMl(markup: string): TimeMlDocument {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(markup)?.[1] ?? ''
  const times: TimexAnnotation[] = []
  const open: { start: number; attributes: Readonly<Record<string, string>> }[] = []
  let text = ''
  for (const piece of body.split(/(<[^>]*>)/)) {
    if (!piece.startsWith('<')) text += decode(piece)
    else if (/^<TIMEX3\b/.test(piece))
      open.push({ start: text.length, attributes: attributesOf(piece) })
    else if (piece.startsWith('</TIMEX3')) {
      const last = open.pop()
      const type = last?.attributes.type
      if (last && isTimexType(type) && text.length > last.start)
        times.push({
          start: last.start,
          end: text.length,
          type,
          value: last.attributes.value ?? '',
        })
    }
  }
  return { text, created: createdOf(markup), times }
}
