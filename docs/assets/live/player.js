/** Steps: one card at a time, forward and back, by button, slider, arrow key, swipe, or by themselves. */

import { effect, signal } from "./signals-core.js"
import { belongs, keysOf } from "./link.js"

const PAUSE = 2500 // milliseconds a step
const SWIPE = 48 // pixels

/** @typedef {{ shows?: string[], lights?: string[], brings?: string[] }} Step */

/**
 * What runs by itself while its button is pressed, beat by beat.
 * @param {HTMLElement} button @param {number} pause in milliseconds @param {() => boolean} beat says whether it goes on
 */
export function runner(button, pause, beat) {
  /** @type {number | undefined} */
  let timer
  const go = () => beat() || run(false)
  const run = (on = timer === undefined) => {
    clearInterval(timer)
    timer = undefined
    button.setAttribute("aria-pressed", String(on))
    if (!on) return
    timer = window.setInterval(go, pause)
    go()
  }
  return run
}

export class Player {
  /** @param {HTMLElement} root @param {Step[]} steps */
  constructor(root, steps) {
    this.steps = steps
    this.step = signal(0)
    const bar = /** @type {HTMLElement} */ (root.querySelector(".player"))
    this.slider = /** @type {HTMLInputElement} */ (bar.querySelector("input"))
    this.output = /** @type {HTMLOutputElement} */ (bar.querySelector("output"))
    const last = steps.length - 1
    /** Let it run, or stop it; without a word, whichever it does not do. */
    this.play = runner(/** @type {HTMLElement} */ (bar.querySelector("[data-go=play]")), PAUSE, () => {
      this.step.value = (this.step.peek() % last) + 1
      return this.step.peek() < last
    })
    this.cards = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".steps > li")])
    this.away = [...root.querySelectorAll(".away")]
    this.lines = [...root.querySelectorAll("[data-line]")]
    this.parts = [...root.querySelectorAll("[data-k]")].map(element => ({ element, keys: keysOf(element) }))
    for (const button of bar.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        if (button.dataset.go === "play") this.play()
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
    if (this.steps[step]) this.step.value = step
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way !== undefined) this.go(this.step.peek() + way)
    else if (event.key === " " && event.target === this.slider) this.play()
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
        if (!from) return
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
    const { shows: now = [], lights = [], brings = [] } = this.steps[step]
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
