import exceptions from './lemma-exceptions.json' with { type: 'json' }

const verbForms = new Map(Object.entries(exceptions.verbs))
const nounForms = new Map(Object.entries(exceptions.nouns))
const verbsEndingInE = new Set(exceptions.verbsEndingInE)

/**
 * Dictionary form of a word by its Penn tag, lower case: irregular forms and verbs in -e from
 * `lemma-exceptions.json`, the rest by the rules of English spelling. A word of another class is only lower-cased.
 */
export function lemmaOf(word: string, tag: string): string {
  const lower = word.toLowerCase()
  if (tag.startsWith('VB') || tag === 'MD') return verbLemma(lower, tag)
  if (tag === 'NNS' || tag === 'NNPS') return nounLemma(lower)
  return lower === "n't" || lower === 'n’t' ? 'not' : lower
}

function verbLemma(word: string, tag: string): string {
  const known = verbForms.get(word)
  if (known !== undefined) return known
  if (tag === 'VB' || tag === 'VBP' || tag === 'MD') return word
  if (tag === 'VBZ') return thirdPersonLemma(word)
  if (/ied$/.test(word)) return `${word.slice(0, -3)}y`
  if (/ed$/.test(word)) return stemLemma(word.slice(0, -2))
  if (/ying$/.test(word)) return word.slice(0, -3)
  if (/ing$/.test(word) && word.length > 4) return stemLemma(word.slice(0, -3))
  return word
}

function thirdPersonLemma(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return withoutEnding(word)
  if (/(ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** "treaties" is "treaty", but a word of one letter and "-ies" ends in "-ie": "ties", "lies", "vies". */
function withoutEnding(word: string): string {
  return word.length === 4 ? word.slice(0, -1) : `${word.slice(0, -3)}y`
}

/** The verb whose "-ed" or "-ing" form leaves this stem. */
function stemLemma(stem: string): string {
  if (verbsEndingInE.has(`${stem}e`)) return `${stem}e`
  if (stem.length > 3 && /([bdgkmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  if (/([^aeioulrw]l|[cvz]|[^s]s|u|[^aeioun]g|[^eo]at)$/.test(stem))
    return stem.length > 2 ? `${stem}e` : stem
  return stem
}

function nounLemma(word: string): string {
  const known = nounForms.get(word)
  if (known !== undefined) return known
  if (/[^aeiou]ies$/.test(word)) return withoutEnding(word)
  if (/(ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
