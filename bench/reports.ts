/**
 * Writes reports for the benchmark: every one different, in agency manner, about 420 words, from a seed, so that two
 * machines measure the same text. The sentences are the project's own.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STATES = [
  ['Kenya', 'Kenyan', 'Nairobi'],
  ['Chile', 'Chilean', 'Santiago'],
  ['Norway', 'Norwegian', 'Oslo'],
  ['Vietnam', 'Vietnamese', 'Hanoi'],
  ['Jordan', 'Jordanian', 'Amman'],
  ['Ghana', 'Ghanaian', 'Accra'],
  ['Kazakhstan', 'Kazakh', 'Astana'],
  ['Portugal', 'Portuguese', 'Lisbon'],
  ['Peru', 'Peruvian', 'Lima'],
  ['Mongolia', 'Mongolian', 'Ulaanbaatar'],
  ['Oman', 'Omani', 'Muscat'],
  ['Latvia', 'Latvian', 'Riga'],
] as const
const FIRST = [
  'Amina',
  'Carlos',
  'Ingrid',
  'Tomas',
  'Leila',
  'Kwame',
  'Yerlan',
  'Rosa',
  'Batu',
  'Salim',
  'Marta',
  'Hugo',
  'Elif',
  'Goran',
  'Niamh',
  'Pavel',
  'Sione',
  'Thandiwe',
  'Ulrike',
  'Viktor',
  'Wanjiru',
  'Xiomara',
  'Yusuf',
  'Zsofia',
  'Adaeze',
  'Bjorn',
  'Chandra',
  'Dilnoza',
  'Emeka',
  'Farida',
  'Gulnara',
  'Hamid',
]
const LAST = [
  'Odhiambo',
  'Fuentes',
  'Solberg',
  'Nguyen',
  'Haddad',
  'Mensah',
  'Akhmetov',
  'Carvalho',
  'Quispe',
  'Bayar',
  'Rashdi',
  'Ozols',
  'Ibarra',
  'Jansons',
  'Kovac',
  'Lindqvist',
  'Mbeki',
  'Narayan',
  'Okafor',
  'Petrov',
  'Qureshi',
  'Rahmonov',
  'Sato',
  'Tupou',
  'Umarov',
  'Varga',
  'Weber',
  'Ximenes',
  'Yilmaz',
  'Zulu',
  'Achterberg',
  'Baptiste',
  'Castellanos',
  'Dlamini',
  'Eriksen',
  'Fofana',
  'Gurung',
]
const OFFICES = [
  'Foreign Minister',
  'Deputy Foreign Minister',
  'President',
  'Prime Minister',
  'Trade Minister',
]
const MATTERS = [
  'trade and transit',
  'energy supplies',
  'visa rules',
  'border security',
  'climate finance',
  'fisheries',
  'air links',
]

interface Side {
  readonly state: string
  readonly adjective: string
  readonly capital: string
  readonly name: string
  readonly last: string
  readonly office: string
}

/** A generator of whole numbers below a bound (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

function sideOf(random: (below: number) => number, not?: string): Side {
  for (;;) {
    const [state, adjective, capital] = STATES[random(STATES.length)] ?? STATES[0]
    const last = LAST[random(LAST.length)] ?? ''
    if (state === not) continue
    return {
      state,
      adjective,
      capital,
      name: `${FIRST[random(FIRST.length)]} ${last}`,
      last,
      office: OFFICES[random(OFFICES.length)] ?? '',
    }
  }
}

type Sentence = (a: Side, b: Side, n: (below: number) => number) => string
const SENTENCES: readonly Sentence[] = [
  (a, b, n) =>
    `${a.name} met ${b.adjective} ${b.office} ${b.name} to discuss ${MATTERS[n(MATTERS.length)]}, the ${a.adjective} foreign ministry said.`,
  (a, b, n) =>
    `Trade between ${a.state} and ${b.state} rose by ${3 + n(30)}.${n(10)}% to $${1 + n(9)}.${n(10)} billion in 20${15 + n(9)}.`,
  (a, b) =>
    `“We have always considered ${b.state} a reliable partner, and we will keep our doors open,” ${a.last} said.`,
  (a, b) =>
    `The two sides signed a memorandum of understanding on ${MATTERS[a.last.length % MATTERS.length]} and agreed to hold the next round of talks in ${b.capital}.`,
  (a, b) =>
    `${a.last} thanked ${b.state} for its support and praised what he called “a new chapter” in relations between the two countries.`,
  (a, b) =>
    `Earlier, ${b.state} had accused ${a.state} of failing to honour its commitments, a charge that officials in ${a.capital} denied.`,
  (a, b, n) =>
    `About ${20 + n(50)} percent of ${a.state}’s exports go to ${b.state}, according to the national statistics office.`,
  (a, b) =>
    `“There is no alternative to dialogue,” he added, noting that ${b.last} would visit ${a.capital} next year.`,
  (a) =>
    `Heavy rain fell over ${a.capital} on the day of the meeting, and traffic came to a halt in several districts.`,
  (a, b) =>
    `${b.name} called on ${a.state} to support the peace initiative and to refrain from steps that could raise tensions.`,
  (a, b, n) =>
    `${a.state} will provide ${b.state} with ${5 + n(90)} million dollars in aid for families displaced by the floods.`,
  (a, b) =>
    `Analysts say that ${a.state} is trying to balance its ties with larger neighbours while deepening cooperation with ${b.state}.`,
]

/** Writes `count` reports of about 420 words under a folder, as .txt files. */
export function saveReports(folder: string, count: number, seed = 1): void {
  mkdirSync(folder, { recursive: true })
  const random = randomFrom(seed)
  for (let i = 0; i < count; i++) {
    const a = sideOf(random)
    const b = sideOf(random, a.state)
    const day = `${1 + random(28)} ${['January', 'March', 'May', 'July', 'October'][random(5)]} 20${20 + random(5)}`
    const paragraphs = Array.from({ length: 10 }, () =>
      Array.from(
        { length: 2 },
        () => SENTENCES[random(SENTENCES.length)]?.(a, b, random) ?? '',
      ).join(' '),
    )
    const title = `${a.adjective} ${a.office.toLowerCase()} visits ${b.capital} for talks on ${MATTERS[random(MATTERS.length)]}`
    const lead = `${b.capital}, ${day} – ${a.adjective} ${a.office} ${a.name} arrived in ${b.capital} on a ${1 + random(4)}-day visit at the invitation of ${b.adjective} ${b.office} ${b.name}.`
    writeFileSync(
      join(folder, `report-${String(i).padStart(5, '0')}.txt`),
      [title, lead, ...paragraphs].join('\n\n'),
    )
  }
}
