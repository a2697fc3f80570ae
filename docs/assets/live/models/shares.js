/** The softmax: scores become shares of a whole and, where the true answer is chosen, a price and errors. */

import { line } from "./axes.js"

const HALF = 0.17 // of a bar's height; there is a row for each answer, from the top, and one for the whole
const FAR = 1 // what is added to all scores at once

/** @typedef {{ z: number[], fruit?: number }} State */
/** @typedef {{ axes: import("./axes.js").Axes[], ranges: Record<string, [number, number, number]> }} Data */

/** @param {number[]} numbers without the dust of binary fractions */
const total = numbers => Math.round(numbers.reduce((all, x) => all + x, 0) * 1e12) / 1e12

/** @param {any} state @returns {import("../numbers.js").Values} */
export function values(state) {
  const { z, fruit } = /** @type {State} */ (state)
  const top = Math.max(...z)
  const powers = z.map(score => Math.exp(score - top))
  const sum = powers.reduce((all, power) => all + power, 0)
  const a = powers.map(power => power / sum)
  if (fruit === undefined) return { a, sum_a: total(a) }
  const delta = a.map((share, j) => share - Number(j === fruit - 1))
  return { a, sum_a: total(a), delta, sum_delta: total(delta), C: top + Math.log(sum) - z[fruit - 1] }
}

/** @param {number[]} z @param {number} shift */
const shifted = (z, shift) => z.map(score => Number((score + shift).toPrecision(12)))

/** @param {number[]} z @param {Data} data */
const within = (z, { ranges }) => z.every(score => score >= ranges.z[0] && score <= ranges.z[1])

/** @param {number} shift @returns {(state: any, values: any, data: any) => any} */
const move = shift => ({ z }, _, data) => (within(shifted(z, shift), data) ? { z: shifted(z, shift) } : {})

/** @param {number} fruit */
const choose = fruit => () => ({ fruit })

export const actions = { more: move(FAR), less: move(-FAR), fruit1: choose(1), fruit2: choose(2), fruit3: choose(3) }

/** @param {HTMLElement} figure @param {any} values @param {Data} data */
export function draw(figure, { z, fruit, a, delta }, data) {
  const [scores, shares, errors] = data.axes
  /** @type {(key: string, axes: import("./axes.js").Axes, row: number, from: number, to: number) => void} */
  const bar = (key, axes, row, from, to) => {
    const [low, high] = [row - HALF, row + HALF]
    line(figure, key, axes, [[from, low], [to, low], [to, high], [from, high]])
  }
  let before = 0
  for (const [j, share] of a.entries()) {
    const [number, row] = [j + 1, a.length - j]
    bar(`z.${number}`, scores, row, 0, z[j])
    bar(`a.${number}`, shares, row, 0, share)
    bar(`part.${number}`, shares, 0, before, (before += share))
    if (!fruit) continue
    const y = Number(number === fruit)
    line(figure, `truth.${number}`, shares, [[y, row - 0.3], [y, row + 0.3]])
    bar(`delta.${number}`, errors, row, 0, delta[j])
  }
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (figure.querySelectorAll("button[data-action]"))) {
    const name = button.dataset.action ?? ""
    if (name.startsWith("fruit")) button.setAttribute("aria-pressed", String(name === `fruit${fruit}`))
    if (name === "more") button.disabled = !within(shifted(z, FAR), data)
    if (name === "less") button.disabled = !within(shifted(z, -FAR), data)
  }
}
