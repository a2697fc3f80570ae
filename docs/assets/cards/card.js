// One card a page: it shows what a link leads to, or what was checked about a formula.
//
// The mouse opens it by resting, the keyboard by focusing, a finger by a tap; Escape closes it.

import { copyButton } from "./latex.js"
import { contentOf } from "./preview.js"
import { make, words } from "./words.js"

const OPENS = ":is(a[data-card], .formula.checked, .formula.exempt, .check-sign)"
const FORMULAS = ".formula:is(.checked, .exempt)"
const REST = 250 // milliseconds that the mouse has to rest
const LEAVE = 250 // milliseconds in which it may cross from the link to the card
const GAP = 8 // pixels between the line that is read and the card
const EDGE = 8 // pixels between the card and the edge of the window

/** @type {HTMLElement | undefined} */
let card
/** @type {Element | undefined} */
let trigger
/** @type {Element | undefined} */
let dismissed // by Escape: it does not open again before the reader has left it
let timer = 0
let pointer = "mouse"
let pointerX = 0
let asked = 0

/** The notes about formulas, which the pages hold as titles. @type {WeakMap<Element, string>} */
const notes = new WeakMap()

/** Listen to mouse, finger and keyboard. */
export function watch() {
  if (!HTMLElement.prototype.showPopover) return
  takeTitles()
  document.addEventListener("pointerdown", ({ pointerType }) => (pointer = pointerType), true)
  document.addEventListener("pointerover", rest)
  document.addEventListener("focusin", focus)
  document.addEventListener("click", click, true)
  document.addEventListener("keydown", key, true)
  addEventListener("resize", place)
  document.addEventListener("scroll", place, { passive: true, capture: true })
}

/** Let a keyboard reach the formulas in the text: one stop a block, arrows from one to the next. */
function takeTitles() {
  const formulas = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`${FORMULAS}[title]`))
  /** @type {Set<Element | null>} */
  const blocks = new Set()
  for (const formula of formulas) {
    notes.set(formula, formula.title)
    formula.removeAttribute("title")
    const block = formula.closest("p, li, td, th, dd, dt, summary, h1, h2, h3, h4, figcaption")
    formula.tabIndex = blocks.has(block) ? -1 : 0
    blocks.add(block)
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {Element | null}
 */
function opener(target) {
  return target instanceof Element ? target.closest(OPENS) : null
}

/** @param {PointerEvent} event */
function rest(event) {
  if (event.pointerType === "touch") return
  const found = opener(event.target)
  const inside = card && event.target instanceof Node && card.contains(event.target)
  pointerX = event.clientX
  clearTimeout(timer)
  if (found !== dismissed) dismissed = undefined
  if (inside || (found && found === trigger)) return
  if (found && found !== dismissed) timer = setTimeout(() => show(found), REST)
  else if (trigger && !held()) timer = setTimeout(hide, LEAVE)
}

/** Whether the keyboard keeps the card open. */
function held() {
  const focused = document.activeElement
  return Boolean(focused && focused.matches(":focus-visible") && (focused === trigger || card?.contains(focused)))
}

/** @param {FocusEvent} event */
function focus(event) {
  if (card && event.target instanceof Node && card.contains(event.target)) return
  const found = opener(event.target)
  if (found && found === event.target && found.matches(":focus-visible")) {
    if (found === dismissed || found === trigger) return
    const { left, right } = found.getBoundingClientRect()
    pointerX = (left + right) / 2
    clearTimeout(timer)
    timer = setTimeout(() => show(found), REST)
  } else {
    dismissed = undefined
    clearTimeout(timer)
    if (trigger) hide()
  }
}

/** @param {MouseEvent} event */
function click(event) {
  if (card && event.target instanceof Node && card.contains(event.target)) return
  const found = opener(event.target)
  if (!found) {
    if (trigger) hide()
    return
  }
  pointerX = event.clientX || pointerX
  clearTimeout(timer)
  dismissed = undefined
  if (found instanceof HTMLAnchorElement) {
    if (event.detail === 0 || pointer !== "touch" || found === trigger) return hide() // the link itself is followed
    event.preventDefault()
    event.stopPropagation()
    show(found)
  } else if (found === trigger && pointer === "touch") hide()
  else show(found)
}

/** @param {KeyboardEvent} event */
function key(event) {
  if (event.key === "Escape" && trigger) {
    event.preventDefault()
    event.stopPropagation()
    const back = card?.contains(document.activeElement) ? trigger : undefined
    dismissed = trigger
    hide()
    if (back instanceof HTMLElement) back.focus()
  } else if (document.activeElement?.matches(FORMULAS)) walk(event)
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return
  const formulas = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.md-content ${FORMULAS}`)])
  const seen = formulas.filter(formula => formula.checkVisibility?.() ?? true)
  const next = seen[seen.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** @param {Element} from */
async function show(from) {
  const turn = ++asked
  const content = await filling(from)
  if (turn !== asked || !from.isConnected) return
  if (!content) {
    if (from instanceof HTMLAnchorElement && pointer === "touch") location.href = from.href
    return
  }
  card ??= make("div", { id: "book-card", class: "card md-typeset", popover: "manual", role: "group", "aria-label": words.preview })
  release()
  trigger = from
  card.replaceChildren(...content)
  card.classList.toggle("note", !(from instanceof HTMLAnchorElement))
  ;(from.closest(".check, a, button, summary") ?? from).after(card) // so that Tab leads from the link into the card
  from.setAttribute(from instanceof HTMLAnchorElement ? "aria-details" : "aria-describedby", card.id)
  card.scrollTop = 0
  card.showPopover()
  place()
}

/** Close the card. */
function hide() {
  asked++
  clearTimeout(timer)
  if (!card || !trigger) return
  release()
  card.remove() // and what it showed with it: a page has no hidden copies
}

function release() {
  trigger?.removeAttribute("aria-details")
  trigger?.removeAttribute("aria-describedby")
  trigger = undefined
}

/**
 * Return what the card shows; nothing where there is nothing to show.
 * @param {Element} from
 * @returns {Promise<(Node | string)[] | undefined>}
 */
async function filling(from) {
  if (from instanceof HTMLAnchorElement) {
    const found = await contentOf(from)
    if (!found) return undefined
    const there = make("a", { href: from.href, class: "there" }, words.there)
    return [found.content, make("p", { class: "source" }, found.title ? `${found.title} · ` : "", there)]
  }
  if (from.matches(".check-sign")) {
    const note = from.parentElement?.querySelector(".check-note")
    return note ? [...note.cloneNode(true).childNodes] : undefined
  }
  const note = notes.get(from)
  const formula = from.querySelector(".katex")
  if (!note) return undefined
  const links = words.check.flatMap(({ label, address }) => [make("a", { href: address }, label), " "])
  return [make("p", {}, note), make("p", { class: "source" }, ...links, ...(formula ? [copyButton(formula)] : []))]
}

/** Put the card below the line that is being read, or above it where there is more room. */
function place() {
  if (!card || !trigger) return
  const line = lineOf(trigger)
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
  if (line.bottom < Math.max(header, 0) || line.top > innerHeight) return hide()
  card.style.maxHeight = ""
  const { offsetWidth: width, offsetHeight: height } = card
  const below = innerHeight - line.bottom - GAP - EDGE
  const above = line.top - Math.max(header, 0) - GAP
  const under = height <= below || below >= above
  const room = Math.max(under ? below : above, 0)
  const shownHeight = Math.min(height, room)
  const left = Math.min(Math.max(pointerX - width / 2, EDGE), innerWidth - width - EDGE)
  card.style.maxHeight = `${room}px`
  card.style.left = `${Math.max(left, EDGE)}px`
  card.style.top = `${under ? line.bottom + GAP : line.top - GAP - shownHeight}px`
}

/**
 * Return where the line stands that is being read: of a link that is broken over two lines, both.
 * @param {Element} from
 */
function lineOf(from) {
  const whole = (from.closest(".equation") ?? from).getBoundingClientRect()
  const block = from.parentElement
  const height = block ? Number.parseFloat(getComputedStyle(block).lineHeight) || 0 : 0
  const extra = Math.max(0, (height - whole.height) / 2)
  return { top: whole.top - extra, bottom: whole.bottom + extra }
}
