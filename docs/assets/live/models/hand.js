/** A hand on a drawing with axes: a mouse or a finger moves along, and the model hears where it is. */

import { back } from "./axes.js"

const STIR = 4 // pixels: less is a tap

/** @typedef {import("./axes.js").Axes} Axes */

/**
 * Hear of a hand between one of the axes, once for each figure; a finger that goes up or down scrolls the page as ever.
 * @param {HTMLElement} figure @param {Axes[]} panels @param {(x: number, y: number) => void} moved
 */
export function follow(figure, panels, moved) {
  const svg = /** @type {SVGSVGElement | null} */ (figure.querySelector("svg.figure"))
  if (!svg || svg.style.touchAction) return
  svg.style.touchAction = "pan-y pinch-zoom"
  const place = (/** @type {MouseEvent} */ event) =>
    new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse())
  const around = (/** @type {MouseEvent} */ event) => panels.find(({ y }) => place(event).y > y[3] && place(event).y < y[2])
  const hear = (/** @type {Axes | undefined} */ axes, /** @type {MouseEvent} */ event) => {
    if (axes) moved(back(axes.x, place(event).x), back(axes.y, place(event).y))
  }
  svg.onpointerdown = press => {
    const axes = around(press)
    if (press.button !== 0 || !axes) return
    svg.setPointerCapture(press.pointerId)
    svg.onpointermove = event => {
      if (Math.abs(event.clientX - press.clientX) > STIR || event.pointerType === "mouse") hear(axes, event)
    }
    svg.onpointerup = svg.onpointercancel = () => (svg.onpointermove = null)
    if (press.pointerType === "mouse") press.preventDefault() // else the text beside it is selected
  }
  svg.onclick = event => hear(around(event), event)
}
