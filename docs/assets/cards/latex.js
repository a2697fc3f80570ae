// A formula's LaTeX, which KaTeX leaves in the page: for the button beside an equation, and in what is copied.

import { make, say, words } from "./words.js"

const BLOCKS = "address, article, blockquote, dd, div, dl, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, li, ol, p, pre, section, table, tr, ul"
const NOT_TEXT = ".check, .copy-latex, .headerlink, .card, button, script, style, svg"

/**
 * Return LaTeX without a command's wrapping, `\htmlData{k=a}{b}` as `b`: the press marks symbols with it.
 * @param {string} latex
 * @returns {string}
 */
export function unmarked(latex) {
  const start = latex.search(/\\html(?:Data|Class|Id)\s*\{/)
  if (start < 0) return latex
  const [, first] = group(latex, latex.indexOf("{", start))
  const open = latex.indexOf("{", first)
  const [inside, end] = group(latex, open)
  return unmarked(latex.slice(0, start) + inside + latex.slice(end))
}

/**
 * Return what stands between a brace and its partner, and the place after that.
 * @param {string} latex
 * @param {number} open
 * @returns {[string, number]}
 */
function group(latex, open) {
  let depth = 0
  for (let place = open; place < latex.length; place++) {
    if (latex[place] === "\\") place++
    else if (latex[place] === "{") depth++
    else if (latex[place] === "}" && --depth === 0) return [latex.slice(open + 1, place), place + 1]
  }
  return [latex.slice(open + 1), latex.length]
}

/**
 * Return the LaTeX of a typeset formula.
 * @param {Element} formula
 */
export function latexOf(formula) {
  return unmarked(formula.querySelector("annotation")?.textContent ?? "").trim()
}

/**
 * Put a text where the reader can paste it from.
 * @param {string} text
 */
async function putOnClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  /** @param {ClipboardEvent} event */
  const give = event => {
    event.clipboardData?.setData("text/plain", text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener("copy", give, { capture: true, once: true })
  if (!document.execCommand("copy")) throw new Error("the browser copies nothing") // where a page is not served safely
}

/**
 * Return a button that copies the LaTeX of a formula and says so.
 * @param {Element} formula
 */
export function copyButton(formula) {
  const button = make("button", { type: "button", class: "copy-latex", title: words.copy, "aria-label": words.copy })
  button.addEventListener("click", async () => {
    let said = words.copied
    try {
      await putOnClipboard(latexOf(formula))
      button.classList.add("copied")
    } catch {
      said = words.not_copied
    }
    button.title = said
    say(said)
    setTimeout(() => {
      button.classList.remove("copied")
      button.title = words.copy
      say("")
    }, 2000)
  })
  return button
}

/**
 * Return a copied part of the page as text, its formulas as LaTeX.
 * @param {DocumentFragment} part
 */
export function asText(part) {
  for (const formula of part.querySelectorAll(".katex")) {
    const display = formula.closest(".katex-display")
    const latex = latexOf(formula)
    if (display) display.replaceWith(`\n$$\n${latex}\n$$\n`)
    else formula.replaceWith(`$${latex}$`)
  }
  for (const element of part.querySelectorAll(NOT_TEXT)) element.remove()
  for (const element of part.querySelectorAll("br")) element.replaceWith("\n")
  for (const element of part.querySelectorAll(BLOCKS)) element.after("\n\n")
  return (part.textContent ?? "")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** @param {ClipboardEvent} event */
function copySelection(event) {
  const selection = getSelection()
  if (!event.clipboardData || !selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0).cloneRange()
  const first = formulaAround(range.startContainer)
  const last = formulaAround(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  const part = range.cloneContents()
  if (!part.querySelector(".katex")) return
  const shown = make("div")
  shown.append(part.cloneNode(true))
  event.clipboardData.setData("text/html", shown.innerHTML)
  event.clipboardData.setData("text/plain", asText(part))
  event.preventDefault()
}

/** @param {Node} node */
function formulaAround(node) {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest(".katex-display") ?? element?.closest(".katex")
}

/** Give every equation its button, when the browser has time; have copied formulas arrive as LaTeX. */
export function copyFormulas() {
  document.addEventListener("copy", copySelection)
  const equations = [...document.querySelectorAll(".md-content .equation")]
  const later = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 200))
  const give = () => {
    for (const equation of equations.splice(0, 20)) {
      const formula = equation.querySelector(".katex")
      if (formula) equation.append(copyButton(formula))
    }
    if (equations.length) later(give)
  }
  later(give)
}
