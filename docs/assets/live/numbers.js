/** Numbers: how they are shown, and how they are found by their key. */

/** @typedef {number | number[] | number[][]} Value */
/** @typedef {Record<string, Value>} Values */

/**
 * A number as figures show it: rounded (a tie goes to the even digit), without trailing zeros; a tiny or a
 * huge one with its power of ten. `bookdraw.live.shown` does the same.
 * @param {number} value
 * @param {number} digits
 */
export function shown(value, digits) {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "?"
  let text = rounded(value, digits)
  if ((Number(text) === 0 && value !== 0) || Math.abs(value) >= 1e7) {
    text = value.toExponential(0).replace("+", "")
  } else if (text.includes(".")) {
    text = text.replace(/\.?0+$/, "")
  }
  return text === "-0" ? "0" : text.replaceAll("-", "−")
}

/**
 * `toFixed` rounds the exact value, as Python does, but a tie away from zero.
 * @param {number} value
 * @param {number} digits
 */
function rounded(value, digits) {
  const text = value.toFixed(digits)
  const rest = value.toFixed(Math.min(100, digits + 60)).split(".")[1]?.slice(digits) ?? ""
  const last = Number(text.at(-1))
  if (!/^50*$/.test(rest) || last % 2 === 0) return text
  return (Number(text) - Math.sign(value) * 10 ** -digits).toFixed(digits)
}

/**
 * What a reader has typed: a decimal with point or comma, or a fraction; null where it is no number.
 * @param {string} text
 */
export function typed(text) {
  const plain = text.replaceAll("−", "-").replaceAll(",", ".").replace(/\s/g, "")
  const match = /^(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d{1,2})?)(?:\/(\d+\.?\d*))?$/i.exec(plain)
  if (match === null) return null
  const value = Number(match[1]) / (match[2] === undefined ? 1 : Number(match[2]))
  return Number.isFinite(value) ? value : null
}

/**
 * The number behind a key such as `f`, `delta2.3` (of a column) or `W2.3.1`; entries count from 1.
 * @param {Values} values
 * @param {string} key
 * @returns {number}
 */
export function at(values, key) {
  const [name, ...places] = key.split(".")
  /** @type {any} */
  let found = values[name]
  for (const place of places) found = found?.[Number(place) - 1]
  if (Array.isArray(found) && found.length === 1) found = found[0]
  if (typeof found !== "number") throw new Error(`there is no number ${key}`)
  return found
}

/**
 * Values in which one number is another; the old ones stay as they are.
 * @param {Values} values
 * @param {string} key
 * @param {number} value
 * @returns {Values}
 */
export function changed(values, key, value) {
  const [name, ...places] = key.split(".")
  const copy = structuredClone(values)
  if (places.length === 0) return { ...copy, [name]: value }
  /** @type {any} */
  let inner = copy[name]
  for (const place of places.slice(0, -1)) inner = inner[Number(place) - 1]
  const last = Number(places.at(-1)) - 1
  if (Array.isArray(inner[last])) inner[last][0] = value
  else inner[last] = value
  return copy
}
