/** Twenty points of three classes: a network learns where each class is ahead. */

import { dot, line } from "./axes.js"
import { contour } from "./contour.js"
import { follow } from "./hand.js"
import { hadamard, map, product, transposed, zip } from "./nn.js"
import { run } from "./run.js"

const ETA = 0.2
const NEAR = 0.15 // of a point: what takes hold of it
const TICKS = Array.from({ length: 37 }, (_, k) => (k * 0.075) - 1.35)

/** @typedef {import("./nn.js").Matrix} Matrix */
/** @typedef {[Matrix, Matrix][]} Net weights and biases of each layer */
/** @typedef {{ y: number[], apart: number, sizes: Record<string, number[]>, starts: Record<string, number[][]> }} Given */
/** @typedef {{ axes: import("./axes.js").Axes[], data: Given, runs: { moment: number } }} Data */
/** @typedef {{ net: Net, C: number, a: Matrix }} Moment */

/** Weights and biases from one row of numbers. @param {number[]} numbers @param {number[]} sizes @returns {Net} */
function opened(numbers, sizes) {
  let at = 0
  const rows = (/** @type {number} */ n, /** @type {number} */ k) =>
    Array.from({ length: n }, () => numbers.slice(at, (at += k)))
  return sizes.slice(1).map((n, before) => [rows(n, sizes[before]), rows(n, 1)])
}

/** All activations, and the scores at last. @param {Net} net @param {Matrix} x */
function forward(net, x) {
  const all = [x]
  net.forEach(([w, b], layer) => {
    const z = product(w, all[layer]).map((row, j) => row.map(number => number + b[j][0]))
    all.push(layer < net.length - 1 ? map(Math.tanh, z) : z)
  })
  return all
}

/** @param {Matrix} z @returns {Matrix} each column's shares */
const softmax = z =>
  transposed(
    transposed(z).map(column => {
      const top = Math.max(...column)
      const powers = column.map(score => Math.exp(score - top))
      const whole = powers.reduce((sum, power) => sum + power, 0)
      return powers.map(power => power / whole)
    }),
  )

/** A moment, and the network one step later. @param {Net} net @param {Matrix} x @param {number[]} y @returns {[Moment, Net]} */
function step(net, x, y) {
  const all = forward(net, x)
  const a = softmax(all[net.length])
  const C = y.reduce((sum, wanted, i) => sum - Math.log(a[wanted][i]), 0) / y.length
  let delta = a.map((row, j) => row.map((share, i) => (share - Number(y[i] === j)) / y.length))
  /** @type {Net} */
  const next = []
  for (let layer = net.length - 1; layer >= 0; layer--) {
    const [w, b] = net[layer]
    const down = (/** @type {number} */ old, /** @type {number} */ slope) => old - ETA * slope
    const sums = delta.map(row => [row.reduce((sum, d) => sum + d, 0)])
    next.unshift([zip(down, w, product(delta, transposed(all[layer]))), zip(down, b, sums)])
    delta = hadamard(product(transposed(w), delta), map(at => 1 - at * at, all[layer]))
  }
  return [{ net, C, a }, next]
}

/** @type {Map<string, Moment[]>} the latest training */
const known = new Map()

/** Every moment of a training; the last one asked for is kept. @param {any} state @param {Data} data */
function moments({ x, deep, start }, { data: { y, apart, sizes, starts }, runs }) {
  const key = JSON.stringify([x, deep, start])
  const found = known.get(key)
  if (found) return found
  const layers = deep ? "two" : "none"
  let net = opened(starts[layers][start], sizes[layers])
  const all = []
  for (let epoch = 0; epoch <= apart * runs.moment; epoch++) {
    const [now, next] = step(net, x, y)
    if (epoch % apart === 0) all.push(now)
    net = next
  }
  known.clear()
  known.set(key, all)
  return all
}

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export function values(state, data) {
  const { C, a } = moments(state, data)[state.moment]
  const right = data.data.y.filter((wanted, i) => a.every(row => row[i] <= a[wanted][i])).length
  return { epoch: data.data.apart * state.moment, C, right, a }
}

/** One point is chosen: its place is in `across` and `up`, too. @param {any} state @param {Data} data @param {any} before */
export function settle(state, data, before) {
  const { x, point, across, up } = state
  const moved = data.data.y.findIndex((_, i) => x[0][i] !== before.x[0][i] || x[1][i] !== before.x[1][i])
  if (moved < 0 && point === before.point) {
    const at = (/** @type {number[]} */ row, /** @type {number} */ place) => row.with(point - 1, place)
    return { ...state, x: [at(x[0], across), at(x[1], up)] }
  }
  const now = moved < 0 ? point - 1 : moved
  return { ...state, point: now + 1, across: x[0][now], up: x[1][now] }
}

export const actions = { none: () => ({ deep: 0 }), two: () => ({ deep: 1 }) }

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const [plane, curve] = data.axes
  const { y, apart } = data.data
  const all = moments(values, data)
  const { net, C } = all[values.moment]
  const grid = forward(net, [TICKS.flatMap(() => TICKS), TICKS.flatMap(tick => TICKS.map(() => tick))])[net.length]
  const near = (/** @type {number} */ at) => Math.round((at + 1.35) / 0.075)
  grid.forEach((own, j) => {
    const others = grid.filter((_, k) => k !== j)
    const lead = (/** @type {number} */ at) => own[at] - Math.max(...others.map(row => row[at]))
    line(figure, `region${j + 1}`, plane, ...contour(TICKS, (x, y) => lead(TICKS.length * near(y) + near(x))))
  })
  for (const i of y.keys()) dot(figure, `point${i + 1}`, plane, values.x[0][i], values.x[1][i])
  line(figure, "costs", curve, all.map(({ C }, k) => [k * apart, C]))
  dot(figure, "C", curve, values.epoch, C)
  for (const button of figure.querySelectorAll("[data-action]:not([data-action=back])")) {
    button.setAttribute("aria-pressed", String((button.getAttribute("data-action") === "two") === (values.deep === 1)))
  }
  run(figure, "moment", values.moment)
  follow(
    figure,
    [plane, curve],
    (x, up, point) => {
      if (point === 0) return figure.set?.("moment", Math.round(x / apart))
      for (const [row, at] of [x, up].entries()) figure.set?.(`x.${row + 1}.${point}`, Math.round(20 * at) / 20)
    },
    (x, up, axes) => {
      if (axes === curve) return 0
      const points = /** @type {any} */ (figure).state.peek().x
      const far = y.map((_, i) => Math.hypot(points[0][i] - x, points[1][i] - up))
      const nearest = far.indexOf(Math.min(...far))
      return far[nearest] < NEAR ? nearest + 1 : undefined
    },
  )
}
