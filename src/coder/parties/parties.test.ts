import { describe, expect, it } from 'vitest'
import type { PartyRecord } from '../../core/index.js'
import { partyIdOf } from '../../core/index.js'
import { mentionLines, partiesScene } from '../testing/code-text.js'
import type { ReadingNotes } from '../testing/build-reading.js'
import { areSpellings, mayBeOnePerson } from './variants.js'

const lines = (text: string, notes: ReadingNotes = {}): string[] =>
  mentionLines(partiesScene(text, notes))

describe('names of states and bodies', () => {
  it('knows states, demonyms, abbreviations and official names', () => {
    expect(lines('The Republic of Kenya and the US thanked Ghanaian farmers at the UN.')).toEqual([
      'Republic of Kenya → Kenya',
      'US → United States',
      'Ghanaian → Ghana',
      'UN → United Nations',
    ])
  })

  it('leaves small-letter look-alikes alone', () => {
    expect(lines('They told us to serve turkey on china in a jersey.')).toEqual([])
  })

  it('takes a longer name of the reader before a state inside it', () => {
    const scene = partiesScene('The Bank of Botswana raised rates.', {
      names: ['organisation: Bank of Botswana'],
    })
    expect(mentionLines(scene)).toEqual(['Bank of Botswana → Bank of Botswana'])
    expect([...scene.parties.values()][0]).toMatchObject({ type: 'company', country: 'BWA' })
  })

  it('takes a person called like a state for a person', () => {
    expect(lines('Vernon Jordan spoke.', { names: ['person: Vernon Jordan'] })).toEqual([
      'Vernon Jordan → Vernon Jordan',
    ])
  })

  it('takes no treaty for a body that acts', () => {
    const names = ['organisation: Memorandum of Understanding', 'organisation: Andean Bank']
    expect(lines('A Memorandum of Understanding binds the Andean Bank.', { names })).toEqual([
      'Andean Bank → Andean Bank',
    ])
  })

  it('learns an acronym where the text defines it', () => {
    expect(
      lines('The Lima Centre for Andean Studies (LCAS) met. LCAS agreed.', {
        names: ['organisation: Lima Centre for Andean Studies'],
      }),
    ).toEqual([
      'Lima Centre for Andean Studies → Lima Centre for Andean Studies',
      'LCAS → Lima Centre for Andean Studies',
      'LCAS → Lima Centre for Andean Studies',
    ])
  })

  it('tells the American state from the country', () => {
    expect(lines('Voters in Georgia went to polls in Atlanta.')).not.toContain('Georgia → Georgia')
    expect(lines('Georgia thanked Armenia in Tbilisi.')).toContain('Georgia → Georgia')
  })
})

describe('bodies of states', () => {
  it.each([
    [
      'The Peruvian Foreign Ministry spoke.',
      'Peruvian Foreign Ministry → Ministry of Foreign Affairs of Peru',
    ],
    ["Norway's parliament voted.", "Norway's parliament → Parliament of Norway"],
    [
      'The Ministry of Defence of the Republic of Mali spoke.',
      'Ministry of Defence of the Republic of Mali → Ministry of Defence of Mali',
    ],
    ['The Thai government agreed.', 'Thai government → Government of Thailand'],
    ["Norway's Security Council met.", "Norway's Security Council → Security Council of Norway"],
    [
      'The Security Council of Norway met.',
      'Security Council of Norway → Security Council of Norway',
    ],
    ['The Security Council met.', 'Security Council → United Nations Security Council'],
  ])('%s', (text, line) => {
    expect(lines(text)).toEqual([line])
  })

  it('joins a later "the ministry" to it', () => {
    expect(lines('The Laotian Ministry of Health spoke. Later the ministry agreed.')).toEqual([
      'Laotian Ministry of Health → Ministry of Health of Laos',
      'ministry → Ministry of Health of Laos',
    ])
  })
})

describe('persons', () => {
  it('finds offices before a name, and the state in or before them', () => {
    const scene = partiesScene(
      'Uruguayan Deputy Foreign Minister Ana Ruiz met President of the Republic of Malta Jon Borg.',
      {
        names: ['person: Ana Ruiz', 'person: Jon Borg'],
      },
    )
    expect(mentionLines(scene)).toEqual([
      'Uruguayan → Uruguay',
      'Ana Ruiz → Ana Ruiz',
      'President → Jon Borg',
      'Republic of Malta → Malta',
      'Jon Borg → Jon Borg',
    ])
    const byName = new Map([...scene.parties.values()].map((party) => [party.name, party]))
    expect(byName.get('Ana Ruiz')).toMatchObject({ country: 'URY', cameo: 'URYGOV' })
    expect(byName.get('Jon Borg')).toMatchObject({ country: 'MLT', cameo: 'MLTGOV' })
  })

  it('finds offices after a name', () => {
    const scene = partiesScene('Kofi Mensah, Ghana’s Minister for Trade and Industry, spoke.', {
      names: ['person: Kofi Mensah'],
    })
    const introduction = scene.introductions[0]
    expect(
      introduction &&
        scene.reading.tokens
          .slice(introduction.office.first, introduction.office.last)
          .map((t) => t.text)
          .join(' '),
    ).toBe('Minister for Trade and Industry')
    expect(scene.parties.get(introduction?.of ?? '')?.name).toBe('Ghana')
  })

  it('gives a person the state before a common noun', () => {
    const scene = partiesScene('French cyclist Ama Doe spoke.', { names: ['person: Ama Doe'] })
    expect([...scene.parties.values()].find((one) => one.name === 'Ama Doe')?.country).toBe('FRA')
  })

  it('gives no state to a person after a comma that belongs to another clause', () => {
    const scene = partiesScene('After the talks with the French envoy, Ama Doe left for Lima.', {
      names: ['person: Ama Doe'],
    })
    expect([...scene.parties.values()].find((one) => one.name === 'Ama Doe')?.country).toBeNull()
  })

  it('joins short forms to the full name, before and after it', () => {
    expect(
      lines(
        'Sobhuza praised the plan. King Langa Sobhuza met Ms Dlamini Nkosi. Sobhuza thanked Nkosi.',
        {
          names: [
            'person: Langa Sobhuza',
            'person: Dlamini Nkosi',
            'person: Sobhuza',
            'person: Nkosi',
          ],
        },
      ),
    ).toEqual([
      'Sobhuza → Langa Sobhuza',
      'Langa Sobhuza → Langa Sobhuza',
      'Dlamini Nkosi → Dlamini Nkosi',
      'Sobhuza → Langa Sobhuza',
      'Nkosi → Dlamini Nkosi',
    ])
  })

  it('keeps two people of one surname apart', () => {
    expect(
      lines('Azerbaijani President Ilham Aliyev met Kazakh envoy Marat Aliyev.', {
        names: ['person: Ilham Aliyev', 'person: Marat Aliyev'],
      }),
    ).toEqual(
      expect.arrayContaining(['Ilham Aliyev → Ilham Aliyev', 'Marat Aliyev → Marat Aliyev']),
    )
  })

  const known = (name: string, country: string): PartyRecord => ({
    kind: 'party',
    id: partyIdOf('person', country, name),
    name,
    type: 'person',
    country,
    cameo: null,
    aliases: [],
    wikidata: null,
  })
  const persons = (text: string, names: string[], ledger: PartyRecord[]): string[] =>
    [...partiesScene(text, { names }, ledger).parties.values()]
      .filter((p) => p.type === 'person')
      .map((p) => p.id)

  it('joins a spelling variant to the ledger’s person of the same state', () => {
    const earlier = known('Yevhen Kovalenko', 'UKR')
    expect(
      persons('Ukrainian envoy Evhen Kovalenko spoke.', ['person: Evhen Kovalenko'], [earlier]),
    ).toEqual([earlier.id])
  })

  it('does not join a namesake of another state', () => {
    const earlier = known('Yevhen Kovalenko', 'UKR')
    expect(
      persons('Polish envoy Yevhen Kovalenko spoke.', ['person: Yevhen Kovalenko'], [earlier]),
    ).not.toContain(earlier.id)
  })

  it('joins "President X" to the ledger’s only X of that state', () => {
    const earlier = known('Lazarus Chakwera', 'MWI')
    expect(persons('Malawian President Chakwera spoke.', ['person: Chakwera'], [earlier])).toEqual([
      earlier.id,
    ])
  })
})

describe('spelling variants', () => {
  it.each([
    ['Vassilenko', 'Vasilenko'],
    ['Zelenskyy', 'Zelensky'],
    ['Tokayev', 'Tokaev'],
    ['Khrushchev', 'Hrushchev'],
    ['Lavrov', 'Lawrow'],
  ])('%s and %s', (a, b) => {
    expect(areSpellings(a, b)).toBe(true)
  })

  it.each([
    ['Ivanov', 'Petrov'],
    ['Scholz', 'Schulz'],
    ['Li', 'Lu'],
  ])('not %s and %s', (a, b) => {
    expect(areSpellings(a, b)).toBe(false)
  })

  it('needs first names that agree', () => {
    expect(mayBeOnePerson('Kassym Tokayev', 'Kassym-Jomart Tokayev')).toBe(true)
    expect(mayBeOnePerson('Ilham Aliyev', 'Heydar Aliyev')).toBe(false)
  })
})

describe('words that mean a party named elsewhere', () => {
  const names = ['person: Sauli Niinistö', 'person: Paul Kagame']
  it('finds the holder of an office named alone', () => {
    expect(
      lines(
        'Finnish President Sauli Niinistö met Rwandan President Paul Kagame. The Finnish president thanked the Rwandan leader.',
        { names },
      ),
    ).toEqual([
      'Finnish → Finland',
      'Sauli Niinistö → Sauli Niinistö',
      'Rwandan → Rwanda',
      'Paul Kagame → Paul Kagame',
      'The Finnish president → Sauli Niinistö',
      'the Rwandan leader → Paul Kagame',
    ])
  })

  it('gives an unnamed official to the state', () => {
    expect(lines('A Danish diplomat spoke.')).toContain('A Danish diplomat → Denmark')
  })

  it('follows the reader’s links, else takes the nearest fitting party', () => {
    const text = 'Rwandan President Paul Kagame met envoys. He spoke. Fiji agreed. It hopes.'
    expect(lines(text, { names: ['person: Paul Kagame'] })).toEqual(
      expect.arrayContaining(['He → Paul Kagame', 'It → Fiji']),
    )
    expect(
      lines('Ann Lee and Bo Chu met. She spoke.', {
        names: ['person: Ann Lee', 'person: Bo Chu'],
        links: [['She', 'Lee']],
      }),
    ).toContain('She → Ann Lee')
  })

  it('reads pairs', () => {
    expect(
      lines('Laos and Nepal signed a pact. The two countries agreed; both sides spoke.'),
    ).toEqual([
      'Laos → Laos',
      'Nepal → Nepal',
      'The two countries → Laos + Nepal',
      'both sides → Laos + Nepal',
    ])
  })

  it('takes for a pair those of whom the text speaks most, and never who acts upon them', () => {
    const text =
      'Laos accused Nepal. Nepal denied it and Laos insisted. Fiji watched. Peru called on both sides .'
    const flat = 'NNP:2:nsubj VBD:0:root NNP:2:obj .:2:punct'
    const parse = [
      flat,
      'NNP:2:nsubj VBD:0:root PRP:2:obj CC:6:cc NNP:6:nsubj VBD:2:conj .:2:punct',
      'NNP:2:nsubj VBD:0:root .:2:punct',
      'NNP:2:nsubj VBD:0:root IN:5:case DT:5:det NNS:2:obl .:2:punct',
    ]
    expect(lines(text, { parse })).toContain('both sides → Laos + Nepal')
  })

  it('reads "the three countries"', () => {
    expect(lines('Laos, Nepal and Fiji signed a pact. The three countries agreed.')).toContain(
      'The three countries → Laos + Nepal + Fiji',
    )
  })

  it('counts by number words alone, not by words that a program knows', () => {
    expect(lines('Laos and Nepal met. The constructor countries agreed.')).toEqual([
      'Laos → Laos',
      'Nepal → Nepal',
    ])
  })

  it('does not take "West" in "West African" for the West', () => {
    expect(lines('West African leaders met.')).toEqual([])
  })

  it('reads "his country"', () => {
    expect(
      lines('Rwandan President Paul Kagame spoke of his country.', {
        names: ['person: Paul Kagame'],
      }),
    ).toContain('his country → Rwanda')
  })
})

describe('common nouns of bodies', () => {
  it('mean the body named before', () => {
    expect(
      lines('The Andean Bank met the European Commission. The bank agreed with the commission.', {
        names: ['organisation: Andean Bank'],
      }),
    ).toEqual([
      'Andean Bank → Andean Bank',
      'European Commission → European Commission',
      'The bank → Andean Bank',
      'the commission → European Commission',
    ])
  })
})

describe('capitals and seats', () => {
  it('take a capital that speaks for its state', () => {
    const scene = partiesScene('Lima said it would help .', {
      parse: ['NNP:2:nsubj VBD:0:root PRP:5:nsubj MD:5:aux VB:2:ccomp .:2:punct'],
    })
    expect(mentionLines(scene)).toEqual(['Lima → Peru', 'it → Peru'])
  })

  it('leave a capital where something is a place', () => {
    const scene = partiesScene('She spoke in Lima .', {
      parse: ['PRP:2:nsubj VBD:0:root IN:4:case NNP:2:obl .:2:punct'],
    })
    expect(scene.mentions[0]).toMatchObject({ words: 'Lima', isPlace: true })
    expect(scene.parties.get(scene.mentions[0]?.parties[0] ?? '')).toMatchObject({
      type: 'place',
      country: 'PER',
    })
  })

  it('take a palace for its state', () => {
    expect(lines('The White House spoke.')).toEqual(['White House → United States'])
  })
})
