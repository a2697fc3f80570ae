/** One pass through a network with one hidden layer of sigmoid units and the quadratic cost. */

import { difference, hadamard, map, product, sigmoid, slope, sum, transposed } from "./nn.js"

/** @typedef {import("../numbers.js").Values} Values */
/** @typedef {import("./nn.js").Matrix} Matrix */
/** @typedef {{ x: Matrix, y: Matrix, W2: Matrix, b2: Matrix, W3: Matrix, b3: Matrix }} State */

/** @param {Values} values @returns {Values} */
export function values(values) {
  const { x, y, W2, b2, W3, b3 } = /** @type {State} */ (/** @type {unknown} */ (values))
  const z2 = sum(product(W2, x), b2)
  const a2 = map(sigmoid, z2)
  const z3 = sum(product(W3, a2), b3)
  const a3 = map(sigmoid, z3)
  const error = difference(a3, y)
  const C = error.flat().reduce((all, e) => all + (e * e) / 2, 0)
  const slope3 = map(slope, z3)
  const delta3 = hadamard(error, slope3)
  const carried = product(transposed(W3), delta3)
  const slope2 = map(slope, z2)
  const delta2 = hadamard(carried, slope2)
  const grad_W3 = product(delta3, transposed(a2))
  const grad_W2 = product(delta2, transposed(x))
  return { z2, a2, z3, a3, C, error, slope3, delta3, carried, slope2, delta2, grad_b3: delta3, grad_b2: delta2, grad_W3, grad_W2 }
}

/** @param {number} number @returns {(state: Values, values: Values, data: { data: Record<string, any> }) => Values} */
const sample = number => (_state, _values, { data }) => ({ x: data.xs[number - 1], y: data.ys[number - 1] })

export const actions = { sample1: sample(1), sample2: sample(2), sample3: sample(3), sample4: sample(4) }
