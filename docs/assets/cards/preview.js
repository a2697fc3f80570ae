// What a link leads to: a copy from this page, or from the file of cards that the press wrote for another page.

import { make, read, root } from "./words.js"

const CARDS = ".equation, figure, .admonition, dt, tr, li"
const NOT_COPIED = ".check, .copy-latex, .headerlink, .card, .row-anchor, .place:empty, bp-predict, script"

/** @typedef {{ content: HTMLElement, title: string }} Found */
/** @typedef {{ title: string, cards: Record<string, string> }} File */

/** @type {Map<string, Promise<File | undefined>>} */
const files = new Map()

/**
 * Return the file of cards of a page: cards/networks-four-equations.json for networks/four-equations/.
 * @param {URL} page
 */
export function fileOf(page) {
  const path = page.pathname.slice(root.pathname.length).replace(/index\.html$/, "")
  const name = path.replace(/\.html$|\/$/, "").replaceAll("/", "-") || "index"
  return new URL(`cards/${name}.json`, root)
}

/** @param {URL} address @returns {Promise<File | undefined>} */
async function load(address) {
  try {
    return await read(address)
  } catch {
    return undefined // its links work as links
  }
}

/**
 * Return what a link leads to.
 * @param {HTMLAnchorElement} link
 * @returns {Promise<Found | undefined>}
 */
export async function contentOf(link) {
  const target = new URL(link.href)
  const id = decodeURIComponent(target.hash.slice(1))
  if (target.pathname === location.pathname) {
    const found = document.getElementById(id)?.closest(CARDS)
    return found ? { content: frame(copyOf(found)), title: "" } : undefined
  }
  const address = fileOf(target)
  if (!files.has(address.href)) files.set(address.href, load(address))
  const file = await files.get(address.href)
  const html = file?.cards[id]
  if (!file || html === undefined) return undefined
  const template = make("template")
  template.innerHTML = html
  for (const inner of template.content.querySelectorAll("a[href]"))
    inner.setAttribute("href", new URL(inner.getAttribute("href") ?? "", target).href)
  return { content: frame(template.content), title: file.title }
}

/**
 * Return a copy that a page can hold beside the original.
 * @param {Element} original
 * @returns {Node}
 */
function copyOf(original) {
  const copy = /** @type {Element} */ (original.cloneNode(true))
  for (const element of copy.querySelectorAll(NOT_COPIED)) element.remove()
  for (const live of copy.querySelectorAll("bp-figure")) live.replaceWith(...live.childNodes) // it shows, and does nothing
  for (const element of [copy, ...copy.querySelectorAll("[id], [tabindex], [data-card]")])
    for (const name of ["id", "tabindex", "data-card"]) element.removeAttribute(name)
  if (!original.matches("dt, tr, li")) return copy
  const all = document.createDocumentFragment()
  if (original.matches("dt")) {
    const meaning = original.nextElementSibling?.cloneNode(true)
    all.append(make("dl", {}, copy, ...(meaning ? [meaning] : [])))
  } else if (original.matches("tr")) all.append(make("table", {}, make("tbody", {}, copy)))
  else all.append(...copy.childNodes)
  return all
}

/** @param {Node} content */
function frame(content) {
  return make("div", { class: "shown" }, content)
}
