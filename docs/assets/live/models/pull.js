/** Attention with one query in a plane: which keys move in its direction, and which against it, for a target. */

import { dot, line, place } from "./axes.js"
import { follow } from "./hand.js"

const NEAR = 0.4 // of a key: what takes hold of it
const HALF = 0.15 // of a bar's height
const LOWER = 4.08 // points from the middle of a number down to its line
const FAINT = 0.02 // an arrow that is shorter is not drawn
const ROOT = Math.sqrt(2)

/** Without the dust of binary fractions. @param {number} x */
const clean = x => Math.round(x * 1e12) / 1e12

/** @typedef {[number, number]} Point */
/** @typedef {{ q: Point, K: number[][], V: number[], y: number, key: number, fourth: number }} State */
/** @typedef {{ axes: import("./axes.js").Axes[] }} Data */

/** @param {any} state @returns {import("../numbers.js").Values} */
export function values(state) {
  const { q, K, V, y, key, fourth } = /** @type {State} */ (state)
  const s = V.map((_, j) => clean((K[0][j] * q[0] + K[1][j] * q[1]) / ROOT))
  const there = V.map((_, j) => j < V.length - 1 || fourth === 1)
  const top = Math.max(...s.filter((_, j) => there[j]))
  const powers = s.map((score, j) => (there[j] ? Math.exp(score - top) : 0))
  const whole = powers.reduce((sum, power) => sum + power, 0)
  const p = powers.map(power => power / whole)
  const a = clean(p.reduce((sum, share, j) => sum + share * V[j], 0))
  const error = a - y
  const row = p.map((share, k) => p[key - 1] * (Number(k === key - 1) - share))
  const u = p.map((share, j) => clean(share * (V[j] - a) * error))
  const to_q = K.map(numbers => numbers.reduce((sum, k, j) => sum + k * u[j], 0) / ROOT)
  const to_K = q.map(number => u.map(score => (number * score) / ROOT))
  return { number: [1, 2, 3, 4], s, p, a, error, row, u, to_q, to_K, its: u[key - 1] }
}

/** @param {number} key */
const choose = key => () => ({ key })

export const actions = { key1: choose(1), key2: choose(2), key3: choose(3), key4: choose(4), fourth: (/** @type {any} */ { fourth }) => ({ fourth: 1 - fourth }) }

/** An arrow's shaft and barbs. @param {Point} start @param {Point} step @returns {Point[][]} */
function arrow([x, y], [across, up]) {
  const length = Math.hypot(across, up)
  if (length < FAINT) return []
  const [a, b] = [across / length, up / length]
  /** @type {Point} */
  const end = [x + across, y + up]
  /** @type {(side: number) => Point} */
  const barb = side => [end[0] - 0.14 * a - side * 0.07 * b, end[1] - 0.14 * b + side * 0.07 * a]
  return [[[x, y], end], [barb(1), end, barb(-1)]]
}

/** As much of a step as stays in the plane. @type {(axes: import("./axes.js").Axes, start: Point, step: Point) => Point} */
function inside({ x, y }, start, step) {
  const room = [x, y].map(([least, greatest], k) => ((step[k] > 0 ? greatest : least) - start[k]) / step[k])
  const part = Math.min(1, ...room.filter((_, k) => step[k] !== 0))
  return [part * step[0], part * step[1]]
}

/** What a step down the cost does to a score. @param {number} back */
const seen = back => (Math.abs(back) < 1e-12 ? "rest" : back > 0 ? "fall" : "rise")

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const [plane, , weights, answers, back] = data.axes
  const { q, K, V, p, row, u, to_q, to_K, key, fourth, its } = values
  line(figure, "query", plane, ...arrow([0, 0], q))
  line(figure, "push", plane, ...arrow(q, inside(plane, q, [-to_q[0], -to_q[1]])))
  dot(figure, "tip", plane, q[0], q[1])
  for (const j of V.keys()) {
    const [own, height] = [j + 1, V.length - j]
    /** @type {Point} */
    const point = [K[0][j], K[1][j]]
    dot(figure, `K.*.${own}`, plane, ...point)
    line(figure, `push.${own}`, plane, ...arrow(point, inside(plane, point, [-to_K[0][j], -to_K[1][j]])))
    const [x, y] = place(plane, K[0][j], K[1][j])
    const number = figure.querySelector(`svg text[data-v="number.${own}"]`) // the first is in the plane
    number?.setAttribute("x", x.toFixed(2))
    number?.setAttribute("y", (y + LOWER).toFixed(2))
    const bars = /** @type {const} */ ([["p", weights, p], ["row", answers, row], ["u", back, u]])
    for (const [part, axes, numbers] of bars) {
      const [low, high, to] = [height - HALF, height + HALF, numbers[j]]
      line(figure, `${part}.${own}`, axes, [[0, low], [to, low], [to, high], [0, high]])
    }
  }
  const ink = `var(--figure-${fourth ? "ink" : "muted"})`
  for (const part of ["number", "V", "s"]) {
    for (const text of figure.querySelectorAll(`svg text[data-v="${part}.4"]`)) text.setAttribute("fill", ink)
  }
  for (const use of /** @type {NodeListOf<SVGElement>} */ (figure.querySelectorAll('[data-k~="K.*.4"] use'))) {
    use.style.stroke = ink
  }
  for (const button of figure.querySelectorAll('[data-action^="key"]')) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-action") === `key${key}`))
  }
  figure.querySelector('[data-action="fourth"]')?.setAttribute("aria-pressed", String(fourth === 1))
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-when]"))) {
    word.style.visibility = word.dataset.when === seen(its) ? "visible" : "hidden"
  }
  /** From the hand to the point that it holds; a tap moves nothing. @type {Point} */
  let apart = [0, 0]
  follow(
    figure,
    [plane],
    (x, y, held) => {
      const now = /** @type {any} */ (figure).state.peek()
      if (held <= V.length) figure.set?.("key", held)
      for (const [row, at] of [x + apart[0], y + apart[1]].entries()) {
        const old = held > V.length ? now.q[row] : now.K[row][held - 1]
        const [name, next] = [held > V.length ? `q.${row + 1}` : `K.${row + 1}.${held}`, Math.round(10 * at) / 10]
        if (Math.abs(next - old) >= 0.05) figure.set?.(name, Math.min(2, Math.max(-2, next)))
      }
    },
    (x, y) => {
      const { q, K } = /** @type {any} */ (figure).state.peek()
      const points = [...K[0].map((/** @type {number} */ k, /** @type {number} */ j) => [k, K[1][j]]), q]
      const far = points.map(([across, up]) => Math.hypot(across - x, up - y))
      const nearest = far.indexOf(Math.min(...far))
      if (far[nearest] > NEAR) return undefined
      apart = [points[nearest][0] - x, points[nearest][1] - y]
      return nearest + 1
    },
  )
}
