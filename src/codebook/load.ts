import type { Issue, Outcome } from '../core/index.js'
import { crossIssues } from './check.js'
import {
  indexAttributionCues,
  indexEventCues,
  repeatedCueIssues,
  type AttributionCue,
  type CueIndex,
  type EventCue,
} from './cues.js'
import { loadEntries, SHIPPED_DATA } from './entries.js'
import type { CodebookEntries } from './files.js'
import type { IrregularVerbs } from './inflect.js'
import { indexNames, nameIssues, nameKey, type NameIndex } from './names.js'
import type {
  BodyEntry,
  CountryEntry,
  EventTypeEntry,
  MatterEntry,
  OfficeEntry,
  StateBodyEntry,
  UnitEntry,
} from './schemas.js'

/** What may be coded: the checked entries of the data files, and the ready-made look-ups over them. Read-only. */
export interface Codebook {
  /** Hash of the data files: records name it. */
  readonly version: string
  readonly entries: CodebookEntries
  readonly eventTypes: ReadonlyMap<string, EventTypeEntry>
  readonly eventCues: CueIndex<EventCue>
  readonly attributionCues: CueIndex<AttributionCue>
  /** Parties and their names; ask with `findNames`. */
  readonly names: NameIndex
  readonly countries: ReadonlyMap<string, CountryEntry>
  readonly bodies: ReadonlyMap<string, BodyEntry>
  /** Office by lower-case title. */
  readonly offices: ReadonlyMap<string, OfficeEntry>
  /** Kind of state body by lower-case name ("foreign ministry"). */
  readonly stateBodies: ReadonlyMap<string, StateBodyEntry>
  /** What parties take sides on, by id. */
  readonly matters: ReadonlyMap<string, MatterEntry>
  /** Unit by lower-case form; symbols and codes as written. */
  readonly units: ReadonlyMap<string, UnitEntry>
  /** Multiplier by lower-case scale word. */
  readonly scales: ReadonlyMap<string, number>
  readonly irregularVerbs: IrregularVerbs
}

function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) freezeDeep(part)
  return value
}

function byWords<Entry>(
  list: readonly Entry[],
  wordsOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, Entry> {
  return new Map(list.flatMap((entry) => wordsOf(entry).map((word) => [word, entry] as const)))
}

function bodiesOf(entries: CodebookEntries): ReadonlyMap<string, BodyEntry> {
  const { organisations, groups, armedGroups, media, ngos, companies } = entries
  const all = [organisations, groups, armedGroups, media, ngos, companies].flat()
  return new Map(all.map((entry) => [entry.name, entry]))
}

function lookUps(entries: CodebookEntries) {
  return {
    eventTypes: new Map<string, EventTypeEntry>(entries.events.map((one) => [one.event, one])),
    countries: new Map(entries.countries.map((one) => [one.iso, one])),
    bodies: bodiesOf(entries),
    offices: byWords(entries.offices, (one) => one.titles.map(nameKey)),
    stateBodies: byWords(entries.stateBodies, (one) => one.names.map(nameKey)),
    matters: new Map(entries.matters.map((one) => [one.id, one])),
    units: byWords(entries.units, (one) => [
      ...one.forms.map((form) => form.toLowerCase()),
      ...one.symbols,
      one.unit,
    ]),
    scales: new Map(
      entries.scales.flatMap((one) => one.forms.map((form) => [form.toLowerCase(), one.scale])),
    ),
    irregularVerbs: new Map(entries.irregularVerbs.map((one) => [one.verb, one])),
  }
}

/**
 * The codebook of a data folder (default: the shipped one). Throws nothing for what the files say: a bad entry is
 * left out and named by an issue with its file, its place and what to do. The value is frozen.
 */
export function loadCodebook(dir: string = SHIPPED_DATA): Outcome<Codebook> {
  const loaded = loadEntries(dir)
  const { version, entries } = loaded.value
  const maps = lookUps(entries)
  const names = indexNames(entries)
  const cues = indexEventCues(entries, maps.irregularVerbs)
  const checks = loaded.value.checked
    ? []
    : [
        ...nameIssues(names.value, entries),
        ...repeatedCueIssues(cues.value.cues),
        ...crossIssues(entries),
      ]
  const issues: Issue[] = [...loaded.issues, ...names.issues, ...cues.issues, ...checks]
  const codebook: Codebook = {
    version,
    entries,
    ...maps,
    eventCues: cues.value,
    attributionCues: indexAttributionCues(entries, maps.irregularVerbs),
    names: names.value,
  }
  return { value: freezeDeep(codebook), issues }
}
