// Guess, then check: the box beside an exercise. What a reader types stays on the reader's machine.

import { words } from "./words.js"

/** A number, exactly: n/d with d > 0. @typedef {{ n: bigint, d: bigint }} Ratio */
/** @typedef {{ value: Ratio, digits: number }} Guess   digits: after the point, as typed; Infinity for a fraction */
/** @typedef {{ value: string, say: Node | string }} Wrong */

const MINUS = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g
const NUMBER = /^([-+]?)(\d*)(?:\.(\d*))?(?:e([-+]?\d{1,3}))?$/i

/** @param {bigint} n */
const size = n => (n < 0n ? -n : n)

/**
 * Read what a reader types: 0.25, −3, 0,25, 1/4, 1 1/2, ½, 2.5e-3, 25 %.
 * @param {string} typed
 * @returns {Guess[]} the ways to understand it; none where it is no number
 */
export function read(typed) {
  let text = typed.replace(/(\d)(?=[\u00BC-\u00BE\u2150-\u215E])/g, "$1 ").normalize("NFKC").replace(MINUS, "-").replace(/\u2044/g, "/").trim()
  text = text.replace(/^[=≈~]\s*/, "").replace(/\s*[·×*]\s*10\s*\^?\s*/, "e")
  const percent = text.endsWith("%")
  if (percent) text = text.slice(0, -1).trim()
  const mixed = /^([-+]?)\s*(\d+)\s+(\d+)\s*\/\s*(\d+)$/.exec(text)
  const parts = mixed ? [] : text.split("/")
  /** @type {Guess | undefined} */
  let found
  if (mixed) {
    const [, sign, whole, above, below] = mixed
    const d = BigInt(below)
    const n = BigInt(whole) * d + BigInt(above)
    if (d !== 0n) found = { value: { n: sign === "-" ? -n : n, d }, digits: Infinity }
  } else if (parts.length === 1) found = decimal(parts[0])
  else if (parts.length === 2) {
    const [above, below] = parts.map(decimal)
    if (above && below && below.value.n !== 0n) {
      const n = above.value.n * below.value.d
      const d = above.value.d * below.value.n
      found = { value: d < 0n ? { n: -n, d: -d } : { n, d }, digits: Infinity }
    }
  }
  if (!found) return []
  const share = { value: { n: found.value.n, d: found.value.d * 100n }, digits: found.digits + 2 }
  return percent ? [share, found] : [found]
}

/**
 * @param {string} text
 * @returns {Guess | undefined}
 */
function decimal(text) {
  let plain = text.replace(/[\s_']/g, "")
  if (plain.includes(",") && plain.includes(".")) plain = plain.replaceAll(",", "")
  const match = NUMBER.exec(plain.replace(",", "."))
  if (!match || !(match[2] || match[3])) return undefined
  const [, sign, whole, part = "", power = "0"] = match
  const shift = Number(power) - part.length
  const n = BigInt(`${whole}${part}`) * 10n ** BigInt(Math.max(shift, 0))
  return { value: { n: sign === "-" ? -n : n, d: 10n ** BigInt(Math.max(-shift, 0)) }, digits: Math.max(-shift, 0) }
}

/**
 * Return a number in units of its last digit, rounded: a half either way.
 * @param {Ratio} value
 * @param {number} digits
 * @returns {bigint[]}
 */
function rounded({ n, d }, digits) {
  const scaled = size(n) * 10n ** BigInt(digits)
  const below = scaled / d
  const rest = (scaled % d) * 2n
  const sizes = rest < d ? [below] : rest > d ? [below + 1n] : [below, below + 1n]
  return n < 0n ? sizes.map(units => -units) : sizes
}

/**
 * Whether a number is another one when it is rounded to that one's digits.
 * @param {Ratio} value
 * @param {Guess} other
 */
const roundsTo = (value, other) => rounded(value, other.digits).includes(rounded(other.value, other.digits)[0])

/** @param {string} text */
function known(text) {
  const [found] = read(text)
  return found
}

/**
 * Whether two numbers have the same digits and differ in where the point is.
 * @param {Ratio} guess
 * @param {Guess} answer
 */
function shifted(guess, answer) {
  const units = String(size(rounded(answer.value, answer.digits)[0])).replace(/0+$/, "")
  if (units === "" || guess.n === 0n) return false
  const exact = units.length < 3 // of a number like 1, many begin with its digits
  for (let power = -6; power <= 6; power++) {
    if (power === 0) continue
    const [up, down] = [10n ** BigInt(Math.max(power, 0)), 10n ** BigInt(Math.max(-power, 0))]
    const moved = { n: size(guess.n) * up, d: guess.d * down }
    const same = { value: { n: size(answer.value.n), d: answer.value.d }, digits: answer.digits }
    if (exact ? moved.n * same.value.d === same.value.n * moved.d : roundsTo(moved, same)) return true
  }
  return false
}

/**
 * Say in words what a guess is worth.
 * @param {string} typed
 * @param {string} text      the answer, with the digits that are asked for
 * @param {Wrong[]} wrong    the wrong answers that are known, and why
 * @returns {{ verdict: string, say: Node | string }}
 */
export function judge(typed, text, wrong) {
  const said = words.predict
  const answer = known(text)
  const shown = text.replace("-", "\u2212")
  /** @param {string} verdict @param {Node | string} [say] */
  const verdict = (verdict, say) => ({
    verdict,
    say: say ?? said[verdict]?.replace("{answer}", shown).replace("{digits}", String(answer.digits)) ?? "",
  })
  const guesses = read(typed)
  if (guesses.length === 0) return verdict("unreadable")
  if (guesses.some(({ value }) => roundsTo(value, answer))) return verdict("right")
  for (const { value, say } of wrong)
    if (guesses.some(guess => roundsTo(guess.value, { ...known(value), digits: answer.digits })))
      return verdict("known", say)
  const [{ value, digits }] = guesses
  const coarse = { value, digits }
  if (digits < answer.digits && value.n !== 0n) {
    if (roundsTo(answer.value, coarse)) return verdict(answer.digits === 1 ? "coarse_one" : "coarse_many")
    for (const { value: other, say } of wrong) if (roundsTo(known(other).value, coarse)) return verdict("known", say)
  }
  const opposite = value.n < 0n !== answer.value.n < 0n
  if (value.n !== 0n && roundsTo({ n: -value.n, d: value.d }, answer)) return verdict("sign")
  if (shifted(value, answer)) return verdict(opposite ? "sign_and_ten" : "ten")
  const [units] = rounded(answer.value, answer.digits)
  const apart = rounded(value, answer.digits).map(found => size(found - units))
  if (apart.some(units_ => units_ <= 3n) && size(units) >= 100n) return verdict("near")
  return verdict("wrong")
}

class Predict extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form")
    const field = this.querySelector("input")
    const status = this.querySelector("[role=status]")
    if (!form || !field || !status) return
    const key = `guess:${this.getAttribute("key")}`
    const wrong = [...this.querySelectorAll("template")].map(reason => ({
      value: reason.getAttribute("wrong") ?? "",
      say: reason.content,
    }))
    field.value ||= remembered(key) // who was faster than this script keeps what they typed
    form.addEventListener("submit", event => {
      event.preventDefault()
      const { verdict, say } = judge(field.value, this.getAttribute("answer") ?? "", wrong)
      this.dataset.verdict = verdict
      status.replaceChildren(typeof say === "string" ? say : say.cloneNode(true))
      remember(key, field.value)
    })
    field.addEventListener("input", () => {
      delete this.dataset.verdict
      status.replaceChildren()
    })
  }
}

/** @param {string} key */
function remembered(key) {
  try {
    return localStorage.getItem(key) ?? ""
  } catch {
    return "" // a browser that keeps nothing
  }
}

/** @param {string} key @param {string} value */
function remember(key, value) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // a browser that keeps nothing
  }
}

if (!customElements.get("bp-predict")) customElements.define("bp-predict", Predict)
