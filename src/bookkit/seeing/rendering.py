"""Markdown rendered with the extensions of the book, without what runs, includes or links back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import markdown
import yaml

from bookkit.pages.given import Given, Verbatim
from bookkit.pages.source import stretches
from bookkit.paths import ROOT


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without running its ``!ENV`` and ``!!python`` tags."""


_AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


@lru_cache(maxsize=1)
def settings() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The book's Markdown extensions, without what runs and includes, and without permalinks."""
    listed = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=_AnyTag)["markdown_extensions"]
    found: dict[str, dict[str, Any]] = {}
    for item in listed:
        name, options = next(iter(item.items())) if isinstance(item, dict) else (item, None)
        if name not in ("bookkit.markdown", "pymdownx.snippets"):
            found[name] = dict(options or {})
    found["toc"] = {}
    found["footnotes"] = {"BACKLINK_TEXT": "", "BACKLINK_TITLE": ""}
    return list(found), found


def rendered(text: str) -> str:
    names, options = settings()
    converter = markdown.Markdown(extensions=names, extension_configs=options)
    converter.inlinePatterns.register(Given(converter), "book-given", 175)
    converter.inlinePatterns.register(Verbatim(converter), "book-verbatim", 174)
    return converter.convert(text)


_PIECE = 400  # paragraphs: Python-Markdown looks at all that came before whenever one is added
_BEGINS = re.compile(
    r"#{1,6}\s|[^\W\d_]|[$`(“\"]"
)  # a heading or a paragraph, which belongs to nothing before it


def pieces(text: str, fenced: frozenset[int]) -> Iterator[str]:
    """Cut a long page between paragraphs, so that the time it takes is in proportion to its length."""
    lines = text.split("\n")
    start, blocks, comments = 0, 0, 0
    for index in range(1, len(lines)):
        comments += lines[index - 1].count("<!--") - lines[index - 1].count("-->")
        if lines[index - 1].strip() or not lines[index].strip():
            continue
        blocks += 1
        whole = comments == 0 and index + 1 not in fenced and _BEGINS.match(lines[index])
        if blocks >= _PIECE and whole:
            yield divided("\n".join(lines[start:index]))
            start, blocks = index, 0
    yield divided("\n".join(lines[start:]))


_LINE = re.compile(r"\n(?=\S)")
_LONG = 4000  # characters of a paragraph: for each formula or code span, Python-Markdown copies all of it


def divided(text: str) -> str:
    """Cut an extraordinarily long paragraph or list between lines or at blanks, not in formulas or code."""
    if len(text) < _LONG or max(map(len, re.split(r"\n[ \t]*\n", text))) < 4 * _LONG:
        return text
    whole = stretches(text)
    parts, last = [], 0
    while (at := _cut(text, last + _LONG)) >= 0:
        around = bisect_left(whole, (at,)) - 1
        if around >= 0 and whole[around][1] > at:
            at = whole[around][1]
        parts.append(text[last:at])
        last = at
    return "\n\n".join([*parts, text[last:]])


def _cut(text: str, start: int) -> int:
    """Return where to cut: before a line that is not set in, since entries of a list stay whole; or −1."""
    line = _LINE.search(text, start, start + _LONG)
    if line is not None:
        return line.start()
    is_last = start + _LONG >= len(text)  # the last entry of a list: what is left is short enough
    return -1 if is_last else text.find(" ", start)
