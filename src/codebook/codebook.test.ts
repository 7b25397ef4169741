import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../core/index.js'
import { SHIPPED_DATA } from './entries.js'
import {
  codesOf,
  compileCodebook,
  findNames,
  loadCodebook,
  nameKey,
  nounForms,
  scaleOf,
  verbForms,
} from './index.js'

const shipped = loadCodebook()
const codebook = shipped.value
const partyKeys = (text: string): string[] =>
  findNames(codebook.names, text).map((use) => use.party.key)
const kinds = (text: string): string[] => findNames(codebook.names, text).map((use) => use.kind)

describe('the shipped data', () => {
  test('every entry is valid and nothing is listed twice', () => {
    expect(shipped.issues).toEqual([])
  })

  test('every type of event has an entry and at least fifteen cues', () => {
    for (const type of EVENT_TYPES) {
      expect(codebook.eventTypes.has(type)).toBe(true)
      const cues = codebook.eventCues.cues.filter((cue) => cue.event === type)
      expect(cues.length, type).toBeGreaterThanOrEqual(15)
    }
  })

  test('every state has a capital and demonyms, every dependency its ruler', () => {
    for (const country of codebook.countries.values()) {
      if (country.kind === 'dependency') expect(country.of, country.iso).not.toBeNull()
      if (country.kind !== 'state') continue
      expect(country.adjectives.length, country.iso).toBeGreaterThan(0)
      if (country.iso !== 'VAT') expect(country.people.length, country.iso).toBeGreaterThan(0)
      expect(country.capital, country.iso).not.toBeNull()
    }
    expect(codebook.countries.size).toBe(250)
  })

  test('a border has two sides', () => {
    for (const country of codebook.countries.values())
      for (const other of country.borders)
        expect(codebook.countries.get(other)?.borders, `${country.iso}-${other}`).toContain(
          country.iso,
        )
  })

  test('at least 150 international organisations, 60 of them with their members', () => {
    const { organisations } = codebook.entries
    expect(organisations.length).toBeGreaterThanOrEqual(150)
    const known = organisations.filter((entry) => entry.members.length > 0)
    expect(known.length).toBeGreaterThanOrEqual(60)
    expect(codebook.bodies.get('European Union')?.members).toHaveLength(27)
    expect(codebook.bodies.get('North Atlantic Treaty Organization')?.members).toHaveLength(32)
    expect(codebook.bodies.get('League of Arab States')?.members).toHaveLength(22)
    expect(codebook.bodies.get('Council of Europe')?.members).toHaveLength(46)
    expect(codebook.bodies.get('African Union')?.members).toHaveLength(55)
    expect(
      codebook.bodies.get('Organization for Security and Co-operation in Europe')?.members,
    ).toHaveLength(57)
    expect(codebook.bodies.get('Organisation of Islamic Cooperation')?.members).toHaveLength(57)
  })

  test('a Wikidata id belongs to one entry', () => {
    const ids = [...codebook.names.parties.values()].flatMap((party) => party.wikidata ?? [])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['the Kremlin', 'RUS', 'seat'],
    ['Ak Orda', 'KAZ', 'seat'],
    ['Élysée', 'FRA', 'seat'],
    ['Elysee Palace', 'FRA', 'seat'],
    ['Nur-Sultan', 'KAZ', 'capital'],
    ['Kiev', 'UKR', 'capital'],
    ['Burma', 'MMR', 'former'],
    ['Turkiye', 'TUR', 'name'],
    ['DPRK', 'PRK', 'other'],
    ['Kazakhs', 'KAZ', 'people'],
    ['Burkinabè', 'BFA', 'adjective'],
    ['Gothenburg', 'SWE', 'place'],
    ['EU', 'European Union', 'abbreviation'],
    ['European Commission', 'European Commission', 'name'],
    ['Bundestag', 'Bundestag', 'name'],
  ])('%s is %s by its %s', (text, key, kind) => {
    expect(partyKeys(text)[0]).toBe(key)
    expect(kinds(text)[0]).toBe(kind)
  })

  test('a possessive is the same name', () => {
    expect(partyKeys('Kenya’s')).toEqual(['KEN'])
  })

  test('words that only look like a name are none', () => {
    for (const word of ['us', 'who', 'it', 'turkey', 'china', 'can', 'eco'])
      expect(partyKeys(word), word).toEqual([])
  })

  test('a shared name gives all, the most usual first', () => {
    expect(partyKeys('Congo')).toEqual(['COD', 'COG'])
  })

  test('capitals, accents, apostrophes and blanks do not matter to the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameKey(nameKey(text)).trim()).toBe(nameKey(nameKey(nameKey(text))).trim())
        expect(nameKey(text)).toBe(nameKey(text.normalize('NFD')))
      }),
    )
  })
})

describe('cues', () => {
  test('every written form of a verb leads to it', () => {
    const events = (form: string): string[] =>
      (codebook.eventCues.byForm.get(form) ?? []).map((cue) => cue.id)
    for (const form of ['visit', 'visits', 'visited', 'visiting'])
      expect(events(form)).toContain('CONSULT: visit')
    expect(events('withdrew')).toContain('RETREAT: withdraw')
    expect(events('held')).toContain('CONSULT: hold talk')
    expect(events('expulsions')).toContain('SANCTION: expulsion')
  })

  test('the longest cue of a form comes first', () => {
    for (const cues of codebook.eventCues.byForm.values()) {
      const sizes = cues.map((cue) => cue.rest.length)
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    }
  })

  test.each([
    ['hold', ['held', 'holds', 'holding']],
    ['commit', ['committed', 'committing']],
    ['visit', ['visited', 'visiting']],
    ['ban', ['banned', 'banning']],
    ['carry', ['carries', 'carried', 'carrying']],
    ['free', ['freed', 'freeing']],
    ['travel', ['travelled', 'traveled']],
    ['meet', ['met', 'meeting']],
    ['attack', ['attacked', 'attacks']],
    ['flee', ['fled', 'fleeing']],
  ])('%s is inflected', (verb, forms) => {
    expect(verbForms(verb, codebook.irregularVerbs)).toEqual(expect.arrayContaining(forms))
  })

  test('nouns are counted in one and many', () => {
    expect(nounForms('treaty')).toEqual(['treaty', 'treaties'])
    expect(nounForms('talks')).toEqual(['talks'])
  })
})

describe('a broken data folder', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'codebook-'))
    cpSync(SHIPPED_DATA, dir, { recursive: true })
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const mend = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')))

  test('a bad field costs the entry alone, and the issue names file, entry and field', () => {
    mend('countries.yaml', (text) => text.replace('wikidata: Q232', 'wikidata: 232'))
    const { value, issues } = loadCodebook(dir)
    expect(value.countries.has('KAZ')).toBe(false)
    expect(value.countries.size).toBe(249)
    expect(issues[0]?.code).toBe('codebook-invalid')
    expect(issues[0]?.where).toMatch(/^countries\.yaml, countries, entry \d+ \(KAZ\)$/)
    expect(issues[0]?.message).toContain('wikidata')
    expect(issues[0]?.advice).toBeTruthy()
  })

  test('a misspelled field is not passed over', () => {
    mend('relations.yaml', (text) => text.replace('symmetric: true', 'symetric: true'))
    expect(loadCodebook(dir).issues[0]?.message).toContain('symetric')
  })

  test('a name of two parties is reported unless listed as ambiguous', () => {
    mend('countries.yaml', (text) => text.replace('places: Almaty', 'places: Paris, Almaty'))
    const { issues } = loadCodebook(dir)
    expect(issues.map((issue) => issue.message)).toEqual(['"Paris" is a name of FRA and of KAZ'])
    mend('ambiguous.yaml', (text) => `${text}  - { name: Paris, entries: "FRA, KAZ" }\n`)
    const listed = loadCodebook(dir)
    expect(listed.issues).toEqual([])
    expect(findNames(listed.value.names, 'Paris').map((use) => use.party.key)).toEqual([
      'FRA',
      'KAZ',
    ])
  })

  test('a cue of an unknown mode or pattern is reported', () => {
    mend('event-cues.yaml', (text) =>
      text
        .replace('mode: multilateral', 'mode: many-sided')
        .replace('pattern: verb-in\n    strength', 'pattern: verb-inside\n    strength'),
    )
    const messages = loadCodebook(dir).issues.map((issue) => issue.message)
    expect(messages).toContain('CONSULT has no mode "many-sided"')
    expect(messages).toContain('no role pattern "verb-inside"')
  })

  test('YAML that cannot be read names the line, and the other files still load', () => {
    mend('units.yaml', (text) => text.replace('scales:', 'scales: [\n'))
    const { value, issues } = loadCodebook(dir)
    expect(issues[0]?.where).toMatch(/^units\.yaml, line \d+$/)
    expect(value.countries.size).toBe(250)
  })

  test('a missing file is an issue', () => {
    rmSync(join(dir, 'contexts.yaml'))
    expect(loadCodebook(dir).issues[0]?.message).toBe('the file is missing')
  })

  test('the version follows the content, not the line ends', () => {
    mend('relations.yaml', (text) => text.replaceAll('\n', '\r\n'))
    expect(loadCodebook(dir).value.version).toBe(codebook.version)
    mend('relations.yaml', (text) => `${text}# a remark\n`)
    expect(loadCodebook(dir).value.version).not.toBe(codebook.version)
  })

  test('a compiled codebook loads as the same, and an edit passes it by', () => {
    expect(compileCodebook(dir)).toEqual([])
    const compiled = loadCodebook(dir)
    expect(compiled.issues).toEqual([])
    expect(compiled.value.entries).toEqual(codebook.entries)
    mend('ambiguous.yaml', (text) => text.replace('COD, COG', 'COG, COD'))
    expect(findNames(loadCodebook(dir).value.names, 'Congo')[0]?.party.key).toBe('COG')
  })
})

test('the codes that a correction may give, and what an event type and mode weigh', () => {
  const { modes, indicators, relations } = codesOf(codebook)
  expect(modes['CONSULT']).toEqual(['visit', 'meet', 'third-party', 'multilateral', 'phone'])
  expect(Object.keys(modes)).not.toContain('AGREE')
  expect(indicators).toContain('trade-turnover')
  expect(relations).toContain('strategic-partner')
  expect(scaleOf(codebook, 'CONSULT', 'phone')).toEqual({
    quad: 'verbal-cooperation',
    intensity: 1.5,
  })
  expect(scaleOf(codebook, 'CONSULT', null)?.intensity).toBe(2.5)
  expect(scaleOf(codebook, 'AGREE', 'phone')).toBeNull()
})

test('the codebook cannot be changed by whoever holds it', () => {
  expect(Object.isFrozen(codebook)).toBe(true)
  expect(Object.isFrozen(codebook.entries.countries[0])).toBe(true)
  expect(Object.isFrozen(codebook.eventCues.cues[0])).toBe(true)
})
