import { describe, expect, test } from 'vitest'
import type { TreebankWord } from './conllu.js'
import { countCoreference, goldMentions } from './coreference.js'

/** "form/TAG/Entity" words. */
function wordsOf(text: string): TreebankWord[] {
  return text.split(' ').map((word) => {
    const [form = '', xpos = '', entity = ''] = word.split('/')
    return { form, xpos, entity, head: 0, relation: 'dep', gap: 'space' }
  })
}

const TEXT = wordsOf(
  'Amina/NNP/(7-person-new-nnn-cf1-1,2-sgl Sow/NNP/7) met/VBD/ the/DT/(9-person-new-nnn-cf2-2-coref ' +
    'envoy/NN/9) ;/:/ she/PRP/(7-person-giv:act-nnn-cf1-1-ana) thanked/VBD/ him/PRP/(9-person-giv:act-nnn-cf2-1-ana)',
)

describe('goldMentions', () => {
  test('reads brackets, chains and head words', () => {
    expect(goldMentions(TEXT)).toEqual([
      { first: 0, last: 2, chain: '7', heads: [0, 1] },
      { first: 3, last: 5, chain: '9', heads: [4] },
      { first: 6, last: 7, chain: '7', heads: [6] },
      { first: 8, last: 9, chain: '9', heads: [8] },
    ])
  })

  test('keeps nested mentions of one chain apart', () => {
    const nested = wordsOf('a/DT/(1-x-n-n-c-2-s(1-x-n-n-c-1-s) b/NN/1)')
    expect(goldMentions(nested).map(({ first, last }) => [first, last])).toEqual([
      [0, 2],
      [0, 1],
    ])
  })
})

describe('countCoreference', () => {
  test('counts names and pronouns with an earlier mention, and those linked to it', () => {
    const right = { mention: 6, antecedent: 1 }
    const wrong = { mention: 8, antecedent: 0 }
    expect(countCoreference(TEXT, [right, wrong])).toEqual({
      names: { all: 0, linked: 0 },
      pronouns: { all: 2, linked: 1 },
      links: 2,
    })
    expect(countCoreference(TEXT, []).pronouns).toEqual({ all: 2, linked: 0 })
  })
})
