import words from './words.json' with { type: 'json' }

/** Word lists of the events pass, as sets; what each is for is told where it is used. */
export const WORDS = Object.freeze({
  lightVerbs: new Set(words.lightVerbs),
  happenVerbs: new Set(words.happenVerbs),
  standingNouns: new Set(words.standingNouns),
  stativeTypes: new Set(words.stativeTypes),
  weWords: new Set(words.firstPersonPlural),
  iWords: new Set(words.firstPersonSingular),
  placePrepositions: new Set(words.placePrepositions),
  hostVerbs: new Set(words.hostVerbs),
  visitVerbs: new Set(words.visitVerbs),
  peopleNouns: new Set(words.peopleNouns),
  sportsWords: new Set(words.sportsWords),
  sportsPhrases: words.sportsPhrases,
  forceNouns: new Set(words.forceNouns),
  groupNouns: new Set(words.groupNouns),
})
