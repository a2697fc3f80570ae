"""Live figures: what a drawing tells the page's script, so that the script can change it and draws nothing.

A figure's artists get a key, such as `d` or `delta2.3`; several, where one artist belongs to several values.
`live` says which model moves the figure, and hands over the values that it shows. In the SVG, keys become
`data-k`, and a number that may change becomes a text of its own with `data-v`; the rest goes along as JSON.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.textpath import TextPath

from bookdraw.numbers import DIGITS, entry, shown

KEY = "key:"
_ID = re.compile(rf' id="{KEY}([^"]*)"')
_GRIP = (34, 26)  # points: what a finger can hold

Range = tuple[float, float, float]


def name(artist: Artist, *keys: str) -> None:
    """Give an artist its keys, by which the page's script finds it."""
    artist.set_gid(KEY + " ".join(keys))


class Label(Text):
    """A text that ends in a value. In a live figure the value is a text of the page, which may change.

    `value` is the key of the value; what stands before it, as `d = `, stays where it is, and the number grows
    to the right of it. Without anything before it, the number grows to both sides.
    """

    value: str | None = None
    prefix: str = ""
    number: str = ""
    live: bool = False
    grip: bool = False
    away: bool = False
    digits: int | None = None  # after the point, where they are not the figure's

    def draw(self, renderer: Any) -> None:
        """Draw as ever; in the SVG of a live figure, draw what stands before the number, and write that."""
        writer = getattr(renderer, "writer", None)
        if self.away and not (self.live and writer is not None):
            return
        if not self.live or writer is None:
            super().draw(renderer)
            return
        whole, (x, y), side = self.get_text(), self.get_position(), self.get_horizontalalignment()
        if self.prefix:
            width, before = self._width(whole), self._width(f"${self.prefix}$")
            dots = self.get_transform()
            left = dots.transform((x, y))[0] - width * {"left": 0, "center": 0.5, "right": 1}[side]
            gap = width - before - self._width(f"${self.number}$")
            self.set_text(f"${self.prefix}$")
            self.set_horizontalalignment("left")
            self.set_x(dots.inverted().transform((left, 0))[0])
            super().draw(renderer)
            self.set(text=whole, x=x, horizontalalignment=side)
            self._write(writer, renderer.height, left + before + gap, "start")
        else:
            anchor = {"left": "start", "center": "middle", "right": "end"}[side]
            self._write(writer, renderer.height, self.get_transform().transform((x, y))[0], anchor)

    def _width(self, text: str) -> float:
        box = TextPath((0, 0), text, size=float(self.get_fontsize())).get_extents()
        return float(box.x1)

    def _write(self, writer: Any, height: float, x: float, anchor: str) -> None:
        size = float(self.get_fontsize())
        y = height - self.get_transform().transform(self.get_position())[1]
        y += {"bottom": -0.24, "top": 0.76, "center": 0.34}.get(self.get_verticalalignment(), 0) * size
        place = {"x": f"{x:.2f}", "y": f"{y:.2f}"}
        if self.get_rotation():
            place["transform"] = f"rotate({-self.get_rotation():.2f} {x:.2f} {y - 0.34 * size:.2f})"
        keys = (self.get_gid() or "").removeprefix(KEY)
        if self.grip:
            w, h = _GRIP
            left = x - w / 2 if anchor == "middle" else x - 18
            writer.element(
                "rect",
                attrib={
                    "class": "grip away" if self.away else "grip",
                    "data-k": keys,
                    "data-grip": str(self.value),
                    "x": f"{left:.2f}",
                    "y": f"{y - 0.34 * size - h / 2:.2f}",
                    "width": str(w + 14 * (anchor == "start")),
                    "height": str(h),
                    "fill": "none",
                },
            )
        writer.element(
            "text",
            self.number.replace("-", "−"),
            attrib=place
            | ({"class": "away"} if self.away else {})
            | ({} if self.digits is None else {"data-digits": str(self.digits)})
            | {
                "data-k": keys,
                "data-v": str(self.value),
                "font-size": f"{size:g}",
                "text-anchor": anchor,
                "fill": str(self.get_color()),
            },
        )


def label(
    axes: Axes,
    x: float,
    y: float,
    number: str,
    value: str | None = None,
    *,
    prefix: str = "",
    away: bool = False,
    digits: int | None = None,
    **style: Any,
) -> Label:
    """Write mathematics without dollar signs; `value` is the key of the value that it shows.

    One that is `away` is to be seen only in those steps of a live figure that bring it. `digits` says how
    many digits after the point it has, where these are not as many as the figure's.
    """
    text = Label(x, y, f"${prefix}{number}$", transform=axes.transData, **style)
    text.value, text.prefix, text.number, text.away, text.digits = value, prefix, number, away, digits
    if value is not None:
        name(text, value)
    axes._add_text(text)  # type: ignore[attr-defined]
    text.set_clip_path(axes.patch)
    text.set_clip_on(False)
    return text


def live(
    figure: Figure,
    model: str,
    state: Mapping[str, Any],
    *,
    values: Mapping[str, Any] | None = None,
    ranges: Mapping[str, Range] | None = None,
    runs: Mapping[str, int] | None = None,
    latex: Mapping[str, str | Sequence[str]] | None = None,
    steps: Sequence[Mapping[str, Any]] = (),
    needs: Mapping[str, Sequence[str]] | None = None,
    data: Mapping[str, Any] | None = None,
    digits: int = DIGITS,
) -> Figure:
    """Make a figure live: the page's model of that name computes from the state what the figure shows.

    Parameters
    ----------
    figure
        A drawing whose artists have keys, such as those of `Circuit`, `Layers` and `Formula`.
    model
        The name of the script under `docs/assets/live/models`.
    state
        What readers may change: numbers, or arrays of them, by name.
    values
        Everything that the figure shows and the model computes, as Python computes it, by name.
    ranges
        Of each name in `state`: least and greatest value, and what one press of an arrow key changes.
    runs
        Of a count in `state` that can run by itself, such as epochs: where it ends. It begins at 0.
    latex
        How formulas beside the figure write a name, in one way or several, so that they light up with it.
    steps
        What readers step through: `shows` the names that appear, `lights` those that are used, `brings`
        those of labels that are `away` otherwise, `rows` lines of matrices to be written below its text.
    needs
        What each value is made from; `{"z.j": ["W.j", "x"]}` is about every entry of z, a star about any.
    data
        Whatever else the model needs.
    digits
        How many digits after the point are shown.

    """
    known = {**_plain(state), **_plain(values or {})}
    _refuse_unknown(known, ranges or {}, "ranges")
    _refuse_unknown(state, runs or {}, "runs")
    for artist in figure.findobj(Label):
        assert isinstance(artist, Label)
        if artist.value is None or artist.value.partition(".")[0] not in known:
            continue
        value = entry(known, artist.value)
        expected = shown(value, digits if artist.digits is None else artist.digits)
        if artist.number.replace("-", "−") != expected:
            raise ValueError(
                f"the label {artist.value!r} of a live figure must show {expected},"
                f" as its value is {value!r}; it shows {artist.number!r}"
            )
        artist.live = True
        artist.grip = artist.value.partition(".")[0] in (ranges or {})
    figure.live = {  # type: ignore[attr-defined]
        "model": model,
        "state": _plain(state),
        "values": _plain(values or {}),
        "ranges": {key: list(limits) for key, limits in (ranges or {}).items()},
        "runs": dict(runs or {}),
        "latex": dict(latex or {}),
        "steps": [dict(step) for step in steps],
        "needs": {key: list(sources) for key, sources in (needs or {}).items()},
        "data": _plain(data or {}),
        "digits": digits,
    }
    return figure


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return numbers and arrays as JSON has them."""
    return {key: _number(value) for key, value in values.items()}


def _number(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, str | bool) or value is None:
        return value
    if isinstance(value, Sequence) and any(isinstance(part, Mapping | str) for part in value):
        return [_number(part) for part in value]
    array = np.asarray(value)
    if array.dtype.kind not in "ifub":
        raise TypeError(f"a live figure's values must be numbers or arrays of them, not {value!r}")
    return _rounded(array.tolist())


def _rounded(value: Any) -> Any:
    """Return numbers with as many digits as every machine agrees on."""
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    return float(f"{value:.12g}") if isinstance(value, float) else value


def _refuse_unknown(known: Mapping[str, Any], given: Mapping[str, Any], what: str) -> None:
    if unknown := sorted(set(given) - set(known)):
        raise ValueError(f"{what} names what the state of the figure does not have: {', '.join(unknown)}")


def finished(svg: str, figure: Figure) -> str:
    """Return the SVG of a figure with its keys and, if it is live, its data in its metadata."""
    found = getattr(figure, "live", None)
    if found is None:
        return _ID.sub("", svg)
    scales = [_scale(axes) for axes in figure.axes if axes.axison]
    text = json.dumps({**found, "axes": scales}, separators=(",", ":"), ensure_ascii=False)
    end = svg.rindex("</svg>")
    svg = f'{svg[:end]}<metadata class="live">{escape(text)}</metadata>\n{svg[end:]}'
    return _ID.sub(r' data-k="\1"', svg)


def _scale(axes: Axes) -> dict[str, Any]:
    """Return the axes' limits, and where they lie in the SVG, in points from its upper left corner."""
    figure = axes.get_figure()
    assert isinstance(figure, Figure)
    width, height = (72 * inches for inches in figure.get_size_inches())
    box = axes.get_position()
    x, y = axes.get_xlim(), axes.get_ylim()
    return {
        "x": [*map(float, x), round(box.x0 * width, 2), round(box.x1 * width, 2), axes.get_xscale()],
        "y": [*map(float, y), *(round((1 - at) * height, 2) for at in (box.y0, box.y1)), axes.get_yscale()],
    }
