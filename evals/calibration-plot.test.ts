import { expect, it } from 'vitest'
import { calibrationOf } from '../src/pipeline/scoring/calibration.js'
import { reliabilityPlot, wilson } from './calibration-plot.js'

const records = [true, true, true, false].map((isRight) => ({
  report: 'a',
  confidence: 0.75,
  isRight,
}))

it('puts a bin’s point where its confidence and share right cross', () => {
  const svg = reliabilityPlot([{ name: 'events', calibration: calibrationOf(records) }])
  expect(svg).toContain('events: 4 records')
  // A side is 220 long; y runs downwards.
  expect(svg).toContain('<circle cx="165.0" cy="55.0"')
})

it('gives few records a wide interval: 3 of 4 is 0.30 to 0.95', () => {
  const { low, high } = wilson(3, 4)
  expect(low).toBeCloseTo(0.3, 2)
  expect(high).toBeCloseTo(0.954, 2)
})
