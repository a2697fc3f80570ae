// Search: a list of pages, sections, equations, figures and definitions, all read at once, looked through at each key.

import { make, read, root, words } from "../cards/words.js"

/**
 * One thing to find. `names` are words by which it is called and that it does not show.
 * @typedef {{ place: string, title: string, text: string, names: string, kind: string, page: string }} Entry
 */
/** @typedef {{ entry: Entry, title: string, names: string, text: string }} Known */

const MOST = 20
const AROUND = 60 // characters of text before the word that was found

/**
 * Return a text as it is compared: without case, accents and signs, spelled in one of the two English ways.
 * @param {string} text
 */
export function plain(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/([iy])z(?=[aei]|\b)/gu, "$1s")
    .replace(/(behavi|col|fav|lab|neighb)our/g, "$1or")
    .replace(/(cancel|label|model|travel)l/g, "$1")
    .replace(/centre/g, "center")
    .replace(/grey/g, "gray")
    .trim()
}

/**
 * Return how well a word fits: whole words before beginnings, names and titles before text.
 * @param {Known} known
 * @param {string} word
 */
function fit({ title, names, text }, word) {
  if (names.includes(` ${word} `)) return 40
  if (title.includes(` ${word} `)) return 30
  if (names.includes(` ${word}`)) return 16
  if (title.includes(` ${word}`)) return 14
  if (text.includes(` ${word} `)) return 2
  return text.includes(` ${word}`) ? 1 : 0
}

/** @type {Record<string, number>} */
const WORTH = { definition: 1.5, equation: 1.45, figure: 1.3, word: 1.35, page: 1.25, section: 1 }

/**
 * Return what fits a question best, best first.
 * @param {Known[]} all
 * @param {string} question
 */
export function find(all, question) {
  const asked = plain(question).split(" ").filter(Boolean)
  if (!asked.length) return []
  const phrase = ` ${asked.join(" ")}`
  /** @type {{ entry: Entry, score: number }[]} */
  const found = []
  for (const known of all) {
    let score = 0
    let [weakest, best] = [Infinity, 0]
    for (const word of asked) {
      const worth = fit(known, word)
      weakest = Math.min(weakest, worth)
      best = Math.max(best, worth)
      score += worth
    }
    if (weakest === 0) continue
    if (asked.length > 1 && known.title.includes(phrase)) score += 30
    if (asked.length > 1 && known.text.includes(phrase)) score += 2
    if (best > 2) score *= WORTH[known.entry.kind] ?? 1 // a word in the text alone is no name
    found.push({ entry: known.entry, score: score / asked.length - known.title.length / 1000 })
  }
  return found.sort((a, b) => b.score - a.score).map(({ entry }) => entry)
}

/** @param {Entry[]} entries @returns {Known[]} */
export function prepare(entries) {
  return entries.map(entry => ({
    entry,
    title: ` ${plain(entry.title)} `,
    names: ` ${plain(entry.names)} `,
    text: ` ${plain(entry.text)} `,
  }))
}

/**
 * Return a text with the words of a question marked.
 * @param {string} text
 * @param {string[]} asked
 */
function marked(text, asked) {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part, place) => {
    const hit = place % 2 && asked.some(word => plain(part).startsWith(word))
    return hit ? make("mark", {}, part) : part
  })
}

/**
 * Return the part of a text around the first word that was found.
 * @param {string} text
 * @param {string[]} asked
 */
function excerpt(text, asked) {
  const words_ = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const hit = words_.find(([word]) => asked.some(wanted => plain(word).startsWith(wanted)))
  let start = Math.max((hit?.index ?? 0) - AROUND, 0)
  if (start) start = text.indexOf(" ", start) + 1
  const end = start + 3 * AROUND
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`
}

/** @param {Entry} entry @param {string[]} asked @param {number} number */
function item(entry, asked, number) {
  const about = [words.search[entry.kind], entry.page].filter(Boolean).join(" · ")
  const article = make("article", { class: "md-search-result__article md-typeset" })
  article.append(make("p", { class: "found" }, ...marked(entry.title, asked)), make("p", { class: "where" }, about))
  if (entry.text) article.append(make("p", {}, ...marked(excerpt(entry.text, asked), asked)))
  const address = new URL(entry.place, root).href
  const link = make("a", { class: "md-search-result__link", href: address, tabindex: "-1" }, article)
  return make("li", { class: "md-search-result__item", id: `found-${number}`, role: "option", "aria-selected": "false" }, link)
}

/** Answer in the search's field. */
export async function start() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"))
  const list = /** @type {HTMLElement | null} */ (document.querySelector(".md-search-result__list"))
  const meta = /** @type {HTMLElement | null} */ (document.querySelector(".md-search-result__meta"))
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"))
  if (!field || !list || !meta) return
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list" }))
    field.setAttribute(name, value)
  list.id = "found"
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-label", words.search.results)
  meta.setAttribute("role", "status")
  /** @type {Known[]} */
  let known
  try {
    known = prepare(await read(new URL("search/index.json", root)))
  } catch {
    meta.textContent = words.search.unreachable
    return
  }
  let chosen = -1

  /** @param {number} number */
  const choose = number => {
    const items = [...list.children]
    items[chosen]?.setAttribute("aria-selected", "false")
    chosen = items.length ? (number + items.length) % items.length : -1
    const now = items[chosen]
    now?.setAttribute("aria-selected", "true")
    now?.scrollIntoView({ block: "nearest" })
    if (now) field.setAttribute("aria-activedescendant", now.id)
    else field.removeAttribute("aria-activedescendant")
  }

  const answer = () => {
    const asked = plain(field.value).split(" ").filter(Boolean)
    const found = find(known, field.value)
    list.replaceChildren(...found.slice(0, MOST).map((entry, number) => item(entry, asked, number)))
    chosen = -1
    field.removeAttribute("aria-activedescendant")
    field.setAttribute("aria-expanded", String(found.length > 0))
    const many = found.length > MOST ? words.search.first : found.length === 1 ? words.search.one : words.search.many
    meta.textContent = !asked.length
      ? words.search.type
      : found.length
        ? many.replace("{number}", String(found.length)).replace("{shown}", String(MOST))
        : words.search.none
  }

  field.addEventListener("input", answer)
  field.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") choose(chosen + 1)
    else if (event.key === "ArrowUp") choose(chosen < 0 ? list.children.length - 1 : chosen - 1)
    else if (event.key === "Enter") {
      const link = (list.children[Math.max(chosen, 0)] ?? list).querySelector("a")
      if (link) link.click()
    } else return
    event.preventDefault()
  })
  list.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("a") && box) box.checked = false
  })
  answer()
}
