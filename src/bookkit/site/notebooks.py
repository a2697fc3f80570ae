"""Labs: the notebook's HTML as nbconvert makes it, turned into the book's own markup.

nbconvert brings a stylesheet, scripts and MathJax of its own. A lab keeps none of them: its cells
become the book's listings, its formulas are typeset and marked like every other, its drawings follow the
page into the dark, nothing is loaded from elsewhere.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from bookkit.drawings.figures import FigureError, inline
from bookkit.drawings.outlines import shortened
from bookkit.markdown.ids import refuse_twice
from bookkit.markdown.listings import listing_in_parts
from bookkit.markdown.maths import frame, locate, mark
from bookkit.markdown.numbers import reports
from bookkit.pages.desk import Sheet, Words
from bookkit.pages.search import marked
from bookkit.pages.source import PageError, line_with
from bookkit.paths import shown
from bookkit.proof.page import Proof, proofread
from bookkit.typesetting.katex import Formula, LatexError, typeset
from bookkit.typesetting.latex import readable

_MATHS = re.compile(
    r"\$\$(?P<display>.+?)\$\$|(?P<begin>\\begin\{(?P<env>\w+\*?)\}.+?\\end\{(?P=env)\})"
    r"|(?<![\\$])\$(?!\s)(?P<inline>[^$]+?)(?<!\s)\$",
    re.DOTALL,
)
_COMMENT = re.compile(r"\s*# ?(?P<words>.+(?:\n#.*)*)")
_MARK = re.compile(
    r"\[(?P<text>[^\[\]]+)\]\{\s*\.(?P<name>given|verbatim)\s*\}"
)  # as `bookkit.pages.given` reads it
_NOT_TEXT = {"code", "pre", "script", "style", "svg"}
_HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"  # where the typeset formula goes, which is no XML


def finish(html: str, sheet: Sheet, addresses: Mapping[str, str]) -> str:
    """Return a lab's page body in the book's markup; `addresses` holds the address of every page's file.

    Raises PageError, naming the lab's file and line, for LaTeX that cannot be typeset, for an equation or a
    number that is false (except under `mkdocs serve`, where it is shown), for a link to a page that the book
    does not have, and for a drawing that is no SVG, has a colour of its own or no words for those who do not
    see it.
    """
    soup = BeautifulSoup(_MARK.sub(r'<span class="\g<name>">\g<text></span>', html), "html.parser")
    body = BeautifulSoup("", "html.parser")
    # nbconvert nests a code cell in a cell of the same class; the inner one holds the content.
    known: set[str] = set()
    for cell in soup.select(".jp-Notebook-cell"):
        if cell.select_one(".jp-Notebook-cell") is not None:
            continue
        for part in _parts(soup, cell, known, sheet.words):
            body.append(part)
    refuse_twice(sheet, [str(tag["id"]) for tag in body.find_all(id=True)])
    proof = proofread(sheet.path)
    _typeset(body, sheet, proof)
    _draw(body, sheet.path)
    _lead(body, sheet, addresses)
    _offer_files(body, sheet)
    for place, report in enumerate(reports(sheet, proof)):
        body.insert(place, BeautifulSoup(ElementTree.tostring(report, "unicode"), "html.parser"))
    return str(body)


def _lead(body: BeautifulSoup, sheet: Sheet, addresses: Mapping[str, str]) -> None:
    """Let links to other pages' files, which MkDocs does not look for in a lab, lead to their addresses."""
    for link in body.select("a[href]"):
        target = urlsplit(str(link["href"]))
        if target.scheme or target.netloc or not target.path.endswith((".md", ".py")):
            continue
        name = sheet.resolve(unquote(target.path))
        if name not in addresses:
            line = line_with(sheet.path, str(link["href"]))
            raise PageError(sheet.shown, line, f"the link {link['href']!r} leads to no page: {name!r}")
        folder = "/" if addresses[name].endswith("/") else ""
        link["href"] = urlunsplit(target._replace(path=sheet.link(addresses[name]) + folder))


def _offer_files(body: BeautifulSoup, sheet: Sheet) -> None:
    """Put links to the lab's notebook and script below its heading."""
    line = body.new_tag("p", attrs={"class": "lab-files"})
    notebook = posixpath.join(posixpath.dirname(sheet.name), f"{sheet.path.stem}.ipynb")
    for address, before in ((sheet.link(notebook), ""), (sheet.path.name, " · ")):
        name = address.rpartition("/")[2]
        link = body.new_tag("a", attrs={"href": address, "download": name})
        link.string = name
        line.append(before)
        line.append(link)
    heading = body.find("h1")
    if heading is None:
        body.insert(0, line)
    else:
        heading.insert_after(line)


def _parts(soup: BeautifulSoup, cell: Tag, known: set[str], words: Words) -> list[Tag | NavigableString]:
    markdown = cell.select_one(".jp-RenderedMarkdown")
    if markdown is not None and cell.select_one(".jp-CodeMirrorEditor") is None:
        for anchor in markdown.select("a.anchor-link"):
            anchor["class"] = "headerlink"
        return [
            child.extract() for child in list(markdown.children) if isinstance(child, Tag | NavigableString)
        ]
    parts: list[Tag | NavigableString] = []
    code = cell.select_one("pre")
    if code is not None:
        listing = soup.new_tag("div", attrs={"class": "language-python highlight lab-input"})
        lines = code.decode_contents().removeprefix("<span></span>").rstrip("\n").split("\n")
        blocks = listing_in_parts(lines, known, words)
        listing.append(PreformattedString(blocks))
        parts.append(BeautifulSoup(str(listing), "html.parser").div or listing)
    for output in _joined(cell.select(".jp-OutputArea-output")):
        holder = soup.new_tag("div", attrs={"class": "lab-output"})
        for child in list(output.children):
            holder.append(child.extract())
        parts.append(holder)
    return parts


def _draw(body: BeautifulSoup, path: Path) -> None:
    """Replace the images below the cells by drawings in the book's colours.

    The comment that the cell begins with says what is to be seen, also to those who do not see it.
    """
    glyphs: dict[str, str] = {}
    for number, image in enumerate(body.select(".lab-output img"), start=1):
        listing = image.find_previous("div", class_="lab-input")
        parts = listing.select("pre") if listing is not None else []
        code = "".join(part.get_text() for part in parts)  # without what stands on the folds
        comment = _COMMENT.match(code)
        line = line_with(path, code.strip().partition("\n")[0])
        if comment is None:
            message = "a cell that draws begins with a comment that says what is to be seen"
            raise PageError(shown(path), line, message)
        kind, _, content = str(image["src"]).partition(";base64,")
        if kind != "data:image/svg+xml":
            message = 'a lab draws SVG: %config InlineBackend.figure_formats = ["svg"]'
            raise PageError(shown(path), line, message)
        words = re.sub(r"\n# ?", " ", comment["words"])
        try:
            drawing = inline(base64.b64decode(content).decode(), f"{path.stem}-{number}", words, glyphs)
        except FigureError as error:
            raise PageError(shown(path), line, str(error)) from None
        # Parsed as HTML, it would lose its capital letters.
        image.replace_with(PreformattedString(shortened(drawing)))


def _joined(outputs: list[Tag]) -> list[Tag]:
    """Put together what a cell prints: nbclient hands it over in pieces, as they come."""
    joined: list[Tag] = []
    for output in outputs:
        text = output.select_one("pre")
        before = joined[-1].select_one("pre") if joined else None
        if text is None or before is None:
            joined.append(output)
        else:
            before.extend(list(text.children))
    return joined


def _typeset(body: BeautifulSoup, sheet: Sheet, proof: Proof) -> None:
    """Replace the formulas in the text by their typeset form, in one batch, and mark them."""
    found: list[tuple[NavigableString, list[str | Formula]]] = []
    for text in list(body.find_all(string=True)):
        if not any(parent.name in _NOT_TEXT for parent in text.parents):
            pieces = _split(str(text))
            if len(pieces) > 1:
                found.append((text, pieces))
    formulas = [piece for _, pieces in found for piece in pieces if isinstance(piece, Formula)]
    places = locate(sheet, proof.page.equations, [formula.latex for formula in formulas], Counter())
    results = iter(zip(places, typeset([_readable(formula) for formula in formulas]), strict=True))
    for text, pieces in found:
        for piece in pieces:
            if isinstance(piece, str):
                text.insert_before(NavigableString(piece))
                continue
            place, result = next(results)
            assert place is not None  # the press itself writes no formula into a lab
            if isinstance(result, LatexError):
                message = f"KaTeX cannot typeset {piece.latex!r}: {result.message}"
                raise PageError(sheet.shown, proof.page.equations[place].line, message)
            text.insert_before(BeautifulSoup(_framed(piece, result, sheet, proof, place), "html.parser"))
        text.extract()


def _readable(formula: Formula) -> Formula:
    return Formula(readable(formula.latex, {})[0], formula.display)


def _framed(formula: Formula, result: str, sheet: Sheet, proof: Proof, place: int) -> str:
    """Return the HTML of a formula with the proof-reader's mark."""
    element = ElementTree.Element("div" if formula.display else "span")
    frame(element, _HOLE)
    mark(element, sheet, proof, place)
    return ElementTree.tostring(element, "unicode", "html").replace(_HOLE, marked(result))


def _split(text: str) -> list[str | Formula]:
    pieces: list[str | Formula] = []
    position = 0
    for match in _MATHS.finditer(text):
        pieces.append(text[position : match.start()])
        latex = match["display"] or match["begin"] or match["inline"]
        pieces.append(Formula(latex.strip(), match["inline"] is None))
        position = match.end()
    return [*pieces, text[position:]]
