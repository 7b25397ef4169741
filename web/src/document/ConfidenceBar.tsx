import { confidenceWords } from '../words/phrases.js'

/** A confidence as number, bar and words. */
export function ConfidenceBar({ confidence }: { confidence: number }) {
  return (
    <span className="confidence">
      <meter min={0} max={1} value={confidence} aria-label="Confidence">
        {confidence}
      </meter>
      <span>
        {confidence.toFixed(2)} <span className="quiet">– {confidenceWords(confidence)}</span>
      </span>
    </span>
  )
}
