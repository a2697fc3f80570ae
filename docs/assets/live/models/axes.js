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

const FAR = 4000 // points: what is further away is drawn here, out of sight

/** @type {(axes: Axes, point: [number, number]) => string[]} */
const written = (axes, [x, y]) => place(axes, x, y).map(at => Math.min(FAR, Math.max(-FAR, at)).toFixed(2))

/**
 * Lead a line of the drawing through points; several lines follow each other.
 * @param {Element} figure @param {string} key @param {Axes} axes @param {[number, number][][]} ways
 */
export function line(figure, key, axes, ...ways) {
  const d = ways.map(points => `M ${points.map(point => written(axes, point).join(" ")).join(" L ")}`).join(" ")
  for (const path of figure.querySelectorAll(`[data-k~="${key}"] > path`)) path.setAttribute("d", d)
}

/**
 * Put dots of the drawing elsewhere, one after the other; where there are more of them than places, all others
 * to the last place.
 * @param {Element} figure @param {string} key @param {Axes} axes @param {[number, number][]} points
 */
export function dots(figure, key, axes, points) {
  figure.querySelectorAll(`[data-k~="${key}"] use`).forEach((use, number) => {
    const [left, top] = written(axes, points[Math.min(number, points.length - 1)])
    use.setAttribute("x", left)
    use.setAttribute("y", top)
  })
}

/**
 * Put a dot of the drawing elsewhere.
 * @param {Element} figure @param {string} key @param {Axes} axes @param {number} x @param {number} y
 */
export const dot = (figure, key, axes, x, y) => dots(figure, key, axes, [[x, y]])
