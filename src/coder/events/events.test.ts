import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadEvent, Reading } from '../../core/index.js'
import { buildDocument, buildReading } from '../testing/build-reading.js'
import { indexPersons } from '../parties/known-persons.js'
import { testCodebook } from '../testing/test-codebook.js'
import type { EventDraft } from '../drafts.js'
import { findParties } from '../parties/index.js'
import type { Scene } from '../scene.js'
import { extendScene, openScene } from '../scene.js'
import { placeTimes } from '../times.js'
import golden from './golden-events.json' with { type: 'json' }
import { confidenceOf } from '../confidence/confidence.js'
import { codeEvents } from './index.js'

interface GoldenCase {
  readonly text: string
  /** `TAG:head:relation` for each word. */
  readonly parse: string
  readonly names: readonly string[]
  readonly times?: readonly string[]
}

function readingOf(one: GoldenCase, events: readonly ReadEvent[] = []): Reading {
  const notes = { parse: [one.parse], names: one.names, times: one.times ?? [] }
  return { ...buildReading(one.text, notes), events }
}

function sceneOf(one: GoldenCase, reading: Reading): Scene {
  const document = buildDocument(one.text, { published: '2023-06-21' })
  let scene = openScene(document, reading, testCodebook, indexPersons())
  for (const run of [findParties, placeTimes, codeEvents]) scene = extendScene(scene, run(scene))
  return scene
}

/** `TYPE/mode: actor > recipient (factuality, place, day) “evidence”` */
function linesOf(scene: Scene): string[] {
  const name = (ref: { id: string }): string => scene.parties.get(ref.id)?.name ?? '?'
  return eventsOf(scene).map((draft) => {
    const sides = [draft.actor, draft.recipient].map((refs) => refs.map(name).join(' + '))
    const facts = [draft.factuality, draft.place, draft.time?.start].filter(Boolean).join(', ')
    const words = draft.spans.map((span) => scene.document.text.slice(span.start, span.end))
    const type = draft.mode ? `${draft.event}/${draft.mode}` : draft.event
    return `${type}: ${sides.join(' > ')} (${facts}) “${words.join(' … ')}”`
  })
}

function eventsOf(scene: Scene): EventDraft[] {
  return scene.drafts.filter((draft): draft is EventDraft => draft.kind === 'event')
}

const caseNamed = (name: string): GoldenCase => {
  const found = golden.cases.find((one) => one.name === name)
  if (!found) throw new Error(`no golden case "${name}"`)
  return found
}

describe('events by the codebook’s cues, construction by construction', () => {
  it.each(golden.cases)('$name: $text', (one) => {
    expect(linesOf(sceneOf(one, readingOf(one)))).toEqual(one.expect)
  })
})

describe('words that look like events and are none', () => {
  it.each(golden.twins)('$name: $text', (one) => {
    expect(linesOf(sceneOf(one, readingOf(one)))).toEqual([])
  })
})

function readEvent(token: number, type: string, more: Partial<ReadEvent> = {}): ReadEvent {
  return { token, type, score: 0.9, factuality: { actual: 1 }, actors: [], recipients: [], ...more }
}

describe('the reader and the codebook together', () => {
  it('says so when they agree', () => {
    const one = caseNamed('active')
    const [event] = eventsOf(sceneOf(one, readingOf(one, [readEvent(1, 'ACCUSE')])))
    expect(event).toMatchObject({ event: 'ACCUSE', reason: 'event-model-and-cue' })
  })

  it('is surer of what both say than of what one says', () => {
    const one = caseNamed('active')
    const [cue] = eventsOf(sceneOf(one, readingOf(one)))
    const [both] = eventsOf(sceneOf(one, readingOf(one, [readEvent(1, 'ACCUSE')])))
    if (!cue || !both) throw new Error('no event was found')
    expect(confidenceOf(both)).toBeGreaterThan(confidenceOf(cue))
  })

  it('keeps a strong cue against a reader that is not quite sure', () => {
    const one = caseNamed('active')
    const reading = readingOf(one, [readEvent(1, 'SUPPORT', { score: 0.8 })])
    expect(eventsOf(sceneOf(one, reading)).map((event) => event.event)).toEqual(['ACCUSE'])
  })

  it('takes the reader’s word for predicates that no cue knows', () => {
    const one: GoldenCase = {
      text: 'Fiji outfoxed Tonga.',
      parse: 'NNP:2:nsubj VBD:0:root NNP:2:obj .:2:punct',
      names: ['place: Fiji', 'place: Tonga'],
    }
    const scene = sceneOf(one, readingOf(one, [readEvent(1, 'REJECT')]))
    expect(linesOf(scene)).toEqual(['REJECT: Fiji > Tonga (actual) “Fiji outfoxed Tonga”'])
    expect(eventsOf(scene)[0]?.reason).toBe('event-model')
  })

  it('uses the reader’s arguments where the parse shows none', () => {
    const one: GoldenCase = {
      text: 'The snub angered Fiji, and Tonga was silent.',
      parse:
        'DT:2:det NN:3:nsubj VBD:0:root NNP:3:obj ,:9:punct CC:9:cc NNP:9:nsubj VBD:9:cop JJ:3:conj .:3:punct',
      names: ['place: Fiji', 'place: Tonga'],
    }
    const arguments_ = {
      actors: [{ token: 6, score: 0.9 }],
      recipients: [{ token: 3, score: 0.9 }],
    }
    const scene = sceneOf(one, readingOf(one, [readEvent(1, 'REJECT', arguments_)]))
    expect(linesOf(scene)[0]).toMatch(/^REJECT: Tonga > Fiji/)
  })

  it('records nothing, but an issue, when nobody can be said to have acted', () => {
    const one: GoldenCase = {
      text: 'Tonga was snubbed.',
      parse: 'NNP:3:nsubj:pass VBD:3:aux:pass VBN:0:root .:3:punct',
      names: ['place: Tonga'],
    }
    const reading = readingOf(one, [readEvent(2, 'REJECT')])
    const document = buildDocument(one.text)
    let scene = openScene(document, reading, testCodebook, indexPersons())
    scene = extendScene(scene, findParties(scene))
    const result = codeEvents(scene)
    expect(result.drafts).toEqual([])
    expect(result.issues?.map((issue) => issue.code)).toEqual(['party-unresolved'])
  })
})

describe('a document about two states', () => {
  const reading = (text: string, parse: string[], events: readonly ReadEvent[]): Reading => ({
    ...buildReading(text, { parse, names: [] }),
    events,
  })
  const codedLines = (text: string, made: Reading): string[] => {
    let scene = openScene(buildDocument(text), made, testCodebook, indexPersons())
    for (const run of [findParties, codeEvents]) scene = extendScene(scene, run(scene))
    return linesOf(scene)
  }
  const names = 'NNP:2:nsubj VBD:0:root NNP:2:obj .:2:punct'
  const snub = (who: string): string => `${who} outfoxed ${who === 'Fiji' ? 'Tonga' : 'Fiji'}.`

  it('means the other one where a clause names one side', () => {
    const text = `${snub('Fiji')} ${snub('Tonga')} ${snub('Fiji')} Tonga remonstrated .`
    const parse = [names, names, names, 'NNP:2:nsubj VBD:0:root .:2:punct']
    const made = reading(text, parse, [readEvent(13, 'ACCUSE')])
    expect(codedLines(text, made)).toEqual(['ACCUSE: Tonga > Fiji (actual) “Tonga remonstrated”'])
  })

  it('means the other one where the clause names a place that lies in neither', () => {
    const text = `${snub('Fiji')} ${snub('Tonga')} ${snub('Fiji')} Tonga shelled Zemblaville .`
    const parse = [names, names, names, names]
    const made = reading(text, parse, [readEvent(13, 'ASSAULT')])
    expect(
      codedLines(text, { ...made, names: [{ first: 14, last: 15, type: 'place', score: 1 }] }),
    ).toEqual(['ASSAULT/heavy-weapons: Tonga > Fiji (actual) “Tonga shelled Zemblaville”'])
  })

  it('means both where talks name neither', () => {
    const text = `${snub('Fiji')} ${snub('Tonga')} ${snub('Fiji')} Talks failed .`
    const parse = [names, names, names, 'NNS:2:nsubj VBD:0:root .:2:punct']
    const made = reading(text, parse, [readEvent(12, 'CONSULT')])
    expect(codedLines(text, made)[0]).toMatch(/^CONSULT\S*: Fiji > Tonga/)
  })

  it('means nobody where a third is named as often', () => {
    const text = `${snub('Fiji')} Peru outfoxed Fiji. Peru outfoxed Tonga. Talks failed .`
    const parse = [names, names, names, 'NNS:2:nsubj VBD:0:root .:2:punct']
    expect(codedLines(text, reading(text, parse, [readEvent(12, 'CONSULT')]))).toEqual([])
  })
})

describe('the time of an event', () => {
  it('is not that of a clause below it', () => {
    const one: GoldenCase = {
      text: 'Fiji rejected the pact signed in 2009 with Tonga .',
      parse:
        'NNP:2:nsubj VBD:0:root DT:4:det NN:2:obj VBN:4:acl IN:7:case CD:5:obl IN:9:case NNP:4:nmod .:2:punct',
      names: [],
      times: ['DATE: 2009'],
    }
    const rejected = eventsOf(sceneOf(one, readingOf(one))).find((each) => each.event === 'REJECT')
    expect(rejected).toMatchObject({ time: null })
  })

  it('is that of the clause above, but not after “after”', () => {
    const text = (mark: string): GoldenCase => ({
      text: `Talks failed in May ${mark} Fiji rejected Tonga .`,
      parse:
        'NNS:2:nsubj VBD:0:root IN:4:case NNP:2:obl IN:7:mark NNP:7:nsubj VBD:2:advcl NNP:7:obj .:2:punct',
      names: [],
      times: ['DATE: May'],
    })
    const startOf = (mark: string): string | undefined => {
      const one = text(mark)
      const found = eventsOf(sceneOf(one, readingOf(one))).find((each) => each.event === 'REJECT')
      return found?.time?.start
    }
    expect(startOf('as')).toBe('2023-05-01')
    expect(startOf('after')).toBeUndefined()
  })

  it('is what its infinitive names, if that is gone', () => {
    const startOf = (month: string): string | undefined => {
      const one: GoldenCase = {
        text: `Fiji threatened to leave Tonga in ${month} .`,
        parse:
          'NNP:2:nsubj VBD:0:root TO:4:mark VB:2:xcomp NNP:4:obj IN:7:case NNP:4:obl CD:7:nmod .:2:punct',
        names: [],
        times: [`DATE: ${month}`],
      }
      const found = eventsOf(sceneOf(one, readingOf(one))).find((each) => each.event === 'THREATEN')
      return found?.time?.start
    }
    expect(startOf('March 2023')).toBe('2023-03-01')
    expect(startOf('March 2030')).toBeUndefined()
  })
})

describe('a passive', () => {
  it('is never acted by whom it was done to, whatever the reader says', () => {
    const one: GoldenCase = {
      text: 'Tonga was snubbed.',
      parse: 'NNP:3:nsubj:pass VBD:3:aux:pass VBN:0:root .:3:punct',
      names: ['place: Tonga'],
    }
    const actors = [{ token: 0, score: 0.9 }]
    const scene = sceneOf(one, readingOf(one, [readEvent(2, 'REJECT', { actors })]))
    expect(linesOf(scene)).toEqual([])
  })
})

describe('any parse', () => {
  it('gives evidence inside the text and never throws', () => {
    const words = 'Kenya and Ghana met Togo in Lima and accused Chad of an attack on Niger'.split(
      ' ',
    )
    const tags = words.map((word) =>
      /^[A-Z]/.test(word) ? 'NNP' : /met|accused/.test(word) ? 'VBD' : 'NN',
    )
    const relation = fc.constantFrom(
      'nsubj',
      'obj',
      'obl',
      'conj',
      'nmod',
      'acl',
      'xcomp',
      'appos',
      'case',
    )
    const note = fc.tuple(fc.integer({ min: 0, max: words.length }), relation)
    fc.assert(
      fc.property(fc.array(note, { minLength: words.length, maxLength: words.length }), (notes) => {
        const parse = notes.map(([head, name], n) => `${tags[n]}:${head}:${name}`).join(' ')
        const one = { text: words.join(' '), parse, names: [] }
        for (const event of eventsOf(sceneOf(one, readingOf(one))))
          for (const span of event.spans)
            expect(span.start >= 0 && span.start < span.end && span.end <= one.text.length).toBe(
              true,
            )
      }),
      { numRuns: 60 },
    )
  })
})
