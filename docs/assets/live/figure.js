/**
 * <bp-figure model="…">: a drawing that Python has made, moved by the model of that name.
 * At rest it is the drawing as it stands in the page.
 */

import { computed, effect, signal } from "./signals-core.js"
import { Links } from "./link.js"
import { at, changed, shown } from "./numbers.js"
import { Player } from "./player.js"
import { drag, scrub } from "./scrub.js"

const NEAR = "600px" // of the window: what is nearer is started
const SILENCE = 400 // milliseconds after the last change, until it is said

/** @typedef {import("./numbers.js").Value} Value */
/** @typedef {import("./numbers.js").Values} Values */
/** @typedef {import("./player.js").Step} Step */

/**
 * What Python has written beside the drawing.
 * @typedef {object} Data
 * @property {Values} state
 * @property {Values} values
 * @property {Record<string, [number, number, number]>} ranges
 * @property {Step[]} steps
 * @property {Record<string, string[]>} needs
 * @property {Record<string, any>} data
 * @property {{ x: [number, number, number, number, string], y: [number, number, number, number, string] }[]} axes
 * @property {number} digits
 */

/**
 * A model: pure functions of the state; `draw` moves what is more than a number.
 * @typedef {object} Model
 * @property {(state: Values, data: Data) => Values} values
 * @property {(figure: HTMLElement, values: Values, data: Data) => void} [draw]
 * @property {Record<string, (state: Values, values: Values, data: Data) => Values>} [actions]
 * @property {(state: Values, data: Data, before: Values) => Values} [settle] the nearest state that makes sense
 */

class BpFigure extends HTMLElement {
  constructor() {
    super()
    /** @type {(value: boolean) => void} */
    let done = () => {}
    /** Comes true once the figure answers. @type {Promise<boolean>} */
    this.ready = new Promise(resolve => (done = resolve))
    this.done = done
    this.started = false
  }

  connectedCallback() {
    const near = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        near.disconnect()
        void this.start()
      },
      { rootMargin: NEAR },
    )
    near.observe(this)
  }

  async start() {
    if (this.started) return
    this.started = true
    const text = this.querySelector('script[type="application/json"]')?.textContent ?? ""
    /** @type {Data} */
    this.data = JSON.parse(text)
    /** @type {Model} */
    const model = await import(`./models/${this.getAttribute("model")}.js`)
    this.model = model
    const data = this.data
    this.state = signal(data.state)
    const state = this.state
    this.values = computed(() => ({ ...state.value, ...model.values(state.value, data) }))
    this.numbers()
    this.knobs()
    this.actions()
    if (model.draw) effect(() => model.draw?.(this, this.values?.value ?? {}, data))
    this.links = new Links(this, data.needs)
    this.matrices()
    if (this.querySelector(".player")) this.player = new Player(this, data.steps)
    this.note()
    this.classList.add("started")
    this.done(true)
  }

  /** Whatever shows a value follows it. */
  numbers() {
    for (const element of this.querySelectorAll("[data-v]")) {
      const key = element.getAttribute("data-v") ?? ""
      const digits = Number(element.getAttribute("data-digits") ?? this.data?.digits)
      const text = element.firstChild ?? element.appendChild(document.createTextNode(""))
      effect(() => {
        text.nodeValue = shown(at(this.values?.value ?? {}, key), digits)
      })
    }
  }

  /** Whatever may be changed can be changed, in the text and in the drawing. */
  knobs() {
    for (const element of this.querySelectorAll("[data-scrub], [data-grip]")) {
      const key = element.getAttribute("data-scrub") ?? element.getAttribute("data-grip") ?? ""
      const [min, max, step] = this.data?.ranges[key] ?? this.data?.ranges[key.split(".")[0]] ?? [0, 0, 0]
      const knob = {
        key,
        get: () => at(this.state?.value ?? {}, key),
        set: (/** @type {number} */ value) => this.set(key, value),
        book: at(this.data?.state ?? {}, key),
        min,
        max,
        step,
        digits: this.data?.digits ?? 4,
      }
      if (element.hasAttribute("data-scrub")) scrub(/** @type {HTMLElement} */ (element), knob)
      else drag(element, knob)
    }
  }

  /** @param {string} key @param {number} value */
  set(key, value) {
    if (!this.state || !this.data || at(this.state.peek(), key) === value) return
    const state = changed(this.state.peek(), key, value)
    this.state.value = this.model?.settle?.(state, this.data, this.state.peek()) ?? state
  }

  actions() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-action]"))) {
      button.addEventListener("click", () => {
        if (!this.state || !this.values || !this.data) return
        const name = button.dataset.action ?? ""
        const action = name === "back" ? () => this.data?.state ?? {} : this.model?.actions?.[name]
        if (action) this.state.value = { ...this.state.peek(), ...action(this.state.peek(), this.values.peek(), this.data) }
      })
    }
  }

  /** The entries of a matrix are reached with the arrow keys. */
  matrices() {
    for (const matrix of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".matrix"))) {
      const entries = /** @type {HTMLElement[]} */ ([...matrix.querySelectorAll(".entry:not([data-scrub])")])
      const columns = Number(matrix.dataset.columns)
      entries.forEach((entry, place) => (entry.tabIndex = place && -1))
      matrix.addEventListener("keydown", event => {
        const place = entries.indexOf(/** @type {HTMLElement} */ (event.target))
        const way = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key]
        if (place < 0 || way === undefined) return
        const next = entries[place + way]
        event.preventDefault()
        if (!next) return
        entries.forEach(entry => (entry.tabIndex = entry === next ? 0 : -1))
        next.focus()
      })
    }
  }

  /** Say that the numbers are the reader's own, and what they are, once the hand rests. */
  note() {
    const said = this.querySelector(".live-said")
    const data = this.data
    /** @type {number | undefined} */
    let timer
    effect(() => {
      const own = JSON.stringify(this.state?.value) !== JSON.stringify(data?.state)
      const values = this.values?.value ?? {}
      this.classList.toggle("own", own)
      for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.querySelectorAll("[data-action=back]"))) {
        button.disabled = !own
      }
      if (timer === undefined) return void (timer = 0) // nothing has changed yet
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        const sentence = /** @type {HTMLElement | null} */ (this.querySelector(".says"))
        const words = said?.getAttribute("data-says")?.match(/\S+/g) ?? []
        const list = words.map(key => `${key} ${shown(at(values, key), data?.digits ?? 4)}`).join(", ")
        if (said) said.textContent = sentence?.innerText ?? list
      }, SILENCE)
    })
  }

  /** For the tests: everything in full precision. */
  probe() {
    return { state: this.state?.peek(), values: this.values?.peek(), step: this.player?.step.peek() ?? null }
  }
}

customElements.define("bp-figure", BpFigure)
