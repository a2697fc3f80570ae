/** @typedef {import("../numbers.js").Values} Values */

/** @param {any} state @returns {Values} */
export const values = ({ a, b }) => ({ d: a + b })
