/** What networks of sigmoid units need of matrices; a column is a matrix with one entry a row. */

/** @typedef {number[][]} Matrix */

/** @param {number} z */
export const sigmoid = z => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)))

/** @param {number} z */
export const slope = z => sigmoid(z) * sigmoid(-z)

/** @param {(x: number) => number} f @param {Matrix} a @returns {Matrix} */
export const map = (f, a) => a.map(row => row.map(f))

/** @param {(x: number, y: number) => number} f @param {Matrix} a @param {Matrix} b @returns {Matrix} */
export const zip = (f, a, b) => a.map((row, j) => row.map((x, k) => f(x, b[j][k])))

/** @param {Matrix} a @returns {Matrix} */
export const transposed = a => a[0].map((_, k) => a.map(row => row[k]))

/** @param {Matrix} a @param {Matrix} b @returns {Matrix} */
export const product = (a, b) =>
  a.map(row => b[0].map((_, k) => row.reduce((sum, x, j) => sum + x * b[j][k], 0)))

/** @type {(a: Matrix, b: Matrix) => Matrix} */
export const sum = (a, b) => zip((x, y) => x + y, a, b)

/** @type {(a: Matrix, b: Matrix) => Matrix} */
export const difference = (a, b) => zip((x, y) => x - y, a, b)

/** @type {(a: Matrix, b: Matrix) => Matrix} */
export const hadamard = (a, b) => zip((x, y) => x * y, a, b)
