"""What authors tell the proof-reader in a LaTeX comment: ``% notation: softmax``, ``% unchecked: reason``,
``% refuted: reason``, ``% unlabelled``. All patterns of such comments are here.
"""

from __future__ import annotations

import re

from bookkit.equations.reading.tree import Directive

NOTATION = "notation"  # the table of symbols that a formula is read with
UNCHECKED, FRAGMENT = "unchecked", "fragment"  # a formula that is exempt, and one that is no whole one
INCREASES, DECREASES = "increases", "decreases"  # what an update is for
# What a page shows and does not claim: in order to refute it, with a reason, or to leave it to its readers.
REFUTED = re.compile(r"(?<!\\)%[ \t]*refuted[ \t]*(?P<colon>:?)[ \t]*(?P<reason>[^\n]*?)[ \t]*(?:\n|\Z)")
UNLABELLED = re.compile(r"(?<!\\)%[ \t]*unlabelled\b[ \t]*(?P<rest>[^\n]*)")
_REMARK = re.compile(rf"(?<!\\)%(?![ \t]*{NOTATION}:)[^\n]*")  # every comment that does not name a table
_COMMENT = re.compile(r"(?<!\\)%([^\n]*)(?:\n|\Z)")
_DIRECTIVE = re.compile(r"\s*([a-z]+)\s*:\s*(.*?)\s*\Z")


def directives(latex: str) -> tuple[Directive, ...]:
    """The instructions in the comments: ``% notation: name``, ``% unchecked: reason``, ``% increases: f``."""
    found = []
    for comment in _COMMENT.finditer(latex):
        if match := _DIRECTIVE.match(comment[1]):
            found.append(Directive(match[1], match[2]))
    return tuple(found)


def value_of(said: tuple[Directive, ...], key: str) -> str | None:
    """What is said under a key first, None where nothing is."""
    return next((item.value for item in said if item.key == key), None)


def marked(said: tuple[Directive, ...]) -> bool:
    """Whether an author has marked a formula, as exempt or as a fragment."""
    return any(item.key in (UNCHECKED, FRAGMENT) for item in said)


def without_comments(latex: str) -> str:
    """The formula with blanks in place of its comments, so that places in messages stay right."""
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), latex)


def without_remarks(latex: str) -> str:
    """The formula and its table, on one line, without what is said about it."""
    return " ".join(_REMARK.sub("", latex).split())
