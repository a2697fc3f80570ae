/** A window slides along a row of pixels; what comes back goes to a pixel, or to a weight of the window. */

import { line } from "./axes.js"
import { follow } from "./hand.js"

const [SLIDE, PIXEL] = [1, 2] // and 3 is back to a weight
const WIDTH = 2 // of the window
const [FOOT, TOP] = [0.15, 0.9] // of a wire

/** @typedef {{ mode: number, window: number, pixel: number, weight: number, w1: number, w2: number, padding: number, stride: number }} State */
/** @typedef {{ axes: import("./axes.js").Axes[], values: Record<string, any> }} Data */

/** Where windows begin; places are counted with one more at each edge. @param {State} state @param {Data} data */
function places({ padding, stride }, { values: { delta } }) {
  const all = [...delta.keys()].slice(1 - padding, delta.length - 1 + padding)
  return all.filter((_, i) => i % stride === 0)
}

/** The state with a window that is there. @param {any} state @param {Data} data */
export function settle(state, data) {
  return { ...state, window: Math.min(state.window, places(state, data).length) }
}

/** @param {any} given @param {Data} data @returns {import("../numbers.js").Values} */
export function values(given, data) {
  const state = /** @type {State} */ (settle(given, data))
  const { mode, window, pixel, weight } = state
  const w = [state.w1, state.w2]
  const { x, delta } = data.values
  const there = places(state, data)
  const arrives = delta.map((/** @type {number} */ d, /** @type {number} */ g) => (there.includes(g) ? d : 0))
  /** @type {(a: number, g: number) => number} */
  const product = (a, g) => (mode === SLIDE ? w[a] * x[g + a] : mode === PIXEL ? w[a] * arrives[g] : arrives[g] * x[g + a])
  const along = w.map((_, a) => arrives.map((/** @type {number} */ _, /** @type {number} */ g) => (there.includes(g) ? product(a, g) : 0)))
  const seen = (/** @type {number} */ g) => w.map((weight, a) => weight * x[g + a])
  const got = (/** @type {number} */ j) => w.map((weight, a) => weight * (arrives[j - a] ?? 0))
  const total = (/** @type {number[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0)
  const [by, back] = [seen(there[window - 1]), got(pixel)]
  return {
    x,
    delta,
    window,
    along,
    z: arrives.map((/** @type {number} */ _, /** @type {number} */ g) => (there.includes(g) ? total(seen(g)) : 0)),
    onward: x.map((/** @type {number} */ _, /** @type {number} */ j) => total(got(j))),
    by1: by[0],
    by2: by[1],
    sees: total(by),
    windows: there.length,
    got1: back[0],
    got2: back[1],
    gets: total(back),
    gradient: total(there.map(g => delta[g] * x[g + weight - 1])),
  }
}

/** @param {number} mode */
const look = mode => () => ({ mode })

export const actions = { slide: look(1), pixel: look(2), weight: look(3) }

/** @param {import("./run.js").Figure} figure @param {any} values @param {Data} data */
export function draw(figure, values, data) {
  const [axes] = data.axes
  const { mode, window, pixel, weight } = values
  const there = places(values, data)
  const colour = `var(--figure-${mode === SLIDE ? "value" : "gradient"})`
  /** @type {(key: string, on: boolean) => void} */
  const show = (key, on) => figure.querySelector(`svg text[data-v="${key}"]`)?.classList.toggle("away", !on)
  /** @type {(a: number, g: number) => boolean} whether the wire is looked at */
  const chosen = (a, g) =>
    there.includes(g) && (mode === SLIDE ? g === there[window - 1] : mode === PIXEL ? g + a === pixel : a === weight - 1)
  for (let g = 0; g < data.values.delta.length; g++) {
    show(`z.${g + 1}`, there.includes(g))
    show(`delta.${g + 1}`, there.includes(g))
    for (let a = 0; a < WIDTH; a++) {
      const key = `along.${a + 1}.${g + 1}`
      show(key, chosen(a, g))
      figure.querySelector(`svg text[data-v="${key}"]`)?.setAttribute("fill", colour)
      /** @type {[number, number][]} */
      const wire = [[g + a, FOOT], [g + 0.5, TOP]]
      line(figure, key, axes, ...(there.includes(g) ? [wire] : []))
      const path = /** @type {SVGElement | null} */ (figure.querySelector(`[data-k~="${key}"] > path`))
      const width = chosen(a, g) ? 2 : 0.8
      path?.style.setProperty("stroke", chosen(a, g) ? colour : "var(--figure-muted)")
      path?.style.setProperty("stroke-width", `${width}`)
      if (a) path?.style.setProperty("stroke-dasharray", `${3.7 * width} ${1.6 * width}`)
    }
  }
  const last = data.values.x.length - 1
  for (const j of [0, last]) for (const row of ["x", "onward"]) show(`${row}.${j + 1}`, values.padding > 0)
  const [from, to] = mode === SLIDE ? [there[window - 1], there[window - 1] + WIDTH - 1] : [pixel, pixel]
  const [left, right, low, high] = [from - 0.35, to + 0.35, -0.13, 0.13]
  line(figure, "frame", axes, ...(mode > PIXEL ? [] : [/** @type {[number, number][]} */ ([[left, low], [right, low], [right, high], [left, high], [left, low]])]))
  figure.querySelector('[data-scrub="window"]')?.setAttribute("aria-valuemax", String(there.length))
  const name = ["slide", "pixel", "weight"][mode - 1]
  for (const button of figure.querySelectorAll("[data-action]:not([data-action=back])")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-action") === name))
  }
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-when]"))) {
    word.style.visibility = word.dataset.when === name ? "visible" : "hidden"
  }
  follow(figure, [axes], (x, y) => {
    const nearest = (/** @type {number[]} */ far) => far.indexOf(Math.min(...far)) + 1
    const now = /** @type {any} */ (figure).state.peek()
    const begins = places(now, data)
    if (now.mode === SLIDE) figure.set?.("window", nearest(begins.map(g => Math.abs(g + 0.5 - x))))
    else if (now.mode === PIXEL) figure.set?.("pixel", Math.min(last - 1, Math.max(1, Math.round(x))))
    else {
      const up = Math.min(1, Math.max(0, (y - FOOT) / (TOP - FOOT)))
      const far = [0, 1].map(a => Math.min(...begins.map(g => Math.abs(g + a + up * (0.5 - a) - x))))
      figure.set?.("weight", nearest(far))
    }
  })
}
