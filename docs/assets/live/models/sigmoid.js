/** The sigmoid at one place: its two distances, and their product, the slope. */

import { dot, line } from "./axes.js"
import { sigmoid } from "./nn.js"

const REACH = 1.7 // of the tangent, to either side

/** @param {any} state @returns {import("../numbers.js").Values} */
export const values = ({ z }) => ({ a: sigmoid(z), rest: sigmoid(-z), slope: sigmoid(z) * sigmoid(-z) })

/** @param {Element} figure @param {any} values @param {{ axes: import("./axes.js").Axes[] }} data */
export function draw(figure, { z, a, slope }, { axes: [curve, bell] }) {
  line(figure, "a", curve, [[z, 0], [z, a]])
  line(figure, "rest", curve, [[z, a], [z, 1]])
  line(figure, "tangent", curve, [[z - REACH, a - slope * REACH], [z + REACH, a + slope * REACH]])
  dot(figure, "dot", curve, z, a)
  dot(figure, "slope_dot", bell, z, slope)
}
