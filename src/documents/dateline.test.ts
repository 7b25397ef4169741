import { describe, expect, it } from 'vitest'
import { parseDateline, placeOfLine, storyStarts } from './dateline.js'

describe('parseDateline', () => {
  it.each([
    ['Paris, June 17 (EFE).- The', 'Paris', 'EFE', 6],
    ['ASTANA (Reuters) - The', 'Astana', 'Reuters', null],
    ['BRUSSELS, 12 May 2023 /TASS/. The', 'Brussels', 'TASS', 5],
    ['NAIROBI, Kenya — The', 'Nairobi', null, null],
    ['Ankara, 5 March, Anadolu – The', 'Ankara', 'Anadolu', 3],
    ['ASTANA. September 14, 2022. STEPPE PRESS – The', 'Astana', 'STEPPE PRESS', 9],
    ['Astana. A briefing', 'Astana', null, null],
    ['Astana/Berlin (nordpress) – The', 'Astana/Berlin', 'nordpress', null],
    ['New Delhi, Mar 5 (PTI) The', 'New Delhi', 'PTI', 3],
    ['UNITED NATIONS, Sept 20 (AP) — The', 'United Nations', 'AP', 9],
    ['Washington, D.C. – The', 'Washington', null, null],
    ['KYIV. May 12 (Interfax-Ukraine) – The', 'Kyiv', 'Interfax-Ukraine', 5],
    ['ST. PETERSBURG, June 17. /TASS/. The', 'St. Petersburg', 'TASS', 6],
    ['Tokyo, May 3 (Jiji Press)--The', 'Tokyo', 'Jiji Press', 5],
    ['SHARM EL-SHEIKH, Egypt (AP) — The', 'Sharm el-Sheikh', 'AP', null],
    ['Tehran, May 3, IRNA – The', 'Tehran', 'IRNA', 5],
    ['DUSHANBE, 12.05.2023. /Khovar/. The', 'Dushanbe', 'Khovar', 5],
    ['ISLAMABAD: The', 'Islamabad', null, null],
    ['(Reuters) - The', null, 'Reuters', null],
    ['Kuala Lumpur, March 3 (Bernama) -- The', 'Kuala Lumpur', 'Bernama', 3],
    ['CHISINAU, March 1. The', 'Chisinau', null, 3],
  ])('%s', (paragraph, place, agency, month) => {
    const dateline = parseDateline(paragraph)
    expect(dateline).toMatchObject({ place, agency })
    expect(dateline?.date?.month ?? null).toBe(month)
    expect(paragraph.slice(dateline?.end)).toMatch(/^(?:The|A briefing)/)
  })

  it.each([
    'Kazakhstan - European Union: cooperation outside sanctions regime',
    'NATO — the alliance — said',
    'The European Union (EU) — a bloc of 27 states',
    'World Trade Organization (WTO) - which both joined',
    'Moscow said that it would answer.',
    'French President Emmanuel Macron (pictured) – who came',
    'Paris (France) - the city',
    'In Astana, June 20 was a holiday - the first.',
    'Macron, 45, said so – twice.',
    'Russia – a country with which it shares a border – declined.',
    'VOICE: Tomatoes, peppers and wheat.',
    'AKIPRESS.COM - Delegations met.',
    'U.S. officials said.',
  ])('is not fooled by %s', (paragraph) => {
    expect(parseDateline(paragraph)).toBeNull()
  })
})

describe('storyStarts', () => {
  it('finds the first word of the story in the paragraph that has the dateline', () => {
    const text = 'Minister in Paris\n\nParis, June 17 (EFE).- The minister said so.\n\nMore.'
    expect(storyStarts(text).map((start) => text.slice(start, start + 12))).toEqual([
      'The minister',
    ])
  })

  it('finds none in a text without a dateline', () => {
    expect(storyStarts('A title\n\nThe minister said so – twice.')).toEqual([])
    expect(storyStarts('')).toEqual([])
  })
})

describe('placeOfLine', () => {
  it.each([
    ['ANKARA', 'Ankara'],
    ['NAIROBI, Kenya', 'Nairobi'],
    ['Chișinău', 'Chisinau'],
    ['Astana –', 'Astana'],
    ['Kazakhstan', null],
    ['Talks in Ankara', null],
    ['Paris, Texas', null],
  ])('%s → %s', (line, place) => {
    expect(placeOfLine(line)?.normalize('NFD').replace(/\p{M}/gu, '') ?? null).toBe(place)
  })
})
