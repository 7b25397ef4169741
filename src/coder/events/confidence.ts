import table from './confidence.json' with { type: 'json' }

/** What the confidence of an event rests on. */
export interface EventGrounds {
  /** The reader's raw score of the type, or null when its event head did not fire. */
  readonly score: number | null
  readonly hasCue: boolean
  readonly isCueStrong: boolean
  readonly typesDiffer: boolean
  readonly actorBasis: string
  readonly recipientBasis: string
  /** Is it not told as having happened? */
  readonly isOpen: boolean
}

/** Names of the features that hold, as `confidence.json` lists them. */
export function featuresOf(grounds: EventGrounds): string[] {
  const features = [`actor-${grounds.actorBasis}`, `recipient-${grounds.recipientBasis}`]
  if (grounds.score !== null && grounds.hasCue) features.push('model-and-cue')
  if (grounds.score === null) features.push('cue-alone')
  if (grounds.isCueStrong) features.push('cue-strong')
  if (grounds.typesDiffer) features.push('types-differ')
  if (grounds.isOpen) features.push('factuality-open')
  return features
}

/** Probability that type and parties are right, by the logistic sum of `confidence.json`; two decimals. */
export function confidenceOf(grounds: EventGrounds): number {
  const weights: Readonly<Record<string, number>> = table.features
  const sum = featuresOf(grounds).reduce(
    (total, feature) => total + (weights[feature] ?? 0),
    table.bias + table.score * (grounds.score ?? 0),
  )
  return Math.round((1 / (1 + Math.exp(-sum))) * 100) / 100
}
