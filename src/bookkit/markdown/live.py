"""A drawing that is live becomes a `<bp-figure>`, with the text around it in `<div class="live" markdown>`.

Two steps: before formulas are typeset, it is found which symbols of them belong to a figure; in the end the
marked numbers, steps and buttons of the text are made what the script looks for.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markdown.postprocessors import Postprocessor

from bookkit.drawings import live
from bookkit.drawings.figures import draw
from bookkit.drawings.live import LiveError
from bookkit.markdown.figures import blamed, name_of
from bookkit.markdown.work import PageStep, Step
from bookkit.pages.desk import Sheet
from bookkit.pages.source import PageError, line_with
from bookkit.paths import SNIPPETS

_WHOLE = re.compile(rf'<{live.TAG} .*?data-figure="(?P<name>[^"]+)".*?</{live.TAG}>', re.DOTALL)


class FindLive(PageStep):
    """Finds what is live, and which formulas belong to it."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Look at every figure of the page."""
        for element in root.iter():
            if name := name_of(sheet, element):
                with blamed(sheet, name):
                    data = live.data_of(draw(SNIPPETS / f"{name}.py"))
                if data is not None:
                    self.work.live[name] = data
        for box in root.iter("div"):
            if "live" not in box.get("class", "").split():
                continue
            names = [name for element in box.iter() if (name := name_of(sheet, element))]
            if len(names) != 1 or names[0] not in self.work.live:
                line = line_with(sheet.path, 'class="live"')
                raise PageError(sheet.shown, line, "a live box holds one figure that calls bookdraw.live")
            box.tag = live.TAG
            box.set("data-figure", names[0])
            for formula in box.iter():
                if formula.get("class") == "arithmatex":
                    self.work.linked[formula] = self.work.live[names[0]]["latex"]


class FinishLive(PageStep):
    """Gives each live figure its controls and its data."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Finish every live figure of the page."""
        for place, box in enumerate(root.iter(live.TAG)):
            name = box.get("data-figure", "")
            try:
                self._finish(sheet, box, self.work.live[name], place == 0)
            except LiveError as error:
                line = line_with(sheet.path, f"figures/{name}.svg")
                raise PageError(sheet.shown, line, f"the figure {name}: {error}") from None

    def _finish(self, sheet: Sheet, box: ElementTree.Element, data: dict[str, Any], first: bool) -> None:
        box.set("model", data["model"])
        _check_numbers(box, data)
        _make_buttons(box)
        _make_knobs(box)
        _make_verdicts(box)
        self._make_runs(sheet, box, data)
        self._make_rows(box, data)
        steps = next((child for child in box if child.tag == "ol"), None)
        data = {**data, "steps": data["steps"] if steps is not None else []}
        if steps is not None:
            self._make_steps(sheet, box, steps, data)
        says = [key for key in data["values"] if isinstance(data["values"][key], int | float)]
        used = {key for _, key in live.numbers_in(box)}
        parts = [live.said([key for key in says if key in used]), live.embedded({**data, "latex": {}})]
        if first:
            parts.append(f'<script type="module" src="{sheet.link(live.SCRIPT)}"></script>')
        if data["ranges"]:
            note = self.md.htmlStash.store(live.note(sheet.words))
            where = next((child for child in box if child.get("class") == "bar"), box)
            ElementTree.SubElement(where, "div", {"class": "live-note hand"}).text = note
        foot = ElementTree.SubElement(box, "div", {"class": "live-foot"})
        foot.text = self.md.htmlStash.store("".join(parts))

    def _make_runs(self, sheet: Sheet, box: ElementTree.Element, data: dict[str, Any]) -> None:
        """Give each line with a count that runs its button and its slider."""
        for line in box.iter("p"):
            for key in [child.get("data-run", "") for child in line if child.get("data-run")]:
                if key not in data["runs"]:
                    raise LiveError(f"{key!r} can run only if `runs` says how far")
                line.set("class", "run hand")
                controls = live.run(key, data["runs"][key], data["state"][key], sheet.words)
                line.text = f"{self.md.htmlStash.store(controls)} {line.text or ''}"

    def _make_rows(self, box: ElementTree.Element, data: dict[str, Any]) -> None:
        """Write below each paragraph that asks for them its lines of matrices."""
        for line in box.findall("p[@data-rows]"):
            place = ElementTree.Element("div", {"class": "rows"})
            texts = line.attrib.pop("data-rows").split(";")
            place.text = self.md.htmlStash.store(live.rows({"rows": texts}, data))
            box.insert(list(box).index(line) + 1, place)

    def _make_steps(
        self, sheet: Sheet, box: ElementTree.Element, steps: ElementTree.Element, data: dict[str, Any]
    ) -> None:
        if len(steps) != len(data["steps"]):
            raise LiveError(f"it has {len(data['steps'])} steps, and the page a list of {len(steps)}")
        steps.set("class", "steps")
        for card, step in zip(steps, data["steps"], strict=True):
            if "rows" in step:
                place = ElementTree.SubElement(card, "div", {"class": "rows"})
                place.text = self.md.htmlStash.store(live.rows(step, data))
        bar = ElementTree.Element("div", {"class": "bar"})
        player = ElementTree.SubElement(bar, "div")
        player.text = self.md.htmlStash.store(live.player(len(steps), sheet.words))
        box.insert(list(box).index(steps), bar)


def _check_numbers(box: ElementTree.Element, data: dict[str, Any]) -> None:
    """What the text shows of the figure is what Python has computed."""
    for element, key in live.numbers_in(box):
        digits = int(element.get("data-digits") or data["digits"])
        text, expected = "".join(element.itertext()), live.shown(data, key, digits)
        if text.replace("-", "−") != expected:
            raise LiveError(f"the text shows {text} for {key!r}, which is {expected}")
        element.text = expected
        element.set("data-v", key)
        element.set("data-k", key)
        if "data-scrub" in element.attrib and key.partition(".")[0] not in {
            limits.partition(".")[0] for limits in data["ranges"]
        }:
            raise LiveError(f"{key!r} can be dragged only if `ranges` says how far")


def _make_buttons(box: ElementTree.Element) -> None:
    for element in box.iter():
        if element.get("data-action"):
            element.tag = "button"
            element.set("type", "button")


def _make_knobs(box: ElementTree.Element) -> None:
    """Keep each number that is dragged on one line with its name, the symbol before it."""
    for line in [child for child in box.iter("p") if "knobs" in child.get("class", "").split()]:
        before: ElementTree.Element | None = None
        for child in list(line):
            if child.get("data-scrub") and before is not None:
                knob = ElementTree.Element("span", {"class": "knob"})
                if when := child.attrib.pop("data-when", None):
                    knob.set("data-when", when)
                knob.tail, child.tail, before.tail = child.tail, None, None
                line[list(line).index(before)] = knob
                line.remove(child)
                knob.extend([before, child])
                before = None
            else:
                before = child if child.tag in ("span", "em") else None


def _make_verdicts(box: ElementTree.Element) -> None:
    """Put words and knobs of which only one is to be seen, as `data-when` tells, into one place."""
    for line in box.iter("p"):
        said = [child for child in line if child.get("data-when")]
        if not said:
            continue
        verdict = ElementTree.Element("span", {"class": "verdict"})
        verdict.tail, said[-1].tail = said[-1].tail, None
        line.insert(list(line).index(said[0]), verdict)
        for child in said:
            line.remove(child)
            verdict.append(child)


class LinkCode(Step, Postprocessor):
    """Gives names in the listings of a live figure the keys of their values."""

    def run(self, text: str) -> str:
        """Return the page with its live listings linked."""
        if not self.work.live:
            return text

        def link(match: re.Match[str]) -> str:
            data = self.work.live[match["name"]]
            return live.linked_code(match[0], {**data["state"], **data["values"]})

        return _WHOLE.sub(link, text)
