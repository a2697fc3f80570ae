// Puts all pages of the built site into one document, for paper: the press runs this in a browser.
//
// Every id gets the name of its page before it, and every link inside the book leads to such an id. Solutions move
// to the end, and each exercise leads to its solution and back. What answers a hand is left out.

/**
 * @typedef {object} Part
 * @property {string} title
 * @property {string} [url]      of its page, seen from the site's root; a part may have none
 * @property {Part[]} pages
 */
/**
 * @typedef {object} Book
 * @property {string} title
 * @property {string} description
 * @property {string} authors
 * @property {string} edition    its version and its day
 * @property {string} licence    as HTML
 * @property {Part[]} contents
 * @property {Record<string, string>} words
 */

const LEFT_OUT =
  "script, template, .headerlink, .check, .hand, .live-said, .start, .lab-files, bp-predict, button, .katex-mathml, .md-content__button, .footnote-backref, details.cite, .download"
const SHOWN_BY = ["href", "xlink:href", "aria-labelledby", "aria-describedby", "aria-details", "for", "headers"]

/** @param {{ book: Book, site: string }} given @returns {Promise<string[]>} the addresses of the pages */
const assemble = async ({ book, site }) => {
  const root = new URL(site)
  /** @type {{ part: Part, depth: number, names: string[] }[]} */
  const leaves = []
  /** @param {Part[]} parts @param {number} depth @param {string[]} names of parts that have no page of their own */
  const list = (parts, depth, names) => {
    for (const part of parts) {
      if (part.url !== undefined) leaves.push({ part, depth, names: names.splice(0) })
      else if (part.pages.length) names.push(part.title)
      list(part.pages, depth + 1, names)
    }
  }
  list(book.contents, 0, [])

  /** @type {Map<string, string>} the way to a page, as addresses have it → its name here */
  const known = new Map()
  for (const { part } of leaves) {
    const path = new URL(part.url ?? "", root).pathname
    const name = `p-${(part.url ?? "").replace(/(index)?\.html$|\/$/, "").replace(/\W+/g, "-") || "home"}`
    known.set(path, name)
    known.set(path.replace(/index\.html$/, ""), name)
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }

  /** A heading is as deep in the book as its page is. @param {Element} heading @param {number} depth */
  const deepened = (heading, depth) => {
    const level = Math.min(6, Number(heading.localName[1]) + depth)
    const other = make(`h${level}`, { "data-level": heading.localName[1] }, ...heading.childNodes)
    for (const { name, value } of heading.attributes) other.setAttribute(name, value)
    heading.replaceWith(other)
    return other
  }

  /** A listing is one piece, what folds on a screen in its place. @param {Element} listing */
  const joined = listing => {
    const [first, ...others] = listing.querySelectorAll("pre > code")
    const whole = first?.closest(".fold")
    if (whole) whole.replaceWith(/** @type {Element} */ (first.parentElement))
    for (const other of others) {
      first.append(...other.childNodes)
      ;(other.closest(".fold") ?? other.parentElement)?.remove()
    }
    const name = listing.querySelector(".filename")
    if (first && name) first.prepend(name) // a line like the others, so that some of them stay with it
  }

  /** @param {Element} box */
  const opened = box => {
    const words = box.querySelector(":scope > summary")
    const title = words ? [make("p", { class: "admonition-title" }, ...words.childNodes)] : []
    words?.remove()
    box.replaceWith(make("div", { class: `${box.className} admonition`, ...(box.id ? { id: box.id } : {}) }, ...title, ...box.childNodes))
  }

  /** @param {Element} article @param {string} name @param {string} address */
  const renamed = (article, name, address) => {
    /** @param {string} id */
    const own = id => `${name}--${id}`
    for (const element of article.querySelectorAll("*")) {
      if (element.id) element.id = own(element.id)
      for (const { name: key, value } of [...element.attributes]) {
        if (value.includes("url(#")) element.setAttribute(key, value.replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${own(id)})`))
        if (!SHOWN_BY.includes(key)) continue
        if (key.startsWith("aria-") || key === "for" || key === "headers") element.setAttribute(key, value.split(/\s+/).map(own).join(" "))
        else if (element.localName === "use" && value.startsWith("#")) element.setAttribute(key, `#${own(value.slice(1))}`)
      }
    }
    for (const link of article.querySelectorAll("a[href]")) {
      const target = new URL(link.getAttribute("href") ?? "", address)
      const page = target.origin === root.origin ? known.get(target.pathname) : undefined
      if (page !== undefined) {
        const id = decodeURIComponent(target.hash.slice(1))
        link.setAttribute("href", `#${id ? `${page}--${id}` : page}`)
        link.classList.add("inside")
      } else if (target.origin === root.origin) link.replaceWith(...link.childNodes) // a file beside the pages
    }
    for (const image of article.querySelectorAll("img[src]")) image.setAttribute("src", new URL(image.getAttribute("src") ?? "", address).href)
  }

  const contents = make("ol", { class: "contents" })
  const solutions = make("section", { class: "leaf solutions", id: "p-solutions" })
  const article = make("article", { class: "md-content__inner md-typeset" })
  solutions.append(article)
  article.append(make("h1", { "data-level": "1" }, book.words.solutions))

  /** @param {string} text @param {string} id @param {number} depth */
  const listed = (text, id, depth) => {
    const link = make("a", { href: `#${id}` }, make("span", { class: "contents-title" }, text), make("span", { class: "contents-page", "data-of": id }, "000"))
    contents.append(make("li", { class: `contents-${depth}` }, link))
  }

  /** @param {Element} page @param {string} title @param {string} name */
  const takeSolutions = (page, title, name) => {
    const found = [...page.querySelectorAll("details.solution")]
    if (!found.length) return
    article.append(make("h2", { "data-level": "2", id: `solutions-${name}` }, title))
    for (const [place, solution] of found.entries()) {
      let exercise = solution.previousElementSibling // or the heading above, where a whole section is the exercise
      while (exercise && !exercise.matches(".exercise, h1, h2, h3, h4")) exercise = exercise.previousElementSibling
      const heading = exercise?.matches(".exercise") ? exercise.querySelector(".admonition-title") : exercise
      const id = `solution-${name}-${place + 1}`
      const back = exercise?.id || `exercise-${name}-${place + 1}`
      if (exercise) exercise.id = back
      const copy = /** @type {Element | undefined} */ (heading?.cloneNode(true))
      for (const sign of copy?.querySelectorAll(".level, .level-kind, .headerlink") ?? []) sign.remove()
      const words = solution.querySelector("summary")
      const link = make("a", { href: `#${back}`, class: "inside" }, ...(copy?.childNodes ?? words?.childNodes ?? []))
      words?.remove()
      const body = make("div", { class: "solution", id }, make("p", { class: "solution-title" }, link), ...solution.childNodes)
      const there = make("a", { class: "inside to-solution", href: `#${id}` }, book.words.solution, make("span", { class: "on-page", "data-of": id }, "000"))
      if (heading && heading !== exercise) {
        heading.append(there)
        solution.remove()
      } else solution.replaceWith(make("p", exercise ? {} : { id: back }, there))
      article.append(body)
    }
  }

  /**
   * Give the letters of listings their colours without an element for each word: a reader for the blind is told of
   * every element, and a PDF grows to twice its size. Returns the rules for the colours.
   */
  const painted = () => {
    /** @type {Map<string, StaticRange[]>} */
    const colours = new Map()
    /** @type {Map<string, string>} for each kind of word; asked before anything changes, as every change makes it slow */
    const known = new Map()
    /** @param {Element} word */
    const colourOf = word => {
      const kind = `${word.className} in ${word.parentElement?.className}`
      if (!known.has(kind)) known.set(kind, getComputedStyle(word).color)
      return known.get(kind) ?? ""
    }
    for (const word of document.querySelectorAll("pre > code span:not(:has(*))")) colourOf(word)
    for (const box of document.querySelectorAll("pre > code, pre > code span:has(> span)")) {
      const words = new Map([...box.children].map(word => [word, word.childElementCount ? "" : colourOf(word)]))
      /** @type {(Text | Element)[]} */
      let run = []
      const join = () => {
        if (run.length > 1) {
          const text = document.createTextNode(run.map(part => part.textContent).join(""))
          run[0].before(text)
          let place = 0
          for (const part of run) {
            const end = place + (part.textContent ?? "").length
            if (part instanceof Element) {
              // Every change would have to look at each range that is not static.
              const range = new StaticRange({ startContainer: text, startOffset: place, endContainer: text, endOffset: end })
              const colour = words.get(part) ?? ""
              if (!colours.has(colour)) colours.set(colour, [])
              colours.get(colour)?.push(range)
            }
            place = end
            part.remove()
          }
        }
        run = []
      }
      for (const part of [...box.childNodes]) {
        const word = part instanceof Element && !part.childElementCount && !part.id && !part.matches(".output, .c1")
        if (part instanceof Text || word) run.push(/** @type {Text | Element} */ (part))
        else join()
      }
      join()
    }
    return [...colours].map(([colour, ranges], place) => {
      const highlight = new Highlight()
      for (const range of ranges) highlight.add(range) // a book has more of them than a call can have arguments
      CSS.highlights.set(`colour-${place}`, highlight)
      return `::highlight(colour-${place}) { color: ${colour} }`
    })
  }

  const parser = new DOMParser()
  /** @type {HTMLElement[]} */
  const sections = []
  for (const { part, depth, names } of leaves) {
    const address = new URL(part.url ?? "", root).href
    const name = known.get(new URL(address).pathname) ?? ""
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    const page = parser.parseFromString(await answer.text(), "text/html").querySelector(".md-content__inner")
    if (!page) throw new Error(`${address} has no text`)
    for (const element of page.querySelectorAll(LEFT_OUT)) element.remove()
    // A class's source holds those of its methods; no number beside a line keeps a page's end from falling there.
    for (const source of page.querySelectorAll(".doc-class .doc-function .mkdocstrings-source"))
      if (source.closest(".doc-class")?.querySelector(":scope > .doc-contents > .mkdocstrings-source")) source.remove()
    for (const table of page.querySelectorAll(".highlighttable")) table.replaceWith(...table.querySelectorAll(".code pre"))
    for (const listing of page.querySelectorAll(".highlight")) joined(listing)
    for (const box of page.querySelectorAll("details:not(.solution)")) opened(box)
    for (const formula of page.querySelectorAll(".formula[title], .formula [title]")) formula.removeAttribute("title")
    renamed(page, name, address)
    const top = page.querySelector("h1")
    for (const heading of page.querySelectorAll("h1, h2, h3, h4, h5, h6")) deepened(heading, depth)
    const first = page.querySelector('[data-level="1"]')
    const title = depth || first?.querySelector(".heading-number") ? (first ?? top)?.textContent?.trim() || part.title : part.title
    const kicker = page.querySelector(":scope > .part")
    for (const [place, missing] of names.entries()) {
      const at = depth - names.length + place
      const id = `${name}-part-${place}`
      const above = make(`h${at + 1}`, { class: "part", "data-level": "0", id }, missing)
      if (kicker) kicker.before(above)
      else page.prepend(above)
      listed(missing, id, at)
    }
    if (kicker && names.length) kicker.remove()
    const section = make("section", { class: "leaf", id: name, "data-title": title }, page)
    section.style.setProperty("page", name)
    listed(title, name, depth)
    takeSolutions(page, title, name)
    sections.push(section)
  }
  if (article.childElementCount > 1) {
    solutions.dataset.title = book.words.solutions
    solutions.style.setProperty("page", "p-solutions")
    listed(book.words.solutions, "p-solutions", 0)
    sections.push(solutions)
  }

  const licence = make("p", { class: "title-licence" })
  licence.innerHTML = book.licence
  const front = make(
    "section",
    { class: "leaf title-page" },
    make("div", { class: "title" }, book.title),
    make("p", { class: "title-description" }, book.description),
    make("p", { class: "title-authors" }, book.authors),
    make("p", { class: "title-edition" }, book.edition),
    licence,
  )
  const inside = make("article", { class: "md-content__inner md-typeset" }, make("h1", { "data-level": "1", id: "contents" }, book.words.contents), contents)
  document.title = book.title
  document.body.replaceChildren(front, make("section", { class: "leaf front" }, inside), ...sections)
  const heads = sections.map(section => {
    const text = JSON.stringify((section.dataset.title ?? "").replace(/\s+/g, " "))
    return `@page ${section.style.getPropertyValue("page")} { @top-center { content: ${text} } }`
  })
  document.head.append(make("style", {}, [...heads, ...painted()].join("\n")))
  await document.fonts.ready
  await Promise.all([...document.images].map(image => image.decode()))
  return [...known.keys()]
}
