/** One neuron with the target 0 goes downhill on two costs, from the same start. */

import { dot, line } from "./axes.js"
import { follow } from "./hand.js"
import { sigmoid, slope } from "./nn.js"
import { run } from "./run.js"

const REACH = 1.2 // of the tangents, to either side

/** @typedef {{ z: number, eta: number, epoch: number }} State */

const errors = {
  q: (/** @type {number} */ z) => sigmoid(z) * slope(z),
  c: sigmoid,
}

/** @param {State} state @param {(z: number) => number} error @param {number} epochs */
function walk({ z, eta }, error, epochs) {
  const way = [z]
  while (way.length <= epochs) way.push((z -= 2 * eta * error(z))) // weight and bias take the same step
  return way
}

/** @param {any} state @returns {import("../numbers.js").Values} */
export function values(state) {
  const [z_q, z_c] = [errors.q, errors.c].map(error => walk(state, error, state.epoch).at(-1) ?? 0)
  const a_q = sigmoid(z_q)
  const slope_q = slope(z_q)
  const cost_c = Math.max(z_c, 0) + Math.log1p(Math.exp(-Math.abs(z_c)))
  return { z_q, a_q, slope_q, delta_q: a_q * slope_q, cost_q: (a_q * a_q) / 2, z_c, a_c: sigmoid(z_c), cost_c }
}

/** @type {(places: number[], change: (z: number) => number) => [number, number][]} */
const points = (places, change) => places.map(z => [z, change(z)])

/** @param {import("./run.js").Figure} figure @param {any} values @param {{ axes: import("./axes.js").Axes[], runs: { epoch: number } }} data */
export function draw(figure, values, { axes: [landscape, output], runs }) {
  const { z, epoch, z_q, cost_q, delta_q, z_c, cost_c, a_c } = values
  line(figure, "start", landscape, [[z, 0], [z, 6]])
  for (const [key, at, cost, delta, error] of /** @type {const} */ ([
    ["q", z_q, cost_q, delta_q, errors.q],
    ["c", z_c, cost_c, a_c, errors.c],
  ])) {
    line(figure, `tangent_${key}`, landscape, points([at - REACH, at + REACH], x => cost + delta * (x - at)))
    dot(figure, `walker_${key}`, landscape, at, cost)
    line(figure, `curve_${key}`, output, walk(values, error, runs.epoch).map((x, t) => [t, sigmoid(x)]))
    dot(figure, `dot_${key}`, output, epoch, sigmoid(at))
  }
  run(figure, "epoch", epoch)
  follow(figure, [landscape], x => figure.set?.("z", Math.round(10 * x) / 10))
}

/** @param {number} z */
const start = z => () => ({ z, epoch: 0 })

export const actions = { good: start(1.5), bad: start(4) }
