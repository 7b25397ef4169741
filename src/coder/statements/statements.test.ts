import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementRecord } from '../../core/index.js'
import { codeText } from '../testing/code-text.js'
import type { ReadingNotes } from '../testing/build-reading.js'
import { trimContent } from './content.js'
import { findQuotations } from '../quotations.js'

function statements(text: string, notes: ReadingNotes = {}): StatementRecord[] {
  return codeText(text, notes).records.filter((record) => record.kind === 'statement')
}

const lines = (text: string, notes: ReadingNotes = {}): string[] =>
  statements(text, notes).map(
    (one) => `${one.speaker.name} | ${one.cue} | ${one.directness} | ${one.content}`,
  )

describe('quotations', () => {
  it('pairs curly, straight and angle marks, and marks inside marks', () => {
    const text = 'He “a “b” c” and "d e" and «f» and ‘g h’ don’t'
    expect(findQuotations(text).map((one) => text.slice(one.start, one.end))).toEqual([
      'a “b” c',
      'd e',
      'f',
      'g h',
    ])
  })

  it('lets a quotation run over paragraphs that open with a mark', () => {
    const text = '“First part of it.\n“Second part of it,” she said.'
    expect(
      findQuotations(text).map((one) => [text.slice(one.start, one.end), one.isClosed]),
    ).toEqual([
      ['First part of it.', false],
      ['Second part of it,', true],
    ])
  })

  it('never lies outside the text or out of order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('“', '”', '"', '‘', '’', 'a', ' ', '\n', '.') }),
        (text) => {
          let last = 0
          for (const one of findQuotations(text)) {
            expect(one.open).toBeGreaterThanOrEqual(last)
            expect(one.end).toBeGreaterThanOrEqual(one.start)
            expect(one.close).toBeLessThanOrEqual(text.length)
            last = one.close
          }
        },
      ),
    )
  })

  it('trims to words of the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('“', '”', '"', 'that ', 'a', ' ', ',', '.') }),
        (text) => {
          const span = trimContent(text, { start: 0, end: text.length }, findQuotations(text))
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
        },
      ),
    )
  })
})

describe('statements by the reader’s attributions', () => {
  it('direct: without marks, comma and cue', () => {
    expect(
      lines('“We will build the port,” President Ali Bongo said.', {
        names: ['person: Ali Bongo'],
        attributions: [
          { source: 'President Ali Bongo', cue: 'said', content: ['“We will build the port,”'] },
        ],
      }),
    ).toEqual(['Ali Bongo | said | direct | We will build the port'])
  })

  it('grows to the whole quotation of several sentences', () => {
    const [one] = statements('“The road is long. We are patient. We will win,” said Rita Sousa.', {
      names: ['person: Rita Sousa'],
      attributions: [{ source: 'Rita Sousa', cue: 'said', content: ['We will win'] }],
    })
    expect(one?.content).toBe('The road is long. We are patient. We will win')
  })

  it('is one statement where "he said" breaks the quotation: the longer part', () => {
    const text = '“No,” said Rita Sousa. “We have never agreed to such a plan and never will.”'
    expect(
      lines(text, {
        names: ['person: Rita Sousa'],
        attributions: [
          {
            source: 'Rita Sousa',
            cue: 'said',
            content: ['“No,”', '“We have never agreed to such a plan and never will.”'],
          },
        ],
      }),
    ).toEqual(['Rita Sousa | said | direct | We have never agreed to such a plan and never will'])
  })

  it('indirect: without "that" and full stop', () => {
    expect(
      lines('Oman noted that the talks had been useful.', {
        attributions: [
          { source: 'Oman', cue: 'noted', content: ['that the talks had been useful.'] },
        ],
      }),
    ).toEqual(['Oman | noted | indirect | the talks had been useful'])
  })

  it('mixed: a partial quotation keeps its marks', () => {
    expect(
      lines('Oman called the talks “frank and useful” for all.', {
        attributions: [
          { source: 'Oman', cue: 'called', content: ['the talks “frank and useful” for all'] },
        ],
      }),
    ).toEqual(['Oman | called | mixed | the talks “frank and useful” for all'])
  })

  it('takes the party of a possessive or of the head of a long source', () => {
    const notes = {
      names: ['person: Lan Tran'],
      attributions: [
        {
          source: 'Vietnamese foreign ministry spokeswoman Lan Tran',
          cue: 'told',
          content: ['Hanoi opposed the move'],
        },
      ],
    }
    const [one] = statements(
      'Vietnamese foreign ministry spokeswoman Lan Tran told reporters Hanoi opposed the move.',
      notes,
    )
    expect(one).toMatchObject({ speaker: { name: 'Lan Tran' }, office: 'spokeswoman' })
  })

  it('resolves a pronoun, and a missing source to who spoke last', () => {
    const text =
      'Kenyan envoy Jane Otieno said the road was open. She added that the bridge was closed, noting that the rains had begun.'
    const ids = new Set(
      statements(text, {
        names: ['person: Jane Otieno'],
        attributions: [
          { source: 'Kenyan envoy Jane Otieno', cue: 'said', content: ['the road was open'] },
          { source: 'She', cue: 'added', content: ['the bridge was closed'] },
          { cue: 'noting', content: ['the rains had begun'] },
        ],
      }).map((one) => one.speaker.id),
    )
    expect(ids.size).toBe(1)
  })

  it('names an unnamed speaker by the words of the source', () => {
    const [one] = statements('Two analysts in Quito said prices would rise.', {
      attributions: [{ source: 'Two analysts', cue: 'said', content: ['prices would rise'] }],
    })
    expect(one?.speaker.name).toBe('Two analysts')
  })

  it('leaves out what nobody is known to have said, with an issue', () => {
    expect(
      statements('He said it was late again.', {
        attributions: [{ source: 'He', cue: 'said', content: ['it was late again'] }],
      }),
    ).toEqual([])
  })

  it('keeps one statement where two attributions cover the same words', () => {
    const text = '“We want calm,” Tonga said, its ministry reported.'
    expect(
      lines(text, {
        attributions: [
          { source: 'Tonga', cue: 'said', content: ['“We want calm,”'] },
          { source: 'its ministry', cue: 'reported', content: ['“We want calm,” Tonga said'] },
        ],
      }),
    ).toHaveLength(1)
  })

  it('knows who is spoken of', () => {
    const [one] = statements('Chile said Peru and Bolivia must talk.', {
      attributions: [{ source: 'Chile', cue: 'said', content: ['Peru and Bolivia must talk'] }],
    })
    expect(one?.about.map((ref) => ref.name)).toEqual(['Peru', 'Bolivia'])
  })
})

describe('what the reader runs together', () => {
  it('keeps pieces of other paragraphs apart, and quotations with a verb of saying of their own', () => {
    const text =
      '“We have opened three new bridges,” Ana Ruiz said. “We will open four more of them,” she added.\n“Nobody else has done as much here,” Leo Paz replied.'
    expect(
      lines(text, {
        names: ['person: Ana Ruiz', 'person: Leo Paz'],
        attributions: [
          {
            source: 'Ana Ruiz',
            cue: 'said',
            content: [
              '“We have opened three new bridges,”',
              '“We will open four more of them,”',
              '“Nobody else has done as much here,”',
            ],
          },
        ],
      }),
    ).toEqual([
      'Ana Ruiz | said | direct | We have opened three new bridges',
      'she | added | direct | We will open four more of them',
      'Leo Paz | replied | direct | Nobody else has done as much here',
    ])
  })

  it('cuts at a second verb of saying', () => {
    const text =
      'Malta affirmed that ports were open and denied that any ship had been turned away.'
    expect(
      lines(text, {
        attributions: [
          {
            source: 'Malta',
            cue: 'affirmed',
            content: ['that ports were open and denied that any ship had been turned away'],
          },
        ],
      }),
    ).toEqual([
      'Malta | affirmed | indirect | ports were open',
      'Malta | denied | indirect | any ship had been turned away',
    ])
  })

  it('begins a sentence that ends in "X said" at its start', () => {
    const text = 'Lima, May 3 (AP) - Peru will close two ports and open a third, Malta said.'
    expect(
      lines(text, { attributions: [{ source: 'Malta', cue: 'said', content: ['open a third'] }] }),
    ).toEqual(['Malta | said | indirect | Peru will close two ports and open a third'])
  })

  it('leaves out topics of talk, deeds and refusals to answer', () => {
    const text =
      'Malta talked about trade with Chad. Malta agreed to send rice to Chad. Malta did not respond to a request for comment.'
    expect(
      lines(text, {
        attributions: [
          { source: 'Malta', cue: 'talked', content: ['about trade with Chad'] },
          { source: 'Malta@2', cue: 'agreed', content: ['to send rice to Chad'] },
          { source: 'Malta@3', cue: 'did not respond', content: ['to a request for comment'] },
        ],
        parse: [
          'NNP:2:nsubj VBD:0:root IN:4:case NN:2:obl IN:6:case NNP:4:nmod .:2:punct',
          'NNP:2:nsubj VBD:0:root TO:4:mark VB:2:xcomp NN:4:obj IN:7:case NNP:4:obl .:2:punct',
        ],
      }),
    ).toEqual([])
  })
})

describe('quotations that the reader misses', () => {
  const names = ['person: Sofia Marin', 'person: Marin']
  it.each([
    [
      '“We shall not leave this valley,” Sofia Marin said.',
      'Sofia Marin | said | direct | We shall not leave this valley',
    ],
    [
      'Sofia Marin said: "We shall not leave this valley."',
      'Sofia Marin | said | direct | We shall not leave this valley',
    ],
    [
      'Statement by Sofia Marin: “We shall not leave this valley.”',
      'Sofia Marin | Statement by | direct | We shall not leave this valley',
    ],
  ])('%s', (text, line) => {
    expect(lines(text, { names })).toEqual([line])
  })

  it('leaves titles and words in marks alone', () => {
    expect(lines('The film “The Long Road To Home” opened in Fiji.', {})).toEqual([])
  })

  it('takes for said, behind "as", only what a thing is called', () => {
    const of = (text: string, content: string): string[] =>
      lines(text, { attributions: [{ source: 'Oman', cue: 'dismissed', content: [content] }] })
    expect(of('Oman dismissed the charge as “baseless”.', 'the charge as “baseless”')).toEqual([
      'Oman | dismissed | direct | baseless',
    ])
    expect(of('Oman dismissed the charge.', 'the charge')).toEqual([])
    expect(of('Oman dismissed the charge as well.', 'the charge as well')).toEqual([
      'Oman | dismissed | indirect | the charge as well',
    ])
  })

  it('gives no words to whoever was asked', () => {
    const of = (cue: string, text: string, parse: string): string[] =>
      lines(text, {
        parse: [parse],
        attributions: [{ source: 'Oman', cue, content: ['whether the port was open'] }],
      })
    const asked =
      'VBN:10:advcl IN:6:mark DT:4:det NN:6:nsubj VBD:6:cop JJ:1:ccomp ,:10:punct NNP:10:nsubj VBD:10:cop JJ:0:root .:10:punct'
    expect(of('Asked', 'Asked whether the port was open, Oman was silent.', asked)).toEqual([])
    const asks =
      'NNP:2:nsubj VBD:0:root IN:7:mark DT:5:det NN:7:nsubj VBD:7:cop JJ:2:ccomp .:2:punct'
    expect(of('asked', 'Oman asked whether the port was open.', asks)).toEqual([
      'Oman | asked | indirect | whether the port was open',
    ])
  })

  it('reads the answers of an interview told by turns, and no list with dashes', () => {
    const names = ['person: Sofia Marin']
    const told = 'We met Sofia Marin.\n— Why now?\n— The snow is gone.\n— And then?\n— We go home.'
    expect(lines(told, { names })).toEqual([
      'Sofia Marin | null | direct | The snow is gone',
      'Sofia Marin | null | direct | We go home',
    ])
    const list = told.replaceAll('?', '')
    expect(lines(list, { names })).toEqual([])
  })

  it('reads answers marked with a letter', () => {
    const text = 'We met Sofia Marin.\nQ: Why now?\nA: The snow is gone.'
    const names = ['person: Sofia Marin']
    expect(lines(text, { names })).toEqual(['Sofia Marin | null | direct | The snow is gone'])
    expect(lines(text.replace('Q: ', ''), { names })).toEqual([])
  })

  it('reads an interview', () => {
    const text = 'Sofia Marin: The valley is ours. We stay.\nOmar Diaz: Then we must talk.'
    expect(lines(text, { names: ['person: Sofia Marin', 'person: Omar Diaz'] })).toEqual([
      'Sofia Marin | null | direct | The valley is ours. We stay',
      'Omar Diaz | null | direct | Then we must talk',
    ])
  })
})
