"""The house rules of a page and of its listings; each breach is one line that names file and line."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bookkit.markdown import predict
from bookkit.markdown.exercises import KINDS, LEVELS
from bookkit.pages.library import UnknownNameError, source_of
from bookkit.pages.source import Fence, Page, read_page
from bookkit.paths import ENGLISH, MEASUREMENTS, SNIPPETS

WIDTH = 88  # characters; a wider listing has to be scrolled sideways on a laptop
HIDDEN = {*sys.stdlib_module_names, "numpy", "matplotlib", "sklearn", "torch", "jax", "backprop", "bookdraw"}
MOST_REPEATED = 4  # lines that three listings of a page may have in common, imports apart
_NO_VALUE = re.compile(r"\s*#|(?:from|import) |\s*[\])}]+\Z")
_HEADING = re.compile(r"(?P<marks>#{1,6}) .*?(?P<id>\{[^{}]*#[\w-]+[^{}]*\})?\s*\Z")
_FIGURE = re.compile(r"!\[[^\]]*\]\((?P<target>[^)\s]*figures/[^)\s]+\.svg)\)")
_INCLUDE = re.compile(r"\s*--8<-- \"(?P<target>[^\"]+)\"\s*\Z")
_BOX = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?) (?P<kind>exercise|solution)\b(?P<more>[\w -]*)")
FEWEST, MOST = 3, 6  # exercises of a chapter, apart from a project
_MIXED = "the outputs of several would stand incomplete and out of order"
_MARKER = re.compile(r"--8<-- \[(?P<kind>start|end):\s*(?P<name>[\w-]+)\]")


@dataclass(frozen=True)
class Breach:
    """A rule that a file breaks, and where."""

    place: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Book:
    """The folders that the rules hold for, which pages are chapters, and the listed exceptions.

    `exceptions` gives a reason for each fence of Python that is no listing, named by (page, its first line),
    and for each listing that stands under another page's folder, named by (page, listing).
    """

    docs: Path = ENGLISH
    snippets: Path = SNIPPETS
    measurements: Path = MEASUREMENTS
    parts: Collection[str] = ()
    exceptions: Mapping[tuple[str, str], str] | None = None

    def pages(self) -> list[Path]:
        """Return the Markdown pages."""
        return sorted(self.docs.rglob("*.md"))

    def name(self, path: Path) -> str:
        """Return a page's path inside the book."""
        return path.relative_to(self.docs).as_posix()

    def is_chapter(self, path: Path) -> bool:
        """Tell whether a page is a chapter of a part."""
        return self.name(path).split("/")[0] in self.parts and path.stem != "index"

    def excepted(self, page: str, what: str) -> bool:
        """Tell whether an exception is listed."""
        return (page, what) in (self.exceptions or {})


def page_breaches(book: Book, path: Path) -> Iterator[Breach]:
    """Yield what is wrong with one page."""
    page = read_page(path)
    yield from _headings(book, page)
    yield from _listings(book, page)
    if book.is_chapter(path):
        yield from _chapter(book, page)


def _headings(book: Book, page: Page) -> Iterator[Breach]:
    name = book.name(page.path)
    found = [(m, p.line) for p in page.prose if (m := _HEADING.match(p.text))]
    titles = [line for match, line in found if match["marks"] == "#"]
    if len(titles) != 1:
        yield Breach(name, titles[1] if titles else 1, f"a page has one title (# …), this one {len(titles)}")
    for match, line in found:
        if match["id"] is None:
            yield Breach(name, line, "the heading needs an id that survives translation: ## Text {#id}")


def _listings(book: Book, page: Page) -> Iterator[Breach]:
    name = book.name(page.path)
    for fence in page.fences:
        if fence.language in ("python", "py"):
            yield from _python_fence(book, name, fence)
        else:
            yield from _text_fence(book, name, fence)


def _text_fence(book: Book, name: str, fence: Fence) -> Iterator[Breach]:
    for number, line in enumerate(fence.text.splitlines(), start=fence.line + 1):
        match = _INCLUDE.match(line)
        measured = book.measurements / match["target"] if match else None
        if measured is not None and measured.is_file():
            yield from _wide(measured.name, measured.read_text(encoding="utf-8"), name, number)
        elif len(line) > WIDTH:
            yield Breach(name, number, _too_wide(len(line)))


def _wide(what: str, text: str, name: str, number: int) -> Iterator[Breach]:
    widest = max(map(len, text.splitlines()), default=0)
    if widest > WIDTH:
        yield Breach(name, number, f"{what}: {_too_wide(widest)}")


def _too_wide(characters: int) -> str:
    return f"{characters} characters; a listing's line has at most {WIDTH}"


def _python_fence(book: Book, name: str, fence: Fence) -> Iterator[Breach]:
    lines = [line for line in fence.text.splitlines() if line.strip()]
    match = _INCLUDE.match(lines[0]) if len(lines) == 1 else None
    if match is None:
        if not book.excepted(name, lines[0].strip() if lines else ""):
            yield Breach(name, fence.line, 'Python on a page is an inclusion: --8<-- "part/page/idea.py"')
        return
    target = match["target"]
    if fence.title != target:
        yield Breach(name, fence.line, f"the title {fence.title!r} is not the file that is shown, {target!r}")
    if target.startswith("backprop."):
        try:
            yield from _wide(target, source_of(target), name, fence.line + 1)
        except UnknownNameError as error:
            yield Breach(name, fence.line + 1, str(error))
        return
    file = target.partition(":")[0]
    if not (book.snippets / file).is_file():
        yield Breach(name, fence.line + 1, f"there is no snippet {file}")
    own = PurePosixPath(name).with_suffix("").as_posix()
    if PurePosixPath(file).parent.as_posix() != own and not book.excepted(name, file):
        yield Breach(name, fence.line + 1, f"the listings of this page stand in {own}/, not {file}")


def _chapter(book: Book, page: Page) -> Iterator[Breach]:
    name = book.name(page.path)
    if not str(page.front_matter.get("description") or "").strip():
        yield Breach(name, 1, "a chapter's front matter needs a description: one sentence")
    text = "\n".join(p.text for p in page.prose)
    for section in ("summary", "exercises"):
        if not re.search(rf"^## .*{{#{section}}}", text, re.MULTILINE):
            yield Breach(name, 1, f"a chapter has a section ## … {{#{section}}}")
    yield from _solutions(name, page)


def _solutions(name: str, page: Page) -> Iterator[Breach]:
    found = [(m, p.line) for p in page.prose if (m := _BOX.match(p.text))]
    evidence = {x.line for x in page.listings} | {x.line for x in page.equations}
    ends = [line for _, line in found[1:]] + [max([*evidence, *(p.line for p in page.prose)], default=1) + 1]
    for index, ((match, line), end) in enumerate(zip(found, ends, strict=True)):
        following = found[index + 1][0]["kind"] if index + 1 < len(found) else None
        project = "project" in match["more"].split()
        if match["kind"] == "exercise" and following != "solution" and not project:
            yield Breach(name, line, "the exercise has no solution: ??? solution")
        if match["kind"] == "solution" and not any(line < n < end for n in evidence):
            yield Breach(name, line, "a solution shows a listing or an equation, so that it can be checked")
    yield from _levels(name, [(m["more"].split(), line) for m, line in found if m["kind"] == "exercise"])


def _levels(name: str, exercises: list[tuple[list[str], int]]) -> Iterator[Breach]:
    order = list(LEVELS)
    before = 0
    for classes, line in exercises:
        levels = [order.index(word) for word in classes if word in LEVELS]
        unknown = [word for word in classes if word not in (*LEVELS, *KINDS)]
        if unknown:
            yield Breach(name, line, f"an exercise is {', '.join((*LEVELS, *KINDS))}; not {unknown[0]}")
        elif len(levels) != 1:
            yield Breach(name, line, f"an exercise has one of the marks {', '.join(LEVELS)}")
        elif levels[0] < before:
            yield Breach(name, line, "exercises go from easy to hard; this one is easier than the one before")
        before = max([before, *levels])
    number = sum("project" not in classes for classes, _ in exercises)
    if not FEWEST <= number <= MOST:
        yield Breach(
            name, 1, f"a chapter has {FEWEST} to {MOST} exercises: !!! exercise; this one has {number}"
        )


def shown_files(book: Book) -> set[str]:
    """Return the snippets that some page shows, or takes the answers of a box from."""
    shown: set[str] = set()
    for path in book.pages():
        page = read_page(path)
        shown |= {listing.target.partition(":")[0] for listing in page.listings}
        for match in _FIGURE.finditer(path.read_text(encoding="utf-8")):
            shown.add(match["target"].partition("figures/")[2].removesuffix(".svg") + ".py")
        shown |= {source for source, _ in predict.sources(page)}
    return shown


def snippet_breaches(book: Book, path: Path, shown: Collection[str]) -> Iterator[Breach]:
    """Yield what is wrong with one snippet: not shown, too wide, two prints a loop, a section left open,
    a matrix product that only Python's order of operators keeps together."""
    name = path.relative_to(book.snippets).as_posix()
    if name not in shown:
        yield Breach(name, 1, "no page shows this snippet")
    if path.stem in HIDDEN:
        yield Breach(name, 1, f"the listings beside it could no longer import what is called {path.stem!r}")
    text = path.read_text(encoding="utf-8")
    for place in _loops_with_prints(text):
        yield Breach(name, place, f"a loop has one print: {_MIXED}")
    for place in _products_without_brackets(text):
        yield Breach(name, place, "a beginner does not know that @ comes before this *: put it in brackets")
    opened: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > WIDTH:
            yield Breach(name, number, _too_wide(len(line)))
        for match in _MARKER.finditer(line):
            if match["kind"] == "start":
                opened[match["name"]] = number
            elif opened.pop(match["name"], None) is None:
                yield Breach(name, number, f"the section {match['name']!r} ends without a start")
    for section, number in opened.items():
        yield Breach(name, number, f"the section {section!r} is never closed")


def _loops_with_prints(text: str) -> Iterator[int]:
    """Yield the lines of loops with several prints."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.For | ast.While):
            calls = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
            if sum(isinstance(name, ast.Name) and name.id == "print" for name in calls) > 1:
                yield node.lineno


def _products_without_brackets(text: str) -> Iterator[int]:
    """Yield the lines where `*` takes a matrix product on its left that is not in brackets."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.BinOp(left=ast.BinOp(op=ast.MatMult()) as product, op=ast.Mult()):
                inside, whole = (ast.get_source_segment(text, part) or "" for part in (product, node))
                if whole.startswith(inside):
                    yield node.lineno


def beginners_breaches(book: Book, path: Path) -> Iterator[Breach]:
    """Yield what a beginner's listing does without: ways of reaching out of a function that need a lesson."""
    name = path.relative_to(book.snippets).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Nonlocal | ast.Global):
            yield Breach(name, node.lineno, f"beginners have not met {type(node).__name__.lower()}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super":
            yield Breach(
                name, node.lineno, "beginners have not met super(); name the class: Network.backprop"
            )
        elif isinstance(node, ast.FunctionDef | ast.Lambda):
            usual, named = node.args.args[::-1], node.args.kwonlyargs
            pairs = [*zip(usual, node.args.defaults[::-1], strict=False)]
            pairs += [(arg, value) for arg, value in zip(named, node.args.kw_defaults, strict=True) if value]
            if any(isinstance(value, ast.Name) and value.id == arg.arg for arg, value in pairs):
                yield Breach(name, node.lineno, "a default that keeps a loop's variable needs a lesson: i=i")


def repeated_lines(folder: Path) -> Iterator[str]:
    """Yield what several listings of a page type again: they could import it from a file beside them."""
    places: dict[tuple[str, ...], set[str]] = {}
    for path in sorted(folder.glob("*.py")):
        lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
        lines = [line for line in lines if line.strip() and not _NO_VALUE.match(line)]
        for start in range(len(lines) - MOST_REPEATED):
            places.setdefault(tuple(lines[start : start + MOST_REPEATED + 1]), set()).add(path.name)
    for block, names in places.items():
        if len(names) > 2:
            yield f"{folder.name}: {', '.join(sorted(names))} all have {block[0].strip()!r} and what follows"


def unused_exceptions(book: Book) -> list[tuple[str, str]]:
    """Return the listed exceptions that nothing needs any more."""
    used: set[tuple[str, str]] = set()
    strict = Book(book.docs, book.snippets, book.measurements, book.parts)
    for key in book.exceptions or {}:
        page, what = key
        path = book.docs / page
        if not path.is_file():
            continue
        without = sum(1 for _ in _listings(strict, read_page(path)))
        only = Book(book.docs, book.snippets, book.measurements, book.parts, {key: "tried alone"})
        if sum(1 for _ in _listings(only, read_page(path))) < without:
            used.add((page, what))
    return [key for key in book.exceptions or {} if key not in used]
