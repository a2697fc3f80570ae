/** A nudge of c on its way through a product gate and a sigmoid. */

import { sigmoid } from "./nn.js"

/** @param {any} state @returns {import("../numbers.js").Values} */
export function values({ c, d, h }) {
  const e = c * d
  const f = sigmoid(e)
  const change_e = (c + h) * d - e
  const change_f = sigmoid((c + h) * d) - f
  const quotient_f = change_f / change_e // of nothing and nothing, where d is 0
  return { e, f, change_e, change_f, quotient_e: change_e / h, quotient_f, quotient_both: change_f / h }
}
