"""A function that may be any: it has some value at each place, and some derivatives, and no law beside.

The residue of such a value is drawn at random when the function is first asked at a place, and remembered;
so are its derivatives. What holds for them holds for every differentiable function, and rests on no example.
The ball is that of an example, so that signs and refutations have a real number to go by.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bookkit.exact import field as fields
from bookkit.exact.errors import UndecidedError
from bookkit.exact.field import Residue
from bookkit.exact.moved import Moved, parts_of, still
from bookkit.exact.number import ZERO, Number, exact_part
from bookkit.exact.series import Series

Value = Any
FAR = 24  # moves of derivatives are before it, those that stand for a small number from it on
MOST = 3  # of the latter


def value(name: str, example: Callable[[list[Value]], Value], arguments: Sequence[Value]) -> Value:
    """The value of any function at its arguments: a ball by the example, a residue by nothing."""
    if any(isinstance(part, Series) for item in arguments for part in _parts(item).values()):
        return _by_moves(name, example, arguments)
    balls = example([_without_residues(item) for item in arguments])
    residues = _residues(name, arguments)
    known = parts_of(balls)
    assert known is not None
    if residues is None:
        return balls
    everything = known.keys() | residues.keys()
    field = fields.now()
    parts = {
        moves: Number(known.get(moves, ZERO()).ball, residues.get(moves, field.whole(0)))
        for moves in everything
    }
    return parts[0] if set(parts) == {0} else Moved(parts)


def _by_moves(name: str, example: Callable[[list[Value]], Value], arguments: Sequence[Value]) -> Value:
    """The value at power series: where t is the sum of so many moves, each power of it is one of them all."""
    series = [part for item in arguments for part in _parts(item).values() if isinstance(part, Series)]
    count = min(MOST, *(part.stop - 1 for part in series))
    if count < 1 or any(part.pole() for part in series):
        raise UndecidedError
    found = _parts(value(name, example, [_as_moves(item, count) for item in arguments]))
    before = {moves % (1 << FAR) for moves in found}
    parts: dict[int, Any] = {
        moves: Series(
            0,
            [found.get(moves | _first(power), ZERO()) / math.factorial(power) for power in range(count + 1)],
        )
        for moves in before
    }
    return parts[0] if set(parts) == {0} else Moved(parts)


def _as_moves(item: Value, count: int) -> Value:
    """A number of which t has become the sum of so many moves beyond all others."""
    found = {}
    for moves, part in _parts(item).items():
        if not isinstance(part, Series):
            found[moves] = part
            continue
        for powers in range(1 << count):
            power = powers.bit_count()
            found[moves | powers << FAR] = part.at(power) * math.factorial(power)
    return Moved(found)


def _first(count: int) -> int:
    return ((1 << count) - 1) << FAR


def _parts(item: Value) -> dict[int, Any]:
    parts = parts_of(item)
    assert parts is not None
    return parts


def _without_residues(item: Value) -> Value:
    parts = parts_of(item)
    assert parts is not None
    bare = {moves: exact_part(part) for moves, part in parts.items()}
    return bare[0] if set(bare) == {0} else Moved(bare)


def _residues(name: str, arguments: Sequence[Value]) -> dict[int, Residue] | None:
    """The residues of a value by sets of moves: over all ways to share a set among the arguments."""
    field = fields.now()
    points = [still(item) for item in arguments]
    known = [residue for point in points if (residue := _still_part(point).residue) is not None]
    if len(known) < len(points):
        return None
    places = tuple(field.on_top(residue) for residue in known)
    degree = max((residue.degree for residue in known), default=0)
    moved: dict[int, list[tuple[int, Residue]]] = {}
    everything = 0
    for number, item in enumerate(arguments):
        for moves, part in (item.parts if isinstance(item, Moved) else {}).items():
            if moves:
                if part.residue is None:
                    return None
                moved.setdefault(moves, []).append((number, part.residue))
                everything |= moves
    found = {0: field.remembered((name, places, ()), degree)}
    for moves in _subsets(everything):
        total: Residue | None = None
        for blocks in _partitions(moves):
            for term in _terms(name, places, degree, blocks, moved):
                total = term if total is None else field.plus(total, term)
        if total is not None:
            found[moves] = total
    return found


def _still_part(point: Value) -> Number:
    parts = parts_of(point)
    assert parts is not None
    return parts[0]


def _terms(
    name: str,
    places: tuple[int, ...],
    degree: int,
    blocks: list[int],
    moved: dict[int, list[tuple[int, Residue]]],
) -> Iterator[Residue]:
    """One term for each way to hand the blocks of moves to arguments: a derivative times the moves."""
    field = fields.now()
    choices: list[tuple[tuple[int, ...], Residue | None]] = [((), None)]
    for block in blocks:
        choices = [
            ((*by, number), part if so_far is None else field.times(so_far, part))
            for by, so_far in choices
            for number, part in moved.get(block, [])
        ]
    for by, product in choices:
        slope = field.remembered((name, places, tuple(sorted(by))), degree)
        yield slope if product is None else field.times(slope, product)


def _subsets(moves: int) -> Iterator[int]:
    """All sets of moves in a set but the empty one."""
    part = moves
    while part:
        yield part
        part = (part - 1) & moves


def _partitions(moves: int) -> Iterator[list[int]]:
    """All ways to divide a set of moves into blocks."""
    if not moves:
        yield []
        return
    first = moves & -moves
    rest = moves ^ first
    part = rest
    while True:
        for others in _partitions(rest ^ part):
            yield [first | part, *others]
        if not part:
            return
        part = (part - 1) & rest
