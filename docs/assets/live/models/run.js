/** A count of the state, such as epochs, that is led by its slider or runs by itself. */

import { runner } from "../player.js"

const FRAME = 40 // milliseconds
const FRAMES = 150 // that a whole run takes, at most

/** @typedef {HTMLElement & { set?: (key: string, value: number) => void }} Figure */

/**
 * Called with every drawing: the slider follows the count, and the count the slider. It ends where the slider does.
 * @param {Figure} figure @param {string} key @param {number} now @param {number} pause in milliseconds
 */
export function run(figure, key, now, pause = FRAME) {
  const bar = figure.querySelector(`.run:has([data-run="${key}"])`)
  const slider = bar?.querySelector("input")
  const button = bar?.querySelector("button")
  if (!slider || !button) return
  slider.value = String(now)
  slider.setAttribute("aria-valuetext", bar?.querySelector("strong")?.textContent ?? "")
  if (slider.oninput) return
  const last = () => Number(slider.max)
  const still = matchMedia("(prefers-reduced-motion: reduce)")
  const go = (/** @type {number} */ count) => figure.set?.(key, Math.min(last(), count))
  /** @type {number | undefined} where it was led last; without one it begins */
  let count
  const play = runner(button, pause, () => {
    const at = Number(slider.value)
    if (count !== undefined && at !== count) return false // another hand leads it
    count = count === undefined ? at % last() : Math.min(last(), count + Math.ceil(last() / FRAMES))
    go(count)
    return count < last()
  })
  slider.oninput = () => {
    play(false)
    go(Number(slider.value))
  }
  button.onclick = () => {
    count = undefined
    if (still.matches) go(last())
    else play()
  }
}
