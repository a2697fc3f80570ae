/** One key on a formula's symbol, a line of code, a number, a part of the drawing: touch one, and all light up. */

/**
 * @param {Element} element
 * @returns {string[]}
 */
export function keysOf(element) {
  return (element.getAttribute("data-k") ?? "").split(" ").filter(Boolean)
}

/**
 * Tell whether one key is another, or an entry of it; a star in the other is any place.
 * @param {string} key
 * @param {string} other
 */
export function belongs(key, other) {
  const own = key.split(".")
  return other.split(".").every((part, place) => (part === "*" && place in own) || part === own[place])
}

/**
 * What a key is made from: by `{"z.j": ["W.j", "x"]}`, `z.2` is made from `W.2` and all of `x`.
 * @param {string} key
 * @param {Record<string, string[]>} needs
 * @returns {string[]}
 */
export function sourcesOf(key, needs) {
  const [name, ...places] = key.split(".")
  for (const [pattern, sources] of Object.entries(needs)) {
    const [same, ...letters] = pattern.split(".")
    if (same !== name || letters.length < places.length) continue
    const meant = Object.fromEntries(letters.map((letter, at) => [letter, places[at] ?? "*"]))
    return sources.map(source => source.split(".").map((part, at) => (at > 0 && meant[part]) || part).join("."))
  }
  return []
}

export class Links {
  /** @param {Element} root @param {Record<string, string[]>} needs what a key is made from */
  constructor(root, needs) {
    this.needs = needs
    this.parts = [...root.querySelectorAll("[data-k]")].map(element => ({ element, keys: keysOf(element) }))
    this.lines = [...root.querySelectorAll("[data-line]")]
    /** @type {Element | null} what a tap has lit */
    this.held = null
    /** @type {Element | null} the symbol that the keys have reached */
    this.walked = null
    root.addEventListener("pointerover", event => {
      if (/** @type {PointerEvent} */ (event).pointerType === "mouse") this.touch(part(event))
    })
    root.addEventListener("pointerleave", () => this.touch(null))
    root.addEventListener("focusin", event => this.touch(part(event)))
    root.addEventListener("focusout", () => this.touch((this.walked = null)))
    root.addEventListener("keydown", event => this.walk(/** @type {KeyboardEvent} */ (event)))
    root.addEventListener("click", event => {
      const element = part(event)
      this.held = element === this.held ? null : element
      this.touch(this.held)
    })
  }

  /** @param {Element | null} element */
  touch(element) {
    this.light((element ?? this.held) ? keysOf(/** @type {Element} */ (element ?? this.held)) : [])
  }

  /** In a formula that has the focus, up and down lead from symbol to symbol. @param {KeyboardEvent} event */
  walk(event) {
    const formula = /** @type {Element} */ (event.target)
    const symbols = formula.matches(".formula") ? [...formula.querySelectorAll("[data-k]")] : []
    const next = symbols[symbols.indexOf(/** @type {Element} */ (this.walked)) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)]
    if (!next) return
    event.preventDefault()
    this.touch((this.walked = next))
  }

  /** Light what has these keys, and more softly what they are made from. @param {string[]} keys */
  light(keys) {
    const sources = keys.flatMap(key => sourcesOf(key, this.needs))
    const touches = (/** @type {string} */ key, /** @type {string} */ other) => belongs(key, other) || belongs(other, key)
    for (const { element, keys: own } of this.parts) {
      const lit = own.some(key => keys.some(other => touches(key, other)))
      element.classList.toggle("lit", lit)
      element.classList.toggle("source", !lit && own.some(key => sources.some(other => touches(key, other))))
    }
    for (const line of this.lines) {
      line.classList.toggle("lit", keys.some(key => belongs(key, line.getAttribute("data-line") ?? "")))
    }
  }
}

/** @param {Event} event */
function part(event) {
  return /** @type {Element} */ (event.target).closest("[data-k]")
}
