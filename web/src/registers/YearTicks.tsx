import type { ScaleTime } from 'd3-scale'

const ROOM_FOR_YEAR = 60

/** Years under a drawing, as many as there is room for. */
export function YearTicks({ x, y }: { x: ScaleTime<number, number>; y: number }) {
  const [first = new Date(0), last = new Date(0)] = x.domain()
  const [left = 0, right = 0] = x.range()
  const from = first.getUTCFullYear() + 1
  const count = last.getUTCFullYear() - from + 1
  const step = Math.max(1, Math.ceil(count / Math.max(1, (right - left) / ROOM_FOR_YEAR)))
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index)
    .filter((year) => year % step === 0)
    .map((year) => (
      <g key={year} className="axis">
        <text x={x(Date.UTC(year, 0, 1))} y={y} textAnchor="middle">
          {year}
        </text>
      </g>
    ))
}
