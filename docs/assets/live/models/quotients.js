/** The derivative of the cube at 2, measured with a nudge from one side and from both. */

import { dot, line } from "./axes.js"
import { follow } from "./hand.js"
import { run } from "./run.js"

const X = 2
const SLOPE = 12
const TINY = 1e-11 // an error of nothing has no place on a logarithmic axis

/** @param {number} x */
const g = x => x * x * x

/** @typedef {{ axes: import("./axes.js").Axes[], data: { nudges?: number[] } }} Data */

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export function values(state, { data }) {
  const h = data.nudges?.[state.step] ?? state.h
  const one_sided = (g(X + h) - g(X)) / h
  const central = (g(X + h) - g(X - h)) / (2 * h)
  const [error_one, error_central] = [Math.abs(one_sided - SLOPE), Math.abs(central - SLOPE)]
  return { ...(data.nudges && { h }), one_sided, central, after: g(X + h), error_one, error_central }
}

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, { axes: [axes], data }) {
  const { h, step, one_sided, central } = values
  if (data.nudges) {
    const nudges = data.nudges
    for (const key of ["error_one", "error_central"]) dot(figure, key, axes, h, Math.max(TINY, values[key]))
    run(figure, "step", step)
    const distance = (/** @type {number} */ nudge, /** @type {number} */ x) => Math.abs(Math.log(nudge / x))
    follow(figure, [axes], x => {
      const near = nudges.reduce((best, nudge) => (distance(nudge, x) < distance(best, x) ? nudge : best))
      figure.set?.("step", nudges.indexOf(near))
    })
    return
  }
  /** @type {(x: number, from: number, slope: number) => [number, number]} */
  const on = (x, from, slope) => [x, g(from) + slope * (x - from)]
  line(figure, "one_sided", axes, [1.55, 3.12].map(x => on(x, X, one_sided)))
  line(figure, "central", axes, [0.88, 3.12].map(x => on(x, X - h, central)))
  dot(figure, "below", axes, X - h, g(X - h))
  dot(figure, "above", axes, X + h, g(X + h))
  follow(figure, [axes], x => figure.set?.("h", Math.min(1, Math.max(0.01, Math.round(100 * Math.abs(x - X)) / 100))))
}
