/** Five optimisers go down one valley, from the same start. */

import { dot, dots, line } from "./axes.js"
import { follow } from "./hand.js"
import { run } from "./run.js"

const EPSILON = 1e-8
const KEPT = 0.7 // of the velocity
const LEVELS = [0.3, 2, 6, 13, 23, 36, 52]

/** @typedef {[number, number]} Point */
/** @typedef {{ x: number, y: number, kappa: number, turn: number, rates: number, step: number }} State `turn` in degrees */
/** @typedef {{ axes: import("./axes.js").Axes[], data: { rates: Record<string, number> } }} Data */

/** One coordinate of each method: what it remembers, and the step that it makes with gradient g in step t. */
const methods = {
  descent: () => (/** @type {number} */ g, /** @type {number} */ eta) => -eta * g,
  momentum: () => {
    let v = 0
    return (/** @type {number} */ g, /** @type {number} */ eta) => (v = KEPT * v - eta * g)
  },
  nesterov: () => {
    let v = 0
    return (/** @type {number} */ g, /** @type {number} */ eta) => KEPT * (v = KEPT * v - eta * g) - eta * g
  },
  rmsprop: () => {
    let s = 0
    return (/** @type {number} */ g, /** @type {number} */ eta) => {
      s = 0.9 * s + 0.1 * g * g
      return (-eta * g) / (Math.sqrt(s) + EPSILON)
    }
  },
  adam: () => {
    let m = 0
    let v = 0
    return (/** @type {number} */ g, /** @type {number} */ eta, /** @type {number} */ t) => {
      m = 0.9 * m + 0.1 * g
      v = 0.999 * v + 0.001 * g * g
      return (-eta * m) / (1 - 0.9 ** t) / (Math.sqrt(v / (1 - 0.999 ** t)) + EPSILON)
    }
  },
}

/**
 * The way along the valley and across it. The weights' axes may be turned against it; only those who divide each
 * gradient by its own size notice, since sums of gradients turn along.
 * @param {keyof typeof methods} name @param {State} state @param {number} eta @returns {Point[]}
 */
function path(name, { x, y, kappa, turn, step }, eta) {
  const angle = name === "rmsprop" || name === "adam" ? (turn * Math.PI) / 180 : 0
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const [first, second] = [methods[name](), methods[name]()]
  /** @type {Point[]} */
  const way = [[x, y]]
  for (let t = 1; t <= step; t++) {
    const [along, across] = [x, kappa * y]
    const one = first(c * along - s * across, eta, t)
    const other = second(s * along + c * across, eta, t)
    x += c * one + s * other
    y += c * other - s * one
    way.push([x, y])
  }
  return way
}

/** @param {any} state @param {Data} data @returns {Record<string, Point[]>} */
const paths = (state, { data }) =>
  Object.fromEntries(Object.entries(data.rates).map(([name, eta]) => [name, path(/** @type {any} */ (name), state, state.rates * eta)]))

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export function values(state, data) {
  return Object.fromEntries(
    Object.entries(paths(state, data)).flatMap(([name, way]) => {
      const [x, y] = way[way.length - 1]
      return [[name, [x, y]], [`cost_${name}`, (x * x + state.kappa * y * y) / 2]]
    }),
  )
}

/** @param {number} cost @param {number} kappa @returns {Point[]} */
function ring(cost, kappa) {
  const [x, y] = [Math.sqrt(2 * cost), Math.sqrt((2 * cost) / kappa)]
  return Array.from({ length: 49 }, (_, n) => [x * Math.cos((n * Math.PI) / 24), y * Math.sin((n * Math.PI) / 24)])
}

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  Object.entries(paths(values, data)).forEach(([name, way], place) => {
    const axes = data.axes[place]
    line(figure, `valley_${name}`, axes, ...LEVELS.map(cost => ring(cost, values.kappa)))
    line(figure, `way_${name}`, axes, way)
    dots(figure, `way_${name}`, axes, way)
    dot(figure, `start_${name}`, axes, values.x, values.y)
    dots(figure, `end_${name}`, axes, way.slice(-1))
  })
  run(figure, "step", values.step)
  follow(figure, data.axes, (x, y) => {
    figure.set?.("x", Math.round(10 * x) / 10)
    figure.set?.("y", Math.round(10 * y) / 10)
  })
}
