import { nameTags } from '../prepare/own-names.js'
import type { LabelledNames } from '../prepare/own-names.js'
import { passageDocument } from '../prepare/passages.js'
import type { Passage } from '../prepare/passages.js'
import { wordsOf } from '../prepare/types.js'
import { compareEvents, sameRoles, wilsonInterval } from './compare.js'
import { ownTexts } from './sample.js'

/** What the second annotator wrote of a text, and how many labels it had when it was looked at. */
export interface SecondLabels {
  id: string
  labels: number
  events?: Passage['events']
  names?: LabelledNames
}

/** A label that was found wrong, or an event or name that was found to lack one. */
export interface FoundError {
  id: string
  wrong: 'type' | 'factuality' | 'role' | 'predicate' | 'missing'
}

type OwnLine = Partial<Passage> & { text: string }

/** Agreement of today's labels with the second annotator's, a row a set. */
export function agreementRows(data: URL, second: readonly SecondLabels[]): string[] {
  const texts = new Map(
    [...ownTexts<OwnLine>(data, 'passages-'), ...ownTexts<OwnLine>(data, 'names-')].map(
      ({ id, line }) => [id, line],
    ),
  )
  const rows = groupBySet(second).map(([set, looks]) => {
    const sums = new Map<string, number>()
    for (const look of looks) {
      const line = texts.get(look.id)
      if (!line) throw new Error(`${look.id} is in second-look.jsonl, not in the data`)
      for (const [key, count] of Object.entries(
        look.names ? namesOf(line, look) : eventsOf(line, look),
      ))
        sums.set(key, (sums.get(key) ?? 0) + count)
    }
    return `${set}: ${looks.length} texts, ${[...sums].map(([key, n]) => `${key} ${n}`).join(', ')}`
  })
  return rows
}

function eventsOf(line: OwnLine, look: SecondLabels): Record<string, number> {
  const { text, events = [], statements = [] } = line
  const today = passageDocument(look.id, { text, events, statements })
  const second = passageDocument(look.id, { text, events: look.events ?? [] })
  const { both } = compareEvents(today.events ?? [], second.events ?? [])
  return {
    labels: today.events?.length ?? 0,
    second: second.events?.length ?? 0,
    'same predicate': both.length,
    'same type': both.filter(([a, b]) => a.type === b.type).length,
    'same factuality': both.filter(([a, b]) => a.factuality === b.factuality).length,
    'same roles': both.filter(([a, b]) => sameRoles(today.words, a, b)).length,
  }
}

function namesOf(line: OwnLine, look: SecondLabels): Record<string, number> {
  const { spans } = wordsOf(line.text)
  const [today, second] = [line.names ?? {}, look.names ?? {}].map((names) =>
    stretchesOf(nameTags(line.text, spans, names)),
  ) as [string[], string[]]
  return {
    labels: today.length,
    second: second.length,
    same: today.filter((stretch) => second.includes(stretch)).length,
  }
}

/** Names as first word, last word and type. */
function stretchesOf(tags: readonly string[]): string[] {
  return tags.flatMap((tag, start) => {
    if (!tag.startsWith('B-')) return []
    let end = start
    while (tags[end + 1]?.startsWith('I-')) end++
    return [`${start}-${end} ${tag.slice(2)}`]
  })
}

/** What was wrong of the labels looked at, a row a set: counts, shares and 95 % intervals. */
export function errorRows(second: readonly SecondLabels[], found: readonly FoundError[]): string[] {
  return groupBySet(second).map(([set, looks]) => {
    const errors = found.filter((error) => setOf(error.id) === set)
    const count = (wrong: FoundError['wrong']): number =>
      errors.filter((error) => error.wrong === wrong).length
    const labels = looks.reduce((sum, look) => sum + look.labels, 0)
    const missing = count('missing')
    const kinds = (['type', 'factuality', 'role', 'predicate'] as const).map(
      (wrong) => `${wrong} ${count(wrong)}`,
    )
    return (
      `${set}: ${looks.length} texts, ${labels} labels; ${kinds.join(', ')}; ` +
      `wrong ${shareOf(errors.length - missing, labels)}; missing ${shareOf(missing, labels + missing)}`
    )
  })
}

function shareOf(count: number, of: number): string {
  const percent = (share: number): string => (100 * share).toFixed(1)
  const [low, high] = wilsonInterval(count, of)
  return `${count} of ${of}, ${percent(of === 0 ? 0 : count / of)} % (${percent(low)} to ${percent(high)})`
}

function groupBySet(second: readonly SecondLabels[]): [string, SecondLabels[]][] {
  const sets = [...new Set(second.map((look) => setOf(look.id)))]
  return sets.map((set) => [set, second.filter((look) => setOf(look.id) === set)])
}

/** The six files of names count as one set. */
function setOf(id: string): string {
  return id.startsWith('names-') ? 'names' : id.replace(/-\d+$/, '')
}
