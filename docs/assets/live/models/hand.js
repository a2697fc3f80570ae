/** A hand on a drawing with axes: a mouse or a finger moves along, and the model hears where it is. */

import { back } from "./axes.js"

const STIR = 4 // pixels: less is a tap

/** @typedef {import("./axes.js").Axes} Axes */

/**
 * Hear of a hand between one of the axes, once for each figure; a finger that goes up or down scrolls the page as ever.
 * Where not every place can be moved, `grasp` says by a number what the hand takes hold of; a finger that holds more
 * than 0 moves it, up and down as well, and not the page.
 * @param {HTMLElement} figure @param {Axes[]} panels
 * @param {(x: number, y: number, held: number) => void} moved
 * @param {(x: number, y: number, axes: Axes) => number | undefined} [grasp]
 */
export function follow(figure, panels, moved, grasp) {
  const svg = /** @type {SVGSVGElement | null} */ (figure.querySelector("svg.figure"))
  if (!svg || svg.style.touchAction) return
  svg.style.touchAction = "pan-y pinch-zoom"
  /** @typedef {{ clientX: number, clientY: number }} Spot */
  const place = (/** @type {Spot} */ spot) => new DOMPoint(spot.clientX, spot.clientY).matrixTransform(svg.getScreenCTM()?.inverse())
  const around = (/** @type {Spot} */ spot) => panels.find(({ y }) => place(spot).y > y[3] && place(spot).y < y[2])
  /** @type {(axes: Axes, spot: Spot) => [number, number]} */
  const within = (axes, spot) => [back(axes.x, place(spot).x), back(axes.y, place(spot).y)]
  const hold = (/** @type {Spot} */ spot) => {
    const axes = around(spot)
    const held = axes && (grasp ? grasp(...within(axes, spot), axes) : 0)
    return held === undefined || !axes ? undefined : { held, axes }
  }
  svg.onpointerdown = press => {
    const found = hold(press)
    if (press.button !== 0 || !found) return
    svg.setPointerCapture(press.pointerId)
    svg.onpointermove = event => {
      if (Math.abs(event.clientX - press.clientX) > STIR || event.pointerType === "mouse" || found.held) {
        moved(...within(found.axes, event), found.held)
      }
    }
    svg.onpointerup = svg.onpointercancel = () => (svg.onpointermove = null)
    if (press.pointerType === "mouse") press.preventDefault() // else the text beside it is selected
  }
  svg.onclick = event => {
    const found = hold(event)
    if (found) moved(...within(found.axes, event), found.held)
  }
  if (!grasp) return
  const keep = (/** @type {TouchEvent} */ event) => {
    if (event.touches.length === 1 && hold(event.touches[0])?.held) event.preventDefault()
  }
  svg.addEventListener("touchstart", keep, { passive: false })
}
