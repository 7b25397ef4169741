import { EVENT_TYPES, issueOf, type Issue } from '../core/index.js'
import type { CodebookEntries } from './files.js'
import { nameKey } from './names.js'
import type { MatterEntry } from './schemas.js'

/** Checks across entries and files, which no single entry's schema can make. */

function issue(where: string, message: string, advice: string): Issue {
  return issueOf('codebook-invalid', 'error', where, message, advice)
}

function repeats(
  file: string,
  lists: readonly { readonly owner: string; readonly words: readonly string[] }[],
): Issue[] {
  const owners = new Map<string, string>()
  const issues: Issue[] = []
  for (const { owner, words } of lists)
    for (const word of words) {
      const before = owners.get(word)
      if (before !== undefined) {
        const message = `"${word}" is listed before, under ${before}`
        issues.push(issue(`${file}, entry ${owner}`, message, 'keep it in one of the two'))
      }
      owners.set(word, owner)
    }
  return issues
}

function repeatIssues(entries: CodebookEntries): Issue[] {
  const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase())
  return [
    ...repeats(
      'offices.yaml',
      entries.offices.map((one) => ({
        owner: one.titles[0] ?? '',
        words: one.titles.map(nameKey),
      })),
    ),
    ...repeats(
      'offices.yaml',
      entries.stateBodies.map((one) => ({ owner: one.kind, words: one.names.map(nameKey) })),
    ),
    ...repeats(
      'units.yaml',
      entries.units.map((one) => ({
        owner: one.unit,
        words: [...new Set([...lower(one.forms), ...one.symbols])],
      })),
    ),
    ...repeats(
      'units.yaml',
      entries.scales.map((one) => ({ owner: String(one.scale), words: lower(one.forms) })),
    ),
    ...repeats(
      'indicators.yaml',
      entries.indicators.map((one) => ({ owner: one.id, words: [...new Set(lower(one.cues))] })),
    ),
    ...repeats(
      'contexts.yaml',
      entries.contexts.map((one) => ({ owner: one.context, words: [one.context] })),
    ),
    ...repeats(
      'relations.yaml',
      entries.relations.map((one) => ({ owner: one.label, words: [one.label] })),
    ),
    ...repeats(
      'matters.yaml',
      entries.matters.map((one) => ({ owner: one.id, words: [one.id, ...mattersCues(one)] })),
    ),
    ...repeats(
      'matters.yaml',
      entries.markers.map((one) => ({
        owner: one.marker,
        words: one.words.map((word) => `${one.marker} ${word}`),
      })),
    ),
    ...repeats(
      'attribution-cues.yaml',
      entries.attributionGroups.map((one) => ({
        owner: `${one.stance} ${one.kind}`,
        words: one.cues.map((cue) => `${one.kind} ${cue}`),
      })),
    ),
  ]
}

/** A cue may serve two matters, but only once in each. */
function mattersCues(matter: MatterEntry): string[] {
  return [...matter.words, ...matter.for, ...matter.against].map((cue) => `${matter.id}: ${cue}`)
}

function countryIssues(entries: CodebookEntries): Issue[] {
  const known = new Set(entries.countries.map((one) => one.iso))
  const unknown = (file: string, owner: string, codes: readonly string[]): Issue[] =>
    codes
      .filter((code) => !known.has(code))
      .map((code) =>
        issue(
          `${file}, entry ${owner}`,
          `no country ${code}`,
          'use an alpha-3 code of countries.yaml',
        ),
      )
  const { organisations, groups, armedGroups, media, ngos, companies } = entries
  const bodies = [organisations, groups, armedGroups, media, ngos, companies].flat()
  const codes = (code: string | null): string[] => (code === null ? [] : [code])
  return [
    ...entries.countries.flatMap((one) =>
      unknown('countries.yaml', one.iso, [...one.borders, ...codes(one.of)]),
    ),
    ...entries.territories.flatMap((one) => unknown('countries.yaml', one.id, [one.of])),
    ...bodies.flatMap((one) =>
      unknown('bodies.yaml', one.name, [...one.members, ...codes(one.country)]),
    ),
    ...entries.properBodies.flatMap((one) => unknown('offices.yaml', one.name, [one.country])),
  ]
}

function parentIssues(entries: CodebookEntries): Issue[] {
  const known = new Set(entries.organisations.map((one) => one.name))
  return entries.organisations
    .filter((one) => one.partOf !== null && !known.has(one.partOf))
    .map((one) =>
      issue(
        `bodies.yaml, entry ${one.name}`,
        `partOf names no organisation: "${one.partOf}"`,
        'write the canonical name of an entry under organisations',
      ),
    )
}

function matterIssues(entries: CodebookEntries): Issue[] {
  const known = new Set(entries.matters.map((one) => one.id))
  return entries.matters
    .filter((one) => one.within !== null && !known.has(one.within))
    .map((one) =>
      issue(
        `matters.yaml, entry ${one.id}`,
        `within names no matter: "${one.within}"`,
        'write the id of an entry under matters',
      ),
    )
}

function missingTypeIssues(entries: CodebookEntries): Issue[] {
  return EVENT_TYPES.filter((type) => !entries.events.some((one) => one.event === type)).map(
    (type) => issue('events.yaml', `the type ${type} is missing`, 'add an entry for it'),
  )
}

/** Words listed twice, codes and parents that name no entry, event types without an entry. */
export function crossIssues(entries: CodebookEntries): readonly Issue[] {
  return [
    ...missingTypeIssues(entries),
    ...repeatIssues(entries),
    ...countryIssues(entries),
    ...parentIssues(entries),
    ...matterIssues(entries),
  ]
}
