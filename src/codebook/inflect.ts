import type { IrregularVerbEntry } from './schemas.js'

/** Irregular verbs by lemma. */
export type IrregularVerbs = ReadonlyMap<string, IrregularVerbEntry>

/** Verbs of two and more syllables that double their last letter ("admitted"), and those that do so in British use. */
const DOUBLING = new Set(
  (
    'admit commit permit submit omit remit transmit refer defer confer prefer transfer deter compel expel propel ' +
    'repel rebel control patrol extol cancel counsel label travel quarrel signal total equip abet regret acquit ' +
    'allot incur occur recur concur forbid outwit kidnap worship level fuel dial channel model'
  ).split(' '),
)

function doubles(verb: string): boolean {
  if (DOUBLING.has(verb)) return true
  return /^[^aeiou]*[aeiou][bdgklmnprtz]$/.test(verb)
}

function withEnding(verb: string, ending: 'ed' | 'ing'): string[] {
  if (verb.endsWith('ie') && ending === 'ing') return [`${verb.slice(0, -2)}ying`]
  if (verb.endsWith('e') && !/(ee|oe|ye)$/.test(verb)) return [`${verb.slice(0, -1)}${ending}`]
  if (verb.endsWith('ee') && ending === 'ed') return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb) && ending === 'ed') return [`${verb.slice(0, -1)}ied`]
  if (verb.endsWith('ic')) return [`${verb}k${ending}`]
  if (!doubles(verb)) return [`${verb}${ending}`]
  const doubled = `${verb}${verb.slice(-1)}${ending}`
  return verb.endsWith('l') ? [doubled, `${verb}${ending}`] : [doubled]
}

/** Third person or plural: "watches", "parties", "talks". */
export function withS(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  if (/(^|[^aeiou])o$/.test(word) && word.length <= 4) return `${word}es`
  return `${word}s`
}

/** Every written form of a verb: itself, third person, past, participles. British and American doubling both count. */
export function verbForms(verb: string, irregular: IrregularVerbs): readonly string[] {
  const known = irregular.get(verb)
  const past = known ? [...known.past, ...known.participle] : withEnding(verb, 'ed')
  const third = verb === 'be' ? ['is', 'are', 'am'] : verb === 'have' ? ['has'] : [withS(verb)]
  return [...new Set([verb, ...third, ...past, ...withEnding(verb, 'ing')])]
}

const IRREGULAR_NOUNS: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  crisis: 'crises',
  basis: 'bases',
  memorandum: 'memoranda',
  criterion: 'criteria',
  person: 'people',
}

/** A noun and its plural; a noun listed in the plural ("negotiations") has that form only. */
export function nounForms(noun: string): readonly string[] {
  if (/[^sui]s$/.test(noun)) return [noun]
  const plural = IRREGULAR_NOUNS[noun] ?? withS(noun)
  return noun === 'memorandum' ? [noun, plural, 'memorandums'] : [noun, plural]
}
