"""Live figures in a page: what a drawing says of itself, and the markup that the page's script moves.

`bookdraw.live` writes its data into the SVG; here it becomes part of the page, together with what readers
press and drag. Everything that a live figure shows at rest is in the page before any script runs.
"""

from __future__ import annotations

import html
import json
import re
import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from xml.etree import ElementTree

from bookkit.pages.desk import Words
from bookkit.paths import ROOT

TAG = "bp-figure"
SCRIPT = "assets/live/figure.js"
_METADATA = re.compile(r'<metadata class="live">(.*?)</metadata>', re.DOTALL)
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)
_WORDS = {r"\text", r"\mathrm", r"\operatorname", r"\begin", r"\end", r"\tag", r"\label", r"\textstyle"}
_ATTACHED = {"_", "^", "'"}
_NAME = re.compile(r'(?<=<span class="n">)(\w+)(?=</span>)')
_CODE = re.compile(r"(<code>)(.*?)(</code>)", re.DOTALL)
_ASSIGNED = re.compile(
    r'\A(?:<span[^>]*></span>|<span class="line">)*<span class="n">(\w+)</span> <span class="o">='
)
_ICONS = {
    "previous": "M15.4 5 8.4 12l7 7 1.6-1.6L11.6 12 17 6.6z",
    "next": "M8.6 5 7 6.6l5.4 5.4L7 17.4 8.6 19l7-7z",
    "play": "M8 5v14l11-7z",
    "pause": "M7 5h3.5v14H7zm6.5 0H17v14h-3.5z",
}

Data = dict[str, Any]


class LiveError(ValueError):
    """A live figure that does not fit its page; the message says what is wrong."""


def data_of(svg: str) -> Data | None:
    """Return what a live drawing says of itself; None for any other drawing."""
    found = _METADATA.search(svg)
    return None if found is None else json.loads(html.unescape(found[1]))


@cache
def _numbers() -> dict[str, Callable[..., Any]]:
    """Return bookdraw's ways with numbers, without the rest of bookdraw and matplotlib with it."""
    return runpy.run_path(str(ROOT / "src" / "bookdraw" / "numbers.py"))


def shown(data: Data, key: str, digits: int | None = None) -> str:
    """Return the number behind a key such as `f` or `W2.3.1` as the figure shows it.

    Raises LiveError where the figure has none.
    """
    try:
        value = _numbers()["entry"]({**data["state"], **data["values"]}, key)
    except ValueError as error:
        raise LiveError(str(error)) from None
    return str(_numbers()["shown"](value, data["digits"] if digits is None else digits))


# Formulas


def linked(latex: str, names: Mapping[str, str | Sequence[str]]) -> str:
    r"""Return LaTeX in which what names a value carries its key: `z^2` becomes `\htmlData{k=z2}{z^2}`.

    `names` are key → LaTeX, or several ways to write it. A symbol that goes on (`z^2_j` beside `z^2`) is
    another one and stays.
    """
    patterns = sorted(
        (
            ([token for token in _TOKEN.findall(text) if not token.isspace()], key)
            for key, texts in names.items()
            for text in ([texts] if isinstance(texts, str) else texts)
        ),
        key=lambda item: -len(item[0]),
    )
    tokens = _TOKEN.findall(latex)
    result: list[str] = []
    place: int = 0
    while place < len(tokens):
        if tokens[place] in _WORDS:
            end = _group_end(tokens, place + 1)
            result += tokens[place:end]
            place = end
            continue
        for pattern, key in patterns:
            after = _match(tokens, place, pattern)
            if after is not None and not (result and result[-1] in _ATTACHED):
                result.append(rf"\htmlData{{k={key}}}{{{''.join(tokens[place:after])}}}")
                place = after
                break
        else:
            result.append(tokens[place])
            place += 1
    return "".join(result)


def _match(tokens: Sequence[str], place: int, pattern: Sequence[str]) -> int | None:
    """Return where a pattern ends that begins at a place; None where it does not."""
    for number, expected in enumerate(pattern):
        while number > 0 and place < len(tokens) and tokens[place].isspace():
            place += 1
        if place == len(tokens) or tokens[place] != expected:
            return None
        place += 1
    following = next((token for token in tokens[place:] if not token.isspace()), "")
    return None if following in _ATTACHED else place


def _group_end(tokens: Sequence[str], place: int) -> int:
    depth = 0
    for end in range(place, len(tokens)):
        depth += (tokens[end] == "{") - (tokens[end] == "}")
        if depth == 0 and not tokens[end].isspace():
            return end + 1
    return len(tokens)


# Code


def linked_code(text: str, names: Mapping[str, Any]) -> str:
    """Return a part of a page whose listings carry keys: names their own, lines that of what they make."""
    return _CODE.sub(lambda match: match[1] + _lines(match[2], names) + match[3], text)


def _lines(code: str, names: Mapping[str, Any]) -> str:
    lines = []
    for line in code.split("\n"):
        made = _ASSIGNED.match(line)
        marked = _NAME.sub(lambda m: f'<span data-k="{m[1]}">{m[1]}</span>' if m[1] in names else m[1], line)
        if made and made[1] in names:
            marked = f'<span data-line="{made[1]}">{marked}</span>'
        lines.append(marked)
    return "\n".join(lines)


# Rows of matrices


def rows(step: Data, data: Data) -> str:
    """Return the lines of matrices that belong to a step."""
    return "".join(row(text, data) for text in step.get("rows", []))


def row(text: str, data: Data) -> str:
    """Return a line of matrices and signs with their numbers, such as `z2 = W2 a1 + b2`; `.T` transposes."""
    values = {**data["state"], **data["values"]}
    parts = []
    for word in text.split():
        name, _, turned = word.partition(".")
        if name in values:
            parts.append(_matrix(name, values[name], data, turned == "T"))
        else:
            parts.append(f'<span class="sign">{html.escape(word)}</span>')
    return f'<div class="row">{"".join(parts)}</div>'


def _matrix(name: str, found: Any, data: Data, turned: bool) -> str:
    if not isinstance(found, list):
        return f'<span class="matrix single" data-columns="1">{_entry(name, data)}</span>'
    rows = [line if isinstance(line, list) else [line] for line in found]
    cells = [
        [f"{name}.{j}" if len(line) == 1 else f"{name}.{j}.{k}" for k in range(1, len(line) + 1)]
        for j, line in enumerate(rows, 1)
    ]
    if turned:
        cells = [list(column) for column in zip(*cells, strict=True)]
    entries = "".join(_entry(key, data) for line in cells for key in line)
    columns = len(cells[0])
    return (
        f'<span class="matrix" data-columns="{columns}" role="group" aria-label="{name}"'
        f' style="--columns:{columns}">{entries}</span>'
    )


def _entry(key: str, data: Data) -> str:
    scrub = f' data-scrub="{key}"' if key.partition(".")[0] in data.get("ranges", {}) else ""
    return f'<span class="entry" data-k="{key}" data-v="{key}"{scrub}>{shown(data, key)}</span>'


# What readers press


def player(steps: int, words: Words) -> str:
    """Return the buttons and the slider that lead through the steps."""
    return (
        f'<div class="player hand" role="group" aria-label="{words.live_steps}">'
        f"{_button('-1', 'previous', words.live_previous)}"
        f'<input type="range" min="0" max="{steps - 1}" value="0" aria-label="{words.live_step}">'
        f"{_button('1', 'next', words.live_next)}"
        f'<button type="button" data-go="play" aria-pressed="false" aria-label="{words.live_play}">'
        f"{_icon('play')}{_icon('pause')}</button>"
        f"<output>0 / {steps - 1}</output></div>"
    )


def run(key: str, last: int, now: float, words: Words) -> str:
    """Return the button and the slider that lead a count from 0 to its last value."""
    return (
        f'<button type="button" data-go="play" aria-pressed="false" aria-label="{words.live_play}">'
        f"{_icon('play')}{_icon('pause')}</button>"
        f'<input type="range" min="0" max="{last}" value="{now:g}" aria-label="{key}">'
    )


def _button(go: str, icon: str, label: str) -> str:
    return f'<button type="button" data-go="{go}" aria-label="{html.escape(label)}">{_icon(icon)}</button>'


def _icon(name: str) -> str:
    return f'<svg class="icon {name}" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'


def note(words: Words) -> str:
    """Return what tells readers that the numbers are their own, and leads back to the book's."""
    back = f'<button type="button" data-action="back" disabled>{html.escape(words.live_back)}</button>'
    return f"{html.escape(words.live_yours)} {back}"


def said(keys: Sequence[str]) -> str:
    """Return the place where a screen reader is told the values that have changed."""
    return f'<p class="live-said" role="status" data-says="{" ".join(keys)}"></p>'


def embedded(data: Data) -> str:
    """Return the data as a block of the page."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json">{text}</script>'


def numbers_in(element: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, str]]:
    """Yield the marked numbers of a figure's text, each with its key."""
    for child in element.iter():
        key = child.get("data-scrub") or child.get("data-v") or child.get("data-run")
        if key:
            yield child, key
