/** Steps: one card at a time, forward and back, by button, slider, arrow key, swipe, or by themselves. */

import { effect, signal } from "./signals-core.js"
import { belongs, keysOf } from "./link.js"

const PAUSE = 2500 // milliseconds a step
const SWIPE = 48 // pixels

/** @typedef {{ shows?: string[], lights?: string[], brings?: string[] }} Step */

export class Player {
  /** @param {HTMLElement} root @param {Step[]} steps */
  constructor(root, steps) {
    this.root = root
    this.steps = steps
    this.step = signal(0)
    const bar = /** @type {HTMLElement} */ (root.querySelector(".player"))
    this.slider = /** @type {HTMLInputElement} */ (bar.querySelector("input"))
    this.output = /** @type {HTMLOutputElement} */ (bar.querySelector("output"))
    this.playing = /** @type {HTMLButtonElement} */ (bar.querySelector("[data-go=play]"))
    this.cards = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".steps > li")])
    this.away = [...root.querySelectorAll(".away")]
    this.lines = [...root.querySelectorAll("[data-line]")]
    this.parts = [...root.querySelectorAll("[data-k]")].map(element => ({ element, keys: keysOf(element) }))
    /** @type {number | undefined} */
    this.timer = undefined
    for (const button of bar.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        if (button.dataset.go === "play") this.play(this.timer === undefined)
        else this.go(this.step.peek() + Number(button.dataset.go))
      })
    }
    this.slider.addEventListener("input", () => this.go(Number(this.slider.value)))
    bar.addEventListener("keydown", event => this.key(event))
    this.swipe(/** @type {HTMLElement} */ (root.querySelector(".steps")))
    effect(() => this.show(this.step.value))
  }

  /** @param {number} step */
  go(step) {
    this.play(false)
    this.step.value = Math.min(this.steps.length - 1, Math.max(0, step))
  }

  /** @param {boolean} on */
  play(on) {
    clearInterval(this.timer)
    this.timer = undefined
    this.playing.setAttribute("aria-pressed", String(on))
    if (!on) return
    const last = this.steps.length - 1
    if (this.step.peek() === last) this.step.value = 0
    this.step.value += 1
    this.timer = window.setInterval(() => {
      this.step.value += 1
      if (this.step.peek() === last) this.play(false)
    }, PAUSE)
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way !== undefined) this.go(this.step.peek() + way)
    else if (event.key === " " && event.target === this.slider) this.play(this.timer === undefined)
    else return
    event.preventDefault()
  }

  /** @param {HTMLElement} cards */
  swipe(cards) {
    /** @type {Touch | undefined} */
    let from
    cards.addEventListener("touchstart", event => (from = event.touches[0]), { passive: true })
    cards.addEventListener(
      "touchend",
      event => {
        const to = event.changedTouches[0]
        if (from === undefined) return
        const across = to.clientX - from.clientX
        if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(to.clientY - from.clientY)) {
          this.go(this.step.peek() - Math.sign(across))
        }
        from = undefined
      },
      { passive: true },
    )
  }

  /** Show one step: its card, what has appeared so far, and what it is about. @param {number} step */
  show(step) {
    const now = this.steps[step].shows ?? []
    const { lights = [], brings = [] } = this.steps[step]
    const later = step === 0 ? [] : this.steps.slice(step + 1).flatMap(({ shows }) => shows ?? [])
    this.slider.value = String(step)
    this.output.textContent = `${step} / ${this.steps.length - 1}`
    this.cards.forEach((card, place) => {
      card.classList.toggle("current", place === step)
      card.inert = place !== step
    })
    for (const line of this.lines) line.classList.toggle("now", now.includes(line.getAttribute("data-line") ?? ""))
    for (const element of this.away) {
      element.classList.toggle("away", !keysOf(element).some(key => brings.some(name => belongs(key, name))))
    }
    for (const { element, keys } of this.parts) {
      const any = (/** @type {string[]} */ names) => keys.some(key => names.some(name => belongs(key, name)))
      element.classList.toggle("now", any(now))
      element.classList.toggle("used", !any(now) && any(lights))
      element.classList.toggle("later", keys.every(key => later.some(name => belongs(key, name))))
    }
  }
}
