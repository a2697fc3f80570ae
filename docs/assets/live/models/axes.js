/** Drawings with axes: where a point lies, and how a line or a dot of the drawing gets there. */

/** @typedef {[number, number, number, number, string]} Scale least and greatest value, where they lie, kind */
/** @typedef {{ x: Scale, y: Scale }} Axes */

/** @param {Scale} scale @param {number} value */
function along([least, greatest, from, to, kind], value) {
  const f = kind === "log" ? Math.log10 : (/** @type {number} */ x) => x
  return from + ((f(value) - f(least)) / (f(greatest) - f(least))) * (to - from)
}

/**
 * The value that lies at a place of the drawing, within the axes.
 * @param {Scale} scale @param {number} at
 */
export function back([least, greatest, from, to, kind], at) {
  const part = Math.min(1, Math.max(0, (at - from) / (to - from)))
  return kind === "log" ? least * (greatest / least) ** part : least + part * (greatest - least)
}

/**
 * Where a point lies in the drawing.
 * @param {Axes} axes @param {number} x @param {number} y
 */
export const place = (axes, x, y) => [along(axes.x, x), along(axes.y, y)]

/**
 * Lead a line of the drawing through points.
 * @param {Element} figure @param {string} key @param {Axes} axes @param {[number, number][]} points
 */
export function line(figure, key, axes, points) {
  const way = points.map(([x, y]) => place(axes, x, y).map(at => at.toFixed(2)).join(" "))
  for (const path of figure.querySelectorAll(`[data-k~="${key}"] > path`)) path.setAttribute("d", `M ${way.join(" L ")}`)
}

/**
 * Put a dot of the drawing elsewhere.
 * @param {Element} figure @param {string} key @param {Axes} axes @param {number} x @param {number} y
 */
export function dot(figure, key, axes, x, y) {
  const [left, top] = place(axes, x, y)
  for (const use of figure.querySelectorAll(`[data-k~="${key}"] use`)) {
    use.setAttribute("x", left.toFixed(2))
    use.setAttribute("y", top.toFixed(2))
  }
}
