/** Index of the largest value; the first of equals. −1 for an empty row. */
export function argmax(row: ArrayLike<number>): number {
  let best = -1
  let top = -Infinity
  for (let i = 0; i < row.length; i++)
    if ((row[i] as number) > top) {
      top = row[i] as number
      best = i
    }
  return best
}

/** Probabilities from scores; they sum to one. */
export function softmax(row: ArrayLike<number>): Float64Array {
  const powers = Float64Array.from(row)
  let top = -Infinity
  for (const value of powers) if (value > top) top = value
  let sum = 0
  for (let i = 0; i < powers.length; i++) sum += powers[i] = Math.exp((powers[i] as number) - top)
  for (let i = 0; i < powers.length; i++) powers[i] = (powers[i] as number) / sum
  return powers
}

/** Logistic function. */
export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** Scalar product of equal stretches of two rows. */
export function dot(
  a: ArrayLike<number>,
  aFrom: number,
  b: ArrayLike<number>,
  bFrom: number,
  size: number,
): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += (a[aFrom + i] as number) * (b[bFrom + i] as number)
  return sum
}
