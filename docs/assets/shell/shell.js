// The frame around the text: the table of contents follows, listings are copied, search and menu answer the keyboard.

import { make, say, words } from "../cards/words.js"

const search = toggle("__search")
const drawer = toggle("__drawer")

/** @param {string} id */
function toggle(id) {
  return /** @type {HTMLInputElement | null} */ (document.getElementById(id))
}

/** @param {HTMLInputElement | null} box @param {boolean} checked */
function set(box, checked) {
  if (!box || box.checked === checked) return
  box.checked = checked
  box.dispatchEvent(new Event("change"))
}

// ---- Search and menu ------------------------------------------------------------------------------------------

const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"))

/** @type {Promise<void> | undefined} */
let started
const startSearch = () => (started ??= import("./search.js").then(({ start }) => start()))

search?.addEventListener("change", () => {
  if (search.checked) {
    startSearch()
    field?.focus()
  } else field?.blur()
})
field?.addEventListener("focus", () => set(search, true))
field?.form?.addEventListener("submit", event => event.preventDefault())
field?.form?.addEventListener("reset", () => setTimeout(() => field.dispatchEvent(new Event("input"))))
document.addEventListener("pointerdown", event => {
  const inside = event.target instanceof Element && event.target.closest(".md-search, label[for=__search]")
  if (search?.checked && !inside) set(search, false)
})

document.addEventListener("keydown", event => {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (key === "Escape") {
    set(search, false)
    set(drawer, false)
  } else if (key === "Enter" && target instanceof HTMLLabelElement && target.tabIndex === 0) {
    event.preventDefault()
    target.click()
  } else if (["/", "f", "s"].includes(key) && !typing(target)) {
    event.preventDefault()
    set(search, true)
  } else if (key === "Tab" && search?.checked) {
    setTimeout(() => document.activeElement?.closest(".md-search") || set(search, false))
  }
})

/** @param {EventTarget | null} target */
function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"))
}

// A part that has a page of its own has a label without words in the menu: the link beside it says its name.
for (const nav of document.querySelectorAll(".md-nav[aria-labelledby]")) {
  const label = document.getElementById(nav.getAttribute("aria-labelledby") ?? "")?.textContent?.trim()
  const name = label || nav.parentElement?.querySelector("a.md-nav__link")?.textContent?.trim()
  if (!name) continue
  nav.removeAttribute("aria-labelledby")
  nav.setAttribute("aria-label", name)
}

// ---- Where the reader is -----------------------------------------------------------------------------------------

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".md-nav--secondary a.md-nav__link")])
const headings = links.flatMap(link => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [])
/** @type {HTMLAnchorElement | undefined} */
let current

/** Mark the section that is being read. */
function follow() {
  const edge = innerHeight / 4
  let place = -1
  for (let index = 0; index < headings.length && headings[index].getBoundingClientRect().top < edge; index++) place = index
  const link = links[place]
  if (link === current) return
  current?.classList.remove("md-nav__link--active")
  current?.removeAttribute("aria-current")
  current = link
  if (!link) return
  link.classList.add("md-nav__link--active")
  link.setAttribute("aria-current", "location")
  reveal(link)
}

/** Scroll a sidebar so that one of its links is seen. @param {Element} link */
function reveal(link) {
  const wrap = link.closest(".md-sidebar__scrollwrap")
  if (!wrap || wrap.scrollHeight <= wrap.clientHeight) return
  const box = link.getBoundingClientRect()
  const frame = wrap.getBoundingClientRect()
  if (box.top < frame.top || box.bottom > frame.bottom) wrap.scrollTop += box.top - frame.top - frame.height / 2
}

if (headings.length) {
  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      follow()
    })
  }
  new IntersectionObserver(soon, { rootMargin: "0px 0px -75% 0px" }).observe(headings[0])
  addEventListener("scroll", soon, { passive: true })
  addEventListener("resize", soon)
}
const here = document.querySelector(".md-nav--primary .md-nav__link--active")
if (here) requestIdleCallback?.(() => reveal(here))

// The page's title takes the place of the book's in the header once it is out of sight.
const title = document.querySelector(".md-header__title")
const first = document.querySelector(".md-content h1")
if (title && first)
  new IntersectionObserver(([entry]) => {
    title.classList.toggle("md-header__title--active", !entry.isIntersecting && entry.boundingClientRect.top < 0)
  }).observe(first)

/** A place inside a closed box is shown. */
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const closed = target && target.closest("details:not([open])")
  if (!target || !closed) return
  for (let box = /** @type {Element | null | undefined} */ (closed); box; box = box.parentElement?.closest("details"))
    box.setAttribute("open", "")
  target.scrollIntoView()
}
openTarget()
addEventListener("hashchange", openTarget)

// ---- Copying listings -----------------------------------------------------------------------------------------------

/** @param {Element} code */
function copyCode(code) {
  const button = make("button", { type: "button", class: "md-code__button", title: words.copy_code, "data-md-type": "copy" })
  button.setAttribute("aria-label", words.copy_code)
  button.addEventListener("click", async () => {
    const whole = code.closest("[data-copy]")?.getAttribute("data-copy")
    try {
      await navigator.clipboard.writeText(whole ?? code.textContent ?? "")
      button.classList.add("copied")
      say(words.copied_code)
    } catch {
      say(words.not_copied)
    }
    setTimeout(() => {
      button.classList.remove("copied")
      say("")
    }, 2000)
  })
  code.before(make("div", { class: "md-code__nav" }, button))
}

const listings = [...document.querySelectorAll(".md-typeset pre > code")]
const later = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 200))
const give = () => {
  for (const code of listings.splice(0, 20)) copyCode(code)
  if (listings.length) later(give)
}
later(give)
