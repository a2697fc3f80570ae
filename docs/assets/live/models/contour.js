/** Where a function on a plane is positive: marching squares, whose pieces are joined to closed ways. */

/** @typedef {[number, number]} Point */

// By the corners at which the function is positive (1, 2, 4, 8, anticlockwise from the lower left): by which
// sides a way enters and leaves the square, with these corners to its left (0 is below, then anticlockwise).
const WAYS = ["", "03", "10", "13", "21", "03,21", "20", "23", "32", "02", "10,32", "12", "31", "01", "30", ""]

/**
 * The ways around all places where a function is positive, among ticks that both axes share.
 * @param {number[]} ticks @param {(x: number, y: number) => number} f
 * @returns {Point[][]}
 */
export function contour(ticks, f) {
  const n = ticks.length
  // A frame of places that are not positive lies upon the border, so that every way is closed.
  const tick = (/** @type {number} */ i) => ticks[Math.min(n - 1, Math.max(0, i - 1))]
  const z = Array.from({ length: n + 2 }, (_, j) =>
    Array.from({ length: n + 2 }, (_, i) => (i % (n + 1) && j % (n + 1) ? f(tick(i), tick(j)) : -1)),
  )
  /** Where a way crosses the side that goes from a corner to the right or up. @type {(i: number, j: number, up: number) => Point} */
  const crossing = (i, j, up) => {
    const t = z[j][i] / (z[j][i] - z[j + up][i + 1 - up])
    const between = (/** @type {number} */ k, /** @type {number} */ step) => tick(k) + t * (tick(k + step) - tick(k))
    return [between(i, 1 - up), between(j, up)]
  }
  /** The side where a piece begins → the side where it ends. @type {Map<string, string>} */
  const pieces = new Map()
  for (let j = 0; j <= n; j++) {
    for (let i = 0; i <= n; i++) {
      const corners = [z[j][i], z[j][i + 1], z[j + 1][i + 1], z[j + 1][i]]
      const ways = WAYS[corners.reduce((sum, corner, k) => sum + (corner > 0 ? 1 << k : 0), 0)]
      if (!ways) continue
      const sides = [`${i},${j},0`, `${i + 1},${j},1`, `${i},${j + 1},0`, `${i},${j},1`]
      for (const [from, to] of ways.split(",")) pieces.set(sides[Number(from)], sides[Number(to)])
    }
  }
  const found = []
  for (const first of pieces.keys()) {
    /** @type {Point[]} */
    const way = []
    for (let side = first, next; (next = pieces.get(side)); side = next) {
      pieces.delete(side)
      const [i, j, up] = side.split(",").map(Number)
      way.push(crossing(i, j, up))
    }
    found.push([...way, way[0]])
  }
  return found
}
