"""Listings: the title leads to the file, printed lines look printed, what is no news is behind a fold.

All lines of a listing are in the page, in order: a fold is a `<details>`, which needs no script.
"""

from __future__ import annotations

import html
import re

from markdown.postprocessors import Postprocessor

from bookkit.handouts.listings import HOMEWORK
from bookkit.markdown.work import Step
from bookkit.pages.desk import Sheet, Words
from bookkit.pages.folding import Part, parts, region, units
from bookkit.pages.source import PageError, line_with
from bookkit.paths import SNIPPETS

_LISTING = re.compile(
    r'(?P<head><div class="(?P<language>[\w -]*)highlight">)'
    r'(?:<span class="filename">(?P<path>[^<:]*)(?P<section>:[\w-]+)?</span>)?'
    r"<pre><span></span><code>(?P<code>.*?)</code></pre>",
    re.DOTALL,
)
_OUTPUT = re.compile(r'<span class="c1">(?P<text>#&gt;[^<]*)</span>')
_TAG = re.compile(r"<[^>]*>")
_INDENT = 4
_DEEPEST = 5  # levels of indentation that wrapped lines follow
_SHORT = 34  # letters that no window is too narrow for


class Listings(Step, Postprocessor):
    """Adds a download link to every titled listing, folds it and marks the outputs inside it."""

    def run(self, text: str) -> str:
        """Return the page with its listings finished."""
        known: set[str] = set()
        return _LISTING.sub(lambda match: self._finished(match, known), text)

    def _finished(self, match: re.Match[str], known: set[str]) -> str:
        sheet, path = self.work.sheet, match["path"] or ""
        code = _OUTPUT.sub(r'<span class="c1 output">\g<text></span>', match["code"])
        lines = code.rstrip("\n").split("\n")
        if sheet is None or not path:
            return match[0] if sheet is None else f"{match['head']}{_title(match)}{_block(lines)}"
        title = _title(match, sheet)
        if match["language"].strip() != "language-python":
            return f"{match['head']}{title}{_block(lines)}"
        kept = None if match["section"] else self._kept(sheet, path)
        return f"{match['head']}{title}{listing_in_parts(lines, known, sheet.words, kept)}"

    def _kept(self, sheet: Sheet, path: str) -> tuple[int, int] | None:
        file = SNIPPETS / path
        if not file.is_file():
            return None
        try:
            return region(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise PageError(sheet.shown, line_with(sheet.path, path), f"{path}: {error}") from None


def _title(match: re.Match[str], sheet: Sheet | None = None) -> str:
    path = match["path"]
    if not path:
        return ""
    whole = f"{path}{match['section'] or ''}"
    if sheet is None or not re.fullmatch(r"[\w./-]+\.py", path):
        return f'<span class="filename">{whole}</span>'
    address = html.escape(sheet.link(f"snippets/{path}"))
    name = path.rpartition("/")[2]
    if match["section"] and name.startswith(HOMEWORK):
        return f'<span class="filename"><span class="path">{whole}</span></span>'
    label = sheet.words.download_whole if match["section"] else sheet.words.download
    return (
        f'<span class="filename"><span class="path">{whole}</span>'
        f'<a class="download" href="{address}" download="{name}" title="{html.escape(label.format(name))}"'
        f' aria-label="{html.escape(label.format(name))}"></a></span>'
    )


def listing_in_parts(
    lines: list[str], known: set[str], words: Words, kept: tuple[int, int] | None = None
) -> str:
    """Return the highlighted lines of a listing with folds, and add its statements to those `known`."""
    code = "\n".join(_plain(line) for line in lines)
    found = parts(code, known, kept)
    known |= {unit.text for unit in units(code)}
    return _folded(lines, found, words)


def _plain(line: str) -> str:
    """Return a line of highlighted code as text."""
    return html.unescape(_TAG.sub("", line))


def _folded(lines: list[str], found: list[Part], words: Words) -> str:
    """Return the parts of a listing, each a block, those that fold in `<details>`."""
    blocks = []
    for part in found:
        inside = lines[part.first : part.last + 1]
        block = _block(inside)
        if part.kind != "shown":
            count = sum(bool(_plain(line).strip()) for line in inside)
            size = words.fold_one if count == 1 else words.fold_lines.format(count)
            label = getattr(words, f"fold_{part.kind}").format(size)
            block = f'<details class="fold"><summary>{label}</summary>{block}</details>'
        blocks.append(block)
    return "".join(blocks)


def _block(lines: list[str]) -> str:
    # Each block ends its last line, so that all blocks together are the listing.
    code = "".join(_wrapping(line) + "\n" for line in lines)
    return f"<pre><span></span><code>{code}</code></pre>"


def _wrapping(line: str) -> str:
    """Return a line that may be too long for a phone so that it wraps below its own beginning."""
    text = _plain(line)
    if len(text) <= _SHORT:
        return line
    depth = min((len(text) - len(text.lstrip(" "))) // _INDENT, _DEEPEST)
    return f'<span class="line{f" in{depth}" if depth else ""}">{line}</span>'
