r"""Dots between terms where one number goes up and another down: ``g_t + a g_{t-1} + \dots + a^{t-1} g_1``.

The rule is read off the term at one end, where all of its numbers are written: what stands above or below a
letter there counts up, counts down or stays, and at the other end one of those that count is 0, 1 or 2. That
leaves a few rules, and one is taken only if it gives all other terms that are shown, by their values, so that
``a^0`` need not be written. Whoever asks has to refuse two that differ.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.rewriting import Path, replaced_at, walk_with_paths

FEWEST, MOST_PLACES, STARTS = 2, 4, (0, 1, 2)
Linear = Counter[str]  # how often each name is added; the number that is added stands under ""
Places = dict[Path, tuple[Linear, int]]  # what stands in a place of the term at the end, and its step


def crossing_rules(
    shown: list[t.Node], last: t.Node, letter: t.Name, equal: Callable[[t.Node, t.Node], bool]
) -> Iterator[tuple[t.Node, t.Node]]:
    """The terms at each whole number from 0 on, and the number at which the last one is."""
    if len(shown) < FEWEST:
        return
    for at_first, template in ((False, last), (True, shown[0])):
        for places in _moving(template):
            for count in _counts(places, at_first):
                term = _Terms(template, places, Counter() if at_first else count)
                pairs = [(term.at(Counter({"": number})), given) for number, given in enumerate(shown)]
                if all(equal(*pair) for pair in (*pairs, (term.at(count), last))):
                    yield term.at(Counter({letter.text: 1})), written(count)


class _Terms:
    """All terms, by the one that is the number ``end``."""

    def __init__(self, template: t.Node, places: Places, end: Linear) -> None:
        self.template, self.places, self.end = template, places, end

    def at(self, number: Linear) -> t.Node:
        term = self.template
        for path, (value, step) in self.places.items():
            term = replaced_at(term, (path,), written(_plus(_plus(value, number, step), self.end, -step)))
        return term


def _moving(template: t.Node) -> Iterator[Places]:
    """Which numbers of a term may count, at least one of them up and one down."""
    found = {
        path: value
        for path, part in walk_with_paths(template)
        if _is_script(path) and (value := linear(part)) is not None
    }
    if len(found) > MOST_PLACES:
        return
    for steps in itertools.product((0, 1, -1), repeat=len(found)):
        if {1, -1} <= set(steps):
            pairs = zip(found.items(), steps, strict=True)
            yield {path: (value, step) for (path, value), step in pairs if step}


def _is_script(path: Path) -> bool:
    return path[-1:] in (("sub",), ("sup",)) or (len(path) > 2 and path[-3:-1] == ("sub", "items"))


def _counts(places: Places, at_first: bool) -> Iterator[Linear]:
    """How many steps there may be: as many as lead to a small number at the other end."""
    for value, step in places.values():
        if (step < 0) == at_first and any(name for name, times in value.items() if name and times > 0):
            for start in STARTS:
                yield _plus(value, Counter({"": start}), -1)


def linear(node: t.Node) -> Linear | None:
    """A sum of letters and whole numbers as what is added up; None for all else."""
    if isinstance(node, t.Number):
        return Counter({"": int(node.text)}) if node.text.isdigit() else None
    if isinstance(node, t.Name):
        return Counter({node.text: 1}) if node.text.removeprefix("\\").isalpha() else None
    if isinstance(node, t.Negative):
        body = linear(node.body)
        return None if body is None else _plus(Counter(), body, -1)
    if not isinstance(node, t.Plus):
        return None
    total: Linear = Counter()
    for term in node.terms:
        if (value := linear(term)) is None:
            return None
        total = _plus(total, value, 1)
    return total


def _plus(one: Linear, other: Linear, times: int) -> Linear:
    names = dict.fromkeys([*one, *other])
    return Counter({name: total for name in names if (total := one[name] + times * other[name])})


def written(value: Linear) -> t.Node:
    """Print what is added up as a formula, with what is subtracted behind the rest."""
    terms: list[t.Node] = []
    for name, times in sorted(value.items(), key=lambda item: (item[1] < 0, not item[0])):
        size = t.Number(str(abs(times)))
        letter = t.Name(name)
        part = size if not name else letter if abs(times) == 1 else t.Juxtaposed((size, letter))
        terms.append(t.Negative(part) if times < 0 else part)
    return t.Plus(tuple(terms)) if len(terms) > 1 else terms[0] if terms else t.Number("0")
