/** The gradient's norm in each layer, as Python has measured it, by activation function, start and depth. */

import { dots, line } from "./axes.js"

const ACTIVATIONS = ["sigmoid", "tanh", "relu"]
const STARTS = ["normal", "he", "xavier", "small"]
const FAR = 300 // times as large or as small: it explodes or vanishes on the way back
const TINY = 1e-3

/** @typedef {{ activation: number, start: number, depth: number }} State the first two count from 1 */
/** @typedef {{ axes: import("./axes.js").Axes[], data: { norms: Record<string, number[][]> } }} Data */

/** @param {State} state @param {Data} data */
const measured = ({ activation, start, depth }, { data }) =>
  data.norms[depth][STARTS.length * (activation - 1) + start - 1]

/** @param {any} state @param {Data} data @returns {import("../numbers.js").Values} */
export function values(state, data) {
  const norms = measured(state, data)
  const [first, last] = [norms[0], norms[norms.length - 1]]
  return { first, last, factor: (first / last) ** (1 / state.depth) }
}

/** What one sees. @param {number} first @param {number} last */
function seen(first, last) {
  if (first < last / FAR) return "vanishes"
  if (first > last * FAR) return "explodes"
  return first < TINY ? "tiny" : first > 1 / TINY ? "huge" : "lives"
}

/** @type {Record<string, () => Partial<State>>} */
export const actions = {}
for (const depth of [2, 5, 10, 20]) actions[`depth${depth}`] = () => ({ depth })
ACTIVATIONS.forEach((name, at) => (actions[name] = () => ({ activation: at + 1 })))
STARTS.forEach((name, at) => (actions[name] = () => ({ start: at + 1 })))

/** @param {HTMLElement} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const { activation, start, depth, first, last } = values
  /** @type {(norms: number[]) => [number, number][]} */
  const points = norms => norms.map((norm, at) => [at + 2, norm])
  ACTIVATIONS.forEach((hidden, a) =>
    STARTS.forEach((init, s) => {
      const norms = measured({ activation: a + 1, start: s + 1, depth }, data)
      line(figure, `${hidden}_${init}`, data.axes[a], points(norms))
    }),
  )
  dots(figure, "chosen", data.axes[activation - 1], points(measured(values, data)))
  const names = [ACTIVATIONS[activation - 1], STARTS[start - 1], `depth${depth}`]
  for (const button of figure.querySelectorAll("[data-action]:not([data-action=back])")) {
    button.setAttribute("aria-pressed", String(names.includes(button.getAttribute("data-action") ?? "")))
  }
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-when]"))) {
    word.style.visibility = word.dataset.when === seen(first, last) ? "visible" : "hidden"
  }
}
