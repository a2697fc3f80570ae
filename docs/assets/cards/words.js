// What these scripts say, and where the site begins as seen from this page: data that the page brings along.

/**
 * @typedef {object} Words
 * @property {string} base            the way from this page to the site's root
 * @property {string} preview         the name of a card, for those who do not see it
 * @property {string} there           the link to what a card shows
 * @property {string} copy            the button beside an equation
 * @property {string} copied          what it says when it has copied
 * @property {string} not_copied      what it says when the browser did not let it
 * @property {{ label: string, address: string }[]} check   the links below a note about an inline formula
 * @property {string} copy_code       the button beside a listing
 * @property {string} copied_code     what it says when it has copied
 * @property {Record<string, string>} search    what the search says
 * @property {Record<string, string>} predict   the answers of a box that asks for a guess
 */

/** @type {Words} */
export const words = JSON.parse(document.getElementById("book-cards")?.textContent ?? "null") ?? {
  base: ".",
  preview: "",
  there: "",
  copy: "",
  copied: "",
  not_copied: "",
  check: [],
  predict: {},
  copy_code: "",
  copied_code: "",
  search: {},
}

/** The address of the site's root. */
export const root = new URL(words.base.replace(/\/?$/, "/"), location.href)

/**
 * Make an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/**
 * Read a file of data. A page that lies in a folder may not ask for files: an edition for that brings its own way.
 * @type {(address: URL) => Promise<any>}
 */
export const read =
  /** @type {any} */ (globalThis).readData ??
  (async address => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(answer.statusText)
    return answer.json()
  })

/** @type {HTMLElement | undefined} */
let region

/**
 * Have a screen reader say something.
 * @param {string} text
 */
export function say(text) {
  if (!region) {
    region = make("p", { role: "status", class: "said" })
    document.body.append(region)
  }
  region.textContent = text
}
