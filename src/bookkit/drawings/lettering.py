"""The lettering of a figure, read from its SVG: how large it is on a phone, what it runs into.

Matplotlib draws letters as outlines, so where each of them is can be computed without a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

import numpy as np

PHONE = 378.0  # pixels that a figure may be wide in a window of 390
NATURAL = 96 / 72  # pixels of a point where there is room
_HREF = "{http://www.w3.org/1999/xlink}href"
_STEP = re.compile(r"(\w+)\(([^)]*)\)")
_POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)")
_TOUCH = 1.0  # points by which letters may overlap


@dataclass(frozen=True)
class Text:
    """A text in a figure: its source, the size of its letters and of its scripts in points, their boxes."""

    words: str
    size: float
    smallest: float
    boxes: tuple[tuple[float, float, float, float], ...]  # left, top, right, bottom of each letter

    def meets(self, other: Text) -> bool:
        """Tell whether a letter of this text lies on one of the other."""
        return any(_overlap(a, b) for a in self.boxes for b in other.boxes)


def view(svg: str) -> tuple[float, float]:
    """Return the width and the height of a drawing, in points."""
    _, _, width, height = ElementTree.fromstring(svg).attrib["viewBox"].split()
    return float(width), float(height)


def scale(svg: str) -> float:
    """Return how many pixels a point of the drawing has on a phone."""
    return min(NATURAL, PHONE / view(svg)[0])


def texts(svg: str) -> list[Text]:
    """Return the texts of a drawing as Matplotlib writes it."""
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.fromstring(svg, parser)
    outlines = {
        path.attrib["id"]: _points(path) for path in root.iter() if _is(path, "path") and "id" in path.attrib
    }
    return list(_texts(root, np.eye(3), outlines))


def meetings(svg: str) -> list[tuple[str, str]]:
    """Return the pairs of texts that lie on each other."""
    return [(a.words, b.words) for a, b in combinations(texts(svg), 2) if a.meets(b)]


def cut_off(svg: str) -> list[str]:
    """Return the texts that reach beyond the drawing."""
    width, height = view(svg)
    inside = (-_TOUCH, -_TOUCH, width + _TOUCH, height + _TOUCH)
    return [text.words for text in texts(svg) if any(not _within(box, inside) for box in text.boxes)]


def _texts(node: ElementTree.Element, placed: np.ndarray, outlines: dict[str, np.ndarray]) -> Iterator[Text]:
    placed = placed @ _matrix(node.attrib.get("transform", ""))
    if node.attrib.get("id", "").startswith("text_"):
        words = next((c.text or "" for c in node if not isinstance(c.tag, str)), "").strip()
        letters = list(_letters(node, placed, outlines))
        if letters:
            sizes = [size for size, _ in letters]
            yield Text(words, max(sizes), min(sizes), tuple(box for _, box in letters))
        return
    for child in node:
        yield from _texts(child, placed, outlines)


def _letters(
    node: ElementTree.Element, placed: np.ndarray, outlines: dict[str, np.ndarray]
) -> Iterator[tuple[float, tuple[float, float, float, float]]]:
    """Yield the size in points and the box of each letter below a node."""
    for child in node:
        inner = placed @ _matrix(child.attrib.get("transform", ""))
        if _is(child, "use") and (points := outlines.get(child.attrib[_HREF][1:])) is not None:
            x, y, _ = inner @ np.vstack([points.T, np.ones(len(points))])
            size = 100 * float(np.hypot(inner[0, 1], inner[1, 1]))
            yield size, (float(x.min()), float(y.min()), float(x.max()), float(y.max()))
        elif isinstance(child.tag, str):
            yield from _letters(child, inner, outlines)


def _points(path: ElementTree.Element) -> np.ndarray:
    found = np.array(_POINT.findall(path.attrib.get("d", "")), dtype=float).reshape(-1, 2)
    if not len(found):
        return np.zeros((1, 2))
    inner = _matrix(path.attrib.get("transform", ""))
    moved: np.ndarray = found @ inner[:2, :2].T + inner[:2, 2]
    return moved


def _matrix(transform: str) -> np.ndarray:
    """Return the matrix of an SVG transform: of `translate`, `scale` and `rotate`."""
    whole = np.eye(3)
    for name, arguments in _STEP.findall(transform):
        numbers = [float(n) for n in re.split(r"[ ,]+", arguments.strip())]
        step = np.eye(3)
        if name == "translate":
            step[:2, 2] = (*numbers, 0.0)[:2]
        elif name == "scale":
            step[0, 0], step[1, 1] = numbers[0], numbers[-1]
        elif name == "rotate":
            c, s = np.cos(np.radians(numbers[0])), np.sin(np.radians(numbers[0]))
            step[:2, :2] = [[c, -s], [s, c]]
        else:
            raise ValueError(f"a figure's SVG has the transform {name}, which is not known here")
        whole = whole @ step
    return whole


def _is(node: ElementTree.Element, name: str) -> bool:
    return isinstance(node.tag, str) and node.tag.rpartition("}")[2] == name


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > _TOUCH and min(a[3], b[3]) - max(a[1], b[1]) > _TOUCH


def _within(box: tuple[float, float, float, float], outer: tuple[float, float, float, float]) -> bool:
    return box[0] >= outer[0] and box[1] >= outer[1] and box[2] <= outer[2] and box[3] <= outer[3]
