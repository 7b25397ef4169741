import { useEffect, useRef } from 'react'
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'

interface DrawingProps {
  readonly width: number
  readonly height: number
  /** What it shows, in a sentence, for those who do not see it. */
  readonly words: string
  readonly children: ReactNode
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

/**
 * The SVG of a picture. Tab comes to one mark; arrows step from mark to mark, Home and End to the first and last. It is a
 * group, not an image: the parts of an image are hidden from screen readers, and the marks here are links.
 */
export function Drawing({ width, height, words, children }: DrawingProps) {
  const drawing = useRef<SVGSVGElement>(null)
  useEffect(() => letTabReachOne(drawing.current))
  return (
    <svg
      ref={drawing}
      className="drawing"
      role="group"
      aria-label={`${words} Arrow keys step from mark to mark.`}
      onFocus={letTabReachFocused}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      onKeyDown={stepAmongMarks}
    >
      {children}
    </svg>
  )
}

const marksOf = (svg: SVGSVGElement) => [...svg.querySelectorAll<SVGAElement>('a')]

/** A picture may hold hundreds of marks: to pass it must not take as many presses of Tab. */
function letTabReachOne(svg: SVGSVGElement | null, reached?: SVGAElement): void {
  if (!svg) return
  const marks = marksOf(svg)
  const one = reached ?? marks.find((mark) => mark === document.activeElement) ?? marks[0]
  for (const mark of marks) mark.setAttribute('tabindex', mark === one ? '0' : '-1')
}

function letTabReachFocused(event: FocusEvent<SVGSVGElement>): void {
  if (event.target instanceof SVGAElement) letTabReachOne(event.currentTarget, event.target)
}

function stepAmongMarks(event: KeyboardEvent<SVGSVGElement>): void {
  const marks = marksOf(event.currentTarget)
  const at = marks.indexOf(event.target as SVGAElement)
  const step = STEPS[event.key]
  if (at < 0 || (step === undefined && event.key !== 'End' && event.key !== 'Home')) return
  const next = step === undefined ? (event.key === 'End' ? -1 : 0) : Math.max(0, at + step)
  event.preventDefault()
  marks.at(next)?.focus()
}
