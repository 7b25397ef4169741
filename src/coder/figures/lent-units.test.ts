import { expect, it } from 'vitest'
import { figuresAlone } from '../testing/figures-alone.js'

function figuresOf(text: string): string[] {
  return figuresAlone(text).map(
    ({ comparator, value, unit }) => `${comparator} ${value} ${unit ?? '-'}`,
  )
}

it.each([
  ['Bonn sends 14 tanks, Oslo eight.', ['= 14 tanks', '= 8 tanks']],
  ['There came 100 soldiers from Chad and 200 from Mali.', ['= 100 soldiers', '= 200 soldiers']],
  ['Lima has 62 envoys in Rome; 41 of them must go.', ['= 62 envoys', '= 41 envoys']],
  ['It passed by 143 votes to nine.', ['= 143 votes', '= 9 votes']],
  ['Ten members were for it, five against.', ['= 10 members', '= 5 members']],
  ['The judges voted seven to two.', ['= 7 votes', '= 2 votes']],
  ['Peru took 500,000 tonnes, Cuba 32,000.', ['= 500000 t', '= 32000 t']],
  ['After the clash 87 were taken to hospital.', ['= 87 people']],
  ['The force is to be 2,500 strong.', ['= 2500 people']],
  ['A drone killed two of its soldiers.', ['= 2 soldiers']],
  ['Visitors numbered 400,000; visitors from Fiji numbered 1,458.', ['= 1458 visitors']],
  ['The number of joint firms has passed the mark of 40.', ['> 40 firms']],
  ['Italy led with 32 percent, Spain came second with 19.', ['= 32 %', '= 19 %']],
  ['Of the £5 and $7 offered, he called the 300 billion on offer an insult.', ['= 5 GBP', '= 7 USD', '= 300000000000 USD']], // prettier-ignore
])('counts a bare number in what stands beside it: %s', (text, figures) => {
  const found = figuresOf(text)
  for (const figure of figures) expect(found).toContain(figure)
})

it.each([
  ['The king met 300 guests; his sister, 65, was among them.', ['= 300 guests']],
  ['They freed 12 sailors at 4.', ['= 12 sailors']],
  ['It sent 30 trucks in 2,000 words, and in 1998.', ['= 30 trucks', '= 2000 words']],
  ['The brigade of 900 soldiers bears the number 45.', ['= 900 soldiers']],
  ['He bought 90 shares with the rupee at 277 to the dollar.', ['= 90 shares']],
  ['The 40 envoys saw Mali beat Niger 3-1.', ['= 40 envoys']],
  ['The 40 envoys left Hall Seven, so did the two.', ['= 40 envoys']],
  ['The presidents, aged 41 and 60, watched 22 men.', ['= 22 men']],
])('lends no unit to ages, hours, years, names and rates: %s', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures)
})
