/** A chain of sigmoid units: what each multiplies a nudge by, and what is left of it. */

import { sigmoid, slope } from "./nn.js"

/** @typedef {import("../numbers.js").Values} Values */

/** @param {Values} state @param {{ data: Record<string, number> }} data @returns {Values} */
export function values(state, { data }) {
  let [a] = /** @type {number[]} */ (state.x)
  let product = 1
  /** @type {Values} */
  const found = {}
  for (let layer = 2; `W${layer}` in state; layer++) {
    const [[w]] = /** @type {number[][]} */ (state[`W${layer}`])
    const z = w * a + data[`b${layer}`]
    a = sigmoid(z)
    const factor = w * slope(z)
    product *= factor
    Object.assign(found, { [`a${layer}`]: [a], [`factor${layer}`]: [factor], [`product${layer}`]: [product] })
  }
  return found
}
