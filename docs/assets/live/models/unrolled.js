/** A recurrence of a single number, unrolled: states go forward, the gradient comes back moment by moment. */

import { dots, line, place } from "./axes.js"
import { follow } from "./hand.js"
import { run } from "./run.js"

const MOST = 5 // moments
const SPAN = 6 // from the first state to the last, in the drawing
const PAUSE = 900 // milliseconds a moment

/** @typedef {{ w: number, u: number, steps: number, back: number }} State */
/** @typedef {{ axes: import("./axes.js").Axes[], values: { x: number[] } }} Data */

/** Who has come all the way back stays there when moments are added. @param {any} state @param {Data} _data @param {any} before */
export function settle(state, _data, before) {
  const whole = before?.back === before?.steps
  return { ...state, back: whole && state.steps !== before.steps ? state.steps : Math.min(state.back, state.steps) }
}

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export function values(state, { values: { x } }) {
  const { w, u, steps } = /** @type {State} */ (state)
  const back = Math.min(state.back, steps)
  const [h, arrives] = [Array(MOST + 1).fill(0), Array(MOST + 1).fill(0)]
  const [factor, share] = [Array(MOST).fill(0), Array(MOST).fill(0)]
  for (let t = 1; t <= steps; t++) h[t] = Math.tanh(w * h[t - 1] + u * x[t - 1])
  arrives[steps] = 1
  let so_far = 0
  for (let t = steps; t > 0; t--) {
    const slope = 1 - h[t] * h[t]
    share[t - 1] = arrives[t] * slope * h[t - 1]
    factor[t - 1] = w * slope
    arrives[t - 1] = arrives[t] * factor[t - 1]
    if (t > steps - back) so_far += share[t - 1]
  }
  return { x, h, factor, share, arrives, reach: arrives[0], so_far }
}

/** What becomes of a nudge. @param {number} size */
const seen = size => (size < 0.1 ? "fades" : size < 1 ? "shrinks" : size === 1 ? "stays" : "grows")

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const [chain, sizes] = data.axes
  const { steps, back, arrives, reach } = values
  const wide = SPAN / steps
  /** @type {(key: string, x: number, on: boolean) => void} */
  const number = (key, x, on) => {
    const text = figure.querySelector(`svg text[data-v="${key}"]`)
    text?.classList.toggle("away", !on)
    text?.setAttribute("x", place(chain, x, 0)[0].toFixed(2))
  }
  /** @type {(key: string, on: boolean, ...ways: [number, number][][]) => void} */
  const stroke = (key, on, ...ways) => line(figure, key, chain, ...(on ? ways : []))
  for (let t = 0; t <= MOST; t++) {
    const [at, on, reached] = [t * wide, t <= steps, t <= steps && t >= steps - back]
    const [a, b, c, d] = [at - 0.46, at + 0.46, 1.78, 2.32]
    stroke(`box.${t}`, on, [[a, c], [b, c], [b, d], [a, d], [a, c]])
    number(`h.${t + 1}`, at, on)
    number(`arrives.${t + 1}`, at, reached)
    if (t === 0) continue
    const [middle, passed] = [at - wide / 2, on && t > steps - back]
    const [up, left, right] = [2.42, at - wide + 0.5, at - 0.5]
    stroke(`in.${t}`, on, [[at, 2.75], [at, up]], [[at - 0.08, up + 0.12], [at, up], [at + 0.08, up + 0.12]])
    stroke(`on.${t}`, on, [[left, 2.05], [right, 2.05]], [[right - 0.12, 2.15], [right, 2.05], [right - 0.12, 1.95]])
    stroke(`back.${t}`, passed, [[right, 1.5], [left, 1.5]], [[left + 0.12, 1.6], [left, 1.5], [left + 0.12, 1.4]])
    stroke(`use.${t}`, passed, [[middle, 2.1], [middle, 3.48]])
    number(`x.${t}`, at, on)
    number(`factor.${t}`, middle, passed)
    number(`share.${t}`, middle, passed)
  }
  /** @type {[number, number][]} */
  const points = []
  for (let t = steps - back; t <= steps; t++) points.push([t * wide, Math.abs(arrives[t])])
  line(figure, "way", sizes, points)
  dots(figure, "way", sizes, points)
  const size = Number(Math.abs(reach).toPrecision(12))
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-when]"))) {
    word.style.visibility = word.dataset.when === seen(size) ? "visible" : "hidden"
  }
  figure.querySelector('.run input')?.setAttribute("max", String(steps))
  run(figure, "back", back, PAUSE)
  follow(figure, data.axes, x => {
    const last = /** @type {any} */ (figure).state.peek().steps
    figure.set?.("back", Math.min(last, Math.max(0, last - Math.round((x * last) / SPAN))))
  })
}
