r"""Claims about what is small: ``f(x + h) = f(x) + h f'(x) + O(h^2)``.

What is left over is a function of h. It is measured on a circle around h = 0 in the complex plane, where its
Fourier coefficients are those of its power series: below the power that is claimed they must vanish. A ratio
of small numbers is never taken, so that rounding cannot decide.

What is small may be an array, ``O(\lVert d \rVert^3)``. Then it goes to 0 along a line, h times d, in a
direction that is drawn anew each time. What is left over of a smooth function has no lower power of the norm
exactly where it has none along any line; as a polynomial in the direction, it cannot hide from all draws.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.shown import shown_values
from bookkit.equations.judging.bindings import bindings
from bookkit.equations.judging.trial import TRIES, Trial
from bookkit.equations.judging.verdict import Claim, Counterexample
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.expansions import distance
from bookkit.values import algebra
from bookkit.values.errors import EquationError, NoSuchThingError

Value = Any
BIG, LITTLE = (t.Name("O"), t.Name("\\mathcal{O}")), (t.Name("o"),)
POINTS = 32
DRAWS = 10  # each looks at a whole circle
RADII = (0.2, 0.02, 0.002)
MOST = 8
SHARE = 1e-6  # of the largest coefficient: a smaller one is what rounding has made of 0
NOISE = 1e-10  # of a value on the circle, beside its rounding: values are divided by powers of a small radius
MEASURED = 1e-9  # the noise of a measured derivative
FLOOR = 30.0  # how many times its noise a coefficient must be to be one


@dataclass(frozen=True)
class Order:
    """``O(h^2)``: the letter and the first power of it that may be left over; of ``x - a`` with a place.

    Of a ``norm``, the letter may be an array.
    """

    letter: t.Name
    power: int
    place: t.Node | None = None
    norm: bool = False


def order_of(node: t.Node, known: Callable[[str], bool]) -> Order | None:
    """What a term says of smallness; None where it is an ordinary term."""
    if not (isinstance(node, t.Juxtaposed) and len(node.factors) == 2):
        return None
    head, group = node.factors
    if head not in BIG + LITTLE or known(head.latex()) or not isinstance(group, t.Group):
        return None
    what = group.items[0] if len(group.items) == 1 else group
    power = 1
    if isinstance(what, t.Scripted) and isinstance(what.sup, t.Number) and what.sup.text.isdigit():
        power, what = int(what.sup.text), what.base if what.sub is None else what.with_(sup=None)
    if isinstance(what, t.Scripted) and what.sup is None and _is_norm(what.base):
        what = what.base if not what.primes else what  # in whatever norm: all are of one order
    norm = _is_norm(what)
    if isinstance(what, t.Bars):
        what = what.body
    inner = what.items[0] if isinstance(what, t.Group) and len(what.items) == 1 else what
    found = distance(inner)
    if found is None or not 1 <= power <= MOST:
        raise EquationError(
            f"{node.latex()} is read for a whole power of one letter that goes to 0, such as O(h^2), of its"
            " norm, or of a distance, O((x - a)^2)"
        )
    return Order(found.letter, power + (head in LITTLE), found.place, norm)


def _is_norm(node: t.Node) -> bool:
    return isinstance(node, t.Bars) and node.norm


def split(right: t.Node, known: Callable[[str], bool]) -> tuple[t.Node, Order] | None:
    """The right side without its one term of small order, and that order."""
    terms = right.terms if isinstance(right, t.Plus) else (right,)
    orders = [order_of(term.body if isinstance(term, t.Negative) else term, known) for term in terms]
    found = [order for order in orders if order is not None]
    if not found:
        return None
    if len(found) > 1:
        raise EquationError("one term of small order is enough")
    rest = tuple(term for term, order in zip(terms, orders, strict=True) if order is None)
    return (t.Number("0") if not rest else rest[0] if len(rest) == 1 else t.Plus(rest)), found[0]


def judge(trial: Trial, order: Order, text: str) -> Claim:
    """The verdict: on every draw nothing of a lower power is left over."""
    ref = reference(trial.compiler, order.letter)
    counts = ref is not None and ref[0].symbol is not None and ref[0].symbol.size
    free = order.letter.text in trial.facts.free
    array = ref is not None and ref[0].symbol is not None and ref[0].symbol.shape and not order.norm
    if ref is None or counts or array or free or ref[1] is not None or ref[0].place is not None:
        raise EquationError(f"{order.letter.latex()} is no number that can go to 0")
    if trial.facts.pieces:
        raise EquationError("what is small is judged of smooth functions; one of these goes piece by piece")
    if trial.tests or trial.assumed:
        raise EquationError(f"a condition beside {order.letter.latex()} going to 0 is not judged")
    middle = None if order.place is None else compile_side(trial.compiler, order.place, False)
    good, number, wanted = 0, 0, min(DRAWS, trial.draws)
    while good < wanted and number < TRIES * wanted:
        inst = trial.instance(number)
        number += 1
        with np.errstate(all="ignore"):
            found = [_lowest(trial, inst, ref[0].key, order.power, b, middle) for b in _all(trial, inst)]
        known = [item for item in found if item is not None]
        if not known:
            continue
        good += 1
        if (wrong := next((item for item in known if item), None)) is not None:
            power, size = wrong
            what = order.letter if order.place is None else t.Plus((order.letter, t.Negative(order.place)))
            name = what.latex() if order.place is None else f"({what.latex()})"
            name = t.Bars(True, what).latex() if order.norm else name
            left = f"{size:.4g} {name}^{power} and more"
            claimed = f"nothing below the power {order.power}"
            names = ("what is left over", "claimed")
            shown = Counterexample(shown_values(inst), left, claimed, "", *names)
            return Claim(text, "=", "false", "", good, 1.0, shown)
    if good < wanted:
        raise EquationError(f"only {good} of {wanted} draws on which both sides have a value")
    return Claim(text, "=", "true", draws=good)


def _all(trial: Trial, inst: Instance) -> list[dict[str, int]]:
    try:
        return bindings(inst, trial.facts.free, trial.ranges)
    except NoSuchThingError:
        return []


def _lowest(
    trial: Trial, inst: Instance, key: Any, power: int, binding: dict[str, int], middle: Code | None
) -> tuple[int, float] | tuple[()] | None:
    """The lowest power that is left over below the claimed one; () where none is, None for no evidence."""
    found: tuple[int, float] | None = None
    centre = 0.0 if middle is None else middle(inst)
    along = _direction(inst.value(key(inst)), centre)
    if along is None:
        return None
    noise = MEASURED if trial.facts.derives else NOISE
    for radius in RADII:
        values, size = [], 0.0
        for step in np.exp(2j * np.pi * np.arange(POINTS) / POINTS):
            at = {key(inst): centre + radius * step * along}
            with inst.state(replacements=at, binding=binding, complex_step=True), inst.on_a_circle():
                try:
                    left, right = trial.sides.left(inst), trial.sides.right(inst)
                except NoSuchThingError:
                    return None
            difference = np.ravel(np.asarray(algebra.add(left, -right)))
            values.append(difference)
            size = max(size, float(np.max(np.abs(left))), float(np.max(np.abs(right))))
        grid = np.array(values)
        if not np.all(np.isfinite(grid)):
            continue
        parts = np.max(np.abs(np.fft.fft(grid, axis=0) / POINTS), axis=1)
        floor = FLOOR * float(np.median(parts))  # a power series has few coefficients; the rest is rounding
        limit = SHARE * float(np.max(np.abs(grid))) + noise * size + floor
        lower = [k for k in range(-POINTS // 2, power) if parts[k] > limit]
        if not lower:
            return ()
        if all(k >= 0 for k in lower):  # a power series; on a smaller circle its terms only drown in rounding
            return lower[0], float(parts[lower[0]]) / radius ** lower[0]
        if found is None:
            found = lower[0], float(parts[lower[0]])
    return found


def _direction(drawn: Value, centre: Value) -> Value | None:
    """The way in which what is small goes to 0: 1 for a number, and for an array the one that is drawn."""
    if algebra.is_number(drawn):
        return 1.0
    way = drawn - centre
    length = float(np.linalg.norm(way))
    return way / length if length > 0 else None
