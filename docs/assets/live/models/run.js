/** A count of the state, such as epochs, that is led by its slider or runs by itself. */

const FRAME = 40 // milliseconds
const FRAMES = 150 // that a whole run takes, at most

/** @typedef {HTMLElement & { set?: (key: string, value: number) => void }} Figure */

/**
 * Called with every drawing: the slider follows the count, and the count the slider.
 * @param {Figure} figure @param {string} key @param {number} now
 */
export function run(figure, key, now) {
  const bar = figure.querySelector(`.run:has([data-run="${key}"])`)
  const slider = bar?.querySelector("input")
  const button = bar?.querySelector("button")
  if (!slider || !button) return
  slider.value = String(now)
  slider.setAttribute("aria-valuetext", bar?.querySelector("strong")?.textContent ?? "")
  if (slider.oninput) return
  const last = Number(slider.max)
  const still = matchMedia("(prefers-reduced-motion: reduce)")
  const go = (/** @type {number} */ count) => figure.set?.(key, Math.min(last, count))
  /** @type {number | undefined} */
  let timer
  const stop = () => {
    clearInterval(timer)
    timer = undefined
    button.setAttribute("aria-pressed", "false")
  }
  slider.oninput = () => {
    stop()
    go(Number(slider.value))
  }
  button.onclick = () => {
    if (timer !== undefined) return stop()
    if (still.matches) return go(last)
    let count = Number(slider.value) % last
    go(count)
    button.setAttribute("aria-pressed", "true")
    timer = window.setInterval(() => {
      if (Number(slider.value) !== count || count === last) return stop() // it is there, or led by another hand
      count = Math.min(last, count + Math.ceil(last / FRAMES))
      go(count)
    }, FRAME)
  }
}
