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

/** As `argmax` for `size` values of `data` from place `from` on, without a view of them; counted from `from`. */
export function argmaxWithin(data: Float32Array, from: number, size: number): number {
  let best = -1
  let top = -Infinity
  for (let i = 0; i < size; i++) {
    const value = data[from + i] as number
    if (value > top) {
      top = value
      best = i
    }
  }
  return best
}

/** Probabilities from scores; they sum to one. */
export function softmax(row: ArrayLike<number>): Float64Array {
  const powers = new Float64Array(row.length)
  let top = -Infinity
  for (let i = 0; i < powers.length; i++) if ((row[i] as number) > top) top = row[i] as number
  let sum = 0
  for (let i = 0; i < powers.length; i++) sum += powers[i] = Math.exp((row[i] as number) - top)
  for (let i = 0; i < powers.length; i++) powers[i] = (powers[i] as number) / sum
  return powers
}

/** Logistic function. */
export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** The score at which the logistic function gives a probability. */
export function logit(chance: number): number {
  return Math.log(chance / (1 - chance))
}

/** Scalar product of equal stretches of two rows. */
export function dot(
  a: Float32Array,
  aFrom: number,
  b: Float32Array,
  bFrom: number,
  size: number,
): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += (a[aFrom + i] as number) * (b[bFrom + i] as number)
  return sum
}

/** Vectors of one size that lie `step` numbers apart in `data`, the first at place `from`. */
export interface Rows {
  readonly data: Float32Array
  readonly from: number
  readonly step: number
}

/**
 * Scalar products of `vector` with the first `products.length` of `rows`, written into `products`. Four at a time: a
 * sum must wait for its last addition, four sums do not wait for one another. Each adds in the order that `dot` does.
 */
export function dotRows(vector: Float32Array, rows: Rows, products: Float64Array): void {
  const { data, from, step } = rows
  const size = vector.length
  let n = 0
  for (; n + 4 <= products.length; n += 4) {
    const a = from + n * step
    const b = a + step
    const c = b + step
    const d = c + step
    let sumA = 0
    let sumB = 0
    let sumC = 0
    let sumD = 0
    for (let i = 0; i < size; i++) {
      const value = vector[i] as number
      sumA += value * (data[a + i] as number)
      sumB += value * (data[b + i] as number)
      sumC += value * (data[c + i] as number)
      sumD += value * (data[d + i] as number)
    }
    products[n] = sumA
    products[n + 1] = sumB
    products[n + 2] = sumC
    products[n + 3] = sumD
  }
  for (; n < products.length; n++) products[n] = dot(vector, 0, data, from + n * step, size)
}
