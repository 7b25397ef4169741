import type { RecordView } from '../../../src/api/types.js'

export type FigureView = Extract<RecordView, { kind: 'figure' }>

/** Figures that measure the same thing in the same unit. */
export interface FigureGroup {
  readonly indicator: string | null
  readonly unit: string
  readonly figures: readonly FigureView[]
}

/** Figures by indicator and unit: those of no known indicator last, the rest with most figures first. */
export function groupFigures(figures: readonly FigureView[]): FigureGroup[] {
  const groups = new Map<string, FigureView[]>()
  for (const figure of figures) {
    // Without an indicator the unit alone does not make figures alike.
    const key = figure.indicator === null ? 'unknown' : `${figure.indicator} ${figure.unit}`
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return [...groups.values()]
    .map((group) => ({
      indicator: group[0]?.indicator ?? null,
      unit: group[0]?.unit ?? '',
      figures: group.toSorted(byTime),
    }))
    .sort(
      (a, b) =>
        Number(a.indicator === null) - Number(b.indicator === null) ||
        b.figures.length - a.figures.length,
    )
}

function byTime(a: FigureView, b: FigureView): number {
  return (b.time?.start ?? '').localeCompare(a.time?.start ?? '') || b.value - a.value
}
