/** A hand on a drawing with axes: a mouse or a finger moves along, and the model hears where it is. */

import { back } from "./axes.js"

const STIR = 4 // pixels: less is a tap

/**
 * Hear of a hand between the axes, once for each figure; up and down scroll the page as ever.
 * @param {HTMLElement} figure @param {import("./axes.js").Axes} axes @param {(x: number) => void} moved
 */
export function follow(figure, axes, moved) {
  const svg = /** @type {SVGSVGElement | null} */ (figure.querySelector("svg.figure"))
  if (!svg || svg.style.touchAction) return
  svg.style.touchAction = "pan-y"
  const place = (/** @type {MouseEvent} */ event) =>
    new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse())
  const [bottom, top] = [axes.y[2], axes.y[3]]
  const hear = (/** @type {MouseEvent} */ event) => moved(back(axes.x, place(event).x))
  const inside = (/** @type {MouseEvent} */ event) => place(event).y > top && place(event).y < bottom
  svg.onpointerdown = press => {
    if (press.button !== 0 || !inside(press)) return
    svg.setPointerCapture(press.pointerId)
    svg.onpointermove = event => {
      if (Math.abs(event.clientX - press.clientX) > STIR || event.pointerType === "mouse") hear(event)
    }
    svg.onpointerup = svg.onpointercancel = () => (svg.onpointermove = null)
    if (press.pointerType === "mouse") press.preventDefault() // else the text beside it is selected
  }
  svg.onclick = event => {
    if (inside(event)) hear(event)
  }
}
