/** One key on a formula's symbol, a line of code, a number, a part of the drawing: touch one, and all light up. */

/**
 * @param {Element} element
 * @returns {string[]}
 */
export function keysOf(element) {
  return (element.getAttribute("data-k") ?? "").split(" ").filter(Boolean)
}

/**
 * Tell whether one key is another, or an entry of it, or what it is an entry of.
 * @param {string} key
 * @param {string} other
 */
export function belongs(key, other) {
  return key === other || key.startsWith(`${other}.`)
}

export class Links {
  /** @param {Element} root @param {Record<string, string[]>} needs what a key is made from */
  constructor(root, needs) {
    this.root = root
    this.needs = needs
    this.parts = [...root.querySelectorAll("[data-k]")].map(element => ({ element, keys: keysOf(element) }))
    /** @type {Element | null} what a tap has lit */
    this.held = null
    root.addEventListener("pointerover", event => {
      if (/** @type {PointerEvent} */ (event).pointerType === "mouse") this.touch(part(event))
    })
    root.addEventListener("pointerleave", () => this.touch(null))
    root.addEventListener("focusin", event => this.touch(part(event)))
    root.addEventListener("focusout", () => this.touch(null))
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

  /** Light what has these keys, and more softly what they are made from. @param {string[]} keys */
  light(keys) {
    const sources = keys.flatMap(key => this.needs[key] ?? [])
    for (const { element, keys: own } of this.parts) {
      const lit = own.some(key => keys.some(other => belongs(key, other)))
      element.classList.toggle("lit", lit)
      element.classList.toggle("source", !lit && own.some(key => sources.some(other => belongs(key, other))))
    }
  }
}

/** @param {Event} event */
function part(event) {
  return /** @type {Element} */ (event.target).closest("[data-k]")
}
