import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentOf, isPassive, objectOf, subjectOf } from './clauses.js'
import { lemmaOf } from './lemma.js'
import {
  ancestors,
  conjuncts,
  indexParse,
  lemmaAt,
  pathBetween,
  subtreeRange,
  tokenAt,
} from './parse.js'
import { buildReading } from './testing/build-reading.js'

const visit = buildReading('Kenya praised Ghana and Togo .', {
  parse: ['NNP:2:nsubj VBD:0:root NNP:2:obj CC:5:cc NNP:3:conj .:2:punct'],
})

describe('the parse', () => {
  it('finds subject, object and coordinated objects', () => {
    const parse = indexParse(visit)
    expect(subjectOf(parse, 1)).toBe(0)
    expect(objectOf(parse, 1)).toBe(2)
    expect(conjuncts(parse, 4)).toEqual([2, 4])
    expect(subtreeRange(parse, 2)).toEqual({ first: 2, last: 5 })
    expect(pathBetween(parse, 0, 4)).toEqual([0, 1, 2, 4])
  })

  it('turns a passive round', () => {
    const reading = buildReading('Chad was accused by Sudan .', {
      parse: ['NNP:3:nsubj:pass VBD:3:aux:pass VBN:0:root IN:5:case NNP:3:obl .:3:punct'],
    })
    const parse = indexParse(reading)
    expect(isPassive(parse, 2)).toBe(true)
    expect(agentOf(parse, 2)).toBe(4)
    expect(objectOf(parse, 2)).toBe(0)
  })

  it('gives a second verb the subject of the first', () => {
    const reading = buildReading('Peru met Chile and thanked it .', {
      parse: ['NNP:2:nsubj VBD:0:root NNP:2:obj CC:5:cc VBD:2:conj PRP:5:obj .:2:punct'],
    })
    expect(subjectOf(indexParse(reading), 4)).toBe(0)
  })

  it('survives any heads, circles among them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 11 }), { minLength: 12, maxLength: 12 }),
        (heads) => {
          const reading = buildReading('a b c d e f g h i j k l')
          const tokens = reading.tokens.map((token, at) => ({ ...token, head: heads[at] ?? -1 }))
          const parse = indexParse({ ...reading, tokens })
          tokens.forEach((_, at) => {
            expect(ancestors(parse, at).length).toBeLessThanOrEqual(12)
            expect(tokenAt(parse, subtreeRange(parse, at).first)).toBeDefined()
          })
        },
      ),
    )
  })
})

describe('lemmas', () => {
  it.each([
    ['said', 'VBD', 'say'],
    ['praised', 'VBD', 'praise'],
    ['underlined', 'VBD', 'underline'],
    ['warned', 'VBD', 'warn'],
    ['stopped', 'VBD', 'stop'],
    ['called', 'VBD', 'call'],
    ['accusing', 'VBG', 'accuse'],
    ['denies', 'VBZ', 'deny'],
    ['urges', 'VBZ', 'urge'],
    ['pushes', 'VBZ', 'push'],
    ['talks', 'NNS', 'talk'],
    ['ministries', 'NNS', 'ministry'],
    ['ties', 'NNS', 'tie'],
    ['lies', 'VBZ', 'lie'],
    ['flies', 'VBZ', 'fly'],
    ['discussed', 'VBN', 'discuss'],
    ['expressing', 'VBG', 'express'],
    ['agreed', 'VBD', 'agree'],
    ['added', 'VBD', 'add'],
    ['launched', 'VBD', 'launch'],
  ])('%s %s is %s', (word, tag, lemma) => {
    expect(lemmaOf(word, tag)).toBe(lemma)
  })

  it('reads the lemma of a token by its tag', () => {
    expect(lemmaAt(indexParse(visit), 1)).toBe('praise')
  })
})
