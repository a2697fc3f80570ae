/** A number that answers the hand: it is dragged sideways, changed with the arrow keys, or typed. */

import { effect } from "./signals-core.js"
import { shown, typed } from "./numbers.js"

const PIXELS = 6 // of the pointer's way for one step

/**
 * @typedef {object} Knob
 * @property {string} key
 * @property {() => number} get
 * @property {(value: number) => void} set
 * @property {number} book the value that it has in the book
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {number} digits
 */

/**
 * A value that a step leads to, without the dust of binary fractions.
 * @param {Knob} knob
 * @param {number} value
 */
function within(knob, value) {
  return Math.min(knob.max, Math.max(knob.min, Number(value.toPrecision(12))))
}

/**
 * Let an element be dragged sideways; up and down scroll the page as ever.
 * @param {Element} element
 * @param {Knob} knob
 * @param {() => void} grabbed
 */
export function drag(element, knob, grabbed = () => {}) {
  const target = /** @type {HTMLElement | SVGElement} */ (element)
  target.style.touchAction = "pan-y"
  target.addEventListener("pointerdown", event => {
    const press = /** @type {PointerEvent} */ (event)
    if (press.button !== 0) return
    const from = knob.get()
    grabbed()
    target.setPointerCapture(press.pointerId)
    const move = (/** @type {PointerEvent} */ now) => {
      const steps = Math.round((now.clientX - press.clientX) / PIXELS)
      knob.set(steps === 0 ? from : within(knob, from + steps * knob.step))
    }
    const end = () => {
      target.removeEventListener("pointermove", /** @type {EventListener} */ (move))
      for (const name of ["pointerup", "pointercancel"]) target.removeEventListener(name, end)
    }
    target.addEventListener("pointermove", /** @type {EventListener} */ (move))
    for (const name of ["pointerup", "pointercancel"]) target.addEventListener(name, end)
    if (press.pointerType === "mouse") press.preventDefault() // else the text beside it is selected
  })
}

/**
 * Make an element of the text a number to be changed.
 * @param {HTMLElement} element
 * @param {Knob} knob
 */
export function scrub(element, knob) {
  element.setAttribute("role", "spinbutton")
  element.setAttribute("aria-label", knob.key.replaceAll(".", " "))
  element.setAttribute("aria-valuemin", String(knob.min))
  element.setAttribute("aria-valuemax", String(knob.max))
  element.tabIndex = 0
  effect(() => {
    element.setAttribute("aria-valuenow", String(knob.get()))
    element.setAttribute("aria-valuetext", shown(knob.get(), knob.digits))
  })
  drag(element, knob, () => element.focus({ preventScroll: true }))
  element.addEventListener("keydown", event => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return
    const far = event.shiftKey ? 10 : 1
    const value = knob.get()
    const next = {
      ArrowRight: value + far * knob.step,
      ArrowUp: value + far * knob.step,
      ArrowLeft: value - far * knob.step,
      ArrowDown: value - far * knob.step,
      PageUp: value + 10 * knob.step,
      PageDown: value - 10 * knob.step,
      Home: knob.min,
      End: knob.max,
      Delete: knob.book,
      Backspace: knob.book,
    }[event.key]
    if (next !== undefined) knob.set(within(knob, next))
    else if (event.key === "Enter") type(element, knob, shown(value, 12))
    else if (/^[\d.,−-]$/.test(event.key)) type(element, knob, event.key, false)
    else return
    event.preventDefault()
  })
  element.addEventListener("dblclick", () => type(element, knob, shown(knob.get(), 12)))
}

/**
 * Let a reader type the number: Enter takes it, Escape leaves the old one.
 * @param {HTMLElement} element
 * @param {Knob} knob
 * @param {string} text
 */
function type(element, knob, text, whole = true) {
  if (element.querySelector("input")) return
  const input = document.createElement("input")
  input.inputMode = "decimal"
  input.autocomplete = "off"
  input.setAttribute("aria-label", element.getAttribute("aria-label") ?? "")
  input.value = text
  element.append(input)
  input.focus()
  if (whole) input.select()
  const close = (/** @type {boolean} */ take) => {
    if (!input.isConnected) return
    const value = take ? typed(input.value) : null
    input.removeEventListener("blur", leave)
    input.remove()
    if (value !== null) knob.set(within(knob, value))
  }
  const leave = () => close(true)
  input.addEventListener("blur", leave)
  input.addEventListener("pointerdown", event => event.stopPropagation())
  input.addEventListener("keydown", event => {
    event.stopPropagation()
    if (event.key !== "Enter" && event.key !== "Escape") return
    if (event.key === "Enter" && typed(input.value) === null) {
      input.setAttribute("aria-invalid", "true")
      return
    }
    close(event.key === "Enter")
    element.focus({ preventScroll: true })
    event.preventDefault()
  })
}
