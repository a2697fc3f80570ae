/** One layer back: what a hidden layer's units collect from the outputs, over the wires between them. */

import { difference, hadamard, map, product, sigmoid, slope, sum, transposed } from "./nn.js"

/** @typedef {import("../numbers.js").Values} Values */
/** @typedef {import("./nn.js").Matrix} Matrix */
/** @typedef {{ z2: Matrix, W3: Matrix, b3: Matrix, y: Matrix, unit: number }} State */

/** @param {Values} values @returns {Values} */
export function values(values) {
  const { z2, W3, b3, y, unit } = /** @type {State} */ (/** @type {unknown} */ (values))
  const z3 = sum(product(W3, map(sigmoid, z2)), b3)
  const a3 = map(sigmoid, z3)
  const error = difference(a3, y)
  const slope3 = map(slope, z3)
  const delta3 = hadamard(error, slope3)
  const back = W3.map((row, k) => row.map(w => w * delta3[k][0]))
  const collected = product(transposed(W3), delta3)
  const slope2 = map(slope, z2)
  const delta2 = hadamard(collected, slope2)
  const [from1, from2] = back.map(row => row[unit - 1])
  const [together, its_slope, its_error] = [collected, slope2, delta2].map(column => column[unit - 1][0])
  return { z3, a3, error, slope3, delta3, back, collected, slope2, delta2, from1, from2, together, its_slope, its_error }
}

/** @param {number} unit */
const choose = unit => () => ({ unit })

export const actions = { unit1: choose(1), unit2: choose(2), unit3: choose(3) }

/**
 * The chosen unit, its wires, and the column and the row that hold their weights.
 * @param {HTMLElement & { set?: (key: string, value: number) => void }} figure @param {any} values
 */
export function draw(figure, { unit }) {
  for (const part of figure.querySelectorAll('[data-k^="W3."], [data-k^="back."], [data-k^="unit2."]')) {
    const chosen = part.getAttribute("data-k")?.endsWith(`.${unit}`)
    part.classList.toggle("chosen", chosen)
    part.classList.toggle("other", !chosen)
  }
  for (const button of figure.querySelectorAll('[data-action^="unit"]')) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-action") === `unit${unit}`))
  }
  figure.onclick ??= event => {
    const touched = /** @type {Element} */ (event.target).closest('[data-k^="unit2."]')?.getAttribute("data-k")
    if (touched) figure.set?.("unit", Number(touched.slice(6)))
  }
}
