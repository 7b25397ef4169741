/**
 * How well confidence agrees with what turns out right. Expected calibration error: records are put in bins by
 * confidence, and the gap between mean confidence and share right is averaged over the bins, each weighing its number
 * of records (Naeini, Cooper & Hauskrecht 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI;
 * Guo et al. 2017, "On Calibration of Modern Neural Networks", ICML, formula 3).
 */

/** A record as judged: its confidence, 0 to 1, and whether it is right; by report, since records of one are alike. */
export interface JudgedRecord {
  readonly report: string
  readonly confidence: number
  readonly isRight: boolean
}

/** Records of like confidence. `from` and `to` are the bin's edges, or its least and most confident record. */
export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly records: number
  readonly right: number
  /** Mean confidence, 0 to 1. */
  readonly confidence: number
}

export interface Calibration {
  readonly records: number
  readonly right: number
  /** Mean confidence, 0 to 1; 0 where there are no records. */
  readonly confidence: number
  /** Expected calibration error, 0 to 1, in ten bins of equal width and in ten of equal count. */
  readonly ece: number
  readonly eceEqualCount: number
  /** Brier score: mean squared distance between confidence and what turned out, 0 to 1 (Brier 1950). */
  readonly brier: number
  /** Those at 0.8 and above. */
  readonly sure: { readonly records: number; readonly right: number }
  /** Bins of equal width that hold records. */
  readonly bins: readonly CalibrationBin[]
}

const BINS = 10
/** From this confidence on a reader of the ledger takes a record as sure. */
export const SURE = 0.8

/** All measures of calibration over judged records. */
export function calibrationOf(judged: readonly JudgedRecord[]): Calibration {
  const bins = equalWidthBins(judged)
  const sure = judged.filter((one) => one.confidence >= SURE)
  const squares = judged.map((one) => (one.confidence - (one.isRight ? 1 : 0)) ** 2)
  return {
    records: judged.length,
    right: rightOf(judged),
    confidence: meanOf(judged.map((one) => one.confidence)),
    ece: expectedError(bins),
    eceEqualCount: expectedError(equalCountBins(judged)),
    brier: meanOf(squares),
    sure: { records: sure.length, right: rightOf(sure) },
    bins,
  }
}

/** Ten bins of equal width, [0, 0.1) to [0.9, 1]; those without records are left out. */
export function equalWidthBins(judged: readonly JudgedRecord[]): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, number) => {
    const held = judged.filter((one) => binNumber(one.confidence) === number)
    return binOf(held, number / BINS, (number + 1) / BINS)
  }).filter((bin) => bin.records > 0)
}

/** Hundredths are counted whole: 0.29 / 0.1 is 2.8999…, and 0.3 × 10 must not fall below 3. */
function binNumber(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(Math.round(confidence * 1e6) / 1e5))
}

/** Ten bins of equal count by confidence, as equal as the number of records allows; of one confidence in the order given. */
export function equalCountBins(judged: readonly JudgedRecord[]): CalibrationBin[] {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence)
  return Array.from({ length: BINS }, (_, number) => {
    const [start, end] = [number, number + 1].map((at) => Math.round((at * sorted.length) / BINS))
    const held = sorted.slice(start, end)
    return binOf(held, held[0]?.confidence ?? 0, held.at(-1)?.confidence ?? 0)
  }).filter((bin) => bin.records > 0)
}

function binOf(held: readonly JudgedRecord[], from: number, to: number): CalibrationBin {
  const confidence = meanOf(held.map((one) => one.confidence))
  return { from, to, records: held.length, right: rightOf(held), confidence }
}

/** Mean gap between confidence and share right over bins, by their records; 0 without any. */
function expectedError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, bin) => sum + bin.records, 0)
  const gaps = bins.map((bin) => Math.abs(bin.records * bin.confidence - bin.right))
  return all === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / all
}

function rightOf(judged: readonly JudgedRecord[]): number {
  return judged.filter((one) => one.isRight).length
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
