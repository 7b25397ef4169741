import { describe, expect, it } from 'vitest'
import { codeText } from '../testing/code-text.js'

const roles = (text: string, ...persons: string[]): string[] =>
  codeText(text, { names: persons.map((name) => `person: ${name}`) }).records.flatMap((record) =>
    record.kind === 'role'
      ? [`${record.person.name} | ${record.office} | ${record.of?.name ?? null}`]
      : [],
  )

describe('roles', () => {
  it.each([
    [
      'Cypriot Energy Minister Eleni Pavlou spoke.',
      'Eleni Pavlou',
      'Eleni Pavlou | Energy Minister | Cyprus',
    ],
    [
      'Nepal’s Deputy Prime Minister Hari Thapa spoke.',
      'Hari Thapa',
      'Hari Thapa | Deputy Prime Minister | Nepal',
    ],
    [
      'NATO Secretary General Piet Roos spoke.',
      'Piet Roos',
      'Piet Roos | Secretary General | North Atlantic Treaty Organization',
    ],
    ['Kremlin spokesman Oleg Orlov spoke.', 'Oleg Orlov', 'Oleg Orlov | spokesman | Russia'],
    [
      'Minister of Foreign Affairs of Togo Ama Doe spoke.',
      'Ama Doe',
      'Ama Doe | Minister of Foreign Affairs | Togo',
    ],
    [
      'Ama Doe, head of the European Commission, spoke.',
      'Ama Doe',
      'Ama Doe | head | European Commission',
    ],
    ['Ama Doe, ambassador of Benin to Japan, spoke.', 'Ama Doe', 'Ama Doe | ambassador | Benin'],
    [
      'Ama Doe, the ASEAN Special Envoy for Myanmar, spoke.',
      'Ama Doe',
      'Ama Doe | Special Envoy for Myanmar | Association of Southeast Asian Nations',
    ],
    [
      'Tunisian Foreign Ministry spokesperson Ama Doe spoke.',
      'Ama Doe',
      'Ama Doe | spokesperson | Ministry of Foreign Affairs of Tunisia',
    ],
    [
      'The Saudi ambassador to Yemen, Ama Doe, spoke.',
      'Ama Doe',
      'Ama Doe | ambassador to Yemen | Saudi Arabia',
    ],
    [
      'She met the Ambassador Extraordinary and Plenipotentiary of Japan to Mongolia, Mr Ken Ito.',
      'Ken Ito',
      'Ken Ito | Ambassador Extraordinary and Plenipotentiary | Japan',
    ],
    ['Togo’s Charge d’Affaires Ama Doe spoke.', 'Ama Doe', 'Ama Doe | Charge d’Affaires | Togo'],
    ['President Ama Doe of Zambia spoke.', 'Ama Doe', 'Ama Doe | President | Zambia'],
    [
      'Chad rejected it. Its spokesman, Colonel Ama Doe, spoke.',
      'Ama Doe',
      'Ama Doe | spokesman | Chad',
    ],
    ['Bolivian President Luis Rojas spoke.', 'Luis Rojas', 'Luis Rojas | President | Bolivia'],
    [
      'UN Secretary-General Ama Doe spoke.',
      'Ama Doe',
      'Ama Doe | Secretary-General | United Nations',
    ],
    [
      'Former Irish Prime Minister Sean Daly spoke.',
      'Sean Daly',
      'Sean Daly | Prime Minister | Ireland',
    ],
    ['Mr Sean Daly spoke.', 'Sean Daly', undefined],
  ])('%s', (text, person, line) => {
    expect(roles(text, person)).toEqual(line === undefined ? [] : [line])
  })

  it('gives each person one role, the fullest', () => {
    expect(
      roles('President Luis Rojas came. Bolivian President Luis Rojas spoke.', 'Luis Rojas'),
    ).toEqual(['Luis Rojas | President | Bolivia'])
  })
})
