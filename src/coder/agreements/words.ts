import type { AgreementFormEntry } from '../../codebook/index.js'
import words from './words.json' with { type: 'json' }

/** Word lists of the agreements pass, as sets; what each is for is told where it is used. */
export const WORDS = Object.freeze({
  formalForms: new Set(words.formalForms),
  describableForms: new Set(words.describableForms),
  schemeForms: new Set(words.schemeForms),
  solemnForms: new Set(words.solemnForms),
  looseNouns: new Set(words.looseNouns),
  schemeNouns: new Set(words.schemeNouns),
  lowerSchemeNouns: new Set(words.lowerSchemeNouns),
  toldOnlyNames: new Set(words.toldOnlyNames),
  ceasefireNouns: new Set(words.ceasefireNouns),
  signedOnlyNouns: new Set(words.signedOnlyNouns),
  sealingVerbs: new Set(words.sealingVerbs),
  sealingWithTo: new Set(words.sealingWithTo),
  generalModifiers: new Set(words.generalModifiers),
  lawNouns: new Set(words.lawNouns),
  makingVerbs: new Set(words.makingVerbs),
  failingVerbs: new Set(words.failingVerbs),
  parliaments: new Set(words.parliaments),
  approvingVerbs: new Set(words.approvingVerbs),
  talkNouns: new Set(words.talkNouns),
  delayingVerbs: new Set(words.delayingVerbs),
  asIfNouns: new Set(words.asIfNouns),
  notTexts: words.notTexts,
  condensedNouns: new Set(words.condensedNouns),
  conditions: new Set(words.conditions),
  exampleWords: new Set(words.exampleWords),
  sidePlaces: new Set(words.sidePlaces),
  draftWords: new Set(words.draftWords),
  plannedWords: new Set(words.plannedWords),
  wishVerbs: new Set(words.wishVerbs),
  keepingVerbs: new Set(words.keepingVerbs),
  groundPrepositions: new Set(words.groundPrepositions),
  groundPhrases: words.groundPhrases,
  knownNames: new Map(Object.entries(words.knownNames)) as ReadonlyMap<
    string,
    AgreementFormEntry['form']
  >,
})
