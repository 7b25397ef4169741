import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** Draws its content as wide as there is room for, in CSS pixels: words in a drawing then keep their size. */
export function Sized({ children }: { children: (width: number) => ReactNode }) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  return <div ref={ref}>{width > 0 && children(Math.floor(width))}</div>
}
