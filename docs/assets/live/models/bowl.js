/** Gradient descent in a bowl: it creeps, jumps to and fro, or jumps out, as the learning rate says. */

import { dot, dots, line } from "./axes.js"
import { follow } from "./hand.js"

const OUT = 6 // times the start's greatest distance: what has jumped further is drawn no more

/** @typedef {{ axes: import("./axes.js").Axes[], data: { steps: number } }} Data */

/** @param {any} state @param {Data} data */
function path({ w, eta, curvature }, { data }) {
  const way = [w]
  while (way.length <= data.steps) way.push((w -= eta * curvature * w))
  return way
}

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export const values = (state, data) => ({
  factor: 1 - state.eta * state.curvature,
  limit: 2 / state.curvature,
  end: path(state, data)[data.data.steps],
})

/** What one sees; the edges are met exactly, without the dust of binary fractions. @param {number} factor */
function seen(factor) {
  const exact = Number(factor.toPrecision(12))
  if (exact >= 1e-12) return "creeps"
  if (Math.abs(exact) < 1e-12) return "there"
  return exact > -1 ? "jumps" : exact === -1 ? "forever" : "out"
}

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const [bowl, time] = data.axes
  const cost = (/** @type {number} */ w) => (values.curvature / 2) * w * w
  const way = path(values, data)
  const gone = way.findIndex(w => Math.abs(w) > OUT)
  const near = gone < 0 ? way : way.slice(0, gone + 1)
  /** @type {[number, number][]} */
  const places = near.map(w => [w, cost(w)])
  /** @type {[number, number][]} */
  const walk = near.map((w, t) => [t, w])
  line(figure, "wall", bowl, Array.from({ length: 65 }, (_, k) => [k / 20 - 1.6, cost(k / 20 - 1.6)]))
  line(figure, "way", bowl, places)
  dots(figure, "way", bowl, places)
  line(figure, "walk", time, walk)
  dots(figure, "walk", time, walk)
  dot(figure, "start", bowl, values.w, cost(values.w))
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-when]"))) {
    word.style.visibility = word.dataset.when === seen(values.factor) ? "visible" : "hidden"
  }
  follow(figure, [bowl], w => figure.set?.("w", Math.round(10 * Math.min(1.5, Math.max(-1.5, w))) / 10))
}
