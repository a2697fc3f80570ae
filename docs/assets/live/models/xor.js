/** A network of two or three hidden units learns four points: where it is on, and the line of each hidden unit. */

import { dot, line } from "./axes.js"
import { contour } from "./contour.js"
import { follow } from "./hand.js"
import { sigmoid } from "./nn.js"
import { run } from "./run.js"

const ETA = 0.1
const NEAR = 0.2 // of a point: what takes hold of it
const TICKS = Array.from({ length: 43 }, (_, k) => (5 * k - 55) / 100)

/** @typedef {{ x: number[][], units: number, start: number, moment: number }} State */
/** @typedef {{ y: number[], apart: number, starts: Record<string, number[][]> }} Given */
/** @typedef {{ axes: import("./axes.js").Axes[], data: Given, runs: { moment: number } }} Data */
/** @typedef {{ W2: number[][], b2: number[], W3: number[], b3: number, C: number, a: number[] }} Moment */

/** Hidden and output activations at a place. @param {Moment} net @param {number} x @param {number} y @returns {[number[], number]} */
function forward({ W2, b2, W3, b3 }, x, y) {
  const hidden = W2.map(([w, v], j) => sigmoid(w * x + v * y + b2[j]))
  return [hidden, hidden.reduce((z, a, j) => z + W3[j] * a, b3)]
}

/** One step with all four points; its loss and answers are those before it. @param {Moment} net @param {State["x"]} x @param {number[]} y */
function step(net, x, y) {
  const { W2, b2, W3 } = net
  const before = W3.slice()
  const walks = y.map((wanted, i) => {
    const [hidden, z] = forward(net, x[0][i], x[1][i])
    const a = sigmoid(z)
    return { hidden, a, error: a - wanted, delta: (a - wanted) * a * (1 - a) }
  })
  net.a = walks.map(({ a }) => a)
  net.C = walks.reduce((sum, { error }) => sum + error * error, 0) / y.length
  walks.forEach(({ hidden, delta }, i) => {
    net.b3 -= ETA * delta
    hidden.forEach((a, j) => {
      const back = before[j] * delta * a * (1 - a)
      W3[j] -= ETA * delta * a
      b2[j] -= ETA * back
      W2[j][0] -= ETA * back * x[0][i]
      W2[j][1] -= ETA * back * x[1][i]
    })
  })
}

/** @type {Map<string, Moment[]>} the latest trainings */
const known = new Map()

/** Every moment of a training; the last one asked for is kept. @param {State} state @param {Data} data */
function moments({ x, units, start }, { data: { y, apart, starts }, runs }) {
  const key = JSON.stringify([x, units, start])
  const found = known.get(key)
  if (found) return found
  const weights = starts[units === 2 ? "two" : "three"][start]
  /** @type {Moment} */
  const net = {
    W2: Array.from({ length: units }, (_, j) => weights.slice(2 * j, 2 * j + 2)),
    b2: Array(units).fill(0),
    W3: weights.slice(2 * units),
    b3: 0,
    C: 0,
    a: [],
  }
  const all = []
  for (let epoch = 0; epoch <= apart * runs.moment; epoch++) {
    const copy = epoch % apart === 0 ? structuredClone({ ...net }) : undefined
    step(net, x, y)
    if (copy) all.push({ ...copy, C: net.C, a: net.a })
  }
  known.clear()
  known.set(key, all)
  return all
}

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export function values(state, data) {
  const { W2, b2, W3, b3, C, a } = moments(state, data)[state.moment]
  const gone = 3 - W2.length // a unit that is not there has no weights
  const none = Array(gone).fill(0)
  return {
    epoch: data.data.apart * state.moment,
    C,
    a: [a],
    W2: [...W2, ...none.map(() => [0, 0])],
    b2: [...b2, ...none].map(b => [b]),
    W3: [[...W3, ...none]],
    b3: [[b3]],
  }
}

/** @param {number} units */
const choose = units => () => ({ units })

export const actions = { two: choose(2), three: choose(3) }

/** Where a weighted input is 0, from one side to the other. @param {number[]} w @param {number} b @returns {[number, number][][]} */
function border([w, v], b) {
  if (w === 0 && v === 0) return []
  return [[-1, 2].map(x => (Math.abs(v) >= Math.abs(w) ? [x, -(w * x + b) / v] : [-(v * x + b) / w, x]))]
}

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const [plane, curve] = data.axes
  const all = moments(values, data)
  const net = all[values.moment]
  line(figure, "region", plane, ...contour(TICKS, (x, y) => forward(net, x, y)[1]))
  for (const [j, w] of values.W2.entries()) line(figure, `W2.${j + 1}`, plane, ...border(w, values.b2[j][0]))
  for (const i of data.data.y.keys()) dot(figure, `point${i + 1}`, plane, values.x[0][i], values.x[1][i])
  line(figure, "losses", curve, all.map(({ C }, k) => [k * data.data.apart, C]))
  dot(figure, "C", curve, values.epoch, net.C)
  for (const button of figure.querySelectorAll("[data-action]:not([data-action=back])")) {
    button.setAttribute("aria-pressed", String((button.getAttribute("data-action") === "two") === (values.units === 2)))
  }
  run(figure, "moment", values.moment)
  follow(
    figure,
    [plane, curve],
    (x, y, point) => {
      if (point === 0) return figure.set?.("moment", Math.round(x / data.data.apart))
      for (const [row, at] of [x, y].entries()) figure.set?.(`x.${row + 1}.${point}`, Math.round(20 * at) / 20)
    },
    (x, y, axes) => {
      if (axes === curve) return 0
      const points = /** @type {any} */ (figure).state.peek().x
      const far = data.data.y.map((_, i) => Math.hypot(points[0][i] - x, points[1][i] - y))
      const nearest = far.indexOf(Math.min(...far))
      return far[nearest] < NEAR ? nearest + 1 : undefined
    },
  )
}
