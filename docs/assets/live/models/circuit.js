/** The circuit f = σ((a + b) c): forward, backward, and a step along the gradient. */

/** @typedef {import("../numbers.js").Values} Values */
/** @typedef {{ a: number, b: number, c: number, eta: number }} State */

/** @param {number} z */
const sigmoid = z => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)))

/** @param {State} state */
function run({ a, b, c }) {
  const d = a + b
  const e = d * c
  const f = sigmoid(e)
  const grad_f = 1
  const grad_e = sigmoid(e) * sigmoid(-e) * grad_f
  const grad_d = c * grad_e
  const grad_c = d * grad_e
  return { d, e, f, grad_f, grad_e, grad_d, grad_c, grad_a: grad_d, grad_b: grad_d }
}

/** @param {State} state @param {ReturnType<typeof run>} found @returns {State} */
function stepped({ a, b, c, eta }, { grad_a, grad_b, grad_c }) {
  return { a: a + eta * grad_a, b: b + eta * grad_b, c: c + eta * grad_c, eta }
}

/** @param {Values} values @param {{ state: Values }} data @returns {Values} */
export function values(values, data) {
  const state = /** @type {State} */ (/** @type {unknown} */ (values))
  const book = /** @type {State} */ (/** @type {unknown} */ (data.state))
  const found = run(state)
  const start = run(book)
  const promise = (/** @type {State} */ from, /** @type {State} */ to, /** @type {ReturnType<typeof run>} */ at) =>
    at.grad_a * (to.a - from.a) + at.grad_b * (to.b - from.b) + at.grad_c * (to.c - from.c)
  const next = stepped(state, found)
  return {
    ...found,
    moved_promise: promise(book, state, start),
    moved_change: found.f - start.f,
    step_promise: found.f + promise(state, next, found),
    step_result: run(next).f,
  }
}

export const actions = {
  /** @param {Values} values @param {Values} found @returns {Values} */
  step(values, found) {
    const state = /** @type {State} */ (/** @type {unknown} */ (values))
    return { ...stepped(state, /** @type {any} */ (found)) }
  },
}
