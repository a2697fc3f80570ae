"""Figures: each is drawn by running its snippet, kept by content, and follows light and dark."""

from __future__ import annotations

import re
import runpy
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path

from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.paths import ROOT, SNIPPETS, shown
from bookkit.programs import apart as programs
from bookkit.programs.beside import used
from bookkit.side_by_side import in_threads
from bookkit.typesetting import typeface

_DRAWN = re.compile(r"\bplt\.show\(\)\s*\Z")
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_HEAD = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_METADATA = re.compile(r"\s*<metadata\b[^>]*>.*?</metadata>", re.DOTALL)
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<svg\b[^>]*>")
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PATH = re.compile(r'(?<=\bd=")[^"]*')
_DECIMAL = re.compile(r"-?\d+\.\d{3,}")
_ID = re.compile(r'\sid="([^"]*)"')
_REFERENCE = re.compile(r'(?:(?<=xlink:href="#)|(?<=url\(#))([^")]+)')
_STYLE = re.compile(
    r"\s*<defs>\s*<style\b[^>]*>\*\{stroke-linejoin: round; stroke-linecap: butt\}</style>\s*</defs>"
)
_GLYPH = re.compile(r'<path id="(?P<id>[^"]*)" d="(?P<outline>[^"]*)" transform="scale\(0\.015625\)"\s*/>')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STAGE = Path(__file__).parents[1] / "programs" / "stage.py"
_PRESS = [Path(__file__), _STAGE, Path(typeface.__file__)]
_LINE_BREAK = re.compile(r"\s*\n\s*")


SECONDS = 60.0  # that a figure's snippet may take


class FigureError(ValueError):
    """A figure that cannot be drawn; the message names its snippet and the line."""


def is_figure(path: Path) -> bool:
    """Tell whether a snippet draws: it ends by showing its figure."""
    return _DRAWN.search(path.read_text(encoding="utf-8")) is not None


def all_figures(folder: Path = SNIPPETS) -> list[Path]:
    """Return the snippets that draw."""
    return [path for path in sorted(folder.rglob("*.py")) if is_figure(path)]


@cache
def _version() -> str:
    """Identify what a drawing depends on besides its snippet."""
    sources = [p for package in ("bookdraw", "backprop") for p in (ROOT / "src" / package).rglob("*.py")]
    return fingerprint(version("matplotlib"), fingerprint_files([*sources, *_PRESS]), typeface.fingerprint())


@cache
def _colours() -> dict[str, str]:
    """Return bookdraw's palette, without the rest of bookdraw and matplotlib with it."""
    colours: dict[str, str] = runpy.run_path(str(ROOT / "src" / "bookdraw" / "palette.py"))["COLOURS"]
    return colours


def draw(snippet: Path, cache: Cache | None = None) -> str:
    """Return the SVG that a snippet draws, from the cache where nothing changed.

    Raises FigureError where the snippet is missing, fails, or leaves no figure or several open.
    """
    if not snippet.is_file():
        raise FigureError(f"{shown(snippet)} does not exist, so its figure cannot be drawn")
    store = Cache("figures") if cache is None else cache
    key = fingerprint(_version(), snippet.read_bytes(), fingerprint_files(used(snippet)))
    svg = store.get(key)
    if svg is None:
        try:
            svg = str(programs.run("figure", snippet, SECONDS))
        except programs.ProgramError as error:
            raise FigureError(str(error)) from None
        store.put(key, svg)
    return svg


def draw_all(snippets: Sequence[Path]) -> list[str]:
    """Return what each of the snippets draws, in their order; several are drawn at a time."""
    return in_threads(draw, snippets, "Drawing figures")


def inline(svg: str, name: str, alt: str, glyphs: dict[str, str] | None = None) -> str:
    """Return the SVG as part of a page: no foreign ids, colours from the stylesheet, a text alternative.

    `glyphs` (outline → id) remembers the letters that the page's figures have drawn already; the figure
    uses those and adds its own.

    Raises FigureError for a colour that the palette lacks, since the dark page could not change it.
    """
    variables = {value.lower(): f"var(--figure-{key},{value})" for key, value in _colours().items()}

    def themed(match: re.Match[str]) -> str:
        variable = variables.get(match[0].lower())
        if variable is None:
            raise FigureError(f"figure {name}: the colour {match[0]} is not in bookdraw's palette")
        return variable

    body = _COMMENT.sub("", _METADATA.sub("", _HEAD.sub("", svg)))
    size = _VIEW_BOX.search(body)
    if size is None:
        raise FigureError(f"figure {name}: the SVG has no viewBox")
    width, height = float(size[1]), float(size[2])
    root = (
        f'<svg class="figure" role="img" aria-label="{escape(alt)}" viewBox="0 0 {width:g} {height:g}"'
        f' width="{width:g}pt" height="{height:g}pt" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' stroke-linejoin="round">'
    )
    body = _STYLE.sub("", _ROOT.sub("", body, count=1))
    body = _own_ids(body, re.sub(r"[^\w]+", "-", name))
    body = _PATH.sub(lambda d: _LINE_BREAK.sub(" ", _DECIMAL.sub(_shorter, d[0])).strip(), body)
    body = _GLYPH.sub(_coarser, _share_glyphs(body, {} if glyphs is None else glyphs))
    return root + re.sub(r">\s+<", "><", _HEX.sub(themed, body)).strip()


def _own_ids(body: str, prefix: str) -> str:
    """Keep the ids that the drawing refers to, and make them the figure's own."""
    used = set(_REFERENCE.findall(body))
    names = {name: f"{prefix}-{number}" for number, name in enumerate(sorted(used))}
    body = _ID.sub(lambda m: f' id="{names[m[1]]}"' if m[1] in used else "", body)
    return _REFERENCE.sub(lambda m: names[m[1]], body)


def _share_glyphs(body: str, glyphs: dict[str, str]) -> str:
    """Draw each letter's outline once a page: later figures refer to the first."""
    aliases: dict[str, str] = {}

    def once(match: re.Match[str]) -> str:
        known = glyphs.setdefault(match["outline"], match["id"])
        if known == match["id"]:
            return match[0]
        aliases[match["id"]] = known
        return ""

    body = _GLYPH.sub(once, body)
    return _REFERENCE.sub(lambda m: aliases.get(m[1], m[1]), body)


def _coarser(glyph: re.Match[str]) -> str:
    """Return a letter's outline on a grid of 256 steps an em instead of 4096, far finer than a pixel."""
    outline = _NUMBER.sub(lambda number: str(round(float(number[0]) / 16)), glyph["outline"])
    return f'<path id="{glyph["id"]}" d="{outline}" transform="scale(0.25)"/>'


def _shorter(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def standalone(svg: str) -> str:
    """Return the SVG as a file of its own, on white."""
    return svg.replace("<svg ", '<svg style="background:#ffffff" ', 1)
