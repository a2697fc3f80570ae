"""Stylesheets: only the rules that some page of the site, or a script on it, can make use of."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from bookkit.keeping.cache import Cache, fingerprint
from bookkit.site import selectors

_SOURCE = "".join(Path(file).read_text(encoding="utf-8") for file in (__file__, selectors.__file__))
_CLASS_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
_WORD = re.compile(r"[\w-]+")
_ARGUMENT = re.compile(r"\([^()]*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CONDITIONAL = {"media", "supports"}


@dataclass(frozen=True)
class Names:
    """The classes that can occur: those in pages, and those that scripts name or begin to name."""

    classes: frozenset[str]
    beginnings: tuple[str, ...]

    def allow(self, name: str) -> bool:
        """Tell whether an element may have this class."""
        return name in self.classes or name.startswith(self.beginnings)


def classes(page: str) -> set[str]:
    """Return the classes in a page's HTML, and the words of the scripts in it, which may set a class."""
    set_by_scripts = {word for script in _SCRIPT.findall(page) for word in _WORD.findall(script)}
    return set_by_scripts | {name for found in _CLASS_ATTRIBUTE.findall(page) for name in found.split()}


def names(in_pages: Iterable[str], scripts: Iterable[str]) -> Names:
    """Return the classes that can occur, given those in pages and the scripts' text."""
    words = {word for script in scripts for word in _WORD.findall(script)}
    beginnings = {word for word in words if len(word) > 3 and word.endswith(("-", "_"))}
    return Names(frozenset(in_pages) | words, tuple(sorted(beginnings)))


def keep_used(css: str, occurring: Names) -> str:
    """Return the stylesheet without the rules whose selectors name a class that cannot occur.

    What stands inside `:not(…)`, `:is(…)` and the like never rules a selector out; a list at the end of a
    selector is written out first (see `selectors`). The result is kept as long as neither the stylesheet nor
    the names that can occur change.
    """
    names = " ".join([*sorted(occurring.classes), *occurring.beginnings])
    store, key = Cache("styles"), fingerprint(tinycss2.__version__, _SOURCE, names, css)
    return store.made(key, lambda: _only_used(css, occurring))


def _only_used(css: str, occurring: Names) -> str:
    return "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), occurring))


def embed(css: str, font: Path, address: str) -> str:
    """Return the stylesheet with the font at `address` inside it.

    A page then never appears in another typeface, nor moves when its own arrives.
    """
    data = base64.b64encode(font.read_bytes()).decode()
    return css.replace(f"url({address})", f"url(data:font/woff2;base64,{data})")


def _kept(rules: Iterable[Node], occurring: Names) -> Iterable[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            wanted = selectors.split(tinycss2.serialize(rule.prelude))
            possible = [s for one in wanted for s in selectors.written_out(one) if _possible(s, occurring)]
            if possible:
                yield f"{','.join(possible)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif isinstance(rule, AtRule) and rule.content and rule.lower_at_keyword in _CONDITIONAL:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            body = "".join(_kept(inner, occurring))
            if body:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}"
        else:
            yield rule.serialize()


def _possible(selector: str, occurring: Names) -> bool:
    while _ARGUMENT.search(selector):
        selector = _ARGUMENT.sub("", selector)
    return all(occurring.allow(name) for name in _CLASS.findall(selector))
